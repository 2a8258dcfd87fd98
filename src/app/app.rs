//! The table of pages. The home screen and the first visit are in the first download; every other page comes when it is opened.

use crate::components::{Toasts, dynamic, whenever};
use crate::desk::{Desk, Phase, use_desk};
use crate::driver;
use crate::pages::{self, Frame, Home, Toaster, Welcome};
use crate::pwa::{self, News};
use crate::route::{Page, Pages};
use crate::{lazy_page, ready_page};
use leptos::prelude::*;
use leptos_router::components::Router;
use model::access::Action;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    let toaster = Toaster::new();
    provide_context(desk);
    provide_context(toaster);
    driver::boot(desk);
    pwa::start(
        !crate::browser::page::is_visit(),
        move || desk.status.get_untracked().busy,
        move |news| match news {
            News::Update => desk.update_ready.set(true),
            News::Install => desk.install.set(pwa::install::way()),
            News::Shared => desk.shared.set(true),
            News::Missing(missing) => desk.missing.set(missing),
        },
    );
    whenever(move || {
        if desk.phase.get() != Phase::Opening {
            crate::browser::page::remove_shell();
        }
    });
    view! {
        <Router>
            <Opened />
        </Router>
        <Toasts toast=toaster.shown />
    }
}

#[component]
fn Opened() -> impl IntoView {
    let desk = use_desk();
    dynamic(move || {
        // Another language draws everything anew, so that no sentence has to watch for it.
        desk.language.track();
        let at_once = Signal::stored(true);
        match desk.phase.get() {
            Phase::Opening => ().into_any(),
            Phase::Welcome => view! { <Pages pages=GATE ready=at_once /> }.into_any(),
            Phase::Broken(error) => {
                let told = driver::store_told(&error, desk.words());
                view! { <main class="gate"><p role="alert">{told}</p></main> }.into_any()
            }
            Phase::AtTheDoor => view! { <Pages pages=DOOR ready=at_once /> }.into_any(),
            Phase::Ready => {
                let adds = untrack(|| desk.may(Action::Add));
                let pages = if desk.visiting.get_untracked() { &BOOK[..GIVEN + usize::from(adds)] } else { BOOK };
                view! { <Frame><Pages pages ready=desk.library.whole.into() /></Frame> }.into_any()
            }
        }
    })
}

/// What can be opened while there is no home on this device.
const GATE: &[Page] = &[
    ready_page!("", Welcome),
    lazy_page!("/sign-in", pages::sign_in),
    lazy_page!("/join", pages::joined),
    lazy_page!("/pair", pages::joined),
    lazy_page!("/restore", pages::restore),
    lazy_page!("/q", pages::labelled),
    lazy_page!("/q/report", pages::fault_by_label),
    lazy_page!("/handover/:id?", pages::handover),
    lazy_page!("/desk/:id?", pages::trade_desk),
    lazy_page!("/papers/:id?", pages::papers),
    lazy_page!("/jobs/:id?", pages::jobs),
    lazy_page!("/desk/team", pages::trade_team),
    lazy_page!("/settings/unsent", pages::unsent),
    lazy_page!("/estate/:id?", pages::estate),
    lazy_page!("/settings/account/:id?", pages::own),
    lazy_page!("/settings/devices", pages::joined),
    lazy_page!("/estate/work/:id?", pages::estate_work),
    lazy_page!("/estate/vendors/:id?", pages::estate_vendors),
    lazy_page!("/estate/plan/:id?", pages::estate_plan),
    lazy_page!("/estate/duties/:id?", pages::estate_duties),
    lazy_page!("/estate/units/:id?", pages::estate_units),
    lazy_page!("/estate/units/bring", pages::estate_bring),
    lazy_page!("/estate/people", pages::estate_people),
    lazy_page!("/estate/settings", pages::estate_people),
    lazy_page!("/portal/:id?", pages::portal),
    lazy_page!("/portal/compare/:id", pages::portal),
    lazy_page!("/link", pages::estate_owner),
    lazy_page!("/estate/cases", pages::estate_cases),
    lazy_page!("/estate/cases/:id", pages::estate_cases),
    lazy_page!("/estate/shares", pages::shares),
    lazy_page!("/estate/shares/:id", pages::shares),
    lazy_page!("/supply", pages::supply),
];

/// Where a link leads first.
const DOOR: &[Page] = &[lazy_page!("", pages::visit)];

