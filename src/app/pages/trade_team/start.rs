//! Making the firm: nobody has one before they say so.

use crate::components::{Button, Empty, Glyph, LinkButton, TextField, Weight};
use crate::deeds::firm as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::firm::Firm;

/// What a firm is good for, and the box that makes one.
#[component]
pub fn Start() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.team();
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let profile = Firm { name: normal(&name.get_untracked()), ..Firm::default() };
        form.run(async move { deeds::start(desk, &profile).await }, |()| {});
    };
    let made = if desk.account.with(Option::is_none) {
        let to = "/sign-in?to=/desk/team";
        view! { <LinkButton label=words.account().sign_in href=to weight=Weight::Primary /> }.into_any()
    } else {
        view! {
            <form class="stack stack--tight" novalidate on:submit=start>
                <TextField label=said.name value=name autocomplete="organization" error=form.error("name") />
                <div><Button label=said.start weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        }
        .into_any()
    };
    view! {
        <Empty glyph=Glyph::WRENCH title=said.none text=said.none_lead />
        {made}
    }
}
