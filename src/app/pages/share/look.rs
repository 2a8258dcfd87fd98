//! One link: what it gives, how it stands, what happened with it.

use super::form::offered;
use super::{Of, day, is_open, now, state, title};
use crate::components::{
    Button, FactLine, Facts, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Weight, dynamic,
};
use crate::deeds::{Trouble, share};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::moment::moment;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use model::grant::estate::{gives_cases, parts};
use model::grant::{DAYS_USUAL, Tick};
use model::system::System;
use model::{ShareId, SpaceId};
use wire::share::{Share, Sight};

/// One link.
#[component]
pub(super) fn LookPage(
    /// Which; none if the address names none.
    id: Option<ShareId>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let found = RwSignal::new(None::<Result<Option<(Share, Vec<Sight>)>, Trouble>>);
    let of = Of::here();
    let (estate, base) = (of.estate, of.base());
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            found.try_set(Some(read(desk, estate, id).await));
        });
    });
    load.run(());
    let body = move || match found.get() {
        None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        Some(Err(wrong)) => view! { <Notice kind=NoticeKind::Refused title=wrong.told(words) /> }.into_any(),
        Some(Ok(None)) => view! { <p>{said.gone}</p> }.into_any(),
        Some(Ok(Some((share, sights)))) => view! { <Look share sights load /> }.into_any(),
    };
    let name = Signal::derive(move || match found.get() {
        Some(Ok(Some((share, _)))) => title(desk, &share),
        _ => said.title.to_owned(),
    });
    let back = (base.to_owned(), said.title.to_owned());
    view! { <Page title=name back named=true class="stack stack--loose">{dynamic(body)}</Page> }
}

async fn read(desk: Desk, of: Option<SpaceId>, id: Option<ShareId>) -> Result<Option<(Share, Vec<Sight>)>, Trouble> {
    let shares = share::list(desk, of).await?;
    let Some(share) = shares.into_iter().find(|share| Some(share.id) == id) else { return Ok(None) };
    let sights = share::sights(desk, of, share.id).await?;
    Ok(Some((share, sights)))
}

#[component]
fn Look(share: Share, sights: Vec<Sight>, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let toaster = use_toaster();
    let trouble = RwSignal::new(None::<Trouble>);
    let of = Of::here();
    let (estate, base) = (of.estate, of.base());
    let id = share.id;
    let done = move |told: Result<(), Trouble>, word: &'static str| match told {
        Ok(()) => {
            toaster.say(word);
            load.run(());
        }
        Err(wrong) => drop(trouble.try_set(Some(wrong))),
    };
    let renew = Callback::new(move |()| {
        leptos::task::spawn_local(async move { done(share::renew(desk, estate, id, DAYS_USUAL).await, said.renewed) });
    });
    let end = Callback::new(move |()| {
        leptos::task::spawn_local(async move { done(share::end(desk, estate, id).await, said.end_done) });
    });
    let cases = gives_cases(&share.grant);
    let ticks: &[Tick] = if cases { Tick::ALL } else { &Tick::OF_HOME };
    let kinds: Vec<&str> = match estate {
        Some(_) => {
            let cases = cases.then_some(words.estate_link().cases);
            parts(&share.grant).into_iter().map(words.estate_link().part).chain(cases).collect()
        }
        None => share.grant.kinds.iter().map(|kind| (words.carry().kinds)(kind)).collect(),
    };
    let kinds = kinds.join(", ");
    let hidden: Vec<&str> =
        ticks.iter().filter(|tick| !share.grant.shows(**tick)).map(|tick| (said.tick)(*tick)).collect();
    let hides = if hidden.is_empty() { said.hides_nothing.to_owned() } else { hidden.join(", ") };
    let mut facts = vec![FactLine::words(said.gives, kinds), FactLine::words(said.hides, hides)];
    let may: Vec<&str> =
        offered(desk).into_iter().filter(|(verb, ..)| share.grant.allows(*verb)).map(|(_, name, _)| name).collect();
    if !may.is_empty() {
        facts.push(FactLine::words(words.sent().may, may.join(", ")));
    }
    if !share.grant.systems.is_empty() {
        let name = |id: &model::RecordId| desk.library.find::<System>(*id).map(|system| system.letter.name.clone());
        let systems: Vec<String> = share.grant.systems.iter().filter_map(name).collect();
        facts.push(FactLine::words(words.frame().systems, systems.join(", ")));
    }
    let more = [
        share.passcode.then(|| said.has_passcode.to_owned()),
        share.snapshot.map(|_| (said.as_of)(&day(desk, share.made))),
    ];
    let more: Vec<String> = more.into_iter().flatten().collect();
    let rows = sights.into_iter().map(|sight| sight_row(desk, &sight)).collect::<Vec<_>>();
    let suspended = share.suspended.is_some() && share.revoked.is_none();
    view! {
        <TroubleNotice trouble back=base />
        <p>{state(desk, &share)}</p>
        {suspended.then(|| view! { <Notice kind=NoticeKind::Warn title=said.suspended body=said.suspended_lead /> })}
        <Facts lines=facts />
        {(!more.is_empty()).then(|| view! { <p class="soft">{more.join(" · ")}</p> })}
        {share.revoked.is_none().then(|| view! {
            <div class="actions">
                <Button label=(said.renew)(DAYS_USUAL) glyph=Glyph::REFRESH_CW on_press=renew />
                <LinkButton label=words.sent().change href=format!("{base}/{id}?change=1") glyph=Glyph::PENCIL />
                {is_open(&share, now()).then(|| view! { <Button label=said.end weight=Weight::Danger on_press=end /> })}
            </div>
        })}
        <Section title=said.log>
            {if rows.is_empty() {
                view! { <p class="section__note">{said.log_none}</p> }.into_any()
            } else {
                view! { <Rows>{rows}</Rows> }.into_any()
            }}
        </Section>
    }
}

fn sight_row(desk: Desk, sight: &Sight) -> AnyView {
    let said = desk.words().share();
    let at = moment(desk, sight.at.0.max(0).cast_unsigned());
    let where_from: Vec<&str> = [at.as_str(), sight.device.as_str(), sight.place.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let lead = view! { <Icon glyph=Glyph::EYE /> }.into_any();
    view! { <Row title=(said.seen)(sight.what) lead text=where_from.join(" · ").into_any() /> }.into_any()
}
