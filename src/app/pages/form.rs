//! What the forms of all pages share: faults beside their fields, one save at a time, the words of their boxes.

use super::{Page, Toaster, use_toaster};
use crate::browser::focus;
use crate::components::{Button, DateWords, LinkButton, Weight};
use crate::deeds::Trouble;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::money::CENTS_MAX;
use model::{Fault, FaultCode, Money};
use std::collections::BTreeSet;
use words::Words;

/// A form at work. A handle: copies are the same form.
#[derive(Clone, Copy)]
pub struct Form {
    desk: Desk,
    toaster: Toaster,
    faults: RwSignal<Vec<Fault>>,
    busy: RwSignal<bool>,
    asked: StoredValue<BTreeSet<&'static str>>,
}

impl Form {
    /// A form of the component that asks.
    pub fn new() -> Self {
        Self {
            desk: use_desk(),
            toaster: use_toaster(),
            faults: RwSignal::default(),
            busy: RwSignal::default(),
            asked: StoredValue::default(),
        }
    }

    /// What is wrong with `field` or a part of it, for the box that asks for it.
    pub fn error(self, field: &'static str) -> Signal<Option<String>> {
        self.asked.update_value(|asked| {
            asked.insert(field);
        });
        Signal::derive(move || {
            let words = self.desk.words();
            self.faults.with(|faults| faults.iter().find(|fault| is_of(fault, field)).map(|fault| told(words, fault)))
        })
    }

    /// Takes back what was said of `field`, of which the form has found another value by itself.
    pub fn clear(self, field: &'static str) {
        self.faults.update(|faults| faults.retain(|fault| !is_of(fault, field)));
    }

    /// Whether it is being saved.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Does `deed`, and then `done` with what it made. What is wrong is said beside its box, or in passing where there is none; what was
    /// typed stays. A second press while it is at work does nothing.
    pub fn run<T: 'static>(
        self,
        deed: impl Future<Output = Result<T, Trouble>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.faults.set(Vec::new());
        leptos::task::spawn_local(async move {
            match deed.await {
                Ok(made) => done(made),
                Err(trouble) if trouble.faults().is_empty() => self.toaster.say(trouble.told(self.desk.words())),
                Err(trouble) => self.show(trouble.faults().to_vec()),
            }
            // The form may have gone with what was done.
            let _ = self.busy.try_set(false);
        });
    }

    /// Says something in passing.
    pub fn say(self, text: &str) {
        self.toaster.say(text);
    }

    /// Says what is wrong.
    pub fn show(self, faults: Vec<Fault>) {
        let words = self.desk.words();
        let boxed = |fault: &Fault| {
            self.asked.try_with_value(|asked| asked.iter().any(|field| is_of(fault, field))).unwrap_or(false)
        };
        if let Some(fault) = faults.iter().find(|fault| !boxed(fault)) {
            self.toaster.say((words.form().other_fault)(&fault.field, &told(words, fault)));
        }
        let _ = self.faults.try_set(faults);
        focus::first_wrong();
    }
}

impl Default for Form {
    fn default() -> Self {
        Self::new()
    }
}

fn is_of(fault: &Fault, field: &str) -> bool {
    fault.field.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What is wrong, in a sentence; limits are written as people read them.
pub fn told(words: &Words, fault: &Fault) -> String {
    let limit = fault.limit.map(|limit| match (fault.field.as_str(), fault.code) {
        (field, FaultCode::TooLarge) if field.ends_with(".size") => words.bytes(limit.unsigned_abs()),
        (_, FaultCode::TooEarly | FaultCode::TooLate) => limit.to_string(),
        (_, FaultCode::TooLarge) if limit == CENTS_MAX => words.money(&Money::rand(limit)),
        // Digits of a year are not grouped.
        ("year_built", _) => limit.to_string(),
        _ => words.number(limit),
    });
    (words.trouble().fault)(fault.code, limit.as_deref())
}

/// The words of a date box.
pub fn date_words(words: &Words) -> DateWords {
    DateWords {
        how: words.form().how_exactly,
        precisions: words.form().precisions,
        day: words.form().day,
        month: words.form().month,
        year: words.form().year,
        months: words.months,
    }
}

/// An amount as it stands in a box: without currency, ready to be typed over.
pub fn money_text(words: &Words, money: Option<&Money>) -> String {
    let text = |money: &Money| {
        let (whole, cents) = (money.cents / 100, money.cents % 100);
        if cents == 0 { whole.to_string() } else { format!("{whole}{}{cents:02}", words.format.decimal) }
    };
    money.map(text).unwrap_or_default()
}

/// What was typed into the box of an amount in `currency`; none for an empty box. The fault names `field`.
pub fn money_typed(typed: &str, currency: &str, field: &str) -> Result<Option<Money>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    Money::read(typed, currency).map(Some).ok_or_else(|| Fault::new(field, FaultCode::Unreadable))
}

/// What was typed into the box of a whole number; none for an empty box. The fault names `field`.
pub fn number_typed(typed: &str, field: &str) -> Result<Option<i64>, Fault> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().map(Some).map_err(|_| Fault::new(field, FaultCode::NotWhole))
}

/// A page that is a form: its questions, and at its foot the ways to keep and to leave.
#[component]
pub fn FormPage(
    /// What is being written.
    #[prop(into)]
    title: Signal<String>,
    /// Where leaving leads.
    #[prop(into)]
    back: String,
    /// The form.
    form: Form,
    /// The word of the button that keeps it; "Save" unless said.
    #[prop(optional, into)]
    save: Option<String>,
    /// Keep what was typed.
    on_save: Callback<()>,
    /// The questions.
    children: Children,
) -> impl IntoView {
    let words = use_desk().words();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_save.run(());
    };
    view! {
        <Page title back=(back.clone(), words.common().cancel.to_owned()) closes=true>
            <form class="form" novalidate on:submit=submit>
                {children()}
                <div class="form__foot actions">
                    <Button
                        label=save.unwrap_or_else(|| words.common().save.to_owned())
                        weight=Weight::Primary
                        submit=true
                        busy=form.busy()
                    />
                    <LinkButton label=words.common().cancel href=back weight=Weight::Quiet />
                </div>
            </form>
        </Page>
    }
}
