//! How often: the boxes for how a task comes round, in words that can be said aloud.

use crate::components::{Chip, Choice, Combobox, SelectField, TextField, When};
use crate::desk::use_desk;
use crate::pages::field::systems;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::reading::Unit;
use model::recurrence::{Basis, By, Recurrence};
use model::season::Season;
use model::{Fault, FaultCode, RecordId};

/// What is chosen for a task that is done once.
const ONCE: &str = "";

/// What stands in the boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Rounds {
    /// How it is counted: nothing, months, weeks, a meter, or the name of a season.
    by: RwSignal<String>,
    every: RwSignal<String>,
    from: RwSignal<Basis>,
    unit: RwSignal<Unit>,
    /// The meter.
    pub meter: RwSignal<Option<RecordId>>,
}

impl Rounds {
    /// The boxes for what a task says now.
    pub fn of(recurrence: Option<&Recurrence>, meter: Option<RecordId>, quantity: impl Fn(i64) -> String) -> Self {
        let start = recurrence.cloned().unwrap_or_else(|| Recurrence::months(12));
        let by = match (recurrence.map(|recurrence| recurrence.by), start.season) {
            (None, _) => ONCE.to_owned(),
            (Some(By::Season), Some(season)) => season.to_string(),
            (Some(by), _) => by.to_string(),
        };
        let every = if start.by == By::Meter { quantity(start.every) } else { start.every.to_string() };
        Self {
            by: RwSignal::new(by),
            every: RwSignal::new(every),
            from: RwSignal::new(start.from),
            unit: RwSignal::new(start.unit.unwrap_or(Unit::Hour)),
            meter: RwSignal::new(meter),
        }
    }

    /// What they say.
    ///
    /// # Errors
    /// A number that is none.
    pub fn recurrence(self) -> Result<Option<Recurrence>, Fault> {
        let by = self.by.get_untracked();
        if let Ok(season) = by.parse::<Season>() {
            return Ok(Some(Recurrence::season(season)));
        }
        let Ok(by) = by.parse::<By>() else { return Ok(None) };
        let digits: String = self.every.get_untracked().chars().filter(|c| !c.is_whitespace()).collect();
        let number = digits.parse::<i64>().map_err(|_| Fault::new("recurrence.every", FaultCode::NotWhole))?;
        let (every, unit) = match by {
            By::Meter => (number.saturating_mul(1000), Some(self.unit.get_untracked())),
            _ => (number, None),
        };
        Ok(Some(Recurrence { from: self.from.get_untracked(), by, every, season: None, unit }))
    }

    fn is(self, wanted: &'static [By]) -> Signal<bool> {
        Signal::derive(move || self.by.with(|by| by.parse::<By>().is_ok_and(|by| wanted.contains(&by))))
    }
}

/// The boxes.
#[component]
pub fn RoundsBoxes(
    /// What stands in them.
    rounds: Rounds,
    /// The form.
    form: Form,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.care();
    let seasons = Season::ALL.iter().map(|season| (season.to_string(), (said.season)(*season).to_owned()));
    let counted =
        [(ONCE, said.once), ("month", said.every_months), ("week", said.every_weeks), ("meter", said.by_meter)];
    let counted = counted.map(|(value, name)| (value.to_owned(), name.to_owned()));
    let options: Vec<_> = counted.into_iter().chain(seasons).collect();
    let bases =
        Basis::ALL.iter().map(|basis| Chip { value: *basis, name: (said.counted_from)(*basis).into(), glyph: None });
    let units =
        Unit::ALL.iter().map(|unit| Chip { value: *unit, name: (words.choice().unit)(*unit).into(), glyph: None });
    let (bases, units): (Vec<_>, Vec<_>) = (bases.collect(), units.collect());
    let typed = RwSignal::new(String::new());
    view! {
        <SelectField label=said.how_often value=rounds.by options=options error=form.error("recurrence.season") />
        <When is=rounds.is(&[By::Month, By::Week, By::Meter])>
            <TextField label=said.how_many value=rounds.every keyboard="numeric" error=form.error("recurrence.every") />
        </When>
        <When is=rounds.is(&[By::Month, By::Week])>
            <Choice legend=said.counted options=bases.clone() value=rounds.from />
        </When>
        <When is=rounds.is(&[By::Meter])>
            <Choice legend=said.unit options=units.clone() value=rounds.unit />
            <Combobox label=said.meter options=systems(desk) value=rounds.meter typed=typed error=form.error("meter") />
        </When>
    }
}
