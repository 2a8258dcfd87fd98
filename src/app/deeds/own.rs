//! The person's own account: recovery codes, another address, requests about their details, leaving.

use super::{Trouble, engine};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::request::RequestKind;
use sync::Store;
use wire::account::{CodeTyped, EmailNew, Me, RecoveryCodes, RecoveryLeft};
use wire::closing::Closing;
use wire::path;
use wire::request::{Request, RequestNew, Requests};

/// How the account stands with recovery codes.
pub async fn recovery_left(_desk: Desk) -> Result<RecoveryLeft, Trouble> {
    Ok(net::get(path::RECOVERY).await?)
}

/// Makes ten recovery codes; earlier ones end. They are told this once.
pub async fn make_codes(_desk: Desk) -> Result<Vec<String>, Trouble> {
    Ok(net::post::<_, RecoveryCodes>(path::RECOVERY, &()).await?.codes)
}

/// Sends a code to the address that the account is to have.
pub async fn ask_address(_desk: Desk, email: &str) -> Result<(), Trouble> {
    Ok(net::post_only(path::EMAIL, &EmailNew { email: email.trim().to_owned() }).await?)
}

/// Changes the address of the account with that code.
pub async fn change_address(desk: Desk, code: &str) -> Result<(), Trouble> {
    let typed = CodeTyped { code: code.split_whitespace().collect(), device: String::new() };
    let me: Me = net::post(path::EMAIL_VERIFY, &typed).await?;
    desk.account.update(|account| {
        if let Some(account) = account {
            account.email = me.email;
        }
    });
    let engine = engine(desk)?;
    engine.note_account().await?;
    engine.tell_tabs();
    Ok(())
}

/// What the account asked for, the latest first.
pub async fn requests(_desk: Desk) -> Result<Vec<Request>, Trouble> {
    Ok(net::get::<Requests>(path::REQUESTS).await?.requests)
}

/// Files a request.
pub async fn file(_desk: Desk, kind: RequestKind, text: &str) -> Result<Request, Trouble> {
    Ok(net::post(path::REQUESTS, &RequestNew { kind, text: text.to_owned() }).await?)
}

/// Withdraws a request.
pub async fn withdraw(_desk: Desk, number: u64) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{number}", path::REQUESTS)).await?)
}

/// What closing the account takes with it.
pub async fn closing(_desk: Desk) -> Result<Closing, Trouble> {
    Ok(net::get(path::CLOSING).await?)
}

/// Everything that the server holds about the person, as JSON that can be read.
pub async fn export(_desk: Desk) -> Result<String, Trouble> {
    let held: serde_json::Value = net::get(path::EXPORT).await?;
    Ok(serde_json::to_string_pretty(&held).unwrap_or_default())
}

/// Edits of all homes and jobs on this device that have not reached the server.
pub async fn unsent(desk: Desk) -> Result<usize, Trouble> {
    let engine = engine(desk)?;
    let mut unsent = 0;
    let homes = desk.homes.get_untracked().into_iter().map(|home| home.space);
    for space in homes.chain(engine.deals().into_iter().map(|deal| deal.space)) {
        unsent += engine.device().outbox(space).await?.len();
    }
    Ok(unsent)
}
