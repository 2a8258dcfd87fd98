//! What came, and the way back.

use super::Flow;
use super::{Done, Step};
use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, Row, Rows, Section, Weight, dynamic};
use crate::pages::use_toaster;
use import::told;
use leptos::prelude::*;

/// The last step.
#[component]
pub(super) fn DonePart(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let toaster = use_toaster();
    dynamic(move || {
        flow.done.get().map(|Done { id, import, missing }| {
            let count = usize::try_from(import.new + import.changed).unwrap_or_default();
            let take_back = Callback::new(move |()| flow.take_back(id, move || toaster.say(said.undone)));
            let again = Callback::new(move |()| flow.steps.at.set(Step::Choose));
            let actions = view! {
                <LinkButton label=said.to_logbook href="/logbook" weight=Weight::Primary glyph=Glyph::BOOK_OPEN />
                <Button label=said.undo on_press=take_back />
                <Button label=said.another weight=Weight::Quiet on_press=again />
            };
            let lost = missing.len();
            let rows = missing.into_iter().map(move |wrong| {
                let text = (said.at)(&wrong.at.file, wrong.at.row);
                view! { <Row title=told::problem(words, &wrong) text=text.into_any() /> }
            });
            view! {
                <Notice kind=NoticeKind::Info title=(said.done)(count) body=said.done_body actions=actions.into_any() />
                {(lost > 0).then(|| view! {
                    <Section title=(said.missing)(lost)><Rows>{rows.collect_view()}</Rows></Section>
                })}
            }
        })
    })
}
