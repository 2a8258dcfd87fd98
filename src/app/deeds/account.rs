//! Signing in and out, and what belongs to the account.

use super::{Trouble, engine};
use crate::browser::{page, passkey};
use crate::desk::{Account, Desk};
use crate::driver::{Engine, UNTOLD_LANGUAGE};
use crate::net;
use leptos::prelude::*;
use std::rc::Rc;
use sync::Store;
use wire::account::{CodeRequest, CodeTyped, EmailBack, Me, PairCode, PairTyped, RecoveryTyped, Session};
use wire::account::{Passkey, PasskeyFinish, PasskeyName, PasskeyStart};
use wire::path;

/// What came of signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedIn {
    /// The homes of this device are in the account now, and the account's homes on this device.
    Joined,
    /// This device holds the homes of another account, whose e-mail this is. Nothing was mixed; the new session was ended.
    OtherAccount(String),
}

/// Asks for a sign-in code by e-mail. The answer does not say whether there is an account.
pub async fn request_code(desk: Desk, email: &str) -> Result<(), Trouble> {
    let language = desk.language.get_untracked().words().tag.to_owned();
    Ok(net::post_only(path::CODE, &CodeRequest { email: email.trim().to_owned(), language }).await?)
}

/// Signs in with the code that was mailed.
pub async fn verify_code(desk: Desk, code: &str) -> Result<SignedIn, Trouble> {
    let typed = CodeTyped { code: code.split_whitespace().collect(), device: page::device_name() };
    let me = net::post(path::CODE_VERIFY, &typed).await?;
    arrive(desk, me).await
}

/// Signs in with a recovery code of the account of that address.
pub async fn recover(desk: Desk, email: &str, code: &str) -> Result<SignedIn, Trouble> {
    let (email, code) = (email.trim().to_owned(), code.trim().to_owned());
    let me = net::post(path::RECOVERY_SIGN_IN, &RecoveryTyped { email, code, device: page::device_name() }).await?;
    arrive(desk, me).await
}

/// Gives an account the address back that it had before, with the code of the mail that said so.
pub async fn take_address_back(_desk: Desk, code: &str) -> Result<(), Trouble> {
    Ok(net::post_only(path::EMAIL_BACK, &EmailBack { code: code.trim().to_owned() }).await?)
}

/// Signs in with a passkey of this device or of a phone nearby.
pub async fn sign_in_with_passkey(desk: Desk) -> Result<SignedIn, Trouble> {
    let start: PasskeyStart = net::post(path::PASSKEY_START, &()).await?;
    let credential = passkey::get(&start.options).await.ok_or(Trouble::Forbidden)?;
    let finish = PasskeyFinish { ceremony: start.ceremony, credential, name: page::device_name() };
    let me = net::post(path::PASSKEY_FINISH, &finish).await?;
    arrive(desk, me).await
}

/// Adds a passkey to the account.
pub async fn add_passkey(desk: Desk, name: &str) -> Result<(), Trouble> {
    let start: PasskeyStart = net::post(path::PASSKEY_ADD_START, &()).await?;
    let credential = passkey::create(&start.options).await.ok_or(Trouble::Forbidden)?;
    let finish = PasskeyFinish { ceremony: start.ceremony, credential, name: name.to_owned() };
    net::post_only(path::PASSKEY_ADD_FINISH, &finish).await?;
    desk.account.update(|account| {
        if let Some(account) = account {
            account.has_passkey = true;
        }
    });
    engine(desk)?.note_account().await?;
    Ok(())
}

/// The account's passkeys.
pub async fn passkeys(_desk: Desk) -> Result<Vec<Passkey>, Trouble> {
    Ok(net::get(path::PASSKEYS).await?)
}

/// Names a passkey; all of them, as they are called now.
pub async fn name_passkey(_desk: Desk, id: &str, name: &str) -> Result<Vec<Passkey>, Trouble> {
    Ok(net::put(&format!("{}/{id}", path::PASSKEYS), &PasskeyName { name: name.to_owned() }).await?)
}

/// Removes a passkey.
pub async fn remove_passkey(_desk: Desk, id: &str) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{id}", path::PASSKEYS)).await?)
}

/// The account's sessions.
pub async fn sessions(_desk: Desk) -> Result<Vec<Session>, Trouble> {
    Ok(net::get(path::SESSIONS).await?)
}

/// Ends a session of the account.
pub async fn end_session(_desk: Desk, id: &str) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{id}", path::SESSIONS)).await?)
}

/// Ends every session of the account but this one.
pub async fn end_other_sessions(_desk: Desk) -> Result<(), Trouble> {
    Ok(net::delete(path::SESSIONS).await?)
}

/// A code with which a second device signs in as this account, as a link to be shown as QR.
pub async fn pair(_desk: Desk) -> Result<PairCode, Trouble> {
    Ok(net::post(path::PAIR, &()).await?)
}

/// Signs in with a code that another device of the account shows.
pub async fn claim_pair(desk: Desk, code: &str) -> Result<SignedIn, Trouble> {
    let me =
        net::post(path::PAIR_CLAIM, &PairTyped { code: code.trim().to_owned(), device: page::device_name() }).await?;
    arrive(desk, me).await
}

/// Signs out: clears this account's data from the device, also offline; the session then ends at the next contact.
pub async fn sign_out(desk: Desk) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let ended = net::post_only(path::SIGN_OUT, &()).await.is_ok();
    engine.forget_all(!ended).await?;
    Ok(())
}

/// Erases the account with every home that it alone owns, here and on the server.
pub async fn erase(desk: Desk) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    if desk.account.with_untracked(Option::is_some) {
        net::delete(path::ME).await?;
    }
    engine.forget_all(false).await?;
    Ok(())
}

/// Speaks another language, now and from now on.
pub fn speak(desk: Desk, language: words::Language) {
    desk.language.set(language);
    leptos::task::spawn_local(async move {
        if let Ok(engine) = engine(desk) {
            // If it cannot be kept, the language is asked for again at the next start.
            let tag = language.words().tag;
            let _ = engine.device().set_note("language", Some(tag)).await;
            let _ = engine.device().set_note(UNTOLD_LANGUAGE, Some(tag)).await;
            engine.tell_language().await;
        }
    });
}

/// Takes the account in: the device's own homes join it, and its homes come to the device.
async fn arrive(desk: Desk, me: Me) -> Result<SignedIn, Trouble> {
    let engine = engine(desk)?;
    if let Some(before) = desk.account.get_untracked().filter(|before| before.id != me.account) {
        // Another account never sends what this one wrote. The new session is of no use here.
        let _ = net::post_only(path::SIGN_OUT, &()).await;
        return Ok(SignedIn::OtherAccount(before.email));
    }
    desk.account.set(Some(Account { id: me.account, email: me.email.clone(), has_passkey: me.has_passkey }));
    desk.sign_in_again.set(false);
    engine.note_account().await?;
    engine.device().set_note("signed-out", None).await?;
    engine.happen(sync::Event::SignedIn(true));
    join_all(&engine).await?;
    engine.take_memberships(me.spaces).await?;
    engine.tell_language().await;
    engine.tell_tabs();
    Ok(SignedIn::Joined)
}

/// Takes every device-only home into the account.
async fn join_all(engine: &Rc<Engine>) -> Result<(), Trouble> {
    for home in engine.homes().into_iter().filter(|home| !home.joined) {
        engine.join(home.space).await?;
    }
    Ok(())
}
