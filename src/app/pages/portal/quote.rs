//! The quotes of a deal: in plain words first, the trade's detail a tap away.

use super::act::Open;
use super::deal::Typed;
use super::decide::{Decide, decided};
use super::photos::DealPhotos;
use super::trust::{Part, part};
use super::{money, paper_link};
use crate::components::{Chip, Choice, FactLine, Facts, Row, Rows, Section, Status, Toggle, Tone, dynamic};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::portal::machine::State;
use model::portal::money::Amount;
use model::portal::particulars::is_untaxed;
use model::portal::{Kept, Line, Provider, Quote, Sure, Vat, money as sums};

/// The quotes, the latest first: what stands in full, what was replaced in a line.
#[component]
pub fn Quotes(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let today = desk.today();
    let quotes = open.deal.quotes.iter().rev().map(|quote| match open.deal.quote_state(quote, today) {
        State::QuoteSuperseded => short(desk, quote),
        state => full(desk, &open, typed, quote, state),
    });
    quotes.collect_view()
}

fn tone(state: State) -> Tone {
    match state {
        State::QuoteApproved => Tone::Good,
        State::QuoteOpen => Tone::Warn,
        _ => Tone::Unknown,
    }
}

fn short(desk: Desk, quote: &Kept<Quote>) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let when = quote.letter.on.map(|on| words.day(on)).unwrap_or_default();
    let text = view! { {(said.state)(State::QuoteSuperseded)} " · " {when} }.into_any();
    let title = (said.quote)(&quote.letter.number);
    view! { <Rows><Row title text /></Rows> }.into_any()
}

fn full(desk: Desk, open: &Open, typed: Typed, quote: &Kept<Quote>, state: State) -> AnyView {
    let said = desk.words().portal();
    let letter = quote.letter.clone();
    let options = letter.options.iter().enumerate();
    let options: Vec<Chip<usize>> =
        options.map(|(at, option)| Chip { value: at, name: option.name.clone(), glyph: None }).collect();
    let keys: Vec<String> = letter.options.iter().map(|option| option.key.clone()).collect();
    let picked = Signal::derive(move || keys.get(typed.option.get()).cloned().unwrap_or_default());
    let told = letter.options.clone();
    let words_of = move || {
        let key = picked.get();
        told.iter().find(|option| option.key == key).map(|option| view! { <p>{option.words.clone()}</p> })
    };
    let choice = (!options.is_empty()).then(|| {
        view! { <Choice legend=said.option options value=typed.option /> {dynamic(words_of)} }
    });
    let id = quote.id;
    let drawn = letter.clone();
    let lines = move || {
        let key = picked.get();
        let of = drawn.lines.iter().filter(|line| line.option.is_empty() || line.option == key);
        let (free, fixed): (Vec<&Line>, Vec<&Line>) = of.partition(|line| line.optional);
        let fixed = fixed.into_iter().map(|line| told_line(desk, &drawn, line)).collect_view();
        let has_free = !free.is_empty();
        let free = free.into_iter().map(|one| {
            let (tick, line) = ((id, one.id.clone()), told_line(desk, &drawn, one));
            let is = tick.clone();
            let on = Signal::derive(move || typed.ticked.with(|ticked| ticked.contains(&is)));
            let change = Callback::new(move |on: bool| {
                typed.ticked.update(|ticked| {
                    if on { ticked.insert(tick.clone()) } else { ticked.remove(&tick) };
                });
            });
            view! { <li class="portal__free"><Toggle label=one.what.clone() on on_change=change /><ul class="rows">{line}</ul></li> }
        });
        let free = free.collect_view();
        view! {
            <Rows>{fixed}</Rows>
            {has_free.then(|| view! { <h3>{said.optional}</h3> <ul class="portal__lines">{free}</ul> })}
        }
    };
    let summed = letter.clone();
    let sum = Signal::derive(move || {
        let key = picked.get();
        let ticked = typed
            .ticked
            .with(|ticked| ticked.iter().filter(|(of, _)| *of == id).map(|(_, line)| line.clone()).collect::<Vec<_>>());
        sums::sum(sums::chosen(&summed, &key, &ticked), summed.inclusive, summed.on)
    });
    let of = letter.clone();
    let totals = move || {
        let lines = total(desk, &of.provider, &of.lines, sum.get());
        let untaxed = is_untaxed(&of.provider, &of.lines).then(|| view! { <p class="small">{said.untaxed}</p> });
        view! { <Facts lines sums=true /> {untaxed} }
    };
    let rate = letter
        .on
        .and_then(|on| sums::rate("ZA", on))
        .filter(|_| letter.lines.iter().any(|line| line.vat == Vat::Standard));
    let rate = rate.map(|(rate, source)| {
        let source = (said.vat_source)(&desk.words().quantity(rate * 100), source);
        view! { <p class="small soft">{source}</p> }
    });
    let decisions = decided(desk, open, quote.id);
    let decide = matches!(state, State::QuoteOpen | State::QuoteChange | State::QuoteExpired).then(|| {
        let total = Signal::derive(move || sum.get().total);
        view! { <Decide open=open.clone() typed on=quote.id total option=picked /> }
    });
    let fair = part(Part::Fair(Box::new(open.clone()), quote.id));
    let terms = terms(desk, &letter);
    let paper = paper_link(said.paper, open.dealt.space, quote.id);
    let status = view! { <p><Status tone=tone(state) word=(said.state)(state) /> " " {letter.title.clone()}</p> };
    let files = view! { <DealPhotos space=open.dealt.space files=letter.files.clone() /> };
    view! {
        <Section title=(said.quote)(&letter.number)>
            {status}
            {choice}
            {dynamic(lines)}
            <div role="status">{dynamic(totals)}</div>
            {rate}
            {files}
            {fair}
            {terms}
            {decisions}
            {decide}
            {paper}
        </Section>
    }
    .into_any()
}

