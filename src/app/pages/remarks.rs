//! What was said about a record or signed for it; and, by a link that allows it, saying or signing it.

use crate::browser::timer;
use crate::components::{AreaField, Button, Glyph, Icon, Row, Rows, Section, TextField, Weight, dynamic};
use crate::deeds::contribute::{Outcome, Sender, contribute};
use crate::deeds::{entry, remark};
use crate::desk::{Allowed, use_desk};
use crate::pages::form::Form;
use crate::pages::use_toaster;
use crate::route::{Draw, fetched};
use leptos::prelude::*;
use model::access::Action;
use model::contribution::Sort;
use model::remark::{Remark, RemarkType};
use model::{Body, Letter, RecordId};

/// What remarks are about. A handle.
#[derive(Clone)]
pub struct About {
    /// The record as it stands, and what stood before it.
    pub versions: Vec<RecordId>,
    /// Whether it can be countersigned: facts can.
    pub is_fact: bool,
}

/// The remarks about a record, in a module of their own; nothing where there is none and none may be made.
#[component]
pub fn Remarks(
    /// The record as it stands, then what stood before it.
    versions: Vec<RecordId>,
    /// Whether it can be countersigned.
    #[prop(optional)]
    is_fact: bool,
) -> impl IntoView {
    let desk = use_desk();
    let allowed = remark::allowed(desk);
    let may = allowed.comment || (allowed.countersign && is_fact);
    let wanted = may || remark::any(desk);
    provide_context(About { versions, is_fact });
    fetched(Signal::stored(wanted), || Box::pin(remarks()))
}

/// The remarks.
#[lazy]
pub fn remarks() -> Draw {
    || view! { <Shown about=expect_context() /> }.into_any()
}

#[component]
fn Shown(about: About) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.contribution();
    let allowed = remark::allowed(desk);
    let latest = about.versions.first().copied();
    let signs = allowed.countersign && about.is_fact;
    let kept = RwSignal::new(remark::about(desk, &about.versions));
    let rows = move || {
        let row = |(id, remark): (RecordId, Remark)| view! { <OneRow id remark latest kept /> };
        kept.get().into_iter().map(row).collect_view()
    };
    let may = allowed.comment || signs;
    dynamic(move || {
        (may || kept.with(|kept| !kept.is_empty())).then(|| {
            view! {
                <Section title=said.remarks>
                    <Rows>{rows}</Rows>
                    {latest.filter(|_| may).map(|about| view! { <Say about allowed signs /> })}
                </Section>
            }
        })
    })
}

/// A remark, which members may take back.
#[component]
fn OneRow(
    id: RecordId,
    remark: Remark,
    latest: Option<RecordId>,
    kept: RwSignal<Vec<(RecordId, Remark)>>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let said = words.contribution();
    let signs = remark.sort == RemarkType::Countersignature;
    let day = remark.on.map(|day| words.date(day)).unwrap_or_default();
    let mut text = vec![(said.remark_by)(&remark.name, &remark.capacity, &day)];
    if signs && !remark.text.is_empty() {
        text.push(remark.text.clone());
    }
    if signs && remark.about != latest {
        text.push(said.signed_older.to_owned());
    }
    let lead = view! { <Icon glyph=if signs { Glyph::BADGE_CHECK } else { Glyph::NOTEBOOK_PEN } /> }.into_any();
    let title = if signs || remark.text.is_empty() {
        (said.sort)(Sort::Remark, Some(remark.sort)).to_owned()
    } else {
        remark.text.clone()
    };
    let take_back = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match entry::withdraw(desk, id, "").await {
                Ok(_) => drop(kept.try_update(|kept| kept.retain(|(one, _)| *one != id))),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    let end = desk.may(Action::Write).then(|| {
        view! { <Button label=said.take_back glyph=Glyph::X weight=Weight::Quiet icon_only=true on_press=take_back /> }
    });
    view! { <Row title lead text=text.join(" · ").into_any() end=end.into_any() /> }
}

/// Saying something, or signing.
#[component]
fn Say(about: RecordId, allowed: Allowed, signs: bool) -> impl IntoView {
    let words = use_desk().words();
    let said = words.contribution();
    let open = RwSignal::new(None::<RemarkType>);
    let ask = move |sort| Callback::new(move |()| open.set(Some(sort)));
    dynamic(move || {
        match open.get() {
        Some(sort) => view! { <Saying about sort open /> }.into_any(),
        None => view! {
            <div class="actions">
                {allowed.comment.then(|| view! { <Button label=said.comment glyph=Glyph::NOTEBOOK_PEN on_press=ask(RemarkType::Comment) /> })}
                {signs.then(|| view! { <Button label=said.countersign glyph=Glyph::BADGE_CHECK on_press=ask(RemarkType::Countersignature) /> })}
            </div>
        }
        .into_any(),
    }
    })
}

#[component]
fn Saying(about: RecordId, sort: RemarkType, open: RwSignal<Option<RemarkType>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.contribution();
    let toaster = use_toaster();
    let form = Form::new();
    let [text, name, capacity] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let signs = sort == RemarkType::Countersignature;
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sender = Sender { name: name.get_untracked(), firm: capacity.get_untracked() };
        let remark =
            Remark { sort, about: Some(about), text: text.get_untracked().trim().to_owned(), ..Remark::default() };
        let sending = contribute(desk, Sort::Remark, sender, Body::seal(&remark.fields()));
        form.run(sending, move |outcome| {
            toaster.say(if outcome == Outcome::Sent { said.sent } else { said.kept });
            // The form has to be let go of before it is gone.
            leptos::task::spawn_local(async move {
                timer::wait(0).await;
                open.try_set(None);
            });
        });
    };
    let (no_text, no_name) = (form.error("text"), form.error("name"));
    view! {
        <form class="form settings__block" novalidate on:submit=send>
            {signs.then(|| view! { <p>{said.countersign_lead}</p> })}
            <AreaField label=if signs { said.countersign_text } else { said.text } value=text optional=if signs { words.common().optional } else { "" } error=no_text />
            <div class="pair">
                <TextField label=said.name value=name error=no_name />
                <TextField label=if signs { said.capacity } else { said.firm } value=capacity optional=words.common().optional />
            </div>
            <div class="actions">
                <Button label=if signs { said.countersign } else { said.send } weight=Weight::Primary submit=true busy=form.busy() />
                <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(None)) />
            </div>
        </form>
    }
}
