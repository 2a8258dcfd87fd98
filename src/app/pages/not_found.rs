//! An address where nothing is.

use super::Page;
use crate::components::{Empty, Glyph, LinkButton};
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;

/// An address where nothing is.
#[lazy]
pub fn not_found() -> Draw {
    || view! { <NotFound /> }.into_any()
}

/// The same, where a page of its own address finds nothing.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_desk().words();
    let action = view! { <LinkButton label=words.frame().home href="/" glyph=Glyph::HOUSE /> }.into_any();
    view! {
        <Page title=words.frame().not_found>
            <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.frame().not_found text=words.trouble().not_found action=action />
        </Page>
    }
}
