//! One matter: the offers side by side, how it stands, who voted, and one's own vote.

use super::ballot::{Ballots, Voting};
use super::known::{may_write, money, one, read, vendor_name};
use super::motions::status;
use super::{Found, day};
use crate::components::{Button, Cell, Column, LinkButton, Section, Table, TableRow, Weight, dynamic};
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::scheme::{Motion, Offer};

/// The part.
#[component]
pub fn MotionPart(found: Found, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let motion = Memo::new(move |_| read(found, |estate| one::<Motion>(estate, id)).flatten());
    let head = move || {
        let motion = motion.get()?;
        let outcome = read(found, |estate| motion.ballot(id, &estate.records).matter.outcome())?;
        let needs = (said.needs)(motion.needed.max(1), motion.panel.len());
        let by = motion.answer_by.map(|day| (said.by)(&desk.words().day(day)));
        let cost = Some(motion.cost()).filter(|cents| *cents > 0).map(|cents| money(desk.words(), cents));
        let text = [cost, Some(needs), by].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Some(view! {
            <div class="estate-work__head">
                <h2>{motion.title.clone()}</h2>
                {status(desk, outcome)}
            </div>
            <p>{text}</p>
            <p class="soft">{(said.outcome_lead)(outcome)}</p>
            {motion.work.map(|work| {
                let href = format!("/estate/work/quotes?work={work}");
                view! { <p><LinkButton label=said.quotes href weight=Weight::Small /></p> }
            })}
            {(!motion.text.is_empty()).then(|| view! { <p class="estate-work__text">{motion.text.clone()}</p> })}
        })
    };
    let offers = move || {
        let motion = motion.get().filter(|motion| !motion.offers.is_empty())?;
        read(found, |estate| offers(desk, estate, &motion))
    };
    view! {
        {dynamic(head)}
        <Voting found motion id />
        {dynamic(offers)}
        <Ballots found motion id />
        {dynamic(move || may_write(found).then(|| view! { <Withdraw id /> }))}
    }
}

/// The offers side by side: the proposed one and the cheapest are told in words.
fn offers(desk: Desk, estate: &OwnEstate, motion: &Motion) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let [vendor, price_head, by, note, quote_head] = said.offer_columns;
    let lowest = motion.offers.iter().filter_map(|offer| offer.cents).min();
    let row = |(at, offer): (usize, &Offer)| {
        let name = vendor_name(estate, offer.vendor).unwrap_or_else(|| offer.name.clone());
        let is_proposed = motion.chosen.is_some_and(|chosen| chosen as usize == at);
        let is_lowest = motion.offers.len() > 1 && offer.cents.is_some() && offer.cents == lowest;
        let marks = [(is_proposed, said.is_proposed), (is_lowest, said.lowest)];
        let marks: Vec<&str> = marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
        let name = if marks.is_empty() { name } else { format!("{name} ({})", marks.join(", ")) };
        let price = offer.cents.map_or_else(|| "–".to_owned(), |cents| money(words, cents));
        let quote = offer.file.as_ref().map(|file| {
            let href = wire::path::file(estate.space, file.hash);
            view! { <a href=href download=file.name.clone() rel="external">{file.name.clone()}</a> }
        });
        let came = offer.deal.map(|deal| view! { <a href=format!("/portal/{deal}")>{said.quote_came}</a> });
        let cells = vec![
            Cell::Figure(price),
            Cell::headed(by, day(words, offer.by)),
            Cell::words(offer.note.clone()),
            Cell::Words(view! { {quote} {came} }.into_any()),
        ];
        view! { <TableRow name cells /> }
    };
    let columns = vec![
        Column::words(vendor),
        Column::figures(price_head),
        Column::words(by),
        Column::words(note),
        Column::words(quote_head),
    ];
    let rows = motion.offers.iter().enumerate().map(row).collect_view();
    view! { <Section title=said.compare><Table caption=said.compare columns list=true>{rows}</Table></Section> }
        .into_any()
}

/// Takes the matter back.
#[component]
fn Withdraw(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let navigate = use_navigate();
    let press = Callback::new(move |()| {
        let navigate = navigate.clone();
        form.run(deeds::remove::<Motion>(desk, id), move |()| {
            navigate("/estate/work/votes", leptos_router::NavigateOptions::default());
        });
    });
    view! { <div><Button label=said.withdraw weight=Weight::Danger busy=form.busy() on_press=press /></div> }
}
