//! Changing the address of an account: a code to the new one, a notice to the old one, which can take it back.
//!
//! Who reads the mail to the old address could sign in until then; that they can take it back for a while gives them no more than they had.

use super::code::check_new;
use super::{Principal, written};
use crate::app::App;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::EmailChange;
use model::FileHash;
use wire::ErrorCode;
use words::Language;

/// Groups of the code that takes an address back: 120 random bits, of which a plain hash is enough (OWASP ASVS 5.0, 6.5.2), and by which alone it is found.
const BACK_GROUPS: usize = 6;

/// Gives an account the address to which the code was mailed, and tells the address before.
///
/// # Errors
/// `WrongCode` where it is not the code of this browser and account, `Conflict` where another account has the address.
pub async fn change(app: &App, principal: &Principal, holder: &str, typed: &str) -> Result<(), Error> {
    let email = check_new(app, principal.account, holder, typed).await?;
    let code = written::random(BACK_GROUPS);
    let change = EmailChange {
        account: principal.account,
        session: principal.session.clone(),
        email: email.clone(),
        back_hash: back_hash(&code),
        at: app.clock.now(),
    };
    let before = app.storage.change_email(change).await?;
    let words = words_for(&app.storage, &email, Language::default()).await?.mail();
    let link = format!("{}/sign-in?back", app.config.origin.as_str());
    let text = (words.email_changed_text)(&code, &link);
    app.outbox.send(Mail { to: before, subject: words.email_changed_subject.to_owned(), text, about: None }).await
}

/// Gives an account the address back that it had before, by the code of the notice. Nobody is signed in after that.
///
/// # Errors
/// `WrongCode` where there is no such code or 72 hours have passed, `Conflict` where another account with homes has the address by now.
pub async fn take_back(app: &App, typed: &str) -> Result<(), Error> {
    let taken = app.storage.take_email_back(back_hash(typed), app.clock.now()).await?;
    taken.map(drop).ok_or_else(|| Error::new(ErrorCode::WrongCode, "There is no such code, or 72 hours have passed."))
}

fn back_hash(code: &str) -> String {
    FileHash::of(written::plain(code).as_bytes()).to_string()
}
