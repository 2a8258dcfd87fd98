//! What the files do not tell: in which order dates are written, what separates the cents, which currency it is.

use super::Flow;
use crate::components::{Chip, Choice, Section, SelectField, dynamic};
use import::talk::{DateOrder, DateSample, Decimal, Question};
use leptos::prelude::*;
use model::Money;

/// The questions, each with how the answer would read.
#[component]
pub(super) fn Questions(flow: Flow) -> impl IntoView {
    let said = flow.desk.words().carry();
    let asked = Memo::new(move |_| flow.found.with(|found| found.questions.clone()));
    dynamic(move || {
        let questions = asked.get();
        (!questions.is_empty()).then(move || {
            let each = questions.into_iter().map(move |question| match question {
                Question::DateOrder { samples, guess } => view! { <Dates flow samples guess /> }.into_any(),
                Question::Decimal { samples, guess } => view! { <Cents flow samples guess /> }.into_any(),
                Question::Currency { samples } => view! { <Currency flow samples /> }.into_any(),
            });
            view! { <Section title=said.questions><div class="settings__block stack stack--loose">{each.collect_view()}</div></Section> }
        })
    })
}

#[component]
fn Dates(flow: Flow, samples: Vec<DateSample>, guess: DateOrder) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let chosen = RwSignal::new(flow.answers.with_untracked(|answers| answers.date_order).unwrap_or(guess));
    Effect::new(move |_| {
        let order = chosen.get();
        flow.answers.update(|answers| answers.date_order = Some(order));
    });
    let orders = samples.first().map(|sample| sample.readings.iter().map(|(order, _)| *order).collect::<Vec<_>>());
    let option = |order: DateOrder| {
        let read = |sample: &DateSample| {
            let reading = sample.readings.iter().find(|(way, _)| *way == order)?;
            let date = reading.1.parse().map_or_else(|_| reading.1.clone(), |date| words.date(date));
            Some((said.is_date)(&sample.text, &date))
        };
        Chip { value: order, name: samples.iter().take(2).filter_map(read).collect::<Vec<_>>().join("; "), glyph: None }
    };
    let options = orders.unwrap_or_default().into_iter().map(option).collect();
    view! { <Choice legend=said.date_order options value=chosen /> }
}

#[component]
fn Cents(flow: Flow, samples: Vec<(String, i64, i64)>, guess: Decimal) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let chosen = RwSignal::new(flow.answers.with_untracked(|answers| answers.decimal).unwrap_or(guess));
    Effect::new(move |_| {
        let decimal = chosen.get();
        flow.answers.update(|answers| answers.decimal = Some(decimal));
    });
    let option = |value: Decimal| {
        let cents = |(_, comma, point): &(String, i64, i64)| if value == Decimal::Comma { *comma } else { *point };
        let read = |sample: &(String, i64, i64)| (said.is_date)(&sample.0, &words.money(&Money::rand(cents(sample))));
        Chip { value, name: samples.iter().take(2).map(read).collect::<Vec<_>>().join("; "), glyph: None }
    };
    view! { <Choice legend=said.decimal options=[Decimal::Comma, Decimal::Point].map(option).to_vec() value=chosen /> }
}

#[component]
fn Currency(flow: Flow, samples: Vec<String>) -> impl IntoView {
    let said = flow.desk.words().carry();
    let chosen = RwSignal::new(
        flow.answers
            .with_untracked(|answers| answers.currency.clone())
            .unwrap_or_else(|| said.currencies[0].0.to_owned()),
    );
    Effect::new(move |_| {
        let currency = chosen.get();
        flow.answers.update(|answers| answers.currency = Some(currency));
    });
    let options: Vec<(String, String)> =
        said.currencies.iter().map(|(code, name)| ((*code).into(), format!("{name} ({code})"))).collect();
    let hint = (said.such_as)(&samples.join(", "));
    view! { <SelectField label=said.currency value=chosen options=Signal::derive(move || options.clone()) hint /> }
}
