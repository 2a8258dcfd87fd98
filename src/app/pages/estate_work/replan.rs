//! Planning what is left of a programme anew; what is done stays where it is.

use super::Found;
use super::known::{inventories, read, slots};
use super::programmes::whole;
use crate::components::{Button, More, Notice, NoticeKind, Section, TextField, dynamic};
use crate::deeds::Trouble;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::estate::programme::{Programme as Plan, again};
use model::scheme::programme::{Laid, lay};
use model::scheme::{Programme, Slot};

/// What can be changed of it, and the button that plans anew.
#[component]
pub fn Replan(found: Found, programme: Memo<Option<Programme>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let before = programme.get_untracked().unwrap_or_default();
    let months = RwSignal::new(before.months.to_string());
    let capacity = RwSignal::new(before.capacity.to_string());
    let planned = move |programme: &Programme| {
        let terms = programme.terms()?;
        read(found, |estate| {
            let slots = slots(estate, id);
            let pieces = programme.pieces(&inventories(estate), &slots, desk.today());
            (again(&pieces, terms, desk.today()), slots)
        })
    };
    let replan = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let before = programme.get_untracked().unwrap_or_default();
        let typed = || {
            let months = whole(&months.get_untracked(), "months")?;
            Ok(Programme { months, capacity: whole(&capacity.get_untracked(), "capacity")?, ..before.clone() })
        };
        let after = match typed() {
            Ok(after) => after,
            Err(fault) => return form.show(vec![fault]),
        };
        let laid = untrack(|| planned(&after)).map(|(plan, slots)| kept(lay(id, &plan, &slots), &plan, &slots));
        form.run(again_laid(desk, id, before, after, laid.unwrap_or_default()), move |()| form.say(said.saved));
    };
    let room = move || {
        let (plan, _) = planned(&programme.get()?)?;
        let title = match plan.capacity_needed {
            _ if plan.unplaced.is_empty() => return None,
            Some(needed) => (said.unplaced)(plan.unplaced.len(), needed),
            None => said.over.to_owned(),
        };
        Some(view! { <Notice kind=NoticeKind::Warn title /> })
    };
    view! {
        <Section title=said.replan>
            <p class="soft">{said.replan_lead}</p>
            {dynamic(room)}
            <form class="form" novalidate on:submit=replan>
                <More summary=said.terms>
                    <TextField label=said.months value=months keyboard="numeric" error=form.error("months") />
                    <TextField label=said.capacity value=capacity keyboard="numeric" error=form.error("capacity") />
                </More>
                <div><Button label=said.replan submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
}

/// What there is no room for keeps the month that it had, so that it stays seen as late.
fn kept(laid: Vec<Laid>, plan: &Plan, slots: &[(RecordId, Slot)]) -> Vec<Laid> {
    let has_room = |id: &RecordId| {
        let system = slots.iter().find(|(own, _)| own == id).and_then(|(_, slot)| slot.system);
        system.is_none_or(|system| !plan.unplaced.contains(&system))
    };
    laid.into_iter().filter(|one| !matches!(one, Laid::Gone(id) if !has_room(id))).collect()
}

async fn again_laid(
    desk: Desk,
    id: RecordId,
    before: Programme,
    after: Programme,
    laid: Vec<Laid>,
) -> Result<(), Trouble> {
    deeds::change(desk, id, &before, &after).await?;
    deeds::lay(desk, laid).await
}
