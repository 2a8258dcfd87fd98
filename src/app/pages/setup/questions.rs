//! The questions of a card, all of them optional: photos, make, place, age, what the catalogue asks, expected life; and what its parts are.

use super::boxes::{Boxes, Offer};
use crate::components::{Combobox, FactLine, Facts, More, PartialDateField, Pick, TextField, When};
use crate::desk::Desk;
use crate::pages::field::{FilesField, zones};
use crate::pages::form::{Form, date_words};
use leptos::prelude::*;
use model::catalogue::{Question, UsualLife, UsualSource};
use model::life::Source;
use model::look::folded;
use words::Words;

/// The questions.
#[component]
pub fn Questions(
    /// Where the home is.
    desk: Desk,
    /// The boxes.
    boxes: Boxes,
    /// The form.
    form: Form,
) -> impl IntoView {
    let words = desk.words();
    let optional = words.common().optional;
    let usual = boxes.usual.get_value();
    let asked = |field: &str, plain: &str| {
        let question = usual.questions.iter().find(|question| question.field == field);
        question.map_or_else(|| plain.to_owned(), |question| question.ask.clone())
    };
    let hint = (words.setup().photos_hint)(&usual.photos.join("; "));
    let answers = usual.questions.iter().zip(boxes.answers.get_value()).filter(|(question, _)| {
        // These have a box of their own on every card.
        !matches!(question.field.as_str(), "make" | "installed")
    });
    let answer = |(question, value): (&Question, RwSignal<String>)| {
        let Question { ask, example, .. } = question.clone();
        // Errors are said of a field, which its first box shows.
        let error = match question.field.as_str() {
            "shut_off" => form.error("shut_off"),
            "model" => form.error("model"),
            "serial" => form.error("serial"),
            "size" => form.error("size"),
            _ => form.error("notes"),
        };
        view! { <TextField label=ask optional placeholder=example value error /> }
    };
    let answers = answers.map(answer).collect_view();
    view! {
        <FilesField label=words.setup().photos hint files=boxes.files form photos_only=true />
        <div class="pair">
            <Make boxes form label=asked("make", words.system().make) optional=optional.to_owned() />
            <Place desk boxes form />
        </div>
        <PartialDateField
            legend=asked("installed", words.system().installed)
            optional
            value=boxes.installed
            today=desk.today()
            words=date_words(words)
            error=form.error("installed")
        />
        {answers}
        <TextField label=words.system_form().name optional value=boxes.name error=form.error("name") />
        <Life desk boxes form />
        <Parts desk boxes />
    }
}

/// The make: one that is usual, or any.
#[component]
fn Make(boxes: Boxes, form: Form, label: String, optional: String) -> impl IntoView {
    let makers = boxes.usual.with_value(|usual| usual.makers.clone());
    let pick =
        |(at, name): (usize, &String)| Pick { value: Offer::Usual(at), name: name.clone(), detail: String::new() };
    let placeholder = few(makers.iter());
    let options = Signal::stored(makers.iter().enumerate().map(pick).collect::<Vec<_>>());
    let choose = Callback::new(move |offer: Offer| {
        if let Offer::Usual(at) = offer {
            boxes.make.set(makers.get(at).cloned().unwrap_or_default());
        }
    });
    view! { <Combobox label optional placeholder options value=RwSignal::new(None) typed=boxes.make on_choose=choose error=form.error("make") /> }
}

/// The first of some names, as an example of what may be typed.
fn few<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let few: Vec<&str> = names.take(2).map(String::as_str).collect();
    if few.is_empty() { String::new() } else { format!("{} …", few.join(", ")) }
}

/// Where it stands: a zone of the home, a place where such a thing usually is, or any.
#[component]
fn Place(desk: Desk, boxes: Boxes, form: Form) -> impl IntoView {
    let words = desk.words();
    let known = zones(desk);
    let options = Signal::derive(move || {
        let known = known.get();
        let is_new = |name: &str| known.iter().all(|zone| folded(&zone.name) != folded(name));
        let usual = boxes.usual.get_value();
        let usual = usual.places.iter().enumerate().filter(|(_, place)| is_new(&place.name));
        let usual =
            usual.map(|(at, place)| Pick { value: Offer::Usual(at), name: place.name.clone(), detail: String::new() });
        let zone = |zone: &Pick<_>| Pick {
            value: Offer::Zone(zone.value),
            name: zone.name.clone(),
            detail: zone.detail.clone(),
        };
        usual.chain(known.iter().map(zone)).collect::<Vec<_>>()
    });
    let offer = Callback::new(move |name: String| (desk.words().field().new_named)(&name));
    view! {
        <Combobox
            label=words.setup().place
            optional=words.common().optional
            placeholder=boxes.usual.with_value(|usual| few(usual.places.iter().map(|place| &place.name)))
            options
            value=boxes.stand
            typed=boxes.place
            offer
            error=form.error("zone")
        />
    }
}

/// Its expected life: the usual figure with its source, and the person's own, which goes before it.
#[component]
fn Life(desk: Desk, boxes: Boxes, form: Form) -> impl IntoView {
    let words = desk.words();
    let usual = boxes.usual.with_value(|usual| usual.life.clone());
    let example = usual.as_ref().map(|life| (words.setup().life_example)(life.years_min, life.years_max));
    let source = match &usual {
        Some(life) => (words.setup().life)(&lasts(words, life), &source(words, &life.source), &life.note),
        None => words.setup().life_none.to_owned(),
    };
    let has_own = Memo::new(move |_| boxes.life.with(|typed| !typed.trim().is_empty()));
    view! {
        <TextField
            label=words.system().expected_life
            optional=words.common().optional
            unit=words.system_form().years
            keyboard="numeric"
            placeholder=example.unwrap_or_default()
            value=boxes.life
            source
            error=form.error("life_years")
        />
        <When is=Signal::derive(move || has_own.get())>
            <TextField
                label=desk.words().system_form().life_source
                optional=desk.words().common().optional
                placeholder=desk.words().system_form().life_source_example
                value=boxes.life_source
                error=form.error("life_source")
            />
        </When>
    }
}

fn lasts(words: &Words, life: &UsualLife) -> String {
    (words.system().life)(life.years_min, life.years_max)
}

fn source(words: &Words, source: &UsualSource) -> String {
    if source.basis == UsualSource::PUBLISHED {
        (words.setup().source_says)(&source.title, &source.says)
    } else {
        (words.choice().source)(Source::Trade)
    }
}

/// What it is made of, folded away.
#[component]
fn Parts(desk: Desk, boxes: Boxes) -> impl IntoView {
    let words = desk.words();
    let parts = boxes.usual.with_value(|usual| usual.parts.clone());
    let count = parts.len();
    let line = |part: model::catalogue::UsualPart| {
        let life = part.life.as_ref().map(|life| {
            let said = (words.setup().part_life)(&lasts(words, life), &source(words, &life.source));
            if life.note.is_empty() { said } else { format!("{said}. {}", life.note) }
        });
        FactLine::words(part.name, part.what).noted(life.unwrap_or_default())
    };
    let lines: Vec<FactLine> = parts.into_iter().map(line).collect();
    (count > 0).then(|| view! { <More summary=(words.setup().parts)(count)><Facts lines /></More> })
}
