//! When a call-out is done: the job by which its vendor is judged.

use super::Found;
use super::known::{cents_text, cents_typed, day_text, day_typed, read};
use crate::components::{Button, Section, TextField, Weight};
use crate::deeds::work as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::scheme::joining::answers;
use model::scheme::{Bundle, VendorJob};

/// The boxes.
#[component]
pub fn Finish(found: Found, bundle: Memo<Option<Bundle>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let quoted = untrack(|| {
        let bundle = bundle.get()?;
        read(found, |estate| bundle.cost(&answers(&estate.records, id))).flatten()
    });
    let finished = RwSignal::new(day_text(Some(desk.today())));
    let invoiced = RwSignal::new(cents_text(words, quoted));
    let finish = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let before = bundle.get_untracked().unwrap_or_default();
        let typed = || {
            Ok(VendorJob {
                vendor: before.vendor,
                title: before.title.clone(),
                finished: day_typed(&finished.get_untracked(), "finished")?,
                promised: before.day,
                quoted,
                invoiced: cents_typed(&invoiced.get_untracked(), "invoiced")?,
                bundle: Some(id),
                ..VendorJob::default()
            })
        };
        match typed() {
            Ok(job) => form.run(async move { deeds::finish(desk, id, &before, &job).await }, |()| {}),
            Err(fault) => form.show(vec![fault]),
        }
    };
    view! {
        <Section title=said.finish>
            <p class="soft">{said.finish_lead}</p>
            <form class="form" novalidate on:submit=finish>
                <TextField label=said.finished value=finished kind="date" error=form.error("finished") />
                <TextField label=said.invoiced value=invoiced sign="R" keyboard="decimal" error=form.error("invoiced") />
                <div><Button label=said.finish_button weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
}
