//! Taking lines of a quote from the price book or an earlier quote, beginning from a template, and keeping a quote as one.

use super::jobs::watched;
use super::stock::Stock;
use crate::browser::random;
use crate::components::{Button, Empty, Glyph, Row, Rows, SearchField, Section, TextField, Weight, dynamic};
use crate::deeds::stock;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::trade::quote::Picking;
use crate::pages::trade::typed::money;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::canonical::normal;
use model::firm::{Price, Template};
use model::trade_desk::book::{Offer, Source, found, line, offers};

/// Offers that are shown at once; who looks for another types a word of it.
const SHOWN_MAX: usize = 8;

/// What a quote can be made from. Drawn with a `Picking` in its context.
#[component]
pub fn Pick() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let picking = expect_context::<Picking>();
    let (prices, templates) = (Stock::<Price>::read(desk), Stock::<Template>::read(desk));
    let jobs = watched(desk);
    let offers = Memo::new(move |_| offers(&prices.letters(), &jobs.get().unwrap_or_default()));
    let typed = RwSignal::new(String::new());
    let told = RwSignal::new(String::new());
    let shown = move || offers.with(|offers| offer_rows(desk, offers, &typed.get(), picking, told));
    let kept = move || {
        let all = templates.letters();
        (!all.is_empty()).then(|| template_rows(desk, all, picking))
    };
    view! {
        <div class="stack">
            <SearchField label=said.search clear=said.search_clear value=typed />
            {dynamic(shown)}
            <p class="small soft" role="status">{dynamic(move || told.get())}</p>
            {dynamic(kept)}
            <Keep picking templates />
        </div>
    }
}

fn offer_rows(desk: Desk, offers: &[Offer], typed: &str, picking: Picking, told: RwSignal<String>) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let found = found(offers, typed);
    if found.is_empty() {
        return view! { <Empty glyph=Glyph::BOOK_OPEN title=said.no_offers text=said.no_prices_lead /> }.into_any();
    }
    let row = |offer: &&Offer| {
        let source = match &offer.source {
            Source::Book => said.from_book.to_owned(),
            Source::Quote(title, on) => (said.from_quote)(title, &on.map(|on| words.day_short(on)).unwrap_or_default()),
        };
        let (what, offer) = (offer.line.what.clone(), (*offer).clone());
        let end = money(words, offer.line.price).into_any();
        let label = (said.take_line)(&what);
        let name = what.clone();
        let take = Callback::new(move |()| {
            let inclusive = picking.inclusive.get_untracked();
            picking.on_line.run(line(&offer, &random::record_id().to_string(), inclusive, desk.today()));
            told.set((said.line_taken)(&name));
        });
        let actions = view! { <Button label weight=Weight::Small glyph=Glyph::PLUS on_press=take /> }.into_any();
        view! { <Row title=what text=source.into_any() end actions /> }
    };
    let rows = found.iter().take(SHOWN_MAX).map(row).collect_view();
    let more = found.len().saturating_sub(SHOWN_MAX);
    let more = (more > 0).then(|| view! { <p class="small soft">{(said.more_offers)(more)}</p> });
    view! { <Rows>{rows}</Rows> {more} }.into_any()
}

fn template_rows(desk: Desk, all: Vec<Template>, picking: Picking) -> AnyView {
    let said = desk.words().desk();
    let row = |template: Template| {
        let (label, name, count) = ((said.begin)(&template.name), template.name.clone(), template.lines.len());
        let begin = Callback::new(move |()| picking.on_template.run(template.clone()));
        let actions = view! { <Button label weight=Weight::Small on_press=begin /> }.into_any();
        view! { <Row title=name text=(said.lines)(count).into_any() actions /> }
    };
    let rows = all.into_iter().map(row).collect_view();
    view! { <Section title=said.templates><Rows>{rows}</Rows></Section> }.into_any()
}

/// Keeps what was typed as a template.
#[component]
fn Keep(picking: Picking, templates: Stock<Template>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let (form, toaster, name) = (Form::new(), use_toaster(), RwSignal::new(String::new()));
    let keep = Callback::new(move |()| {
        let template = Template { name: normal(&name.get_untracked()), ..picking.template.run(()) };
        let id = random::record_id();
        form.run(async move { stock::put(desk, id, &template).await }, move |()| {
            name.set(String::new());
            templates.again(desk);
            toaster.say(said.template_kept);
        });
    });
    view! {
        <div class="stack stack--tight">
            <TextField label=said.template_name hint=said.template_hint value=name error=form.error("name") />
            <div><Button label=said.keep_template busy=form.busy() on_press=keep /></div>
        </div>
    }
}
