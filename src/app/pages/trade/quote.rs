//! Writing a quote, or its next version; what is typed is kept on this device until it is sent.

use super::act::{Open, back, leaving, stays};
use super::firm::{FirmBoxes, FirmField, remember, remembered};
use super::lines::{LineBoxes, LinesField, OPTIONS, Tax, read_all};
use super::sums::quote_sum;
use super::typed::{Reading, cents_text, day_text, number_text};
use crate::components::{
    AreaField, Button, Choice, Glyph, More, Notice, NoticeKind, Section, TextField, Toggle, Weight, dynamic,
};
use crate::deeds::draft;
use crate::deeds::portal::visited;
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, FormPage};
use crate::pages::keeper::Keeper;
use crate::pages::trade_desk;
use crate::route::Later;
use leptos::prelude::*;
use model::PartialDate;
use model::canonical::normal;
use model::firm::Template;
use model::portal::{self, Line, Quote};

/// Days that a quote holds unless another day is typed.
const VALID_DAYS: u32 = 30;

/// The page: what was begun before, else the version that it replaces, else an empty quote.
#[component]
pub fn QuoteForm(
    /// The job.
    open: Open,
) -> impl IntoView {
    let desk = use_desk();
    let place = draft::place(desk, &format!("trade/{}/quote", open.space));
    let before = RwSignal::new(None::<(Quote, bool)>);
    let (read, fresh) = (place.clone(), begun(desk, &open));
    let (anew, space) = (fresh.clone(), open.space);
    leptos::task::spawn_local(async move {
        let kept = draft::read::<Quote>(desk, &read).await.filter(|kept| kept.replaces == fresh.replaces);
        let is_kept = kept.is_some();
        let mut start = kept.unwrap_or(fresh);
        if start.provider.name.is_empty() {
            start.provider = remembered(desk, space).await.0.unwrap_or(start.provider);
        }
        before.try_set(Some((start, is_kept)));
    });
    dynamic(move || {
        let (start, is_kept) = before.get()?;
        let (open, place, anew) = (open.clone(), place.clone(), anew.clone());
        let from = Callback::new(move |quote| before.set(Some((quote, false))));
        let again = is_kept.then(|| Callback::new(move |()| before.set(Some((anew.clone(), false)))));
        Some(view! { <Boxed open place start from again /> })
    })
}

/// What a quote begins with.
fn begun(desk: Desk, open: &Open) -> Quote {
    let today = desk.today();
    let asked = open.deal.request.as_ref().map(|request| request.letter.title.clone()).unwrap_or_default();
    let last = open.deal.quotes.last().map(|quote| Quote { replaces: Some(quote.id), ..quote.letter.clone() });
    let base = last.unwrap_or_else(|| Quote { title: asked, inclusive: true, ..Quote::default() });
    Quote { on: Some(today), valid_until: Some(today.plus_days(VALID_DAYS)), ..base }
}

/// What a quote can be made from is given to it so. A handle.
#[derive(Clone, Copy)]
pub struct Picking {
    /// Whether the quote's prices include the tax.
    pub inclusive: Signal<bool>,
    /// Takes a line.
    pub on_line: Callback<Line>,
    /// Begins anew from a template.
    pub on_template: Callback<Template>,
    /// What was typed, as a template without a name.
    pub template: Callback<(), Template>,
}

/// The boxes of a quote.
#[derive(Clone, Copy)]
struct Boxes {
    base: StoredValue<Quote>,
    title: RwSignal<String>,
    number: RwSignal<String>,
    lines: RwSignal<Vec<LineBoxes>>,
    tax: RwSignal<Tax>,
    options: RwSignal<bool>,
    deposit: RwSignal<String>,
    valid_until: RwSignal<String>,
    starts: RwSignal<String>,
    takes: RwSignal<String>,
    warranty: RwSignal<String>,
    exclusions: RwSignal<String>,
    terms: RwSignal<String>,
    firm: FirmBoxes,
}

