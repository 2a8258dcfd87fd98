//! One system: what it is, what happened to it, its papers and what it cost.

use super::cost::Cost;
use super::head::Head;
use super::history::History;
use super::identity::Identity;
use super::papers::Papers;
use crate::components::{
    Button, Dialog, Empty, Glyph, LinkButton, Menu, MenuItem, PartialDateField, Tab, Tabs, TopBar, Weight,
};
use crate::data::Kept;
use crate::deeds::record;
use crate::desk::{Desk, use_desk};
use crate::pages::form::date_words;
use crate::pages::origin::Origin;
use crate::pages::remarks::Remarks;
use crate::pages::{undo, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::access::Action;
use model::system::System;
use model::{PartialDate, RecordId};
use std::sync::Arc;

/// A side of a system, as its address names it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    History,
    Identity,
    Papers,
    Cost,
}

impl Side {
    const ALL: [(Self, &'static str); 4] =
        [(Self::History, "history"), (Self::Identity, "identity"), (Self::Papers, "papers"), (Self::Cost, "cost")];
}

/// A system, or that it is gone.
#[component]
pub fn SystemPage(
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let system = Memo::new(move |_| desk.library.find::<System>(id));
    let back = move || ("/systems".to_owned(), desk.words().common().back.to_owned());
    move || match system.get() {
        Some(system) => view! { <Found system /> }.into_any(),
        None => {
            let words = desk.words();
            view! {
                <TopBar title=words.frame().systems back=back() />
                <div class="page">
                    <h1 class="unseen">{words.frame().not_found}</h1>
                    <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.frame().not_found text=words.system().gone />
                </div>
            }
            .into_any()
        }
    }
}

#[component]
fn Found(system: Arc<Kept<System>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let trail = vec![("/systems".to_owned(), words.frame().systems.to_owned())];
    let id = system.id;
    let retiring = RwSignal::new(false);
    let may_write = desk.may(Action::Write);
    let items = menu(desk, &system, retiring, may_write);
    let edit = may_write.then(|| view! { <LinkButton label=words.common().edit href=format!("/systems/{id}/edit") weight=Weight::Quiet glyph=Glyph::PENCIL /> });
    let actions = view! {
        {edit}
        <Menu label=words.field().more items=Signal::derive(move || items.clone()) />
        {may_write.then(|| view! { <Retire system=system.clone() open=retiring /> })}
    };
    view! {
        <TopBar title=system.letter.name.clone() back=("/systems".to_owned(), words.common().back.to_owned()) trail trail_label=words.field().trail>
            {actions}
        </TopBar>
        <article class="page system-page">
            <Head system=system.clone() />
            <Sides system />
            <Remarks versions=vec![id] />
            <Origin id />
        </article>
    }
}

/// The sides. All are in the page, one is shown, and on paper every one.
#[component]
fn Sides(system: Arc<Kept<System>>) -> impl IntoView {
    let words = use_desk().words();
    let query = use_query_map();
    let id = system.id;
    let side = Memo::new(move |_| {
        let named = query.with(|query| query.get("side")).unwrap_or_default();
        Side::ALL.into_iter().find(|(_, name)| *name == named).map_or(Side::History, |(side, _)| side)
    });
    let name = |side| match side {
        Side::History => words.system().history,
        Side::Identity => words.system().identity,
        Side::Papers => words.system().papers,
        Side::Cost => words.system().cost,
    };
    let tabs = Side::ALL.map(|(this, address)| Tab {
        name: name(this).to_owned(),
        href: format!("/systems/{id}?side={address}"),
        current: Signal::derive(move || side.get() == this),
    });
    let hidden = move |this: Side| move || side.get() != this;
    view! {
        <div class="tabs">
            <Tabs label=words.system().sides tabs=tabs.to_vec() />
            <div class="tabs__panel system-page__side stack stack--loose" hidden=hidden(Side::History)><History id /></div>
            <div class="tabs__panel system-page__side stack stack--loose" hidden=hidden(Side::Identity)><Identity system /></div>
            <div class="tabs__panel system-page__side stack stack--loose" hidden=hidden(Side::Papers)><Papers id /></div>
            <div class="tabs__panel system-page__side stack stack--loose" hidden=hidden(Side::Cost)><Cost id /></div>
        </div>
    }
}

/// What else can be done with it; whoever may only read may print it.
fn menu(desk: Desk, system: &Arc<Kept<System>>, retiring: RwSignal<bool>, may_write: bool) -> Vec<MenuItem> {
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let id = system.id;
    let item = |name: &str, glyph, danger, on_press| MenuItem { name: name.to_owned(), glyph, danger, on_press };
    let go = navigate.clone();
    let summary = Callback::new(move |()| go(&format!("/systems/{id}/summary"), Default::default()));
    let mut items = vec![item(words.print().summary.offer, Glyph::PRINTER, false, summary)];
    if !may_write {
        return items;
    }
    if system.letter.in_use() {
        let go = navigate.clone();
        let replace = Callback::new(move |()| go(&format!("/systems/{id}/replace"), Default::default()));
        let go = navigate.clone();
        let label = Callback::new(move |()| go(&format!("/labels?system={id}"), Default::default()));
        items.push(item(words.label().print_one, Glyph::QR_CODE, false, label));
        items.push(item(words.system().replace, Glyph::REPLACE, false, replace));
        items.push(item(words.system().retire, Glyph::X, false, Callback::new(move |()| retiring.set(true))));
    } else if system.letter.replaced_by.is_none() {
        let system = system.clone();
        let reinstate = Callback::new(move |()| {
            let said = (desk.words().system().was_reinstated)(&system.letter.name);
            let again = System { removed: None, ..system.letter.clone() };
            let before = system.letter.clone();
            undo::tell(desk, toaster, async move {
                record::change(desk, id, &before, &again).await?;
                toaster.say(said);
                Ok(())
            });
        });
        items.push(item(words.system().reinstate, Glyph::UNDO_2, false, reinstate));
    }
    let name = system.letter.name.clone();
    let delete = Callback::new(move |()| {
        let go = navigate.clone();
        undo::delete::<System>(desk, toaster, id, name.clone(), move || go("/systems", Default::default()));
    });
    items.push(item(words.field().delete, Glyph::TRASH, true, delete));
    items
}

/// Asks when it was taken out of use.
#[component]
fn Retire(system: Arc<Kept<System>>, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let removed = RwSignal::new(Some(PartialDate::day(desk.today())));
    let id = system.id;
    let retire = Callback::new(move |()| {
        let before = system.letter.clone();
        let after = System { removed: removed.get_untracked(), ..before.clone() };
        open.set(false);
        undo::tell(desk, toaster, async move {
            record::change(desk, id, &before, &after).await?;
            let words = desk.words();
            let said = (words.system().was_retired)(&before.name);
            let back = Callback::new(move |()| {
                let (before, after) = (before.clone(), after.clone());
                undo::tell(desk, toaster, async move { record::change(desk, id, &after, &before).await });
            });
            toaster.say_with_undo(said, words.common().undo, back);
            Ok(())
        });
    });
    view! {
        <Dialog open title=words.system().retire close=words.common().close>
            <div class="stack">
                <PartialDateField legend=words.system().retire_when value=removed today=desk.today() words=date_words(words) />
                <div class="actions">
                    <Button label=words.system().retire weight=Weight::Primary on_press=retire />
                    <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}
