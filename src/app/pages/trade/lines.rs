//! The lines of a quote, of extra work or of an invoice, as they are typed.

use super::typed::{Reading, cents_text};
use crate::browser::random;
use crate::components::{Button, Chip, Choice, Glyph, More, SelectField, TextField, Toggle, Weight, When};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::{Line, Share, Sure, Vat};
use words::Words;

/// Keys of the options that can be offered, in the order of their names.
pub const OPTIONS: [&str; 3] = ["good", "better", "best"];

/// How the prices of a paper stand to the tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tax {
    /// None is charged.
    None,
    /// It is in the prices.
    Included,
    /// It comes on top of them.
    OnTop,
}

impl Tax {
    /// As it stands in lines with such prices.
    pub fn of(lines: &[Line], inclusive: bool) -> Self {
        match (lines.iter().any(|line| line.vat != Vat::None), inclusive) {
            (false, _) => Self::None,
            (true, true) => Self::Included,
            (true, false) => Self::OnTop,
        }
    }

    /// What there is to choose.
    pub fn chips(words: &Words) -> Vec<Chip<Self>> {
        let all = [Self::None, Self::Included, Self::OnTop].into_iter().zip(words.job().taxes);
        all.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None }).collect()
    }
}

/// The boxes of a line.
#[derive(Clone)]
pub struct LineBoxes {
    base: Line,
    what: RwSignal<String>,
    why: RwSignal<String>,
    if_not: RwSignal<String>,
    quantity: RwSignal<String>,
    unit: RwSignal<String>,
    price: RwSignal<String>,
    share: RwSignal<Share>,
    sure: RwSignal<Sure>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    option: RwSignal<String>,
    optional: RwSignal<bool>,
    vat: RwSignal<Vat>,
}

impl LineBoxes {
    /// The boxes with a line of a paper in them, whose prices stand so to the tax.
    pub fn of(words: &Words, line: Line, tax: Tax) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            what: text(&line.what),
            why: text(&line.why),
            if_not: text(&line.if_not),
            quantity: RwSignal::new(words.quantity(line.quantity)),
            unit: text(&line.unit),
            price: RwSignal::new(cents_text(words, (!line.what.is_empty()).then_some(line.price))),
            share: RwSignal::new(line.share),
            sure: RwSignal::new(line.sure),
            from: RwSignal::new(cents_text(words, line.from)),
            to: RwSignal::new(cents_text(words, line.to)),
            option: text(&line.option),
            optional: RwSignal::new(line.optional),
            // Where no tax is charged nothing is exempt: if it is charged after all, it is on every line.
            vat: RwSignal::new(if tax == Tax::None { Vat::Standard } else { line.vat }),
            base: line,
        }
    }

    /// The boxes of a new line, with the choices of the one before it.
    pub fn next(words: &Words, last: Option<&Self>) -> Self {
        let id = random::record_id().to_string();
        let chosen = last.map(|last| Line {
            share: last.share.get_untracked(),
            sure: last.sure.get_untracked(),
            option: last.option.get_untracked(),
            optional: last.optional.get_untracked(),
            ..Line::default()
        });
        Self::of(words, Line { id, quantity: 1000, ..chosen.unwrap_or_default() }, Tax::None)
    }

    /// Whether nothing was typed yet; does not track.
    pub fn is_empty(&self) -> bool {
        self.what.with_untracked(String::is_empty) && self.price.with_untracked(String::is_empty)
    }

    /// What stands in them; tracks them.
    pub fn read(&self, reading: &mut Reading, tax: Tax) -> Line {
        let text = |text: RwSignal<String>| normal(&text.get());
        let sure = self.sure.get();
        let mut range = |typed: RwSignal<String>, field| {
            let typed = typed.get();
            if sure == Sure::Estimate { reading.cents(&typed, field) } else { None }
        };
        let (from, to) = (range(self.from, "lines.from"), range(self.to, "lines.to"));
        let vat = if tax == Tax::None { Vat::None } else { self.vat.get() };
        Line {
            what: text(self.what),
            why: text(self.why),
            if_not: text(self.if_not),
            quantity: reading.milli(&self.quantity.get(), "lines.quantity").unwrap_or(1000),
            unit: text(self.unit),
            price: reading.cents(&self.price.get(), "lines.price").unwrap_or(0),
            share: self.share.get(),
            sure,
            from,
            to,
            option: self.option.get(),
            optional: self.optional.get(),
            vat,
            ..self.base.clone()
        }
    }
}

/// What stands in all of them; tracks them.
pub fn read_all(lines: RwSignal<Vec<LineBoxes>>, reading: &mut Reading, tax: Tax) -> Vec<Line> {
    lines.get().iter().map(|line| line.read(reading, tax)).collect()
}

