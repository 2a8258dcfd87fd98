//! Links by which parts of a home are shared: making them, what became of them, ending them.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::{Member, MemberSteppedUp};
use crate::border::{self, Json as Body, Row, SHARE, SPACE, delete, get, post, put};
use crate::error::Error;
use crate::storage::{Scope, ShareRow};
use crate::visit::Passcode;
use crate::visit::estate::add;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::access::{Action, Sort};
use model::grant::{DAYS_MAX, DAYS_PASSCODE_MAX, Grant, estate};
use model::letter::Check;
use model::{Fault, FaultCode, Instant, ShareId, SpaceId, dispute};
use wire::share::{Share, ShareChange, ShareMade, ShareNew, Shares, Sights};
use wire::{ErrorCode, path};

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::shares(SPACE), Member(Action::Share), list_shares)
            .says("The links by which parts of the home are shared, the newest first.")
            .gives("Shares"),
        post(&path::shares(SPACE), MemberSteppedUp(Action::Share), create_share)
            .says("Makes a link. Its secret stays with the caller; a passcode is told once.")
            .takes("ShareNew")
            .gives("ShareMade"),
        delete(&path::shares(SPACE), Member(Action::Share), end_all_shares).says("Ends all links of the home."),
        put(&path::share(SPACE, SHARE), Member(Action::Share), change_share)
            .says("Changes what a link is called, what it gives and when it ends; to give more or longer needs a proof of being there.")
            .takes("ShareChange")
            .gives("Share"),
        delete(&path::share(SPACE, SHARE), Member(Action::Share), end_share).says("Ends a link, and every visit by it."),
        get(&path::share_log(SPACE, SHARE), Member(Action::Share), list_sights)
            .says("What happened with a link, the latest first.")
            .gives("Sights"),
    ]
}

/// The links of a home.
pub async fn list_shares(State(app): State<App>, scope: Scope) -> Result<Json<Shares>, Error> {
    Ok(Json(Shares { shares: app.storage.shares(&scope).await? }))
}

/// Makes a link.
pub async fn create_share(
    State(app): State<App>,
    principal: Principal,
    scope: Scope,
    Body(new): Body<ShareNew>,
) -> Result<Json<ShareMade>, Error> {
    let mut check = Check::default();
    check.line("name", &new.name);
    check.within("days", new.days, 1, if new.passcode { DAYS_PASSCODE_MAX } else { DAYS_MAX });
    check.within("opens_max", new.opens_max.map_or(1, i64::from), 1, 1_000_000);
    check_grant(&scope, &new.grant, new.passcode, &mut check);
    refuse(check.faults())?;
    let passcode = if new.passcode { Some(Passcode::random().await?) } else { None };
    let now = app.clock.now();
    let row = ShareRow {
        id: new.id,
        auth_hash: new.auth_hash,
        purpose: new.purpose,
        name: new.name,
        grant: new.grant,
        by: principal.account,
        made: now,
        expires: Instant(now.0 + new.days * DAY_MS),
        passcode: passcode.as_ref().map(|passcode| passcode.hash.clone()),
        snapshot: new.snapshot,
        pack: None,
        opens_max: new.opens_max,
        unseen: new.unseen,
    };
    match scope.sort() {
        Sort::Estate if new.snapshot => add(&app, &scope, row).await?,
        _ => app.storage.add_share(&scope, row).await?,
    }
    let share = find(&app, &scope, new.id).await?;
    Ok(Json(ShareMade { share, passcode: passcode.map(|passcode| passcode.digits) }))
}

/// Checks what a link gives, by what it is given of.
fn check_grant(scope: &Scope, grant: &Grant, has_passcode: bool, check: &mut Check) {
    match scope.sort() {
        Sort::Estate => estate::check(grant, has_passcode, check),
        // A party sees all that is said in the case, and answers.
        Sort::Case if *grant == dispute::given() => {}
        Sort::Case => check.fault("kinds", FaultCode::NotAllowed),
        _ => grant.check(check),
    }
}

/// Changes a link.
pub async fn change_share(
    State(app): State<App>,
    principal: Principal,
    scope: Scope,
    border::Path((_, id)): border::Path<(SpaceId, ShareId)>,
    Body(change): Body<ShareChange>,
) -> Result<Json<Share>, Error> {
    let before = find(&app, &scope, id).await?;
    let now = app.clock.now();
    let mut share = before.clone();
    let mut check = Check::default();
    if let Some(name) = change.name {
        check.line("name", &name);
        share.name = name;
    }
    if let Some(grant) = change.grant {
        check_grant(&scope, &grant, share.passcode, &mut check);
        // What a pack holds was cut when it was made: it can give less, and no more.
        if scope.sort() == Sort::Estate && share.snapshot.is_some() && !grant.is_within(&share.grant) {
            check.fault("grant", FaultCode::Fixed);
        }
        share.grant = grant;
    }
    if let Some(days) = change.days {
        check.within("days", days, 0, if share.passcode { DAYS_PASSCODE_MAX } else { DAYS_MAX });
        share.expires = Instant(now.0 + days * DAY_MS);
    }
    refuse(check.faults())?;
    if is_wider(&before, &share) && !principal.is_stepped_up(now) {
        let detail = "To give more, or for longer, needs a passkey or a code within the last five minutes.";
        return Err(Error::new(ErrorCode::StepUp, detail));
    }
    match app.storage.change_share(&scope, &share).await? {
        true => Ok(Json(find(&app, &scope, id).await?)),
        false => Err(Error::new(ErrorCode::Gone, "This link was ended. Make a new one.")),
    }
}

/// Whether somebody is given more by `after` than by `before`; a suspended link that lives again is more too.
fn is_wider(before: &Share, after: &Share) -> bool {
    let within = |after: &Grant, before: &Grant| after.is_within(before);
    !within(&after.grant, &before.grant) || after.expires > before.expires || before.suspended.is_some()
}

/// Ends a link; again is harmless.
pub async fn end_share(
    State(app): State<App>,
    scope: Scope,
    border::Path((_, id)): border::Path<(SpaceId, ShareId)>,
) -> Result<StatusCode, Error> {
    find(&app, &scope, id).await?;
    app.storage.end_shares(&scope, Some(id), app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends all links of a home.
pub async fn end_all_shares(State(app): State<App>, scope: Scope) -> Result<StatusCode, Error> {
    app.storage.end_shares(&scope, None, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What happened with a link.
pub async fn list_sights(
    State(app): State<App>,
    scope: Scope,
    border::Path((_, id)): border::Path<(SpaceId, ShareId)>,
) -> Result<Json<Sights>, Error> {
    find(&app, &scope, id).await?;
    Ok(Json(Sights { sights: app.storage.sights(&scope, id).await? }))
}

async fn find(app: &App, scope: &Scope, id: ShareId) -> Result<Share, Error> {
    let shares = app.storage.shares(scope).await?;
    shares.into_iter().find(|share| share.id == id).ok_or_else(Error::not_found)
}

fn refuse(faults: Vec<Fault>) -> Result<(), Error> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorCode::Invalid, "The link cannot be made so.").with_faults(faults))
}
