//! The table of pages. The home screen and the first visit are in the first download; every other page comes when it is opened.

use crate::components::{Notice, NoticeKind, Toasts};
use crate::desk::{Desk, Phase, use_desk};
use crate::driver::{self, Trouble};
use crate::pages::{self, Frame, Home, NotFound, Toaster, Welcome};
use crate::pwa::{self, News};
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{Lazy, path};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    let toaster = Toaster::new();
    provide_context(desk);
    provide_context(toaster);
    driver::boot(desk);
    pwa::start(move |news| match news {
        News::Update => desk.update_ready.set(true),
        News::Install => desk.install.set(pwa::install::way()),
        News::Shared => desk.shared.set(true),
        News::Missing(missing) => desk.missing.set(missing),
    });
    Effect::new(move |_| {
        if desk.phase.get() != Phase::Opening {
            crate::browser::page::remove_shell();
        }
    });
    view! {
        <Router>
            <Pages />
        </Router>
        <Toasts toast=toaster.shown />
    }
}

#[component]
fn Pages() -> impl IntoView {
    let desk = use_desk();
    move || match desk.phase.get() {
        Phase::Opening => ().into_any(),
        Phase::Welcome => view! { <Gate /> }.into_any(),
        Phase::Broken(error) => {
            let told = Trouble::Store(error).told(desk.words());
            view! { <main class="gate"><Notice kind=NoticeKind::Refused title=told /></main> }.into_any()
        }
        Phase::Ready => view! { <Book /> }.into_any(),
    }
}

/// What can be opened while there is no home on this device.
#[component]
fn Gate() -> impl IntoView {
    view! {
        <Routes fallback=Welcome>
            <Route path=path!("/sign-in") view={Lazy::<pages::SignIn>::new()} />
            <Route path=path!("/join") view={Lazy::<pages::Join>::new()} />
            <Route path=path!("/pair") view={Lazy::<pages::Pair>::new()} />
        </Routes>
    }
}

/// Everything in an open home.
#[component]
fn Book() -> impl IntoView {
    view! {
        <Frame>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Home />
                <Route path=path!("/add") view={Lazy::<pages::Add>::new()} />
                <Route path=path!("/logbook/:id?") view={Lazy::<pages::Logbook>::new()} />
                <Route path=path!("/logbook/:id/versions") view={Lazy::<pages::Versions>::new()} />
                <Route path=path!("/print") view={Lazy::<pages::Print>::new()} />
                <Route path=path!("/logbook/:id/amend") view={Lazy::<pages::Add>::new()} />
                <Route path=path!("/certificates") view={Lazy::<pages::Certificates>::new()} />
                <Route path=path!("/certificates/new") view={Lazy::<pages::CertificateForm>::new()} />
                <Route path=path!("/certificates/:id") view={Lazy::<pages::Certificates>::new()} />
                <Route path=path!("/certificates/:id/amend") view={Lazy::<pages::CertificateForm>::new()} />
                <Route path=path!("/warranties") view={Lazy::<pages::Warranties>::new()} />
                <Route path=path!("/warranties/new") view={Lazy::<pages::WarrantyForm>::new()} />
                <Route path=path!("/warranties/:id") view={Lazy::<pages::Warranties>::new()} />
                <Route path=path!("/warranties/:id/edit") view={Lazy::<pages::WarrantyForm>::new()} />
                <Route path=path!("/tasks") view={Lazy::<pages::Tasks>::new()} />
                <Route path=path!("/tasks/new") view={Lazy::<pages::TaskForm>::new()} />
                <Route path=path!("/tasks/:id/edit") view={Lazy::<pages::TaskForm>::new()} />
                <Route path=path!("/items") view={Lazy::<pages::Items>::new()} />
                <Route path=path!("/items/new") view={Lazy::<pages::ItemForm>::new()} />
                <Route path=path!("/items/:id/edit") view={Lazy::<pages::ItemForm>::new()} />
                <Route path=path!("/meters") view={Lazy::<pages::Meters>::new()} />
                <Route path=path!("/meters/new") view={Lazy::<pages::ReadingForm>::new()} />
                <Route path=path!("/meters/:id/amend") view={Lazy::<pages::ReadingForm>::new()} />
                <Route path=path!("/systems/new") view={Lazy::<pages::SystemForm>::new()} />
                <Route path=path!("/systems/:id/edit") view={Lazy::<pages::SystemForm>::new()} />
                <Route path=path!("/systems/:id/replace") view={Lazy::<pages::SystemForm>::new()} />
                <Route path=path!("/systems/:id?") view={Lazy::<pages::Systems>::new()} />
                <Route path=path!("/documents/new") view={Lazy::<pages::DocumentForm>::new()} />
                <Route path=path!("/documents/:id/edit") view={Lazy::<pages::DocumentForm>::new()} />
                <Route path=path!("/documents/:id?") view={Lazy::<pages::Documents>::new()} />
                <Route path=path!("/contacts/new") view={Lazy::<pages::ContactForm>::new()} />
                <Route path=path!("/contacts/:id/edit") view={Lazy::<pages::ContactForm>::new()} />
                <Route path=path!("/contacts/:id?") view={Lazy::<pages::Contacts>::new()} />
                <Route path=path!("/zones") view={Lazy::<pages::Zones>::new()} />
                <Route path=path!("/zones/:id/edit") view={Lazy::<pages::ZoneForm>::new()} />
                <Route path=path!("/property") view={Lazy::<pages::PropertyPage>::new()} />
                <Route path=path!("/property/edit") view={Lazy::<pages::PropertyForm>::new()} />
                <Route path=path!("/settings") view={Lazy::<pages::Settings>::new()} />
                <Route path=path!("/settings/unsent") view={Lazy::<pages::Unsent>::new()} />
                <Route path=path!("/settings/devices") view={Lazy::<pages::Devices>::new()} />
                <Route path=path!("/settings/members") view={Lazy::<pages::Members>::new()} />
                <Route path=path!("/sign-in") view={Lazy::<pages::SignIn>::new()} />
                <Route path=path!("/join") view={Lazy::<pages::Join>::new()} />
                <Route path=path!("/pair") view={Lazy::<pages::Pair>::new()} />
                <Route path=path!("/glossary") view={Lazy::<pages::Glossary>::new()} />
            </Routes>
        </Frame>
    }
}
