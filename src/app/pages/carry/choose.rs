//! Choosing files, and the imports of before.

use super::Flow;
use crate::browser::photo::Picked;
use crate::components::{Button, Dialog, Glyph, Icon, Picker, Row, Rows, Section, Weight};
use crate::deeds::carry;
use crate::pages::moment::moment;
use crate::pages::use_toaster;
use import::told;
use leptos::ev::Event;
use leptos::prelude::*;
use model::RecordId;
use model::import::Import;

/// The first step.
#[component]
pub(super) fn Choose(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let pick = Callback::new(move |event: Event| flow.choose(Picked::from_input(&event.target().into())));
    view! {
        <p>{said.lead}</p>
        <Picker label=said.choose glyph=Glyph::FILE_TEXT accept="*/*" multiple=true drop_hint=said.choose_hint on_pick=pick />
        <Earlier flow />
    }
}

#[component]
fn Earlier(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let toaster = use_toaster();
    let imports = carry::imports(flow.desk);
    let asked = RwSignal::new(None::<RecordId>);
    let open = RwSignal::new(false);
    let row = move |(id, import): (RecordId, Import)| {
        let title = if import.files.is_empty() {
            told::format(words, &import.from).to_owned()
        } else {
            import.files.join(", ")
        };
        let day = import.began.map(|began| moment(flow.desk, began.0.max(0).cast_unsigned())).unwrap_or_default();
        let text = format!("{day} · {}", (said.counts)(import.new, import.changed));
        let ask = Callback::new(move |()| {
            asked.set(Some(id));
            open.set(true);
        });
        let lead = view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any();
        let actions = view! { <Button label=said.undo weight=Weight::Small on_press=ask /> }.into_any();
        view! { <Row title lead text=text.into_any() actions /> }
    };
    let take_back = Callback::new(move |()| {
        open.set(false);
        if let Some(id) = asked.get_untracked() {
            flow.take_back(id, move || toaster.say(said.undone));
        }
    });
    (!imports.is_empty()).then(|| {
        view! {
            <Section title=said.earlier>
                <Rows>{imports.into_iter().map(row).collect_view()}</Rows>
            </Section>
            <Dialog open title=said.undo_ask close=words.common().close>
                <p>{said.undo_body}</p>
                <Button label=said.undo weight=Weight::Danger on_press=take_back />
            </Dialog>
        }
    })
}
