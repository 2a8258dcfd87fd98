//! A statement as a PDF: what was billed and paid with the same people, over all deals that an account has with them.

use super::{reader, sheet};
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use bytes::Bytes;
use model::SpaceId;
use model::access::{Action, Role, Sort, deal};
use model::date::HOME_AHEAD_MINUTES;
use model::portal::statement::{is_told, who};
use model::portal::{Deal, Side};
use report::deal::statement as paper;
use wire::space::Membership;

/// The statement with whom `with` tells, on a side: of a client over the deals of one home.
///
/// # Errors
/// `NotFound` where the account has no such deal, `NotOffered` where this server makes no PDF, `Busy` where another is being made for them, or others for long.
pub async fn statement(
    app: &App,
    principal: &Principal,
    side: Side,
    with: &str,
    home: Option<SpaceId>,
) -> Result<Bytes, Error> {
    let _place = app.press.enter(principal.account.0)?;
    // What a firm is owed is no technician's matter.
    let is_own = |one: &Membership| {
        let is_side = deal::side(one.role) == side && one.role != Role::Technician;
        one.sort == Sort::Deal && is_side && (side == Side::Provider || one.home == home)
    };
    let mut deals = Vec::new();
    for own in app.storage.memberships(principal).await?.into_iter().filter(is_own) {
        let scope = app.storage.authorize(principal, Action::Read, own.space).await?;
        let deal = Deal::of(&app.storage.records(&scope).await?);
        if is_told(&deal) && who(&deal, side).is_some_and(|(key, _)| key == with) {
            deals.push(deal);
        }
    }
    let words = reader(app, principal).await?.1;
    let today = app.clock.now().date(HOME_AHEAD_MINUTES);
    let made = paper(&deals.iter().collect::<Vec<_>>(), words, today).ok_or_else(Error::not_found)?;
    app.press.print(sheet(&made, Vec::new(), words)?).await
}
