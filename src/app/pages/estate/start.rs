//! Making a scheme: nobody has one before they say so.

use crate::components::{Button, Chip, Choice, Empty, Glyph, LinkButton, TextField, Weight};
use crate::deeds::estate as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::estate::responsibility::Regime;
use model::scheme::Scheme;

/// What a scheme is good for, and the boxes that make one.
#[component]
pub fn Start() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate();
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let regime = RwSignal::new(Regime::SectionalTitle);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let scheme =
            Scheme { name: normal(&name.get_untracked()), regime: regime.get_untracked(), ..Scheme::default() };
        form.run(async move { deeds::start(desk, &scheme).await }, |()| {});
    };
    let made = if desk.account.with(Option::is_none) {
        let to = "/sign-in?to=/estate";
        view! { <LinkButton label=words.account().sign_in href=to weight=Weight::Primary /> }.into_any()
    } else {
        let regimes =
            Regime::ALL.iter().map(|one| Chip { value: *one, name: (said.regime)(*one).to_owned(), glyph: None });
        view! {
            <form class="stack stack--tight" novalidate on:submit=start>
                <TextField label=said.name value=name autocomplete="organization" error=form.error("name") />
                <Choice legend=said.regime_label options=regimes.collect() value=regime />
                <div><Button label=said.start weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        }
        .into_any()
    };
    view! {
        <Empty glyph=Glyph::LAYERS title=said.none text=said.none_lead />
        {made}
    }
}
