//! The trade's terms in plain words.

use crate::components::SearchField;
use crate::desk::use_desk;
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use model::look::folded;

/// The trade's terms in plain words.
#[lazy]
pub fn glossary() -> Draw {
    || view! { <GlossaryPage /> }.into_any()
}

#[component]
fn GlossaryPage() -> impl IntoView {
    let words = use_desk().words();
    let query = RwSignal::new(String::new());
    let found = move || {
        let wanted = folded(query.get().trim());
        let holds = |(term, stands_for, meaning): &&(&str, &str, &str)| {
            folded(&format!("{term} {stands_for} {meaning}")).contains(&wanted)
        };
        let item = |(term, stands_for, meaning): &(&'static str, &'static str, &'static str)| {
            view! {
                <div class="glossary__item">
                    <dt><b>{*term}</b> " " <span class="soft">{*stands_for}</span></dt>
                    <dd>{*meaning}</dd>
                </div>
            }
        };
        words.glossary().terms.iter().filter(holds).map(item).collect_view()
    };
    view! {
        <Page title=words.glossary().title named=true back=("/settings".to_owned(), words.common().back.to_owned()) class="stack">
            <SearchField label=words.glossary().search clear=words.common().remove value=query />
            <dl class="glossary">{found}</dl>
        </Page>
    }
}
