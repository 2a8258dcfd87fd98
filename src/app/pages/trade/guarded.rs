//! An invoice beside what was approved, as the client will see it, and what it has to show besides.

use super::typed::money;
use crate::components::{Notice, NoticeKind};
use crate::desk::Desk;
use leptos::prelude::*;
use model::portal::deal::Kept;
use model::portal::guard::guard;
use model::portal::particulars::{Particular, missing};
use model::portal::{Deal, Invoice};

/// What the guard finds of an invoice; nothing of a credit note.
pub fn guarded(desk: Desk, deal: &Deal, invoice: &Kept<Invoice>) -> AnyView {
    let words = desk.words();
    let said = words.job();
    if invoice.letter.credits.is_some() {
        return ().into_any();
    }
    let finding = guard(deal, invoice);
    if finding.above == 0 {
        return view! { <Notice kind=NoticeKind::Info title=said.within /> }.into_any();
    }
    let line = |above: &model::portal::guard::Above| {
        view! { <li>{(said.above_line)(&above.what, &money(words, above.above), above.why)}</li> }
    };
    let lines = finding.lines.iter().map(line).collect_view();
    let title = (said.above)(&money(words, finding.above));
    view! {
        <Notice kind=NoticeKind::Warn title body=said.above_law actions=view! { <ul>{lines}</ul> }.into_any() />
    }
    .into_any()
}

/// What a tax invoice of that amount has to show and does not; `numbered` where the server gives it a number.
pub fn lacking(desk: Desk, deal: &Deal, invoice: &Kept<Invoice>, numbered: bool) -> AnyView {
    let said = desk.words().job();
    let lacks = missing(deal, invoice);
    let lacks: Vec<&str> = lacks
        .into_iter()
        .filter(|particular| !numbered || *particular != Particular::Number)
        .map(said.particular)
        .collect();
    if lacks.is_empty() {
        return ().into_any();
    }
    view! { <Notice kind=NoticeKind::Warn title=said.missing body=lacks.join(", ") /> }.into_any()
}