/// Everything in an open home. What stands for an address that is no page's comes first, then what can be looked at by who was given a part of a home, then
/// what its members have besides. Where two rows fit, the later one is shown.
const BOOK: &[Page] = &[
    lazy_page!("", pages::not_found),
    ready_page!("/", Home),
    lazy_page!("/logbook/:id?", pages::logbook),
    lazy_page!("/logbook/:id/versions", pages::versions),
    lazy_page!("/print", pages::print),
    lazy_page!("/certificates", pages::care),
    lazy_page!("/certificates/:id", pages::care),
    lazy_page!("/warranties", pages::care),
    lazy_page!("/warranties/:id", pages::care),
    lazy_page!("/tasks", pages::care),
    lazy_page!("/tasks/:id", pages::plan),
    lazy_page!("/plan/:id?", pages::plan),
    lazy_page!("/items", pages::care),
    lazy_page!("/meters", pages::care),
    lazy_page!("/systems/:id?", pages::systems),
    lazy_page!("/systems/:id/summary", pages::system_summary),
    lazy_page!("/documents/:id?", pages::documents),
    lazy_page!("/contacts/:id?", pages::contacts),
    lazy_page!("/zones", pages::property),
    lazy_page!("/property", pages::property),
    lazy_page!("/glossary", pages::glossary),
    lazy_page!("/jobs/:id?", pages::jobs),
    lazy_page!("/papers/:id?", pages::papers),
    // Of a scheme, what trustees see by a link; cases for their parties.
    lazy_page!("/estate/:id?", pages::estate),
    lazy_page!("/estate/plan/:id?", pages::estate_plan),
    lazy_page!("/estate/duties/:id?", pages::estate_duties),
    lazy_page!("/estate/work/:id?", pages::estate_work),
    lazy_page!("/estate/vendors/:id?", pages::estate_vendors),
    lazy_page!("/estate/units/:id?", pages::estate_units),
    lazy_page!("/estate/cases", pages::estate_cases),
    lazy_page!("/estate/cases/:id", pages::estate_cases),
    // This one only by a link that takes entries.
    lazy_page!("/add", pages::add),
    lazy_page!("/logbook/:id/amend", pages::add),
    lazy_page!("/ready", pages::ready),
    lazy_page!("/certificates/new", pages::care_form),
    lazy_page!("/certificates/:id/amend", pages::care_form),
    lazy_page!("/warranties/new", pages::care_form),
    lazy_page!("/warranties/:id/edit", pages::care_form),
    lazy_page!("/claims/new", pages::care_form),
    lazy_page!("/claims/:id/edit", pages::care_form),
    lazy_page!("/tasks/new", pages::care_form),
    lazy_page!("/tasks/:id/edit", pages::care_form),
    lazy_page!("/items/new", pages::care_form),
    lazy_page!("/items/:id/edit", pages::care_form),
    lazy_page!("/meters/new", pages::care_form),
    lazy_page!("/meters/:id/amend", pages::care_form),
    lazy_page!("/setup", pages::setup),
    lazy_page!("/systems/new", pages::system_form),
    lazy_page!("/systems/:id/edit", pages::system_form),
    lazy_page!("/systems/:id/replace", pages::system_form),
    lazy_page!("/labels", pages::labelled),
    lazy_page!("/scan", pages::labelled),
    lazy_page!("/q", pages::labelled),
    lazy_page!("/q/report", pages::fault_by_label),
    lazy_page!("/health/:id?", pages::health),
    lazy_page!("/desk/:id?", pages::trade_desk),
    lazy_page!("/desk/team", pages::trade_team),
    lazy_page!("/estate/units/bring", pages::estate_bring),
    lazy_page!("/estate/people", pages::estate_people),
    lazy_page!("/estate/settings", pages::estate_people),
    lazy_page!("/link", pages::estate_owner),
    lazy_page!("/scheme", pages::estate_owner),
    lazy_page!("/estate/shares", pages::shares),
    lazy_page!("/estate/shares/:id", pages::shares),
    lazy_page!("/portal/:id?", pages::portal),
    lazy_page!("/portal/compare/:id", pages::portal),
    lazy_page!("/faults/:id?", pages::faults),
    lazy_page!("/faults/:id/claim", pages::fault_claim),
    lazy_page!("/emergency/:id?", pages::emergency),
    lazy_page!("/inspections/:id?", pages::inspections),
    lazy_page!("/documents/new", pages::document_form),
    lazy_page!("/documents/:id/edit", pages::document_form),
    lazy_page!("/contacts/new", pages::contact_form),
    lazy_page!("/contacts/:id/edit", pages::contact_form),
    lazy_page!("/zones/:id/edit", pages::property),
    lazy_page!("/property/edit", pages::property),
    lazy_page!("/settings", pages::settings),
    lazy_page!("/settings/bring", pages::bring),
    lazy_page!("/settings/take", pages::take),
    lazy_page!("/restore", pages::restore),
    lazy_page!("/settings/unsent", pages::unsent),
    lazy_page!("/settings/account/:id?", pages::own),
    lazy_page!("/settings/reminders", pages::reminders),
    lazy_page!("/supply/:id?", pages::supply),
    lazy_page!("/settings/devices", pages::joined),
    lazy_page!("/settings/members", pages::joined),
    lazy_page!("/shares/:id?", pages::shares),
    lazy_page!("/handover/:id?", pages::handover),
    lazy_page!("/sign-in", pages::sign_in),
    lazy_page!("/join", pages::joined),
    lazy_page!("/pair", pages::joined),
];

/// How many rows of it, from the first on, are there for who was given a part of a home or of a scheme: up to its cases.
const GIVEN: usize = 31;
