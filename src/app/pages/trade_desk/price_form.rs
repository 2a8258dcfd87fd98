//! One line of the price book.

use super::stock::{PRICES, Stock};
use crate::components::{Button, Chip, Choice, LinkButton, More, TextField, Weight, dynamic};
use crate::deeds::stock;
use crate::desk::use_desk;
use crate::pages::form::Form;
use crate::pages::trade::typed::{Reading, cents_text, number_text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::canonical::normal;
use model::firm::Price;
use model::portal::{Share, Vat};

/// The form of the price that the address names, or of a new one.
#[component]
pub fn PriceForm(
    /// Its id, or anything else for a new one.
    named: String,
) -> impl IntoView {
    let stock = Stock::<Price>::once(use_desk());
    dynamic(move || stock.asked(&named).map(|(id, price)| view! { <Boxed id price /> }))
}

/// How a price stands to the tax.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tax {
    None,
    Included,
    OnTop,
}

impl Tax {
    fn of(price: &Price) -> Self {
        match (price.vat, price.inclusive) {
            (Vat::Standard, true) => Self::Included,
            (Vat::Standard, false) => Self::OnTop,
            _ => Self::None,
        }
    }
}

#[component]
fn Boxed(id: RecordId, price: Option<Price>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.desk();
    let (form, navigate, is_new) = (Form::new(), use_navigate(), price.is_none());
    let base = price.unwrap_or_else(|| Price { inclusive: true, share: Share::Material, ..Price::default() });
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (what, detail, unit) = (text(&base.what), text(&base.detail), text(&base.unit));
    let cents = |cents| RwSignal::new(cents_text(words, cents));
    let (asked, cost) = (cents((!is_new).then_some(base.price)), cents(base.cost));
    let minutes = RwSignal::new(number_text(base.minutes));
    let (share, tax) = (RwSignal::new(base.share), RwSignal::new(Tax::of(&base)));
    let leave =
        Callback::new(move |()| navigate(PRICES, NavigateOptions { replace: true, ..NavigateOptions::default() }));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut reading = Reading::default();
        let text = |typed: RwSignal<String>| normal(&typed.get_untracked());
        let tax = tax.get_untracked();
        let price = Price {
            what: text(what),
            detail: text(detail),
            unit: text(unit),
            share: share.get_untracked(),
            price: reading.cents(&asked.get_untracked(), "price").unwrap_or(0),
            cost: reading.cents(&cost.get_untracked(), "cost"),
            minutes: reading.whole(&minutes.get_untracked(), "minutes"),
            vat: if tax == Tax::None { Vat::None } else { Vat::Standard },
            inclusive: tax != Tax::OnTop,
            ..base.clone()
        };
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        form.run(async move { stock::put(desk, id, &price).await }, move |()| leave.run(()));
    };
    let remove = Callback::new(move |()| {
        form.run(async move { stock::take_away::<Price>(desk, id).await }, move |()| leave.run(()));
    });
    let shares =
        Share::ALL.iter().map(|value| Chip { value: *value, name: (said.share)(*value).to_owned(), glyph: None });
    let taxes = [Tax::None, Tax::Included, Tax::OnTop].into_iter().zip(said.taxes);
    let taxes = taxes.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None });
    let (shares, taxes, optional) = (shares.collect(), taxes.collect(), words.common().optional);
    let gone = (!is_new).then(|| {
        let label = said.remove_price;
        view! { <Button label weight=Weight::Danger busy=form.busy() on_press=remove /> }
    });
    view! {
        <form class="form stack" novalidate on:submit=save>
            <h2>{if is_new { said.add_price } else { said.edit_price }}</h2>
            <TextField label=said.price_what value=what error=form.error("what") />
            <Choice legend=said.price_share options=shares value=share />
            <div class="pair">
                <TextField label=said.price_price value=asked sign=said.rand keyboard="decimal" error=form.error("price") />
                <TextField label=said.price_unit optional hint=said.price_unit_hint value=unit error=form.error("unit") />
            </div>
            <Choice legend=said.price_tax options=taxes value=tax />
            <More summary=said.price_more>
                <TextField label=said.price_cost optional hint=said.price_cost_hint value=cost sign=said.rand keyboard="decimal" error=form.error("cost") />
                <TextField label=said.price_minutes optional value=minutes unit=said.minutes_unit keyboard="numeric" error=form.error("minutes") />
                <TextField label=said.price_detail optional value=detail error=form.error("detail") />
            </More>
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=PRICES weight=Weight::Quiet />
                {gone}
            </div>
        </form>
    }
}
