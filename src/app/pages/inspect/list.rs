//! The checklists with the day on which each is walked next, and the inspections that were finished.

use super::offer::{Offer, offered, points};
use crate::components::{
    Empty, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Status, StatusMark, Tone, Weight, When,
};
use crate::deeds::inspection;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::checklist::Checklists;
use model::inspection::{Found, Inspection};

/// The page.
#[component]
pub fn ListPage(
    /// The checklists of the catalogue, if they are here.
    usual: Option<Checklists>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.inspect();
    let is_here = usual.is_some();
    let (own, usual): (Vec<Offer>, Vec<Offer>) =
        offered(desk, usual.as_ref()).into_iter().partition(|offer| offer.own.is_some());
    let past = inspection::all(desk);
    let (has_own, has_usual) = (!own.is_empty(), !usual.is_empty());
    let rows = move |offers: Vec<Offer>| offers.iter().map(|offer| row(desk, offer)).collect_view();
    let nothing = past.is_empty().then(|| view! { <Empty glyph=Glyph::LIST_CHECKS title=said.title text=said.none /> });
    let past = past.into_iter().map(|(id, inspection)| done(desk, id, &inspection)).collect::<Vec<_>>();
    view! {
        <Page title=said.title class="stack stack--loose">
            <p class="soft">{said.lead}</p>
            <When is=Signal::stored(!is_here)><Notice kind=NoticeKind::Warn title=said.unavailable /></When>
            {has_own.then(|| view! { <Section title=said.own_lists><Rows>{rows(own)}</Rows></Section> })}
            {has_usual.then(|| view! { <Section title=said.lists><Rows>{rows(usual)}</Rows></Section> })}
            {(!past.is_empty()).then(|| view! { <Section title=said.past><Rows>{past}</Rows></Section> })}
            {nothing}
        </Page>
    }
}

fn row(desk: Desk, offer: &Offer) -> AnyView {
    let words = desk.words();
    let said = words.inspect();
    let is_late = offer.next.is_some_and(|next| next <= desk.today());
    let status = match (offer.last, offer.next) {
        (None, Some(next)) if next > desk.today() => format!("{} · {}", said.never, (said.next)(&words.day(next))),
        (None, _) => said.never.to_owned(),
        (Some(last), None) => (said.last)(&words.day(last)),
        (Some(last), Some(next)) => {
            format!("{} · {}", (said.last)(&words.day(last)), (said.next)(&words.day(next)))
        }
    };
    let count = (said.points)(points(desk, &offer.list).len());
    let late = (is_late && offer.last.is_some()).then(|| view! { <Status tone=Tone::Warn word=said.late /> " " });
    let text = view! { {late} {count} " · " {status} };
    let href = format!("/inspections/{}", offer.key);
    let actions = desk.may(Action::Write).then(|| {
        view! {
            <LinkButton label=said.start href=href.clone() weight=Weight::Small />
            <LinkButton label=if offer.own.is_some() { said.edit } else { said.copy } href=format!("{href}?edit") weight=Weight::Small />
        }
    });
    let lead = view! { <Icon glyph=Glyph::LIST_CHECKS /> }.into_any();
    view! { <Row title=offer.list.name.clone() href lead text=text.into_any() actions=actions.into_any() /> }.into_any()
}

fn done(desk: Desk, id: RecordId, inspection: &Inspection) -> AnyView {
    let words = desk.words();
    let [good, failed, unseen] = [Found::Good, Found::Failed, Found::Unseen].map(|found| inspection.count(found));
    let tone = if failed > 0 { Tone::Warn } else { Tone::Good };
    let when = inspection.on.map(|on| words.day(on)).unwrap_or_default();
    let text = format!("{when} · {}", (words.inspect().counts)(good, failed, unseen));
    let lead = view! { <StatusMark tone /> }.into_any();
    view! { <Row title=inspection.title.clone() href=format!("/inspections/{id}") lead text=text.into_any() /> }
        .into_any()
}
