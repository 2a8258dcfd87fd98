//! With whom the firm is registered, as it states it, and until when.

use super::profile::saved;
use crate::browser::photo::Picked;
use crate::components::{Button, Empty, Glyph, Icon, More, Picker, Row, Rows, Section, Status, Tone, Weight, dynamic};
use crate::deeds::firm::OwnFirm;
use crate::deeds::portal::add_file;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::trade::registered::{RegistrationBoxes, RegistrationFields};
use leptos::ev::Event;
use leptos::prelude::*;
use model::SpaceId;
use model::firm::Standing;
use model::portal::Registration;

/// The fields of the firm that the boxes of one fill.
const FIELDS: [&str; 3] = ["registrations.body", "registrations.number", "registrations.expires"];

/// The registrations, each with how it stands today, and for the office the way to change them.
#[component]
pub fn Registrations(
    /// The firm, as it stands.
    found: RwSignal<Option<Option<OwnFirm>>>,
    /// Its space.
    space: SpaceId,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().team();
    let form = Form::new();
    let firm = move || found.with(|found| found.as_ref()?.clone().filter(|firm| firm.space == space));
    let change = Callback::new(move |registrations: Vec<Registration>| {
        let Some((id, before)) = found.get_untracked().flatten().and_then(|firm| firm.profile()) else { return };
        let after = model::firm::Firm { registrations, ..before.clone() };
        form.run(saved(desk, Some(id), before, after), move |()| form.say(said.saved));
    });
    let list = move || {
        let firm = firm()?;
        let all = firm.profile().map(|(_, profile)| profile.registrations).unwrap_or_default();
        let office = firm.is_office();
        if all.is_empty() {
            return Some(
                view! { <Empty glyph=Glyph::BADGE_CHECK title=said.unregistered text=said.unregistered_lead /> }
                    .into_any(),
            );
        }
        let row = |at: usize| {
            let rest: Vec<Registration> =
                all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one.clone()).collect();
            let remove = Callback::new(move |()| change.run(rest.clone()));
            listed(desk, &all[at], office.then_some(remove))
        };
        let rows = (0..all.len()).map(row).collect_view();
        Some(view! { <Rows>{rows}</Rows> }.into_any())
    };
    let may_add = Memo::new(move |_| firm().is_some_and(|firm| firm.is_office() && firm.profile().is_some()));
    let add = move || {
        let added = Callback::new(move |one: Registration| {
            let before = found.get_untracked().flatten().and_then(|firm| firm.profile());
            let mut all = before.map(|(_, profile)| profile.registrations).unwrap_or_default();
            all.push(one);
            change.run(all);
        });
        may_add.get().then(|| view! { <Adding form space added /> })
    };
    view! {
        <Section title=said.registrations>
            <p class="soft">{said.stated}</p>
            {dynamic(list)}
            {dynamic(add)}
        </Section>
    }
}

fn listed(desk: Desk, one: &Registration, remove: Option<Callback<()>>) -> AnyView {
    let words = desk.words();
    let said = words.team();
    let end = match Standing::of(one, desk.today()) {
        Standing::Holds => view! { <Status tone=Tone::Good word=said.holds /> },
        Standing::Ends(days) => view! { <Status tone=Tone::Warn word=(said.ends)(days) /> },
        Standing::Over => view! { <Status tone=Tone::Bad word=said.over /> },
    };
    let until = one.expires.map(|day| (said.until)(&words.day(day)));
    let file = one.file.as_ref().map(|file| file.name.clone());
    let text = [Some(one.number.clone()), until, file].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let actions = remove
        .map(|remove| view! { <Button label=words.common().remove weight=Weight::Small on_press=remove /> }.into_any());
    let lead = view! { <Icon glyph=Glyph::BADGE_CHECK /> }.into_any();
    view! { <Row title=one.body.clone() lead text=text.into_any() end=end.into_any() actions=actions.into_any() /> }
        .into_any()
}

#[component]
fn Adding(form: Form, space: SpaceId, added: Callback<Registration>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.team();
    let names = [said.body, said.number, said.expires];
    let boxes = RegistrationBoxes::of(Registration::default());
    let pick = Callback::new(move |event: Event| {
        let Some(picked) = Picked::from_input(&event.target().into()).into_iter().next() else { return };
        form.run(add_file(desk, space, picked), move |kept| drop(boxes.files.try_set(vec![kept])));
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // What is missing in an empty one is told as of any other.
        added.run(untrack(|| boxes.read()).unwrap_or_default());
    };
    let chosen =
        move || boxes.files.with(|files| files.first().map(|file| view! { <p class="soft">{file.name.clone()}</p> }));
    view! {
        <More summary=said.add_registration>
            <form class="form" novalidate on:submit=add>
                <RegistrationFields boxes said=names fields=FIELDS example=said.body_example form />
                {chosen}
                <div class="line">
                    <Picker label=words.form().add_file glyph=Glyph::PAPERCLIP accept="*/*" quiet=true on_pick=pick />
                </div>
                <div><Button label=said.add submit=true busy=form.busy() /></div>
            </form>
        </More>
    }
}
