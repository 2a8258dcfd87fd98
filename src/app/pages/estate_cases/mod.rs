//! Cases of a scheme: all that one sees, a new one, and one as a thread that its parties share with the trustees.

mod list;
mod new;
mod parties;
mod thread;
mod write;

pub use list::row;

use crate::components::{dynamic, whenever};
use crate::deeds::estate_case::{self as deeds, OwnCase};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::Page;
use crate::pages::estate::{EstateFrame, Part, watched};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The cases, a new one, or one, by the end of the address.
#[lazy]
pub fn estate_cases() -> Draw {
    || view! { <CasesPage /> }.into_any()
}

/// The cases as they change: nothing before they were read.
type Found = RwSignal<Option<Vec<OwnCase>>>;

#[component]
fn CasesPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")));
    let (cases, estate) = (read(desk), watched(desk));
    let has_estate = Memo::new(move |_| estate.with(|found| found.as_ref().map(Option::is_some)));
    dynamic(move || {
        let has_estate = has_estate.get()?;
        Some(match id.get() {
            None if has_estate => {
                view! { <EstateFrame part=Part::Cases found=estate><list::List cases estate /></EstateFrame> }
                    .into_any()
            }
            None => {
                let title = desk.words().estate_case().title;
                unframed(
                    desk,
                    view! { <Page title class="stack stack--loose estate"><list::List cases estate /></Page> },
                )
            }
            Some(id) if id == "new" => unframed(desk, view! { <new::NewPage estate /> }),
            Some(id) => unframed(desk, view! { <thread::CasePage id=id.parse().ok() cases /> }),
        })
    })
}

/// Without a home there is no frame either.
fn unframed(desk: Desk, page: impl IntoView + 'static) -> AnyView {
    match desk.phase.get_untracked() {
        Phase::Welcome => view! { <div class="job-unframed">{page.into_any()}</div> }.into_any(),
        _ => page.into_any(),
    }
}

fn read(desk: Desk) -> Found {
    let found = RwSignal::new(None);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            found.try_set(Some(deeds::cases(desk).await.unwrap_or_default()));
        });
    });
    found
}
