//! Work across the units of a scheme: call-outs for many units, programmes, what is put to trustees, and the vendors who do it.

mod assign;
mod ballot;
mod bundle;
mod bundles;
mod finish;
mod known;
mod motion;
mod motions;
mod order;
mod papers;
mod programme;
mod programmes;
mod put;
mod quotes;
mod refused;
mod replan;
mod score;
mod variation;
mod vendor;
mod vendors;

use crate::components::{Empty, Glyph, LinkButton, Tab, Tabs, dynamic};
use crate::deeds::estate::OwnEstate;
use crate::desk::use_desk;
use crate::pages::estate::{EstateFrame, Part, watched};
use crate::route::{Draw, fetched};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};
use model::{Date, RecordId};
pub use variation::Extra;
use words::Words;

/// The scheme, as it changes.
type Found = RwSignal<Option<Option<OwnEstate>>>;

/// Call-outs or programmes, or one of them, by the address.
#[lazy]
pub fn estate_work() -> Draw {
    || view! { <WorkPage placed=worked /> }.into_any()
}

/// Vendors, or one of them.
#[lazy]
pub fn estate_vendors() -> Draw {
    || view! { <WorkPage placed=vended /> }.into_any()
}

/// What was put to trustees, or one matter: a module of its own. Drawn with [`Voting`] in its context.
#[lazy]
pub fn estate_votes() -> Draw {
    || match expect_context() {
        Voting::All(found) => view! { <motions::MotionsPart found /> }.into_any(),
        Voting::One(id, found) => view! { <motion::MotionPart found id /> }.into_any(),
        Voting::Extra(extra) => view! { <variation::ExtraPart extra /> }.into_any(),
    }
}

/// What of the votes is drawn.
#[derive(Clone)]
enum Voting {
    /// All matters of a scheme.
    All(Found),
    /// One of them.
    One(RecordId, Found),
    /// What stands against extra work in a deal.
    Extra(Extra),
}

fn votes(voting: Voting) -> AnyView {
    provide_context(voting);
    fetched(Signal::stored(true), || Box::pin(estate_votes()))
}

/// The quotes that came, or putting them to the trustees: a module of its own. Drawn with [`Asking`] in its context.
#[lazy]
pub fn estate_quotes() -> Draw {
    || match expect_context() {
        Asking { is_put: true, found } => view! { <put::PutPart found /> }.into_any(),
        Asking { is_put: false, found } => view! { <quotes::QuotesPart found /> }.into_any(),
    }
}

/// What of the quotes is drawn, of which scheme.
#[derive(Clone, Copy)]
struct Asking {
    is_put: bool,
    found: Found,
}

fn quotes(is_put: bool, found: Found) -> AnyView {
    provide_context(Asking { is_put, found });
    fetched(Signal::stored(true), || Box::pin(estate_quotes()))
}

/// What stands against extra work in a deal of a scheme, if anything does.
pub fn bar(extra: Extra) -> AnyView {
    dynamic(move || votes(Voting::Extra(extra.clone())))
}

/// Where the kinds of work are, in the order in which they are offered.
const SIDES: [&str; 4] = ["/estate/work", "/estate/work/programmes", "/estate/work/votes", "/estate/vendors"];

/// What the address names.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Bundles,
    Programmes,
    Votes,
    Put,
    Quotes,
    One(Option<RecordId>),
    Vendors,
    Vendor(Option<RecordId>),
}

impl Place {
    /// Which of [`SIDES`] it belongs to; none of what is told by its record.
    fn side(self) -> Option<usize> {
        match self {
            Self::Bundles => Some(0),
            Self::Programmes => Some(1),
            Self::Votes | Self::Put => Some(2),
            Self::Vendors | Self::Vendor(_) => Some(3),
            Self::One(_) | Self::Quotes => None,
        }
    }
}

#[component]
fn WorkPage(
    /// What is drawn of it here.
    placed: fn(Place, Found) -> AnyView,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let found = watched(desk);
    let (params, path) = (use_params_map(), use_location().pathname);
    let place = Memo::new(move |_| {
        let vendors = path.with(|path| path.starts_with("/estate/vendors"));
        params.with(|params| match params.get_str("id") {
            None if vendors => Place::Vendors,
            Some(id) if vendors => Place::Vendor(id.parse().ok()),
            None => Place::Bundles,
            Some("programmes") => Place::Programmes,
            Some("votes") => Place::Votes,
            Some("put") => Place::Put,
            Some("quotes") => Place::Quotes,
            Some(id) => Place::One(id.parse().ok()),
        })
    });
    let tab = move |(at, name): (usize, &str)| Tab {
        name: name.to_owned(),
        href: SIDES[at].to_owned(),
        current: Signal::derive(move || place.get().side() == Some(at)),
    };
    let tabs: Vec<Tab> = said.tabs.into_iter().enumerate().map(tab).collect();
    let is_there = Memo::new(move |_| found.with(|found| found.as_ref().map(Option::is_some)));
    let body = move || match is_there.get()? {
        false => Some(no_scheme()),
        true => Some(placed(place.get(), found)),
    };
    view! {
        <EstateFrame part=Part::Work found>
            <Tabs label=said.tabs_label tabs />
            <refused::Refused found />
            {dynamic(body)}
        </EstateFrame>
    }
}

fn worked(place: Place, found: Found) -> AnyView {
    match place {
        Place::Bundles => view! { <bundles::BundlesPart found /> }.into_any(),
        Place::Programmes => view! { <programmes::ProgrammesPart found /> }.into_any(),
        Place::Votes => votes(Voting::All(found)),
        Place::Put => quotes(true, found),
        Place::Quotes => quotes(false, found),
        Place::One(Some(id)) => view! { <OnePart found id /> }.into_any(),
        _ => gone(),
    }
}

fn vended(place: Place, found: Found) -> AnyView {
    match place {
        Place::Vendors => view! { <vendors::VendorsPart found /> }.into_any(),
        Place::Vendor(Some(id)) => view! { <vendor::VendorPart found id /> }.into_any(),
        _ => gone(),
    }
}

/// A call-out, a programme or a matter: its record says which.
#[component]
fn OnePart(found: Found, id: RecordId) -> impl IntoView {
    let kind = Memo::new(move |_| known::read(found, |estate| known::kind_of(estate, id)).flatten());
    dynamic(move || match kind.get() {
        Some("bundle") => view! { <bundle::BundlePart found id /> }.into_any(),
        Some("programme") => view! { <programme::ProgrammePart found id /> }.into_any(),
        Some("motion") => votes(Voting::One(id, found)),
        _ => gone(),
    })
}

fn no_scheme() -> AnyView {
    let said = use_desk().words().work();
    let action = view! { <LinkButton label=said.to_scheme href="/estate" /> }.into_any();
    view! { <Empty glyph=Glyph::WRENCH title=said.no_scheme text=said.no_scheme_lead action /> }.into_any()
}

/// What the address names is not there.
fn gone() -> AnyView {
    let said = use_desk().words().work();
    view! { <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=said.gone text="" /> }.into_any()
}

/// A day as people read it, or a dash.
fn day(words: &Words, day: Option<Date>) -> String {
    day.map_or_else(|| "–".to_owned(), |day| words.day_short(day))
}