impl Boxes {
    fn of(desk: Desk, quote: Quote) -> Self {
        let words = desk.words();
        let text = |text: &str| RwSignal::new(text.to_owned());
        let tax = Tax::of(&quote.lines, quote.inclusive);
        let mut lines: Vec<LineBoxes> =
            quote.lines.iter().map(|line| LineBoxes::of(words, line.clone(), tax)).collect();
        if lines.is_empty() {
            lines.push(LineBoxes::next(words, None));
        }
        Self {
            title: text(&quote.title),
            number: text(&quote.number),
            lines: RwSignal::new(lines),
            tax: RwSignal::new(tax),
            options: RwSignal::new(!quote.options.is_empty()),
            deposit: RwSignal::new(cents_text(words, quote.deposit)),
            valid_until: RwSignal::new(day_text(quote.valid_until)),
            starts: RwSignal::new(day_text(quote.starts.map(PartialDate::first))),
            takes: RwSignal::new(number_text(quote.takes_days)),
            warranty: RwSignal::new(number_text(quote.warranty_months)),
            exclusions: RwSignal::new(quote.exclusions.join("\n")),
            terms: text(&quote.terms),
            firm: FirmBoxes::of(&quote.provider),
            base: StoredValue::new(quote),
        }
    }

    /// The quote that stands in them; tracks them.
    fn read(self, desk: Desk, reading: &mut Reading) -> Quote {
        let text = |text: RwSignal<String>| normal(&text.get());
        let tax = self.tax.get();
        let mut lines = read_all(self.lines, reading, tax);
        if !self.options.get() {
            lines.iter_mut().for_each(|line| line.option.clear());
        }
        let names = OPTIONS.iter().zip(desk.words().job().option_names);
        let options = names.filter(|(key, _)| lines.iter().any(|line| line.option == **key)).map(|(key, name)| {
            portal::Choice { key: (*key).to_owned(), name: name.to_owned(), ..portal::Choice::default() }
        });
        Quote {
            title: text(self.title),
            number: text(self.number),
            options: options.collect(),
            lines,
            inclusive: tax == Tax::Included,
            deposit: reading.cents(&self.deposit.get(), "deposit"),
            valid_until: reading.day(&self.valid_until.get(), "valid_until"),
            starts: reading.day(&self.starts.get(), "starts").map(PartialDate::day),
            takes_days: reading.whole(&self.takes.get(), "takes_days"),
            warranty_months: reading.whole(&self.warranty.get(), "warranty_months"),
            exclusions: self.exclusions.get().lines().map(normal).filter(|one| !one.is_empty()).collect(),
            terms: text(self.terms),
            provider: self.firm.read(),
            ..self.base.get_value()
        }
    }
}

/// The quote as a template without a name.
fn template(quote: Quote) -> Template {
    let Quote {
        title, lines, options, inclusive, exclusions, terms, takes_days, warranty_months, warranty, notes, ..
    } = quote;
    let valid_days = quote.valid_until.zip(quote.on).and_then(|(last, on)| u32::try_from(last.days_since(on)).ok());
    Template {
        title,
        lines,
        options,
        inclusive,
        exclusions,
        terms,
        takes_days,
        warranty_months,
        warranty,
        notes,
        valid_days,
        ..Template::default()
    }
}

/// The way to what a quote can be made from; it is fetched when it is wanted. By a link nothing is kept from one job to another.
fn pick(desk: Desk, boxes: Boxes, from: Callback<Quote>) -> Option<AnyView> {
    if visited(desk).is_some() {
        return None;
    }
    let words = desk.words();
    let read = move || untrack(|| boxes.read(desk, &mut Reading::default()));
    let on_line = move |line: Line| {
        boxes.lines.update(|lines| {
            // The first line stands there empty until something is typed.
            lines.retain(|line| !line.is_empty());
            lines.push(LineBoxes::of(words, line, untrack(|| boxes.tax.get())));
        });
    };
    let on_template = move |template: Template| {
        let (now, begun) = (read(), template.quote(desk.today()));
        let deposit = template.deposit(lines_total(&begun));
        let valid_until = begun.valid_until.or(now.valid_until);
        let Quote { replaces, provider, number, .. } = now;
        from.run(Quote { replaces, provider, number, deposit, valid_until, ..begun });
    };
    provide_context(Picking {
        inclusive: Signal::derive(move || boxes.tax.get() != Tax::OnTop),
        on_line: Callback::new(on_line),
        on_template: Callback::new(on_template),
        template: Callback::new(move |()| template(read())),
    });
    let (wanted, picker) = (RwSignal::new(false), Later::new(|| Box::pin(trade_desk())));
    let open = Callback::new(move |()| wanted.set(true));
    let button = move || {
        if wanted.get() {
            return picker.drawn();
        }
        view! { <Button label=words.job().pick glyph=Glyph::BOOK_OPEN weight=Weight::Quiet on_press=open /> }.into_any()
    };
    Some(dynamic(button))
}

