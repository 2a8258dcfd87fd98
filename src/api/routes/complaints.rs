//! Complaints: cases of a scheme that its owners and tenants open, from their own logbooks.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::Member;
use crate::border::{Json as Body, Row, SPACE, post};
use crate::error::Error;
use crate::storage::Scope;
use crate::visit::notice;
use axum::Json;
use axum::extract::State;
use model::access::Action::{Add, Read};
use model::access::Role;
use model::canonical::normal;
use model::dispute::{Dispute, DisputeAct, Party};
use model::estate::case::{Act, Role as InCase};
use model::scheme::{Scheme, Unit};
use model::standing::living;
use model::{Letter, Record, RecordId};
use uuid::Uuid;
use wire::estate::ComplaintNew;
use wire::space::Membership;
use wire::{ErrorCode, path};
use words::Language;

/// Cases that one account opens within the window.
const CASES_MAX: i64 = 10;
/// The window, milliseconds: a day.
const WINDOW_MS: i64 = 86_400_000;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(&path::complaints(SPACE), Member(Add), open_complaint)
            .says("Opens a case of the scheme of the home's unit: the caller complains, and is a party to it; again is harmless.")
            .takes("ComplaintNew")
            .gives("Membership"),
    ]
}

/// Opens a case for who owns a unit or lives in it.
pub async fn open_complaint(
    State(app): State<App>,
    principal: Principal,
    scope: Scope,
    Body(new): Body<ComplaintNew>,
) -> Result<Json<Membership>, Error> {
    let of = app.storage.unit_of(&scope).await?.ok_or_else(Error::not_found)?;
    // Of a logbook that the scheme holds its own people are the members; who lives there is none of them.
    let is_theirs = match scope.role() {
        Role::Owner | Role::CoOwner => !of.is_held,
        role => role == Role::Tenant,
    };
    if !is_theirs {
        return Err(Error::new(ErrorCode::Forbidden, "Only who owns the unit or lives in it may do this."));
    }
    let now = app.clock.now();
    let subject = format!("cases opened by {}", principal.account);
    if app.storage.count_attempt(subject, WINDOW_MS, now).await? > CASES_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most ten a day.").retry_after_s(86_400));
    }
    let matter = matter(&new, &app.storage.told_to(&of).await?, of.unit, &principal);
    let complaint = DisputeAct {
        act: Act::Open,
        party: matter.parties.first().map(|party| party.id),
        text: normal(&new.text),
        name: normal(&new.name),
        at: Some(now),
        ..DisputeAct::default()
    };
    let faults = [matter.faults(), complaint.faults()].concat();
    if !faults.is_empty() {
        return Err(Error::new(ErrorCode::Invalid, "The case cannot begin so.").with_faults(faults));
    }
    let made = app.storage.open_complaint(&of, principal.account, new.id, (matter, complaint), now).await?;
    app.live.wake();
    if made.head > 0 {
        let case = app.storage.authorize(&principal, Read, new.id).await?;
        notice::tell_all(&app, &case).await?;
    }
    Ok(Json(made))
}

/// What the case is about: between whom, and which unit of which scheme it is of.
fn matter(new: &ComplaintNew, records: &[Record], unit: RecordId, principal: &Principal) -> Dispute {
    let scheme = living::<Scheme>(records).into_iter().next().map(|one| one.letter.name).unwrap_or_default();
    let number = living::<Unit>(records).into_iter().find(|one| one.root == unit).map(|one| one.letter.number);
    let said = Language::default().words().estate_case();
    let party =
        |role: InCase, name: &str| Party { id: RecordId(Uuid::now_v7()), role, name: normal(name), ..Party::default() };
    let complainant = Party { account: Some(principal.account), ..party(InCase::Complainant, &new.name) };
    let contractor = Some(party(InCase::Contractor, &new.contractor)).filter(|party| !party.name.is_empty());
    let parties = [complainant, party(InCase::Respondent, &new.respondent)].into_iter().chain(contractor);
    Dispute {
        title: normal(&new.title),
        scheme,
        unit: Some(unit),
        unit_name: number.map(|number| (said.unit_name)(&number)).unwrap_or_default(),
        rule: normal(&new.rule),
        parties: parties.collect(),
    }
}
