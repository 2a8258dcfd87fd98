//! The price book, templates of quotes and checklists: what a firm writes again and again.

use super::jobs::joined;
use super::price_form::PriceForm;
use super::routine_form::RoutineForm;
use super::stock::{PRICES, Stock};
use crate::components::{Button, Empty, Glyph, LinkButton, Row, Rows, SearchField, Section, Weight, dynamic};
use crate::deeds::stock;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::trade::typed::money;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::RecordId;
use model::firm::{Price, Routine, Template};
use model::portal::money as sums;

/// All of them, or the form of one that the address names.
#[component]
pub fn PricesPart() -> impl IntoView {
    let query = use_query_map();
    let asked = move |name: &str| query.with(|query| query.get_str(name).map(str::to_owned));
    let named = Memo::new(move |_| (asked("price"), asked("list")));
    dynamic(move || match named.get() {
        (Some(price), _) => view! { <PriceForm named=price /> }.into_any(),
        (_, Some(list)) => view! { <RoutineForm named=list /> }.into_any(),
        _ => view! { <Lists /> }.into_any(),
    })
}

#[component]
fn Lists() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let (prices, templates, routines) =
        (Stock::<Price>::read(desk), Stock::<Template>::read(desk), Stock::<Routine>::read(desk));
    let typed = RwSignal::new(String::new());
    let book = move || prices.all().map(|all| book(desk, all, &typed.get()));
    let form = Form::new();
    let kept = move || templates.all().map(|all| template_rows(desk, all, templates, form));
    let lists = move || routines.all().map(|all| routine_rows(desk, all));
    view! {
        <Section title=said.price_book>
            <div class="stack">
                <p class="section__note">{said.price_book_lead}</p>
                <SearchField label=said.search clear=said.search_clear value=typed />
                {dynamic(book)}
                <div><LinkButton label=said.add_price href=format!("{PRICES}?price=new") glyph=Glyph::PLUS weight=Weight::Primary /></div>
            </div>
        </Section>
        <Section title=said.templates>{dynamic(kept)}</Section>
        <Section title=said.routines>
            <div class="stack">
                {dynamic(lists)}
                <div><LinkButton label=said.add_routine href=format!("{PRICES}?list=new") glyph=Glyph::PLUS /></div>
            </div>
        </Section>
    }
}

fn book(desk: Desk, all: Vec<(RecordId, Price)>, typed: &str) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    if all.is_empty() {
        return view! { <Empty glyph=Glyph::BOOK_OPEN title=said.no_prices text=said.no_prices_lead /> }.into_any();
    }
    let wanted: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let has = |price: &Price| {
        let text = format!("{} {}", price.what, price.detail).to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    let mut found: Vec<_> = all.into_iter().filter(|(_, price)| has(price)).collect();
    found.sort_by_key(|(_, price)| price.what.to_lowercase());
    let row = |(id, price): (RecordId, Price)| {
        let cost = price.cost.map(|cents| (said.costs_you)(&money(words, cents))).unwrap_or_default();
        let text = joined(&[&price.detail, (said.share)(price.share), &cost]).into_any();
        let unit = if price.unit.is_empty() { String::new() } else { format!(" / {}", price.unit) };
        let end = format!("{}{unit}", money(words, price.price)).into_any();
        view! { <Row title=price.what href=format!("{PRICES}?price={id}") text end /> }
    };
    let rows = found.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

fn template_rows(desk: Desk, all: Vec<(RecordId, Template)>, stock: Stock<Template>, form: Form) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    if all.is_empty() {
        return view! { <Empty glyph=Glyph::COPY title=said.no_templates text=said.no_templates_lead /> }.into_any();
    }
    let row = move |(id, template): (RecordId, Template)| {
        let gone = Callback::new(move |()| {
            form.run(async move { stock::take_away::<Template>(desk, id).await }, move |()| stock.again(desk));
        });
        let sum = sums::sum(&template.lines, template.inclusive, Some(desk.today())).total;
        let text = (said.lines)(template.lines.len()).into_any();
        let label = (said.remove)(&template.name);
        let actions = view! { <Button label weight=Weight::Small on_press=gone /> }.into_any();
        view! { <Row title=template.name text end=money(words, sum).into_any() actions /> }
    };
    let rows = all.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

fn routine_rows(desk: Desk, all: Vec<(RecordId, Routine)>) -> AnyView {
    let said = desk.words().desk();
    if all.is_empty() {
        return view! { <Empty glyph=Glyph::LIST_CHECKS title=said.no_routines text=said.no_routines_lead /> }
            .into_any();
    }
    let row = |(id, routine): (RecordId, Routine)| {
        let must = routine.points.iter().filter(|point| point.must).count();
        let for_jobs = if routine.jobs.is_empty() { said.every_job.to_owned() } else { routine.jobs.join(", ") };
        let text = joined(&[&for_jobs, &(said.points)(must, routine.points.len())]).into_any();
        view! { <Row title=routine.name href=format!("{PRICES}?list={id}") text /> }
    };
    let rows = all.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}
