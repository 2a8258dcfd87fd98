//! The switches of a report. What is chosen goes into the address, and from there onto the paper.

use super::held::Held;
use super::pdf::{PdfButton, PdfNotes};
use super::pictures::{Pictures, PrintButton};
use crate::browser::viewport;
use crate::components::{
    Chip, Choices, DateWords, LinkButton, More, Notice, NoticeKind, PartialDateField, Toggle, Weight, dynamic,
};
use crate::desk::use_desk;
use crate::pages::form::date_words;
use crate::pages::logbook::address;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use report::{Hidden, Part, Wish, mentions};
use words::Words;

/// Texts that are quoted at once.
const SAID_MAX: usize = 5;

/// The panel; folded away where there is little room.
#[component]
pub fn Panel(
    /// What the report is asked to hold.
    wish: Memo<Wish>,
    /// Where leaving leads.
    back: Signal<String>,
    /// The photos of the report.
    pictures: Pictures,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.print();
    let asked = Asked::new(wish);
    let trouble = RwSignal::new(None);
    let parts = asked.held(|wish| wish.parts.clone(), |wish, parts| wish.parts = parts);
    let from = asked.held(|wish| wish.from, |wish, from| wish.from = from);
    let until = asked.held(|wish| wish.until, |wish, until| wish.until = until);
    // Who was given a part of a home cannot tell how the whole stands.
    let of_all = |part: &Part| matches!(part, Part::Health | Part::Requests);
    let offered = Part::ALL.into_iter().filter(|part| !of_all(part) || !desk.visiting.get_untracked());
    let options = offered.map(|value| Chip { value, name: value.name(words).to_owned(), glyph: None }).collect();
    let toggle = move |label: &'static str, hint: &'static str, on: fn(&Wish) -> bool, set: fn(&mut Hidden, bool)| {
        let on_change = Callback::new(move |is| asked.change(|wish| set(&mut wish.hidden, is)));
        view! { <Toggle label hint on=Signal::derive(move || wish.with(on)) on_change /> }
    };
    let dates = dates(words);
    let today = desk.today();
    view! {
        <div class="stack paperless">
            <More summary=said.choices open=Signal::stored(viewport::is_wide())>
                <div class="stack">
                    <Choices legend=said.parts options values=parts />
                    <div class="pair">
                        <PartialDateField legend=said.from value=from today words=dates optional=words.common().optional exact=true />
                        <PartialDateField legend=said.until value=until today words=dates optional=words.common().optional exact=true />
                    </div>
                    <p class="small soft">{said.dates_hint}</p>
                    <div>
                        {toggle(said.hide_costs, said.hide_hint, |wish| wish.hidden.costs, |hidden, is| hidden.costs = is)}
                        {toggle(said.hide_names, said.hide_hint, |wish| wish.hidden.names, |hidden, is| hidden.names = is)}
                    </div>
                </div>
            </More>
            <StillSaid wish />
            <PdfNotes trouble />
            <div class="line">
                <PrintButton pictures />
                <PdfButton wish trouble />
                {move || view! { <LinkButton label=words.common().back href=back.get() weight=Weight::Quiet /> }}
            </div>
        </div>
    }
}

/// Texts that seem to say what is hidden, the first few of them.
#[component]
fn StillSaid(wish: Memo<Wish>) -> impl IntoView {
    let desk = use_desk();
    let found = Memo::new(move |_| {
        let held = Held::of(desk);
        wish.with(|wish| mentions(&held.home(), wish, desk.words()))
    });
    dynamic(move || {
        let found = found.get();
        let first = found.iter().take(SAID_MAX).map(|text| (desk.words().entry().quoted)(text));
        let first = first.collect::<Vec<_>>().join(", ");
        let title = (desk.words().print().still_said)(found.len(), &first);
        (!found.is_empty()).then(|| view! { <Notice kind=NoticeKind::Warn title /> })
    })
}

/// The boxes of a date that need not be chosen.
fn dates(words: &'static Words) -> DateWords {
    let mut dates = date_words(words);
    dates.precisions[5] = words.print().any_date;
    dates
}

/// What is wished for, as the panel knows it: ahead of the address, which follows a moment later.
#[derive(Clone, Copy)]
struct Asked {
    wish: Memo<Wish>,
    latest: StoredValue<Wish>,
    go: Callback<String>,
}

impl Asked {
    fn new(wish: Memo<Wish>) -> Self {
        let latest = StoredValue::new(wish.get_untracked());
        let (navigate, path) = (use_navigate(), use_location().pathname);
        let go = Callback::new(move |query: String| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("{}{query}", path.get_untracked()), options);
        });
        Effect::new(move |_| latest.set_value(wish.get()));
        Self { wish, latest, go }
    }

    /// Wishes for something else.
    fn change(self, change: impl FnOnce(&mut Wish)) {
        let mut next = self.latest.get_value();
        change(&mut next);
        if next != self.latest.get_value() {
            let query = address::ending(next.pairs());
            self.latest.set_value(next);
            self.go.run(query);
        }
    }

    /// A box of the panel: what the address says is in it, and what is chosen in it goes into the address.
    fn held<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: fn(&Wish) -> T,
        write: fn(&mut Wish, T),
    ) -> RwSignal<T> {
        let held = RwSignal::new(self.wish.with_untracked(read));
        // The address is outside, on both ways.
        Effect::new(move |_| {
            let asked = self.wish.with(read);
            if held.with_untracked(|held| *held != asked) {
                held.set(asked);
            }
        });
        Effect::new(move |before: Option<T>| {
            let now = held.get();
            if before.is_some_and(|before| before != now) {
                self.change(|wish| write(wish, now.clone()));
            }
            now
        });
        held
    }
}
