//! Taking a finished job into the logbook: everything that is proposed, reviewed and taken in one act.

use super::act::Open;
use super::deal::Typed;
use crate::components::{Button, Glyph, LinkButton, Section, Status, Toggle, Tone, Weight};
use crate::deeds::job;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::access::Action;
use model::contact::Contact;
use model::portal::Side;
use model::portal::back::{Draft, Known, Proposal, chosen, ids, proposals};
use model::system::System;
use model::task::Task;
use words::place::portal::Proposed;

/// What the job leaves behind, once it is finished.
#[component]
pub fn Back(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.portal();
    let Some(sheet) = open.deal.sheet() else { return ().into_any() };
    if open.party().side() != Side::Client {
        return ().into_any();
    }
    let root = open.deal.sheets.first().map_or(sheet.id, |first| first.id);
    let all = proposals(&open.deal, &untrack(|| known(desk, &open)), ids(root));
    let taken = ids(root)();
    if untrack(|| desk.library.entry(taken)).is_some() {
        let see = view! { <LinkButton label=said.see href=format!("/logbook/{taken}") weight=Weight::Small /> };
        return view! { <Section title=said.back><p><Status tone=Tone::Good word=said.taken /></p><p>{see}</p></Section> }
            .into_any();
    }
    let rows = all.iter().map(|one| row(desk, &open, typed, one, one.id == taken)).collect_view();
    let writes =
        all.iter().filter(|one| !matches!(one.draft, Draft::Statutory(_))).map(|one| one.id).collect::<Vec<_>>();
    let label = Signal::derive(move || {
        let left_out = typed.left_out.get();
        (said.take)(writes.iter().filter(|id| !left_out.contains(id)).count())
    });
    let form = open.form;
    let toaster = open.toaster;
    let take = Callback::new(move |()| {
        let left_out = typed.left_out.get_untracked();
        let chosen = chosen(all.clone(), |id| left_out.contains(&id));
        form.run(async move { job::take_in(desk, root, chosen).await }, move |()| toaster.say(said.taken));
    });
    let button = desk.may(Action::Write).then(|| {
        view! { <p><Button label weight=Weight::Primary glyph=Glyph::BOOK_OPEN busy=form.busy() on_press=take /></p> }
    });
    view! {
        <Section title=said.back>
            <p class="soft">{said.back_lead}</p>
            <ul class="portal__lines">{rows}</ul>
            {button}
        </Section>
    }
    .into_any()
}

/// What the home knows of what the deal is about.
fn known(desk: Desk, open: &Open) -> Known {
    let Some(request) = &open.deal.request else { return Known::default() };
    let letter = &request.letter;
    let systems = letter.systems.iter().filter_map(|told| told.id);
    let systems = systems.filter(|id| desk.library.find::<System>(*id).is_some()).collect();
    let contact = letter.contact.and_then(|id| desk.library.find::<Contact>(id));
    let task = letter.from.and_then(|id| desk.library.find::<Task>(id));
    let due = task.as_ref().and_then(|task| {
        desk.library.coming().iter().find(|coming| coming.task.id == task.id).map(|coming| coming.due.due)
    });
    Known {
        fault: letter.from.filter(|id| desk.library.entry(*id).is_some()),
        task: task.map(|task| (task.id, due)),
        systems,
        contact: contact.map(|contact| (contact.id, contact.letter.clone())),
    }
}

fn row(desk: Desk, open: &Open, typed: Typed, one: &Proposal, fixed: bool) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let (sort, name) = match &one.draft {
        Draft::Statutory(until) => {
            return view! { <li class="small soft">{(said.statutory)(&words.day(*until))}</li> }.into_any();
        }
        Draft::Entry(entry) => (Proposed::Entry, entry.title.clone()),
        Draft::System(system) => (Proposed::Part, format!("{} {}", system.name, system.serial)),
        Draft::Warranty(warranty) => {
            (Proposed::Warranty, format!("{}, {}", warranty.title, (said.months)(warranty.months.unwrap_or_default())))
        }
        Draft::Certificate(one) => (Proposed::Certificate, one.number.clone()),
        Draft::Document(paper) => (Proposed::Document, paper.title.clone()),
        Draft::Task(task) => {
            (Proposed::Task, format!("{}, {}", task.title, task.due.map(|due| words.day(due)).unwrap_or_default()))
        }
        Draft::Contact(_, after) => (Proposed::Contact, after.name.clone()),
    };
    let from = match (open.deal.quote(one.of).is_some(), open.deal.invoice(one.of).is_some()) {
        (true, _) => said.from_quote,
        (_, true) => said.from_invoice,
        _ => said.from_sheet,
    };
    let label = format!("{}: {}", (said.draft)(sort), name.trim());
    // Everything else names the entry.
    if fixed {
        return view! { <li>{label} " " <span class="small soft">{from}</span></li> }.into_any();
    }
    let id = one.id;
    let on = Signal::derive(move || typed.left_out.with(|left_out| !left_out.contains(&id)));
    let change = Callback::new(move |on: bool| {
        typed.left_out.update(|left_out| {
            if on {
                left_out.remove(&id)
            } else {
                left_out.insert(id)
            };
        });
    });
    view! { <li><Toggle label hint=from on on_change=change /></li> }.into_any()
}
