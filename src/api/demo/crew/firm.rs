//! The firm itself: what it says of itself, its people, and who of them is sent where.

use super::super::team::join;
use super::write::{Job, edit};
use super::{push, uuid};
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use model::access::{Action, Role};
use model::firm::{Duty, Firm};
use model::{AccountId, Edit, Instant, SpaceId};

/// Whom a visit names besides the owner of the firm, and who that is.
const PEOPLE: [(&str, &str, Role); 3] = [
    ("Anna", "anna@codessa.example", Role::Manager),
    ("Faizel", "faizel@codessa.example", Role::Technician),
    ("Lerato", "lerato@codessa.example", Role::Technician),
];

/// The space of the firm.
pub(super) fn space() -> SpaceId {
    SpaceId(uuid("crew/firm"))
}

/// The firm's people.
pub(super) struct Team {
    owner: Principal,
    others: Vec<(&'static str, AccountId)>,
}

/// Makes the firm with its people; who is there is left alone.
pub(super) async fn settle(app: &App, owner: &Principal, now: Instant) -> Result<Team, Error> {
    app.storage.make_firm(owner.account, space(), now).await?;
    let scope = app.storage.authorize(owner, Action::Add, space()).await?;
    if scope.head() == 0 {
        push(app, owner, space(), vec![edit("firm/own", &profile(), now)], now).await?;
    }
    let mut others = Vec::new();
    for (name, email, role) in PEOPLE {
        others.push((name, join(app, &scope, email, role, now).await?));
    }
    Ok(Team { owner: owner.clone(), others })
}

fn profile() -> Firm {
    let told = Job::provider();
    Firm {
        name: told.name,
        trade: "Plumbing".into(),
        address: told.address,
        phone: told.phone,
        email: "office@codessa.example".into(),
        ..Firm::default()
    }
}

impl Team {
    /// Says who goes to a job on its day, unless nobody is named for it; again is harmless.
    pub(super) async fn send(&self, app: &App, job: &Job, now: Instant) -> Result<(), Error> {
        match self.duty(job, now) {
            Some(duty) => push(app, &self.owner, space(), vec![duty], now).await,
            None => Ok(()),
        }
    }

    fn duty(&self, job: &Job, now: Instant) -> Option<Edit> {
        let member = self.others.iter().find(|(name, _)| *name == job.who).map(|(_, account)| *account);
        let (on, from, _) = job.at;
        let duty = Duty {
            deal: Some(job.space()),
            member: Some(member.unwrap_or(self.owner.account)),
            on: Some(on),
            start_minutes: Some(from.into()),
            suburb: job.suburb.into(),
            ..Duty::default()
        };
        (!job.who.is_empty()).then(|| edit(&format!("{}/duty", job.name), &duty, now))
    }
}
