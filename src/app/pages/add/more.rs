//! What most people leave for later, folded away. What is in the fold is in a module of its own, fetched while they answer the first questions.

use super::rest::add_more;
use crate::components::More;
use crate::desk::use_desk;
use crate::pages::form::Form;
use crate::route::fetched;
use leptos::prelude::*;

/// The folded part of the form.
#[component]
pub fn MoreBox(
    /// The form.
    form: Form,
    /// It is open from the start.
    open: bool,
) -> impl IntoView {
    let errors = ["done_by", "labour", "parts_cost", "parts", "notes"].map(|field| form.error(field));
    // What is wrong must be seen.
    let open = Signal::derive(move || open || errors.iter().any(|error| error.with(Option::is_some)));
    view! {
        <More summary=use_desk().words().add().more open>
            {fetched(Signal::stored(true), || Box::pin(add_more()))}
        </More>
    }
}
