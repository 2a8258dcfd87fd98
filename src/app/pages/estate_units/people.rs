//! Who looks after the scheme: members, invitations, and what each may do.

use super::Watched;
use crate::components::{Glyph, LinkButton, dynamic};
use crate::desk::use_desk;
use crate::pages::team::{RolesTable, Team, Terms};
use leptos::prelude::*;
use model::access::{Action, Role, estate as access};

/// The people of the scheme.
#[component]
pub(super) fn PeoplePart(found: Watched) -> impl IntoView {
    let said = use_desk().words().estate_units();
    let terms = Terms {
        may: access::may,
        offered: [Role::Trustee, Role::Manager],
        page: "/estate/people",
        title: said.people,
        lead: said.people_lead,
        leave: said.leave,
        comes_as: said.comes_as,
        role_may: said.role_may,
    };
    let known = Memo::new(move |_| {
        found.with(|found| {
            let estate = found.as_ref()?.as_ref()?;
            Some((estate.space, estate.role, estate.is_visit))
        })
    });
    let trustees = move || {
        let scheme = found.with(|found| found.as_ref()?.as_ref()?.scheme().map(|(_, scheme)| scheme))?;
        (!scheme.trustees.is_empty()).then(|| view! { <p>{(said.trustees_named)(&scheme.trustees.join(", "))}</p> })
    };
    view! {
        <div><LinkButton label=said.settings href="/estate/settings" glyph=Glyph::SETTINGS /></div>
        {dynamic(trustees)}
        {dynamic(move || match known.get() {
            // Who looks by a link is told of nobody.
            Some((space, role, false)) => Some(view! { <Team space role terms /> }),
            _ => None,
        })}
        <May />
    }
}

/// The table of roles, as the server goes by it.
#[component]
fn May() -> impl IntoView {
    let said = use_desk().words().estate_units();
    let of = [Action::Read, Action::Write, Action::Add, Action::Share, Action::Invite(Role::Manager), Action::Erase];
    let told = |role: Role| {
        let cell = |action| if access::may(role, action) { said.yes } else { said.no };
        (role, of.map(cell).to_vec())
    };
    let roles = [Role::Owner, Role::Manager, Role::Trustee].map(told).to_vec();
    view! { <RolesTable title=said.may_title lines=&said.may_lines[..] roles /> }
}
