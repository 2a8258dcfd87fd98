//! What every page of a scheme is set in: its name, and the way to its other parts.

use crate::components::{Glyph, LinkButton, Tab, Tabs, dynamic, whenever};
use crate::deeds::estate::{self as deeds, OwnEstate};
use crate::deeds::visit;
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::access::Action;

/// The parts of a scheme's pages, in the order in which they are offered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How it stands.
    Overview,
    /// Units by systems.
    Grid,
    /// Units by certificates.
    Matrix,
    /// Who has to see to what.
    Duties,
    /// The maintenance plan.
    Plan,
    /// Work across units, vendors and votes.
    Work,
    /// Disputes.
    Cases,
    /// Its units.
    Units,
    /// Its people and its rules.
    People,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Grid,
        Self::Matrix,
        Self::Duties,
        Self::Plan,
        Self::Work,
        Self::Cases,
        Self::Units,
        Self::People,
    ];

    /// Where it is.
    pub fn href(self) -> &'static str {
        match self {
            Self::Overview => "/estate",
            Self::Grid => "/estate/grid",
            Self::Matrix => "/estate/matrix",
            Self::Duties => "/estate/duties",
            Self::Plan => "/estate/plan",
            Self::Work => "/estate/work",
            Self::Cases => "/estate/cases",
            Self::Units => "/estate/units",
            Self::People => "/estate/people",
        }
    }
}

/// The scheme that is looked at, kept as it changes: nothing before it was read, then none for who looks after none.
pub fn watched(desk: Desk) -> RwSignal<Option<Option<OwnEstate>>> {
    let found = RwSignal::new(None);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            found.try_set(Some(deeds::estate(desk).await.ok().flatten()));
        });
    });
    found
}

/// A page of a scheme.
#[component]
pub fn EstateFrame(
    /// Which part it is.
    part: Part,
    /// The scheme, by [`watched`].
    found: RwSignal<Option<Option<OwnEstate>>>,
    /// The part.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate();
    let name = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(Option::as_ref).and_then(OwnEstate::scheme).map(|(_, one)| one.name))
    });
    let title = Signal::derive(move || name.get().unwrap_or_else(|| said.title.to_owned()));
    let tab = move |(at, one): (usize, Part)| Tab {
        name: said.parts[at].to_owned(),
        href: one.href().to_owned(),
        current: Signal::stored(one == part),
    };
    // Who came by a link sees how the scheme stands, its cases where they are given, and not its people.
    let visiting = desk.visiting.get_untracked().then(|| visit::visiting(desk)).flatten();
    let is_offered = |(_, one): &(usize, Part)| match (visiting, one) {
        (None, _) => true,
        (Some(visiting), Part::Cases) => visiting.cases,
        (Some(_), one) => !matches!(one, Part::Units | Part::People),
    };
    let tabs: Vec<Tab> = Part::ALL.into_iter().enumerate().filter(is_offered).map(tab).collect();
    let has_none = Memo::new(move |_| found.with(|found| matches!(found, Some(None))));
    let parts = move || {
        let tabs = tabs.clone();
        (!has_none.get()).then(|| view! { <Tabs label=said.parts_label tabs /> })
    };
    let shares = Memo::new(move |_| {
        let may = |found: &Option<Option<OwnEstate>>| {
            found.as_ref().and_then(Option::as_ref).is_some_and(|one| one.may(Action::Share))
        };
        matches!(part, Part::Overview | Part::People) && found.with(may)
    });
    let share = move || {
        shares.get().then(|| {
            view! { <LinkButton label=desk.words().estate_link().title href="/estate/shares" glyph=Glyph::SHARE_2 /> }
        })
    };
    let actions = view! { {dynamic(share)} }.into_any();
    let page = view! {
        <Page title wide=true class="stack stack--loose estate" actions>
            {dynamic(parts)}
            {children()}
        </Page>
    };
    match desk.phase.get_untracked() {
        // Without a home there is no frame either.
        Phase::Welcome => view! { <div class="job-unframed">{page}</div> }.into_any(),
        _ => page.into_any(),
    }
}
