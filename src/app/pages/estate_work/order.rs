//! What a vendor asks for a call-out, and ordering it.

use super::Found;
use super::assign::Assign;
use super::known::{cents_text, cents_typed, day_text, day_typed, money, read, vendor_options};
use crate::components::{
    AreaField, Button, LinkButton, Notice, NoticeKind, Section, SelectField, TextField, Weight, dynamic,
};
use crate::deeds::work as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::scheme::Bundle;
use model::scheme::award::unvoted;
use model::scheme::joining::answers;
use model::system::SystemType;

/// What the vendor asks.
#[component]
pub fn Priced(bundle: Memo<Option<Bundle>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let before = bundle.get_untracked().unwrap_or_default();
    let call_out = RwSignal::new(cents_text(words, before.call_out));
    let each = RwSignal::new(cents_text(words, before.each));
    let answer_by = RwSignal::new(day_text(before.answer_by));
    let notes = RwSignal::new(before.notes);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let before = bundle.get_untracked().unwrap_or_default();
        let typed = || {
            Ok(Bundle {
                call_out: cents_typed(&call_out.get_untracked(), "call_out")?,
                each: cents_typed(&each.get_untracked(), "each")?,
                answer_by: day_typed(&answer_by.get_untracked(), "answer_by")?,
                notes: notes.get_untracked().trim().to_owned(),
                ..before.clone()
            })
        };
        match typed() {
            Ok(after) => {
                form.run(async move { deeds::change(desk, id, &before, &after).await }, move |()| form.say(said.saved));
            }
            Err(fault) => form.show(vec![fault]),
        }
    };
    view! {
        <Section title=said.price>
            <p class="soft">{said.price_lead}</p>
            <form class="form" novalidate on:submit=save>
                <TextField label=said.call_out value=call_out sign="R" keyboard="decimal" error=form.error("call_out") />
                <TextField label=said.each value=each sign="R" keyboard="decimal" error=form.error("each") />
                <TextField label=said.answer_by value=answer_by kind="date" error=form.error("answer_by") />
                <AreaField label=said.notes optional=words.common().optional value=notes error=form.error("notes") />
                <div><Button label=words.common().save submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
}

/// Who comes, and when; above the scheme's threshold trustees come first.
#[component]
pub fn Order(found: Found, bundle: Memo<Option<Bundle>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let before = bundle.get_untracked().unwrap_or_default();
    let vendor = RwSignal::new(before.vendor.map(|id| id.to_string()).unwrap_or_default());
    let on = RwSignal::new(day_text(before.day.or(before.by)));
    let options = Memo::new(move |_| {
        read(found, |estate| vendor_options(estate, before.sort, said.choose_vendor)).unwrap_or_default()
    });
    let press = Callback::new(move |()| {
        let before = bundle.get_untracked().unwrap_or_default();
        let (vendor, day) = (vendor.get_untracked().parse().ok(), on.get_untracked().parse().ok());
        let after = Bundle { vendor, day, ordered_on: Some(desk.today()), ..before.clone() };
        form.run(async move { deeds::change(desk, id, &before, &after).await }, |()| {});
    });
    let gate = move || {
        let bundle = bundle.get()?;
        let (joins, gate) = read(found, |estate| {
            let answers = answers(&estate.records, id);
            let cost = bundle.cost(&answers);
            let gate = cost.and_then(|cents| unvoted(&estate.records, id, cents));
            (!bundle.answered(&answers).joined().is_empty(), gate)
        })?;
        if !joins {
            return Some(view! { <p class="soft">{said.nobody_joins}</p> }.into_any());
        }
        if let Some(from) = gate {
            let href = format!("/estate/work/put?work={id}");
            let actions = view! { <LinkButton label=said.put_it href weight=Weight::Primary /> }.into_any();
            let title = (said.above)(&money(words, from));
            return Some(view! { <Notice kind=NoticeKind::Warn title body=said.above_lead actions /> }.into_any());
        }
        let sort = bundle.sort.unwrap_or(SystemType::Other);
        let day = Signal::derive(move || on.get().parse().ok());
        Some(
            view! {
                <Assign found vendor sort on=day label=said.order_button anyway=said.order_anyway press busy=form.busy() />
            }
            .into_any(),
        )
    };
    view! {
        <Section title=said.order>
            <p class="soft">{said.order_lead}</p>
            <p><LinkButton label=said.quotes href=format!("/estate/work/quotes?work={id}") weight=Weight::Small /></p>
            <div class="form">
                <SelectField label=said.vendor value=vendor options=Signal::from(options) />
                <TextField label=said.vendor_day value=on kind="date" error=form.error("day") />
                {dynamic(gate)}
            </div>
        </Section>
    }
}
