//! The app: routes, and the start function the page calls once the Wasm is there.

use leptos::prelude::*;
use leptos_router::components::{A, Route, Router, Routes};
use leptos_router::{Lazy, LazyRoute, lazy_route, path};
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the app into the page.
#[wasm_bindgen(start)]
pub fn start() {
    mount_to_body(App);
    // The page comes with a painted frame, which has done its work.
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

#[component]
fn App() -> impl IntoView {
    view! {
        <Router>
            <nav>
                <A href="/">"Home"</A>
                <A href="/about">"About"</A>
            </nav>
            <main>
                <Routes fallback=|| "There is nothing at this address.">
                    <Route path=path!("/") view=Home />
                    <Route path=path!("/about") view={Lazy::<About>::new()} />
                </Routes>
            </main>
        </Router>
    }
}

#[component]
fn Home() -> impl IntoView {
    view! { <h1>"Codessa"</h1> }
}

struct About;

#[lazy_route]
impl LazyRoute for About {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <h1>"About this logbook"</h1> <p>"Loaded when it was asked for."</p> }.into_any()
    }
}