fn lines_total(quote: &Quote) -> i64 {
    portal::money::sum(&quote.lines, quote.inclusive, quote.on).total
}

#[component]
fn Boxed(open: Open, place: String, start: Quote, from: Callback<Quote>, again: Option<Callback<()>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let space = open.space;
    let form = Form::new();
    let first = start.clone();
    let boxes = Boxes::of(desk, start);
    let keeper = StoredValue::new_local(Keeper::new(desk, place));
    let typed = Memo::new(move |_| boxes.read(desk, &mut Reading::default()));
    Effect::new(move |_| {
        let now = typed.get();
        keeper.with_value(|keeper| keeper.keep((now != first).then_some(now)));
    });
    let leave = leaving(open.space);
    let back = back(open.space);
    let send = Callback::new(move |()| {
        let mut reading = Reading::default();
        let quote = untrack(|| boxes.read(desk, &mut reading));
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let (leave, firm) = (leave.clone(), quote.provider.clone());
        open.write(form, desk, &quote, move || {
            keeper.with_value(Keeper::end);
            remember(desk, firm, None);
            leave(said.quote_sent);
        });
    });
    let kept = again.map(|again| {
        let anew = view! { <Button label=said.draft_fresh weight=Weight::Small on_press=again /> }.into_any();
        view! { <Notice kind=NoticeKind::Info title=said.draft_kept actions=anew /> }
    });
    let optional = words.common().optional;
    view! {
        <FormPage title=said.write_quote back form save=said.send_quote on_save=send>
            {kept}
            {stays(desk)}
            <TextField label=said.quote_title value=boxes.title error=form.error("title") />
            <Choice legend=said.tax options=Tax::chips(words) value=boxes.tax />
            <Toggle label=said.options hint=said.options_hint on=boxes.options on_change=Callback::new(move |on| boxes.options.set(on)) />
            <Section title=said.lines>
                <LinesField lines=boxes.lines form options=boxes.options chosen=true taxed=Signal::derive(move || boxes.tax.get() != Tax::None) />
                {pick(desk, boxes, from)}
            </Section>
            <div role="status">{dynamic(move || typed.with(|quote| quote_sum(desk, quote)))}</div>
            <More summary=said.quote_more>
                <TextField label=said.number optional value=boxes.number error=form.error("number") />
                <TextField label=said.deposit optional value=boxes.deposit sign=said.rand keyboard="decimal" error=form.error("deposit") />
                <TextField label=said.valid_until optional value=boxes.valid_until kind="date" error=form.error("valid_until") />
                <TextField label=said.starts optional value=boxes.starts kind="date" error=form.error("starts") />
                <TextField label=said.takes optional value=boxes.takes unit=said.days keyboard="numeric" error=form.error("takes_days") />
                <TextField label=said.warranty optional hint=said.warranty_hint value=boxes.warranty unit=said.months keyboard="numeric" error=form.error("warranty_months") />
                <AreaField label=said.exclusions optional hint=said.exclusions_hint value=boxes.exclusions error=form.error("exclusions") />
                <AreaField label=said.terms optional value=boxes.terms error=form.error("terms") />
            </More>
            <FirmField firm=boxes.firm form space />
        </FormPage>
    }
}
