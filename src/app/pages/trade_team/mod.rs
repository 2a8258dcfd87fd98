//! A provider's firm: what it says of itself, with whom it is registered, who works for it, and what each of them may.

mod profile;
mod registrations;
mod start;

use crate::components::{dynamic, whenever};
use crate::deeds::firm::{self as deeds, OwnFirm};
use crate::desk::use_desk;
use crate::pages::Page;
use crate::pages::team::{RolesTable, Team, Terms};
use crate::route::Draw;
use leptos::prelude::*;
use model::access::{Action, Role, firm as access};
use profile::Profile;
use registrations::Registrations;
use start::Start;

/// The firm and its team.
#[lazy]
pub fn trade_team() -> Draw {
    || view! { <TeamPage /> }.into_any()
}

#[component]
fn TeamPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.team();
    let found = RwSignal::new(None::<Option<OwnFirm>>);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            found.try_set(Some(deeds::firm(desk).await.ok().flatten()));
        });
    });
    // Who joined or left is asked of the server; what is typed stays while the rest of the firm changes.
    let known = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|firm| firm.as_ref().map(|firm| (firm.space, firm.role))))
    });
    let body = move || {
        dynamic(move || {
            known.get().map(|known| match known {
                None => view! { <Start /> }.into_any(),
                Some((space, role)) => view! {
                    <Profile found space />
                    <Registrations found space />
                    <Team space role terms=terms(said) />
                    <Roles />
                }
                .into_any(),
            })
        })
    };
    let back = ("/jobs".to_owned(), said.jobs.to_owned());
    view! { <Page title=said.title back named=true class="stack stack--loose">{body()}</Page> }
}

/// How a firm speaks of its people, and the rules that it goes by.
fn terms(said: &'static words::place::Team) -> Terms {
    Terms {
        may: access::may,
        offered: [Role::Technician, Role::Manager],
        page: "/desk/team",
        title: said.team,
        lead: said.team_lead,
        leave: said.leave,
        comes_as: said.comes_as,
        role_may: said.role_may,
    }
}

/// The table of roles, as the server goes by it.
#[component]
fn Roles() -> impl IntoView {
    let said = use_desk().words().team();
    let told = |role: Role| {
        let is_office = role != Role::Technician;
        let may = |may: bool| if may { said.yes } else { said.no };
        let jobs = if is_office { said.all_jobs } else { said.own_jobs };
        let invites = access::may(role, Action::Invite(Role::Technician));
        let erases = access::may(role, Action::Erase);
        (role, vec![jobs, may(is_office), may(is_office), may(invites), may(erases)])
    };
    let roles = [Role::Owner, Role::Manager, Role::Technician].map(told).to_vec();
    view! { <RolesTable title=said.may_title lines=&said.may_lines[..] roles /> }
}
