//! With whom a vendor is registered and insured, until when, and whether the paper is here.

use super::Found;
use super::assign::held_day;
use super::known::{day_typed, may_write};
use crate::browser::photo::Picked;
use crate::components::{
    Button, Empty, Glyph, Icon, More, Picker, Row, Rows, Section, SelectField, Status, TextField, Tone, Weight, dynamic,
};
use crate::deeds::portal::add_file;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::ev::Event;
use leptos::prelude::*;
use model::canonical::normal;
use model::estate::vendor::{Body, Held, Paper, held};
use model::scheme::{Cover, Vendor};
use model::{FileRef, RecordId, SpaceId};

/// The insurance's place among the sorts of paper.
const INSURANCE: &str = "insurance";

/// The papers, and for who may write the way to change them.
#[component]
pub fn Papers(found: Found, vendor: Memo<Option<Vendor>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let change = Callback::new(move |covers: Vec<Cover>| {
        let before = vendor.get_untracked().unwrap_or_default();
        let after = Vendor { covers, ..before.clone() };
        form.run(async move { deeds::change(desk, id, &before, &after).await }, move |()| form.say(said.saved));
    });
    let list = move || {
        let covers = vendor.get()?.covers;
        if covers.is_empty() {
            return Some(
                view! { <Empty glyph=Glyph::BADGE_CHECK title=said.papers_none text=said.papers_none_lead /> }
                    .into_any(),
            );
        }
        let may = may_write(found);
        let row = |at: usize| {
            let mut rest = covers.clone();
            let one = rest.remove(at);
            let remove = Callback::new(move |()| change.run(rest.clone()));
            listed(desk, &one, may.then_some(remove))
        };
        let rows = (0..covers.len()).map(row).collect_view();
        Some(view! { <Rows>{rows}</Rows> }.into_any())
    };
    let space = Memo::new(move |_| {
        found.with(|found| found.as_ref()?.as_ref().map(|estate| estate.space)).filter(|_| may_write(found))
    });
    let add = move || {
        let added = Callback::new(move |one: Cover| {
            let mut covers = vendor.get_untracked().unwrap_or_default().covers;
            covers.push(one);
            change.run(covers);
        });
        space.get().map(|space| view! { <Adding form space added /> })
    };
    view! {
        <Section title=said.papers>
            <p class="soft">{said.papers_lead}</p>
            {dynamic(list)}
            {dynamic(add)}
        </Section>
    }
}

fn listed(desk: Desk, one: &Cover, remove: Option<Callback<()>>) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let paper = Paper { expires: one.expires, is_shown: one.file.is_some() };
    let held = held([&paper], desk.today());
    let tone = match held {
        Held::Lapsed(_) | Held::None => Tone::Bad,
        Held::Undated | Held::Unproved | Held::EndsSoon(_) => Tone::Warn,
        Held::Holds => Tone::Good,
    };
    let until = held_day(held).or(one.expires).map(|day| words.day_short(day)).unwrap_or_default();
    let end = view! { <Status tone word=(said.held)(held, &until) /> }.into_any();
    let sort = if one.insurance { Some(said.insurance) } else { one.sort.map(said.body) };
    let file = one.file.as_ref().map(|file| file.name.as_str());
    let text = [sort, Some(one.number.as_str()).filter(|number| !number.is_empty()), file];
    let text = text.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let lead = view! { <Icon glyph=if one.insurance { Glyph::SHIELD_CHECK } else { Glyph::BADGE_CHECK } /> };
    let actions =
        remove.map(|remove| view! { <Button label=said.remove weight=Weight::Small on_press=remove /> }.into_any());
    let (title, lead, text) = (one.body.clone(), lead.into_any(), text.into_any());
    view! { <Row title lead text end actions=actions.into_any() /> }.into_any()
}

#[component]
fn Adding(form: Form, space: SpaceId, added: Callback<Cover>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let [body, number, expires] = [(); 3].map(|()| RwSignal::new(String::new()));
    let sort = RwSignal::new(INSURANCE.to_owned());
    let file = RwSignal::new(None::<FileRef>);
    let known = Body::ALL.iter().map(|body| (body.as_str().to_owned(), (said.body)(*body).to_owned()));
    let insurance = (INSURANCE.to_owned(), said.insurance.to_owned());
    let other = (String::new(), said.other_paper.to_owned());
    let options: Vec<(String, String)> = [insurance].into_iter().chain(known).chain([other]).collect();
    let pick = Callback::new(move |event: Event| {
        let Some(picked) = Picked::from_input(&event.target().into()).into_iter().next() else { return };
        form.run(add_file(desk, space, picked), move |kept| drop(file.try_set(Some(kept))));
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let expires = match day_typed(&expires.get_untracked(), "covers.expires") {
            Ok(expires) => expires,
            Err(fault) => return form.show(vec![fault]),
        };
        let sort = sort.get_untracked();
        added.run(Cover {
            body: normal(&body.get_untracked()),
            sort: sort.parse().ok(),
            insurance: sort == INSURANCE,
            number: normal(&number.get_untracked()),
            expires,
            file: file.get_untracked(),
        });
    };
    let chosen = move || file.with(|file| file.as_ref().map(|file| view! { <p class="soft">{file.name.clone()}</p> }));
    let optional = words.common().optional;
    view! {
        <More summary=said.add_paper>
            <form class="form" novalidate on:submit=add>
                <SelectField label=said.paper_sort value=sort options=Signal::stored(options) />
                <TextField label=said.paper_body value=body error=form.error("covers.body") />
                <TextField label=said.number optional value=number error=form.error("covers.number") />
                <TextField label=said.expires optional value=expires kind="date" error=form.error("covers.expires") />
                {dynamic(chosen)}
                <div class="line">
                    <Picker label=words.form().add_file glyph=Glyph::PAPERCLIP accept="*/*" quiet=true on_pick=pick />
                    <Button label=said.add weight=Weight::Primary submit=true busy=form.busy() />
                </div>
            </form>
        </More>
    }
}
