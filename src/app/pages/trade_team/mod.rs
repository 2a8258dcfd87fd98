//! A provider's firm: what it says of itself, with whom it is registered, who works for it, and what each of them may.

mod members;
mod profile;
mod registrations;
mod start;

use crate::components::{Cell, Column, Section, Table, TableRow, dynamic, whenever};
use crate::deeds::firm::{self as deeds, OwnFirm};
use crate::desk::use_desk;
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use members::Team;
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
                    <Team space role />
                    <Roles />
                }
                .into_any(),
            })
        })
    };
    let back = ("/jobs".to_owned(), said.jobs.to_owned());
    view! { <Page title=said.title back named=true class="stack stack--loose">{body()}</Page> }
}

/// The table of roles, as the server goes by it.
#[component]
fn Roles() -> impl IntoView {
    let words = use_desk().words();
    let said = words.team();
    let roles = [Role::Owner, Role::Manager, Role::Technician];
    let columns = said.may_columns.into_iter().map(Column::words).collect();
    let row = |role: Role| {
        let office = !matches!(role, Role::Technician);
        let invites = access::may(role, Action::Invite(Role::Technician));
        let erases = access::may(role, Action::Erase);
        let cell = |may: bool| Cell::words(if may { said.yes } else { said.no });
        let jobs = Cell::words(if office { said.all_jobs } else { said.own_jobs });
        let cells = vec![jobs, cell(office), cell(office), cell(invites), cell(erases)];
        view! { <TableRow name=(words.choice().role)(role) cells /> }
    };
    view! {
        <Section title=said.may_title>
            <div class="settings__wide" role="group" tabindex="0" aria-label=said.may_title>
                <Table caption=said.may_title columns>{roles.map(row).collect_view()}</Table>
            </div>
        </Section>
    }
}
