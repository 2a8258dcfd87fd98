//! Who goes where: the firm's duties of a day, and its people.

use crate::browser::random;
use crate::components::{dynamic, whenever};
use crate::deeds::{Change, firm, stock, team as deeds};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::access::Action;
use model::firm::Duty;
use model::trade_desk::day::{Stop, places};
use model::{AccountId, Date, RecordId};
use wire::space::Member;

/// The firm's people and who of them goes where; nobody where there is no firm.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Team {
    /// Whether one says who goes where: the office does.
    pub may_assign: bool,
    /// The members by the names of their addresses. Only with a connection.
    pub members: Vec<(AccountId, String)>,
    /// Who goes where.
    pub duties: Vec<(RecordId, Duty)>,
}

impl Team {
    /// The duties alone.
    pub fn letters(&self) -> Vec<Duty> {
        self.duties.iter().map(|(_, duty)| duty.clone()).collect()
    }

    /// Whether the office gave the order of a day, and one is not of it.
    pub fn is_given(&self, on: Date) -> bool {
        !self.may_assign && self.duties.iter().any(|(_, duty)| duty.order > 0 && duty.on == Some(on))
    }
}

/// Writes the order of a day to the duties, for who says who goes where.
pub fn write_order(desk: Desk, team: RwSignal<Team>, stops: &[Stop], on: Date, order: &[RecordId]) {
    if !team.with_untracked(|team| team.may_assign) {
        return;
    }
    let places = team.with_untracked(|team| places(stops, on, &team.letters(), order));
    let mut changes = Vec::new();
    // Shown at once, as it is about to be written.
    team.update(|team| {
        for (at, place) in places {
            let (id, duty) = &mut team.duties[at];
            let before = std::mem::replace(duty, Duty { order: place, ..duty.clone() });
            changes.extend(Change::between(*id, &before, duty));
        }
    });
    leptos::task::spawn_local(async move {
        // What cannot be written stays the order of this device.
        let _ = firm::write(desk, changes).await;
    });
}

/// The team, read anew whenever something of the firm changes.
pub fn read(desk: Desk) -> RwSignal<Team> {
    let team = RwSignal::new(Team::default());
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            let Some(own) = firm::firm(desk).await.ok().flatten() else { return };
            let duties = stock::all::<Duty>(desk).await;
            let may_assign = own.is_office();
            team.try_update(|team| (team.duties, team.may_assign) = (duties, may_assign));
            if own.may(Action::SeeMembers)
                && let Ok(found) = deeds::members(own.space).await
            {
                let own = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
                let name = |member: &Member| match own {
                    Some(own) if own == member.account => desk.words().desk().oneself.to_owned(),
                    _ => named(&member.email),
                };
                let members = found.members.iter().map(|member| (member.account, name(member))).collect();
                team.try_update(|team| team.members = members);
            }
        });
    });
    team
}

/// Somebody by what stands before the sign in their address, begun with a capital.
fn named(email: &str) -> String {
    let mut letters = email.split('@').next().unwrap_or_default().chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Chooses who goes; nothing for who does not say that.
#[component]
pub fn Assign(
    /// The visit.
    stop: Stop,
    /// Its day.
    on: Date,
    /// The firm's people.
    team: RwSignal<Team>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let (form, toaster) = (Form::new(), use_toaster());
    let stop = StoredValue::new(stop);
    let known = move || {
        let own = |(_, duty): &&(RecordId, Duty)| {
            duty.deal == Some(stop.with_value(|stop| stop.space)) && duty.on == Some(on)
        };
        team.with(|team| team.duties.iter().find(own).cloned())
    };
    let assign = move |event| {
        let member = event_target_value(&event).parse::<AccountId>().ok();
        let before = untrack(known);
        let id = before.as_ref().map_or_else(random::record_id, |(id, _)| *id);
        let duty = stop.with_value(|stop| Duty {
            deal: Some(stop.space),
            member,
            on: Some(on),
            start_minutes: Some(stop.start_minutes()),
            suburb: stop.suburb.clone(),
            ..before.map(|(_, duty)| duty).unwrap_or_default()
        });
        let write = async move {
            match member {
                Some(_) => stock::put(desk, id, &duty).await,
                None => stock::take_away::<Duty>(desk, id).await,
            }
        };
        form.run(write, move |()| toaster.say(said.assigned));
    };
    let choice = move || {
        let team = team.get();
        if !team.may_assign || team.members.is_empty() {
            return None;
        }
        let chosen = known().and_then(|(_, duty)| duty.member);
        let option = |(account, name): (AccountId, String)| {
            view! { <option value=account.to_string() selected=chosen == Some(account)>{name}</option> }
        };
        let options = team.members.into_iter().map(option).collect_view();
        let label = stop.with_value(|stop| (said.who_for)(&stop.title));
        Some(view! {
            <select class="input trade-desk__who" aria-label=label on:change=assign>
                <option value="" selected=chosen.is_none()>{said.nobody_yet}</option>
                {options}
            </select>
        })
    };
    dynamic(choice)
}
