//! Links by which suppliers see what was published: whoever runs the server makes and ends them.

use super::home::FAMILIES;
use super::this_month;
use crate::app::App;
use crate::auth::Client;
use crate::error::Error;
use crate::storage::OutlookLink;
use crate::visit::same;
use hkdf::Hkdf;
use model::estate::month::Month;
use model::estate::outlook;
use model::link::Link;
use model::{FileHash, Instant, PartialDate, ShareId};
use sha2::Sha256;
use std::fmt::Write;
use uuid::Uuid;
use wire::ErrorCode;
use wire::outlook::{AUTH, Figure, PAGE, Proof, Told};

/// Days that a link lasts at most.
pub const DAYS_MAX: i64 = 90;
/// Characters of whom it is for.
const NAME_CHARS_MAX: usize = 100;
/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// Makes a link; its address, which is told this once.
///
/// # Errors
/// Where there is no name or too long a one, or it is to last longer than [`DAYS_MAX`] days.
pub async fn link(app: &App, name: &str, days: i64) -> Result<String, Error> {
    let (name, made) = (model::canonical::normal(name), app.clock.now());
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || name.contains(char::is_control) {
        return Err(Error::new(ErrorCode::Invalid, "Say in a line whom the link is for."));
    }
    if !(1..=DAYS_MAX).contains(&days) {
        return Err(Error::new(ErrorCode::Invalid, "A link lasts from 1 to 90 days."));
    }
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(Error::broken)?;
    let (id, expires) = (ShareId(Uuid::new_v4()), Instant(made.0 + days * DAY_MS));
    let auth_hash = FileHash::of(&proof(&secret)?.0);
    let row = OutlookLink { id, auth_hash, name, made, expires, ended: None, opens: 0, opened: None };
    app.storage.add_outlook_link(row).await?;
    Ok(format!("{}{PAGE}#{}\n", app.config.origin.as_str(), Link { share: id, secret }))
}

/// All links in lines: id, whom it is for, how it stands, and how often it was opened.
///
/// # Errors
/// Where the database does not answer.
pub async fn list(app: &App) -> Result<String, Error> {
    let (mut told, now) = (String::new(), app.clock.now());
    for link in app.storage.outlook_links().await? {
        let stands = if link.has_ended(now) { "ended" } else { "open" };
        let _ = writeln!(told, "{}  {stands} until {}  opened {}  {}", link.id, link.expires, link.opens, link.name);
    }
    if told.is_empty() {
        told.push_str("no links\n");
    }
    Ok(told)
}

/// Ends a link at once; what is said of it.
///
/// # Errors
/// Where there is no such link that is open.
pub async fn end(app: &App, id: ShareId) -> Result<String, Error> {
    let has_ended = app.storage.end_outlook_link(id, app.clock.now()).await?;
    let none = || Error::new(ErrorCode::NotFound, "There is no open link of that id.");
    if has_ended { Ok(format!("{id} has ended\n")) } else { Err(none()) }
}

/// What somebody is told who has the secret of a link.
///
/// # Errors
/// `NotFound` where there is no such link or the secret is another's, `Gone` where it has ended, `TooMany` where too many were tried.
pub async fn open(app: &App, id: ShareId, proof: &Proof, client: Client) -> Result<Told, Error> {
    let now = app.clock.now();
    let given = FileHash::of(&proof.auth.0);
    let is_theirs = |link: &OutlookLink| same(&link.auth_hash, &given);
    let Some(link) = app.storage.outlook_link(id).await?.filter(is_theirs) else {
        client.count(app, "outlooks").await?;
        return Err(Error::not_found());
    };
    if !app.storage.open_outlook(id, now).await? {
        return Err(Error::new(ErrorCode::Gone, "This link has ended. Ask whoever sent it for a new one."));
    }
    let figures = app.storage.outlook_figures(this_month(app)).await?.into_iter();
    let figures: Result<_, Error> = figures.map(|(place, figure)| told(&place, figure)).collect();
    Ok(Told { name: link.name, expires: link.expires, figures: figures? })
}

fn told(place: &outlook::Place, figure: outlook::Figure) -> Result<Figure, Error> {
    let month = |month: Month| month.to_string().parse::<PartialDate>().map_err(Error::broken);
    Ok(Figure {
        month: month(place.month)?,
        suburb: capitals(&place.suburb),
        family: FAMILIES.written(&place.family).to_owned(),
        quantity: (figure.quantity / 1_000).max(0).cast_unsigned(),
        published: month(figure.published)?,
    })
}

/// A name of small letters as it is written.
fn capitals(name: &str) -> String {
    let word = |word: &str| {
        let mut signs = word.chars();
        signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// By what the secret of a link proves itself.
fn proof(secret: &[u8; 32]) -> Result<FileHash, Error> {
    let mut auth = [0; 32];
    Hkdf::<Sha256>::new(None, secret).expand(AUTH.as_bytes(), &mut auth).map_err(Error::broken)?;
    Ok(FileHash(auth))
}
