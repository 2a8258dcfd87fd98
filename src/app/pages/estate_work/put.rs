//! Putting a matter to the trustees: the offers that came in, the one that is proposed, and who decides.

use super::Found;
use super::known::{all, cents_text, cents_typed, may_write, money, one, read, vendor_name};
use super::quotes::{about, subject};
use crate::browser::page;
use crate::components::{
    AreaField, Button, Chip, Choice, Choices, Empty, Glyph, LinkButton, Notice, NoticeKind, Row, Rows, Section,
    TextField, Weight, dynamic,
};
use crate::deeds::portal::of_schemes;
use crate::deeds::team;
use crate::deeds::work as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::access::Role;
use model::canonical::normal;
use model::estate::vendor::Approval;
use model::scheme::award::offers as came;
use model::scheme::joining::answers;
use model::scheme::motion::needed;
use model::scheme::{Bundle, CapitalItem, Motion, Offer, Vendor};
use model::{AccountId, Date, RecordId, SpaceId};
use wire::space::Member;

mod offer;

use offer::Adding;

/// The part.
#[component]
pub fn PutPart(found: Found) -> impl IntoView {
    let said = use_desk().words().work();
    let writes = Memo::new(move |_| may_write(found));
    dynamic(move || match writes.get() {
        true => view! { <Putting found /> }.into_any(),
        false => view! { <Empty glyph=Glyph::LIST_CHECKS title=said.put text=said.yours_to_read /> }.into_any(),
    })
}

/// What the work that the address names would come to, as a matter to begin with.
fn begun(found: Found, work: Option<RecordId>) -> Motion {
    let begun = work.and_then(|id| {
        let cents = read(found, |estate| one::<Bundle>(estate, id)?.cost(&answers(&estate.records, id))).flatten();
        let item = read(found, |estate| one::<CapitalItem>(estate, id)).flatten().map(|_| id);
        Some(Motion { title: subject(found, id)?.title, cents, item, work, ..Motion::default() })
    });
    begun.unwrap_or_default()
}

#[component]
fn Putting(found: Found) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let navigate = use_navigate();
    let named = |name: &str| use_query_map().with_untracked(|query| query.get(name));
    let work = named("work").and_then(|id| id.parse().ok());
    let deal = named("deal").and_then(|id| id.parse::<SpaceId>().ok());
    let start = untrack(|| begun(found, work));
    let title = RwSignal::new(start.title.clone());
    let text = RwSignal::new(String::new());
    let cost = RwSignal::new(cents_text(words, start.cents));
    let answer_by = RwSignal::new(String::new());
    let offers = RwSignal::new(Vec::<Offer>::new());
    let chosen = RwSignal::new(None::<u32>);
    let people = RwSignal::new(None::<Vec<Member>>);
    let panel = RwSignal::new(Vec::<AccountId>::new());
    let conflicted = RwSignal::new(Vec::<AccountId>::new());
    let Some(space) = found.with_untracked(|found| found.as_ref()?.as_ref().map(|estate| estate.space)) else {
        return ().into_any();
    };
    if let Some(work) = work {
        leptos::task::spawn_local(async move {
            let deals = of_schemes(desk).await.unwrap_or_default();
            let came = about(&deals, work).into_iter().flat_map(|(deal, read)| came(deal, &read, desk.today()));
            let came: Vec<Offer> = came.collect();
            // That of the deal from which somebody came, else the cheapest.
            let proposed =
                (0..).zip(&came).min_by_key(|(_, offer)| (deal.is_none() || offer.deal != deal, offer.cents));
            if !came.is_empty() {
                chosen.try_set(proposed.map(|(at, _)| at));
                offers.try_set(came);
            }
        });
    }
    leptos::task::spawn_local(async move {
        if let Ok(all) = team::members(space).await {
            let trustees = all.members.iter().filter(|member| member.role == Role::Trustee);
            panel.try_set(trustees.map(|member| member.account).collect());
            people.try_set(Some(all.members));
        }
    });
    let put = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(mut members) = people.get_untracked() else { return form.say(said.panel_offline) };
        members.retain(|member| panel.with_untracked(|panel| panel.contains(&member.account)));
        let mut conflicted = conflicted.get_untracked();
        conflicted.retain(|one| members.iter().any(|member| member.account == *one));
        let typed = || {
            let mut motion = Motion {
                title: normal(&title.get_untracked()),
                text: text.get_untracked().trim().to_owned(),
                cents: cents_typed(&cost.get_untracked(), "cents")?,
                offers: offers.get_untracked(),
                chosen: chosen.get_untracked(),
                item: start.item,
                work,
                panel: members.iter().map(|member| member.account).collect(),
                names: members.into_iter().map(|member| member.email).collect(),
                conflicted: conflicted.clone(),
                put_on: Some(desk.today()),
                answer_by: answer_by.get_untracked().parse::<Date>().ok(),
                ..Motion::default()
            };
            let scheme = untrack(|| read(found, |estate| estate.scheme())).flatten().map(|(_, scheme)| scheme);
            motion.needed = needed(scheme.as_ref(), motion.cost());
            Ok(motion)
        };
        let motion = match typed() {
            Ok(motion) => motion,
            Err(fault) => return form.show(vec![fault]),
        };
        let navigate = navigate.clone();
        form.run(async move { deeds::add(desk, &motion).await }, move |id| {
            navigate(&format!("/estate/work/{id}"), leptos_router::NavigateOptions::default());
        });
    };
    let add = Callback::new(move |offer: Offer| {
        offers.update(|offers| offers.push(offer));
        if chosen.get_untracked().is_none() {
            chosen.set(Some(0));
        }
    });
    view! {
        <Section title=said.put>
            <form class="form" novalidate on:submit=put>
                <TextField label=said.matter placeholder=said.matter_example value=title error=form.error("title") />
                <AreaField label=said.why optional=words.common().optional value=text error=form.error("text") />
                <Offered found offers chosen title />
                <Adding found space add />
                <TextField label=said.cost optional=words.common().optional value=cost sign="R" keyboard="decimal" error=form.error("cents") />
                <TextField label=said.vote_by optional=words.common().optional value=answer_by kind="date" error=form.error("answer_by") />
                <Panel found people panel conflicted offers chosen cost />
                <div><Button label=said.put_button weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
    .into_any()
}