/// The lines, a group of boxes each, and the way to one more.
#[component]
pub fn LinesField(
    /// The lines.
    lines: RwSignal<Vec<LineBoxes>>,
    /// The form that they belong to.
    form: Form,
    /// The paper offers options.
    #[prop(optional, into)]
    options: Signal<bool>,
    /// The client may choose among the lines.
    #[prop(optional)]
    chosen: bool,
    /// Tax is charged, and a line may be an exception.
    #[prop(optional, into)]
    taxed: Signal<bool>,
) -> impl IntoView {
    let words = use_desk().words();
    let add = Callback::new(move |()| {
        lines.update(|lines| {
            let next = LineBoxes::next(words, lines.last());
            lines.push(next);
        });
    });
    view! {
        <div class="stack">
            <ForEnumerate each=move || lines.get() key=|line| line.base.id.clone() let(index, line)>
                <OneLine lines line form options chosen taxed number=Signal::derive(move || index.get() + 1) />
            </ForEnumerate>
            <div><Button label=words.job().add_line glyph=Glyph::PLUS weight=Weight::Quiet on_press=add /></div>
        </div>
    }
}

#[component]
fn OneLine(
    lines: RwSignal<Vec<LineBoxes>>,
    line: LineBoxes,
    form: Form,
    options: Signal<bool>,
    chosen: bool,
    taxed: Signal<bool>,
    number: Signal<usize>,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let optional = words.common().optional;
    // A fault of a line does not say of which: it is shown at one that can have it.
    let at = |field: &'static str, typed: RwSignal<String>, is_wrong: fn(&str) -> bool| {
        let error = form.error(field);
        Signal::derive(move || error.get().filter(|_| typed.with(|typed| is_wrong(typed))))
    };
    let no_what = at("lines.what", line.what, |typed| typed.trim().is_empty());
    let no_price =
        at("lines.price", line.price, |typed| Reading::default().cents(typed, "").is_none() && !typed.is_empty());
    let no_quantity = at("lines.quantity", line.quantity, |typed| {
        Reading::default().milli(typed, "").is_none_or(|quantity| quantity == 0)
    });
    let shares =
        Share::ALL.iter().map(|value| Chip { value: *value, name: (said.shares)(*value).to_owned(), glyph: None });
    let sures =
        Sure::ALL.iter().map(|value| Chip { value: *value, name: (said.sures)(*value).to_owned(), glyph: None });
    let is_estimate = Signal::derive(move || line.sure.get() == Sure::Estimate);
    let id = line.base.id.clone();
    let remove = Callback::new(move |()| lines.update(|lines| lines.retain(|line| line.base.id != id)));
    let keys = move || {
        let all = std::iter::once((String::new(), said.all_options.to_owned()));
        let named = OPTIONS.iter().zip(said.option_names).map(|(key, name)| ((*key).to_owned(), name.to_owned()));
        all.chain(named).collect::<Vec<_>>()
    };
    let ranged = move || {
        view! {
            <div class="pair">
                <TextField label=said.from value=line.from sign=said.rand keyboard="decimal" error=form.error("lines.from") />
                <TextField label=said.to value=line.to sign=said.rand keyboard="decimal" error=form.error("lines.to") />
            </div>
        }
    };
    let of_options = move || {
        view! { <SelectField label=said.of_option value=line.option options=Signal::derive(keys) /> }
    };
    let vats = move || {
        let options = [Vat::Standard, Vat::Zero, Vat::None].into_iter().zip(said.line_vats);
        let options = options.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None }).collect();
        view! { <Choice legend=said.line_vat options value=line.vat /> }
    };
    view! {
        <fieldset class="trade__line stack stack--tight">
            <legend class="trade__legend">{move || (said.line)(number.get())}</legend>
            <TextField label=said.what value=line.what error=no_what />
            <div class="pair">
                <TextField label=said.quantity value=line.quantity keyboard="decimal" error=no_quantity />
                <TextField label=said.price value=line.price sign=said.rand keyboard="decimal" error=no_price />
            </div>
            <Choice legend=said.share options=shares.collect() value=line.share />
            <When is=options>{of_options}</When>
            {chosen.then(|| view! {
                <Toggle label=said.optional on=line.optional on_change=Callback::new(move |on| line.optional.set(on)) />
            })}
            <More summary=said.line_more>
                <TextField label=said.unit optional value=line.unit />
                <TextField label=said.why optional value=line.why />
                <TextField label=said.if_not optional value=line.if_not />
                <Choice legend=said.sure options=sures.collect() value=line.sure />
                <When is=is_estimate>{ranged}</When>
                <When is=taxed>{vats}</When>
            </More>
            <div>
                <Button label=Signal::derive(move || (said.remove_line)(number.get())) glyph=Glyph::X weight=Weight::Small on_press=remove />
            </div>
        </fieldset>
    }
}
