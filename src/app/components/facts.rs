//! What is known of one thing: names and values.

use leptos::prelude::*;

/// A name and its value.
pub struct FactLine {
    /// What it is.
    pub name: String,
    /// What is known.
    pub value: AnyView,
    /// Beside the value, small.
    pub note: String,
}

impl FactLine {
    /// A value in words.
    pub fn words(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into().into_any(), note: String::new() }
    }

    /// A value drawn otherwise: a link, a status.
    pub fn view(name: impl Into<String>, value: AnyView) -> Self {
        Self { name: name.into(), value, note: String::new() }
    }

    /// With a note beside it.
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// A list of names and values.
#[component]
pub fn Facts(
    /// The lines.
    lines: Vec<FactLine>,
    /// The values are amounts and the last line is their sum.
    #[prop(optional)]
    sums: bool,
) -> impl IntoView {
    let last = lines.len().saturating_sub(1);
    let lines = lines.into_iter().enumerate().map(|(at, FactLine { name, value, note })| {
        let total = sums && at == last && at > 0;
        view! {
            <div class="facts__item" class:total=total>
                <dt class="facts__name">{name}</dt>
                <dd class="facts__value" class:money=sums>
                    {value} {(!note.is_empty()).then(|| view! { <span class="facts__note">{note}</span> })}
                </dd>
            </div>
        }
    });
    view! { <dl class="facts" class:facts--sums=sums>{lines.collect_view()}</dl> }
}