/// The offers so far, which of them is proposed, and whom to ask for more.
#[component]
fn Offered(
    found: Found,
    offers: RwSignal<Vec<Offer>>,
    chosen: RwSignal<Option<u32>>,
    title: RwSignal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let name = move |offer: &Offer| {
        let name = read(found, |estate| vendor_name(estate, offer.vendor)).flatten();
        let name = name.unwrap_or_else(|| offer.name.clone());
        offer.cents.map_or(name.clone(), |cents| format!("{name}: {}", money(words, cents)))
    };
    let proposed = move || {
        let all = offers.get();
        if all.is_empty() {
            return None;
        }
        let chip = |(at, offer): (u32, &Offer)| Chip { value: Some(at), name: name(offer), glyph: None };
        let none = Chip { value: None, name: said.no_offer.to_owned(), glyph: None };
        let options = (0..).zip(&all).map(chip).chain([none]).collect();
        Some(view! { <Choice legend=said.propose options value=chosen /> })
    };
    // Approved vendors that can be reached by mail.
    let asked = move || {
        let mut vendors = read(found, |estate| all::<Vendor>(&estate.records)).unwrap_or_default();
        vendors.retain(|(_, vendor)| vendor.approval == Approval::Approved && !vendor.email.is_empty());
        let row = |(_, vendor): (RecordId, Vendor)| {
            let title = title.get();
            let (subject, body) = ((said.mail_subject)(&title), (said.mail_body)(&title));
            let (subject, body) = (page::in_address(&subject), page::in_address(&body));
            let href = format!("mailto:{}?subject={subject}&body={body}", page::in_address(&vendor.email));
            let mail = view! { <LinkButton label=said.ask_by_mail href weight=Weight::Small glyph=Glyph::MAIL /> };
            view! { <Row title=vendor.name text=vendor.trade.into_any() actions=mail.into_any() /> }
        };
        let rows = vendors.into_iter().map(row).collect_view();
        view! { <Rows>{rows}</Rows> }
    };
    view! {
        <h3>{said.offers}</h3>
        <p class="soft">{said.offers_lead}</p>
        {dynamic(asked)}
        {dynamic(proposed)}
    }
}

/// Who decides, who of them has an interest, and how many have to approve.
#[component]
fn Panel(
    found: Found,
    people: RwSignal<Option<Vec<Member>>>,
    panel: RwSignal<Vec<AccountId>>,
    conflicted: RwSignal<Vec<AccountId>>,
    offers: RwSignal<Vec<Offer>>,
    chosen: RwSignal<Option<u32>>,
    cost: RwSignal<String>,
) -> impl IntoView {
    let said = use_desk().words().work();
    let chip = |one: Member| Chip { value: one.account, name: one.email, glyph: None };
    let who = move || {
        people.get().map(|people| {
            let options = people.into_iter().map(chip).collect();
            view! { <Choices legend=said.panel options values=panel /> }
        })
    };
    let interest = move || {
        let mut people = people.get()?;
        people.retain(|one| panel.with(|panel| panel.contains(&one.account)));
        let options = people.into_iter().map(chip).collect();
        Some(view! { <Choices legend=said.conflicted options values=conflicted /> })
    };
    let needs = move || {
        if people.with(Option::is_none) {
            return view! { <p class="soft">{said.panel_offline}</p> }.into_any();
        }
        let panel = panel.get();
        let cents = cents_typed(&cost.get(), "cents").ok().flatten();
        let motion = Motion { cents, offers: offers.get(), chosen: chosen.get(), ..Motion::default() };
        let scheme = read(found, |estate| estate.scheme()).flatten().map(|(_, scheme)| scheme);
        let needed = needed(scheme.as_ref(), motion.cost());
        let may = panel.iter().filter(|one| conflicted.with(|conflicted| !conflicted.contains(one))).count();
        let few = (may < needed as usize).then(|| view! { <Notice kind=NoticeKind::Warn title=said.too_few /> });
        view! { <p>{(said.needs)(needed, panel.len())}</p> {few} }.into_any()
    };
    view! {
        <p class="soft">{said.panel_lead}</p>
        {dynamic(who)}
        {dynamic(interest)}
        {dynamic(needs)}
    }
}
