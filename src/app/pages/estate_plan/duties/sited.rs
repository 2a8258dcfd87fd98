//! Which systems nobody has said of where they stand, and saying it of many at once.

use super::Seen;
use super::map::{serving, standings};
use super::read::{Site, Sites};
use crate::browser::random;
use crate::components::{
    Button, Choice, Empty, Glyph, Row, Rows, Section, SelectField, Status, TextField, Tone, Weight, dynamic,
};
use crate::deeds::{Change, estate};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::estate::responsibility::{Serves, Standing};
use model::scheme::Siting;

/// Systems that are drawn; of more only the number is told.
const DRAWN_MAX: usize = 100;

/// The part.
pub fn sited(seen: Seen) -> AnyView {
    let said = seen.desk.words().estate_duties();
    let sort = RwSignal::new(String::new());
    let has_open = Memo::new(move |_| {
        seen.sites.with(|sites| sites.as_ref().map(|sites| sites.things.iter().any(|site| site.siting.is_none())))
    });
    let none = move || {
        let is_told = seen.sites.with(|sites| sites.as_ref().is_some_and(|sites| !sites.things.is_empty()));
        let title = if is_told { said.all_sited } else { said.no_systems };
        view! { <Empty glyph=Glyph::MAP_PIN title text="" /> }.into_any()
    };
    let shown = move || match has_open.get() {
        Some(true) => view! {
            {seen.writes.get().then(|| boxes(seen, sort))}
            {dynamic(move || seen.sites.with(|sites| sites.as_ref().map(|sites| list(seen, sites, sort))))}
        }
        .into_any(),
        _ => none(),
    };
    view! { <p class="section__note">{said.sited_lead}</p> {dynamic(shown)} }.into_any()
}

/// The systems of the chosen sort that nobody has sited.
fn open<'a>(sites: &'a Sites, sort: &str) -> Vec<&'a Site> {
    let is_asked = |site: &&Site| site.siting.is_none() && (sort.is_empty() || site.thing.sort.as_str() == sort);
    sites.things.iter().filter(is_asked).collect()
}

fn list(seen: Seen, sites: &Sites, sort: RwSignal<String>) -> AnyView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let open = open(sites, &sort.get());
    let row = |site: &&Site| {
        let sort = (words.choice().system)(site.thing.sort);
        let title = if site.thing.name.is_empty() { sort.to_owned() } else { site.thing.name.clone() };
        let unit = sites.unit(site.unit).map(|unit| unit.number.clone()).unwrap_or_default();
        view! { <Row title text=report::joined(&[&unit, sort]).into_any() /> }
    };
    let rows = open.iter().take(DRAWN_MAX).map(row).collect_view();
    let count = (said.unsited)(open.len());
    view! {
        <Section title=said.sited>
            <div class="stack">
                <p><Status tone=Tone::Unknown word=count /></p>
                <Rows>{rows}</Rows>
            </div>
        </Section>
    }
    .into_any()
}

/// What is said of all of them.
fn boxes(seen: Seen, sort: RwSignal<String>) -> AnyView {
    let desk = seen.desk;
    let words = desk.words();
    let said = words.estate_duties();
    let form = Form::new();
    let (standing, serves) = (RwSignal::new(Standing::Section), RwSignal::new(Serves::One));
    let note = RwSignal::new(String::new());
    let number =
        Memo::new(move |_| seen.sites.with(|sites| sites.as_ref().map_or(0, |sites| open(sites, &sort.get()).len())));
    let press = Callback::new(move |()| {
        let letter = |site: &Site| Siting {
            unit: Some(site.unit),
            system: Some(site.thing.id),
            standing: standing.get_untracked(),
            serves: serves.get_untracked(),
            note: normal(&note.get_untracked()),
            deleted: None,
        };
        let changes = seen.sites.with_untracked(|sites| {
            let open = sites.iter().flat_map(|sites| open(sites, &sort.get_untracked()));
            open.map(|site| Change::new(random::record_id(), &letter(site))).collect::<Vec<_>>()
        });
        form.run(async move { estate::write(desk, changes).await }, |()| {});
    });
    let sorts = Signal::derive(move || {
        let sorts = seen.sites.with(|sites| sites.as_ref().map(Sites::sorts)).unwrap_or_default();
        let named = sorts.into_iter().map(|one| (one.as_str().to_owned(), (words.choice().system)(one).to_owned()));
        [(String::new(), said.every_sort.to_owned())].into_iter().chain(named).collect::<Vec<_>>()
    });
    view! {
        <div class="form stack paperless">
            <SelectField label=said.sort value=sort options=sorts />
            <Choice legend=said.standing_label options=standings(seen) value=standing />
            <Choice legend=said.serves_label options=serving(seen) value=serves />
            <TextField label=said.note optional=words.common().optional value=note error=form.error("note") />
            <div><Button label=Signal::derive(move || (said.set)(number.get())) weight=Weight::Primary busy=form.busy() on_press=press /></div>
        </div>
    }
    .into_any()
}
