//! Statements: for a home with each of its providers, for a provider with each client.

use super::PrintIt;
use super::drawn::drawn;
use super::pdf::{Pdf, made_later};
use crate::components::{Empty, Glyph, Row, Rows, dynamic, whenever};
use crate::deeds::{paper as made, portal as deeds};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::Money;
use model::access::deal::provides;
use model::portal::statement::{is_told, statement, who};
use model::portal::{Deal, Side};
use report::deal;
use std::collections::BTreeMap;

/// Deals with the same people, by what they are told together: what they are called, and the deals.
type Groups = BTreeMap<String, (String, Vec<Deal>)>;

/// The page: all of them, or one.
#[component]
pub fn StatementsPage(
    /// Whose they are.
    side: Side,
    /// Which one.
    with: Option<String>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().paper();
    let found = RwSignal::new(None::<Groups>);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            found.try_set(Some(groups(desk, side).await));
        });
    });
    let back = match (&with, side) {
        (Some(_), Side::Client) => "/papers",
        (Some(_), Side::Provider) => "/papers?side=provider",
        (None, Side::Client) => "/portal",
        (None, Side::Provider) => "/jobs",
    };
    let back = (back.to_owned(), desk.words().common().back.to_owned());
    let is_one = with.is_some();
    let shown = move || {
        found.with(|found| {
            let found = found.as_ref()?;
            Some(match &with {
                Some(key) => one(desk, found, side, key),
                None => list(desk, found, side),
            })
        })
    };
    view! { <Page title=said.statements back named=!is_one class="print-sheet stack">{dynamic(shown)}</Page> }
}

async fn groups(desk: Desk, side: Side) -> Groups {
    let mut groups = Groups::new();
    for dealt in deeds::deals(desk).await.unwrap_or_default() {
        let deal = Deal::of(&standing(&dealt));
        let is_own = provides(dealt.role) == (side == Side::Provider);
        if let Some((key, name)) = who(&deal, side).filter(|_| is_own && is_told(&deal)) {
            let group = groups.entry(key).or_default();
            group.0 = name;
            group.1.push(deal);
        }
    }
    groups
}

fn list(desk: Desk, groups: &Groups, side: Side) -> AnyView {
    let words = desk.words();
    let said = words.paper();
    if groups.is_empty() {
        return view! { <Empty glyph=Glyph::FILE_TEXT title=said.no_statement text=said.no_statement_lead /> }
            .into_any();
    }
    let rows = groups.iter().map(|(key, (name, deals))| {
        let owed = statement(&deals.iter().collect::<Vec<_>>(), desk.today()).owed;
        let key = crate::browser::page::in_address(key);
        let href = format!("/papers?side={side}&with={key}");
        view! { <Row title=name.clone() href text=said.owed.into_any() end=words.money(&Money::rand(owed)).into_any() /> }
    });
    let rows = rows.collect_view();
    view! { <p class="soft">{said.statements_lead}</p> <Rows>{rows}</Rows> }.into_any()
}

fn one(desk: Desk, groups: &Groups, side: Side, key: &str) -> AnyView {
    let words = desk.words();
    let deals = groups.get(key).map(|(_, deals)| deals.iter().collect::<Vec<_>>()).unwrap_or_default();
    match deal::statement(&deals, words, desk.today()) {
        Some(paper) => {
            // Who has no account has nothing on the server.
            let pdf = desk.account.with_untracked(Option::is_some).then(|| {
                let key = key.to_owned();
                let make = Callback::new(move |()| {
                    let key = key.clone();
                    made_later(async move { made::statement(desk, side, &key).await })
                });
                view! { <Pdf title=paper.title.clone() make /> }
            });
            view! { <div class="line paperless"><PrintIt /> {pdf}</div> {drawn(&paper, ().into_any(), ().into_any())} }
                .into_any()
        }
        None => {
            let said = words.paper();
            view! { <h1 class="unseen">{said.no_statement}</h1> <Empty glyph=Glyph::FILE_TEXT title=said.no_statement text=said.no_statement_lead /> }
                .into_any()
        }
    }
}
