//! An address where nothing is.

use super::Page;
use crate::components::{Empty, Glyph, LinkButton};
use crate::desk::use_desk;
use leptos::prelude::*;

/// An address where nothing is.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_desk().words();
    let action = view! { <LinkButton label=words.frame().home href="/" glyph=Glyph::House /> }.into_any();
    view! {
        <Page title=words.frame().not_found>
            <Empty glyph=Glyph::CircleQuestionMark title=words.frame().not_found text=words.trouble().not_found action=action />
        </Page>
    }
}
