//! Where to pay: every part to be copied, the same as a code, and what to do before.

use super::drawn::part;
use crate::browser::{page, qr};
use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, QrBox, Row, Rows, Weight};
use crate::desk::{Desk, use_desk};
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::portal::account::Other;
use report::deal::Pay;

/// How to pay. `other` is another account that the same provider had before, which is said loudly.
pub fn pay(desk: Desk, pay: &Pay, other: Option<Other>) -> AnyView {
    let said = desk.words().paper();
    let warning = match other {
        Some(other) => {
            let body = (said.differs_lead)(&other.bank.account, &other.number);
            view! { <Notice kind=NoticeKind::Refused title=said.differs body /> }.into_any()
        }
        None => view! { <p class="small">{pay.check}</p> }.into_any(),
    };
    let last = pay.facts.len().saturating_sub(1);
    let rows = pay.facts.iter().enumerate().map(|(at, fact)| {
        let value = fact.lines.join(" ");
        let copied = if at == last { pay.amount.clone() } else { value.clone() };
        let end = view! { <CopyIt name=fact.name text=copied /> }.into_any();
        view! { <Row title=value text=fact.name.into_any() end /> }
    });
    let rows = rows.collect_view();
    let code = qr::squares(&pay.code).filter(|_| !pay.code.is_empty()).map(|squares| {
        view! { <div><QrBox squares label=pay.code_title /><p class="small soft">{pay.code_lead}</p></div> }
    });
    let link = (!pay.link.is_empty()).then(|| {
        view! {
            <p><LinkButton label=pay.link_title.clone() href=pay.link.clone() glyph=Glyph::EXTERNAL_LINK /></p>
            <p class="small soft">{pay.link_lead}</p>
        }
    });
    let is_coded = code.is_some();
    let inner = view! {
        {warning}
        <div class="paper__pay" class:paper__pay--coded=is_coded><Rows>{rows}</Rows>{code}</div>
        {link}
    };
    part(pay.title, inner.into_any())
}

/// Copies a part.
#[component]
fn CopyIt(name: &'static str, text: String) -> impl IntoView {
    let said = use_desk().words().paper();
    let toaster = use_toaster();
    let press = Callback::new(move |()| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            if page::copy(&text).await {
                toaster.say(said.copied);
            }
        });
    });
    let label = (said.copy)(name);
    view! { <span class="paper__copy"><Button label icon_only=true glyph=Glyph::COPY weight=Weight::Quiet on_press=press /></span> }
}
