//! Passkeys: two ceremonies of WebAuthn level 3, adding one and signing in with one, without a user name and with the person verified.

use super::Principal;
use crate::app::App;
use crate::error::Error;
use crate::storage::{CeremonyNew, PasskeyNew};
use model::{AccountId, FaultCode, FileHash, Instant};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PasskeyRegistration, Url, Webauthn, WebauthnBuilder};
use wire::ErrorCode;
use wire::account::{PasskeyFinish, PasskeyStart};

/// How long a ceremony lasts, milliseconds.
const CEREMONY_MS_MAX: i64 = 10 * 60 * 1000;
/// Passkeys of one account.
const PASSKEYS_MAX: usize = 20;
/// Characters of a passkey's name.
const NAME_CHARS_MAX: usize = 60;
const ADD: &str = "add a passkey";
const SIGN_IN: &str = "sign in";

/// Begins adding a passkey to an account.
pub async fn start_adding(app: &App, principal: &Principal) -> Result<PasskeyStart, Error> {
    let gone = || Error::new(ErrorCode::SignIn, "The account was erased.");
    let account = app.storage.account(principal.account).await?.ok_or_else(gone)?;
    let known = app.storage.credentials(principal.account).await?;
    if known.len() >= PASSKEYS_MAX {
        return Err(Error::new(ErrorCode::Conflict, "An account has at most 20 passkeys: remove one first."));
    }
    let known: Vec<Passkey> = known.iter().map(|credential| kept(credential)).collect::<Result<_, _>>()?;
    let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
    let (options, state) = webauthn(app)?
        .start_passkey_registration(principal.account.0, &account.email, &account.email, Some(known))
        .map_err(broken)?;
    let mut options = public_key(&options)?;
    // Without a user name only a passkey that the authenticator itself finds can sign in.
    options["authenticatorSelection"]["residentKey"] = json!("required");
    options["authenticatorSelection"]["requireResidentKey"] = json!(true);
    begin(app, ADD, Some(principal.account), options, &state).await
}

/// Adds the passkey that came of it.
///
/// # Errors
/// `WrongCode` where the ceremony has ended or the passkey does not fit it, `Conflict` where the passkey is known already.
pub async fn finish_adding(app: &App, principal: &Principal, finish: PasskeyFinish) -> Result<(), Error> {
    let state =
        app.storage.take_ceremony(named(&finish.ceremony)?, ADD, Some(principal.account), app.clock.now()).await?;
    let state: PasskeyRegistration = kept(&state.ok_or_else(unfit)?)?;
    let credential = sent(finish.credential)?;
    let passkey = webauthn(app)?.finish_passkey_registration(&credential, &state).map_err(|_| unfit())?;
    let name = cut(&finish.name);
    let new = PasskeyNew {
        id: id(passkey.cred_id().as_ref()),
        account: principal.account,
        name,
        credential: text(&passkey)?,
        added: app.clock.now(),
    };
    match app.storage.add_passkey(new).await? {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::Conflict, "This passkey belongs to an account already.")),
    }
}

/// Names a passkey of an account. Whether there is one.
///
/// # Errors
/// A fault of `name` where nothing is left of it.
pub async fn name(app: &App, principal: &Principal, id: FileHash, name: &str) -> Result<bool, Error> {
    match cut(name) {
        name if name.is_empty() => Err(Error::fault("name", FaultCode::Missing, "A passkey needs a name.")),
        name => app.storage.name_passkey(principal.account, id.to_string(), name).await,
    }
}

/// Begins signing in, whoever it will be.
pub async fn start_sign_in(app: &App) -> Result<PasskeyStart, Error> {
    let (options, state) = webauthn(app)?.start_discoverable_authentication().map_err(broken)?;
    begin(app, SIGN_IN, None, public_key(&options)?, &state).await
}

/// The account whose passkey answered.
///
/// # Errors
/// `WrongCode` where the ceremony has ended, or the passkey is unknown, a copy, or does not fit.
pub async fn finish_sign_in(app: &App, ceremony: String, credential: Value) -> Result<AccountId, Error> {
    let now = app.clock.now();
    let state = app.storage.take_ceremony(named(&ceremony)?, SIGN_IN, None, now).await?.ok_or_else(unfit)?;
    let state: DiscoverableAuthentication = kept(&state)?;
    let credential = sent(credential)?;
    let webauthn = webauthn(app)?;
    let (user, credential_id) = webauthn.identify_discoverable_authentication(&credential).map_err(|_| unfit())?;
    let (account, id) = (AccountId(user), id(credential_id));
    let before = app.storage.credential(account, id.clone()).await?.ok_or_else(unfit)?;
    let mut passkey: Passkey = kept(&before)?;
    let result = webauthn.finish_discoverable_authentication_v2(&credential, state, &passkey).map_err(|_| unfit())?;
    passkey.update_credential(&result);
    // Of two answers with the same count one is a copy's, so only the first may move the count.
    match app.storage.use_passkey(id, before, text(&passkey)?, now).await? {
        true => Ok(account),
        false => Err(unfit()),
    }
}

/// A name as it is kept: one line, as long as a row has room for.
fn cut(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    model::canonical::normal(&line).chars().take(NAME_CHARS_MAX).collect()
}

/// Passkeys belong to the host that people type.
fn webauthn(app: &App) -> Result<Webauthn, Error> {
    let origin = &app.config.origin;
    let url = Url::parse(origin.as_str()).map_err(Error::broken)?;
    if url.domain().is_none() {
        let told = "Passkeys belong to a name of a host: CODESSA_ORIGIN is an address of numbers.";
        return Err(Error::new(ErrorCode::Conflict, told));
    }
    WebauthnBuilder::new(origin.host(), &url).map_err(broken)?.rp_name("Codessa").build().map_err(broken)
}

async fn begin(
    app: &App,
    purpose: &'static str,
    account: Option<AccountId>,
    options: Value,
    state: &impl Serialize,
) -> Result<PasskeyStart, Error> {
    let expires = Instant(app.clock.now().0 + CEREMONY_MS_MAX);
    let ceremony = app.storage.add_ceremony(CeremonyNew { purpose, account, state: text(state)?, expires }).await?;
    Ok(PasskeyStart { ceremony, options })
}

fn public_key(options: &impl Serialize) -> Result<Value, Error> {
    Ok(serde_json::to_value(options).map_err(Error::broken)?["publicKey"].take())
}

/// The name of a ceremony as the database has it; what cannot be one names none.
fn named(ceremony: &str) -> Result<String, Error> {
    Uuid::parse_str(ceremony).map(|ceremony| ceremony.to_string()).map_err(|_| unfit())
}

/// What a passkey is known by: SHA-256 of the id that its authenticator gave it.
fn id(credential_id: &[u8]) -> String {
    FileHash::of(credential_id).to_string()
}

fn sent<T: DeserializeOwned>(credential: Value) -> Result<T, Error> {
    let told = "A credential is JSON as PublicKeyCredential.toJSON() gives it.";
    serde_json::from_value(credential).map_err(|_| Error::fault("credential", FaultCode::Unreadable, told))
}

fn kept<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(Error::broken)
}

fn text(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::broken)
}

fn unfit() -> Error {
    Error::new(ErrorCode::WrongCode, "This passkey does not fit, or ten minutes have passed. Begin again.")
}

fn broken(error: webauthn_rs::prelude::WebauthnError) -> Error {
    Error::broken(error.to_string())
}
