//! The faults of the home: open ones by severity, then those that were settled.

use crate::components::{Empty, Glyph, LinkButton, Row, Rows, Section, Status, StatusMark, Tone, Weight};
use crate::data::{Standing, open_faults};
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, meta};
use leptos::prelude::*;
use model::access::Action;
use model::entry::{Entry, EntryType, Severity};

/// Settled ones that are shown; the logbook has the rest.
const SETTLED_MAX: usize = 40;
/// The form of a new fault.
const NEW: &str = "/add?type=fault";

/// The faults.
#[component]
pub fn List() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let open = Memo::new(move |_| open_faults(&desk.library));
    let settled = Memo::new(move |_| settled(desk, &open.get()));
    let may = desk.may(Action::Add);
    let add = move |weight| view! { <LinkButton label=said.report href=NEW weight glyph=Glyph::TRIANGLE_ALERT /> };
    let shown = move || {
        let (open, settled) = (open.get(), settled.get());
        if open.is_empty() && settled.is_empty() {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::TRIANGLE_ALERT title=said.none text=said.none_lead action /> }
                .into_any();
        }
        let count = open.len();
        let rows = open.into_iter().map(|fault| row(desk, &fault, true)).collect_view();
        let past = settled.into_iter().map(|fault| row(desk, &fault, false)).collect::<Vec<_>>();
        view! {
            {(count == 0).then(|| view! { <p><Status tone=Tone::Good word=said.none /></p> })}
            {(count > 0).then(|| view! { <Section title=said.open count=Signal::stored(count)><Rows>{rows}</Rows></Section> })}
            {(!past.is_empty()).then(|| view! { <Section title=said.settled><Rows>{past}</Rows></Section> })}
        }
        .into_any()
    };
    view! {
        <Page title=said.title class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>{shown}</Page>
    }
}

/// Those that something settled, the newest first.
fn settled(desk: Desk, open: &[Standing<Entry>]) -> Vec<Standing<Entry>> {
    let is_open = |fault: &Standing<Entry>| open.iter().any(|other| other.root == fault.root);
    desk.library.entries.with(|entries| {
        let faults = entries.iter().filter(|entry| entry.letter.sort == EntryType::Fault && !is_open(entry));
        faults.take(SETTLED_MAX).cloned().collect()
    })
}

fn row(desk: Desk, fault: &Standing<Entry>, is_open: bool) -> AnyView {
    let words = desk.words();
    let letter = &fault.letter;
    let tone = if is_open { tone(letter.severity) } else { Tone::Good };
    let word = match is_open {
        true => (words.choice().severity)(letter.severity.unwrap_or_default()),
        false => words.faults().settled,
    };
    let when = letter.when.map(|when| words.date(when)).unwrap_or_default();
    let text = view! { <Status tone word bare=true /> " " {meta(desk, letter)} " · " {when} };
    let lead = view! { <StatusMark tone /> }.into_any();
    view! { <Row title=letter.title.clone() href=format!("/faults/{}", fault.root) lead text=text.into_any() /> }
        .into_any()
}

/// How bad that is, as a colour and a shape.
pub fn tone(severity: Option<Severity>) -> Tone {
    if severity.unwrap_or_default() == Severity::Minor { Tone::Warn } else { Tone::Bad }
}