/// What lines come to; of who is no vendor, without a word of tax.
pub fn total(desk: Desk, provider: &Provider, lines: &[Line], sum: Amount) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.portal();
    if is_untaxed(provider, lines) {
        return vec![FactLine::words(said.total_untaxed, money(words, sum.total))];
    }
    vec![
        FactLine::words(said.total_net, money(words, sum.net)),
        FactLine::words(said.total_vat, money(words, sum.vat)),
        FactLine::words(said.total, money(words, sum.total)),
    ]
}

/// A line: what, why, what if not and how sure; below it what only the trade asks for.
pub fn told_line(desk: Desk, quote: &Quote, line: &Line) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let amount = sums::line(line, quote.inclusive, quote.on);
    let sure = match (line.sure, line.from, line.to) {
        (Sure::Fixed, ..) => String::new(),
        (sure, Some(from), Some(to)) => {
            format!("{} {}", (said.sure)(sure), (said.between)(&money(words, from), &money(words, to)))
        }
        (sure, ..) => (said.sure)(sure).to_owned(),
    };
    let plain = [(said.why, &line.why), (said.if_not, &line.if_not)];
    let plain = plain.into_iter().filter(|(_, text)| !text.is_empty());
    let plain =
        plain.map(|(name, text)| view! { <p class="small"><b>{name}</b> ": " {text.clone()}</p> }).collect_view();
    let quantity = format!("{} {}", words.quantity(line.quantity), line.unit);
    let mut trade =
        vec![(said.share)(line.share).to_owned(), (said.per_unit)(quantity.trim(), &money(words, line.price))];
    if line.discount > 0 {
        trade.push((said.discount)(&money(words, line.discount)));
    }
    trade.push(if amount.vat == 0 { said.no_vat.to_owned() } else { (said.vat)(&money(words, amount.vat)) });
    let trade = trade.join(" · ");
    let terms = part(Part::Terms([&line.what, &line.why, &line.if_not, &line.detail].map(String::as_str).join(" ")));
    let detail = (!line.detail.is_empty()).then(|| view! { <p class="small">{line.detail.clone()}</p> });
    let text = view! {
        {plain}
        {(!sure.is_empty()).then(|| view! { <p class="small">{sure}</p> })}
        <details class="portal__detail"><summary>{said.detail}</summary>{detail}<p class="small">{trade}</p></details>
        {terms}
    };
    view! { <Row title=line.what.clone() text=text.into_any() end=money(words, amount.total).into_any() /> }.into_any()
}

/// What holds besides the price.
fn terms(desk: Desk, quote: &Quote) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let mut lines = Vec::new();
    let mut line = |name: &'static str, value: Option<String>| {
        lines.extend(value.filter(|value| !value.is_empty()).map(|value| FactLine::words(name, value)));
    };
    line(said.exclusions, Some(quote.exclusions.join(" · ")));
    line(said.deposit, quote.deposit.map(|cents| money(words, cents)));
    line(said.valid, quote.valid_until.map(|day| words.day(day)));
    line(said.starts, quote.starts.map(|date| words.date(date)));
    line(said.takes, quote.takes_days.map(said.days));
    let offered = quote.warranty_months.map(said.months);
    line(said.warranty, offered.map(|months| format!("{months} {}", quote.warranty).trim().to_owned()));
    let text = (!quote.terms.is_empty()).then(|| view! { <p class="portal__terms">{quote.terms.clone()}</p> });
    view! { <h3>{said.terms}</h3> <Facts lines /> {text} <p class="small soft">{said.law_57}</p> }.into_any()
}
