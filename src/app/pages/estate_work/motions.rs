//! What is put to the trustees: the matters that are open, and those that were decided.

use super::Found;
use super::known::{all, may_write, money, read};
use crate::components::{Empty, Glyph, LinkButton, Row, Rows, Section, Status, Tone, Weight, dynamic};
use crate::deeds::estate::OwnEstate;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::RecordId;
use model::estate::approval::Outcome;
use model::scheme::Motion;

/// The part.
#[component]
pub fn MotionsPart(found: Found) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let list = move || read(found, |estate| list(desk, estate));
    let put = move || {
        let button = || view! { <LinkButton label=said.put href="/estate/work/put" weight=Weight::Primary /> };
        may_write(found).then(|| view! { <div>{button()}</div> })
    };
    view! {
        <Section title=said.votes>
            <p class="soft">{said.order_of_votes}</p>
            {dynamic(list)}
            {dynamic(put)}
        </Section>
    }
}

fn list(desk: Desk, estate: &OwnEstate) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let motions = all::<Motion>(&estate.records).into_iter().map(|(id, motion)| {
        let outcome = motion.ballot(id, &estate.records).matter.outcome();
        (id, motion, outcome)
    });
    let mut motions: Vec<(RecordId, Motion, Outcome)> = motions.collect();
    if motions.is_empty() {
        return view! { <Empty glyph=Glyph::LIST_CHECKS title=said.votes_none text=said.votes_none_lead /> }.into_any();
    }
    motions.sort_by_key(|(_, motion, outcome)| (*outcome != Outcome::Open, std::cmp::Reverse(motion.put_on)));
    let row = |(id, motion, outcome): (RecordId, Motion, Outcome)| {
        let cost = Some(motion.cost()).filter(|cents| *cents > 0).map(|cents| money(words, cents));
        let by = motion.answer_by.map(|day| (said.by)(&words.day_short(day)));
        let text = [cost, by].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let end = status(desk, outcome);
        view! { <Row title=motion.title href=format!("/estate/work/{id}") text=text.into_any() end /> }
    };
    let rows = motions.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

/// How a matter stands.
pub fn status(desk: Desk, outcome: Outcome) -> AnyView {
    let tone = match outcome {
        Outcome::Open => Tone::Info,
        Outcome::Approved => Tone::Good,
        Outcome::Declined => Tone::Bad,
        Outcome::Stuck => Tone::Warn,
    };
    view! { <Status tone word=(desk.words().work().outcome)(outcome) /> }.into_any()
}
