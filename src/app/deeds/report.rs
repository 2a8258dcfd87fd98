//! Reporting a fault by the label on a system of a home that is not on this device. Nothing of it stays here.

use super::Trouble;
use crate::browser::photo::{self, Picked, Prepared};
use crate::browser::{derive, object_url, page, random};
use crate::net;
use model::entry::Severity;
use model::{ContributionId, FileHash, FileRef, ShareId};
use wire::contribution::Sent;
use wire::file::{CHUNK_BYTES, Chunk, Received};
use wire::path;
use wire::reporting::{LabelSeen, ReportNew};
use wire::share::Open;
use wire::{ErrorBody, ErrorCode};

/// A label that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    door: ShareId,
    /// What its people chose to tell; mostly nothing.
    pub name: String,
}

/// A photo that goes along, and where its picture is shown from.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// It.
    pub file: FileRef,
    /// Its content.
    content: Vec<u8>,
    /// Where it can be shown from.
    pub source: Option<String>,
}

/// What is reported.
#[derive(Clone, Debug)]
pub struct Told {
    /// It, so that it is sent once however often it is tried.
    pub id: ContributionId,
    /// What is wrong.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// How to reach who reports it.
    pub notes: String,
    /// Who reports it.
    pub name: String,
}

/// A name for a report.
pub fn fresh() -> ContributionId {
    random::contribution_id()
}

/// Opens the door of a label.
pub async fn open(token: &str) -> Result<Opened, Trouble> {
    let (door, auth) = derive::label(token).await.ok_or(Trouble::Forbidden)?;
    let device = page::device_name();
    net::post_only(&path::visit_open(door), &Open { auth, passcode: None, device }).await?;
    let LabelSeen { name } = net::get(&path::label(door)).await?;
    Ok(Opened { door, name })
}

/// Reads a photo and shrinks it.
pub async fn take(picked: &Picked) -> Result<Taken, Trouble> {
    let prepared = photo::prepare(picked).await.map_err(|fault| Trouble::Faults(vec![fault]))?;
    let Prepared { file, content, preview } = prepared;
    let source = object_url::of(preview.as_deref().unwrap_or(&content), "image/jpeg");
    Ok(Taken { file, content, source })
}

/// Sends a report, its photos first. Sent again it is the same; a visit that has ended meanwhile is begun anew.
pub async fn send(token: &str, opened: &Opened, told: Told, photos: &[Taken]) -> Result<(), Trouble> {
    match send_once(opened.door, &told, photos).await {
        Err(Trouble::Refused(ErrorBody { code: ErrorCode::SignIn, .. })) => {
            let again = open(token).await?;
            send_once(again.door, &told, photos).await
        }
        sent => sent,
    }
}

async fn send_once(door: ShareId, told: &Told, photos: &[Taken]) -> Result<(), Trouble> {
    for photo in photos {
        put(door, photo.file.hash, &photo.content).await?;
    }
    let Told { id, title, severity, notes, name } = told.clone();
    let files = photos.iter().map(|photo| photo.file.clone()).collect();
    let new = ReportNew { id, title, severity, notes, name, files };
    net::post::<_, Sent>(&path::reports(door), &new).await?;
    Ok(())
}

async fn put(door: ShareId, hash: FileHash, content: &[u8]) -> Result<(), Trouble> {
    let size = content.len() as u64;
    for (at, part) in content.chunks(CHUNK_BYTES).enumerate() {
        let chunk = Chunk { offset: (at * CHUNK_BYTES) as u64, size };
        let address = format!("{}{}", path::visit_file(door, hash), chunk.query());
        net::put_bytes::<Received>(&address, part).await?;
    }
    Ok(())
}
