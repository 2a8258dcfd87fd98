//! Files on their way up, in chunks that go on where they broke off.

use super::engine::Engine;
use crate::browser::network;
use crate::net::{self, NetError};
use leptos::prelude::*;
use model::{FileRef, SpaceId};
use std::rc::Rc;
use sync::Store;
use wire::ErrorCode;
use wire::file::{CHUNK_BYTES, Chunk, Received};

/// Bytes that go over a metered network without asking: about what ten shrunk photos weigh.
const METERED_BYTES_MAX: u64 = 3 * 1024 * 1024;

impl Engine {
    /// Uploads what waits, in the background; one file at a time.
    pub(super) fn upload_waiting(self: &Rc<Self>, space: SpaceId) {
        let mut spaces = self.uploading.borrow_mut();
        // One whose files are on their way is looked at once more.
        if spaces.iter().skip(1).all(|other| *other != space) {
            spaces.push(space);
        }
        if spaces.len() > 1 {
            return;
        }
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            let mut next = Some(space);
            while let Some(space) = next {
                engine.upload_all(space, false).await;
                let mut spaces = engine.uploading.borrow_mut();
                if !spaces.is_empty() {
                    spaces.remove(0);
                }
                next = spaces.first().copied();
            }
        });
    }

    /// Uploads what waits of a deal.
    pub(crate) fn upload_deal(self: &Rc<Self>, space: SpaceId) {
        self.upload_waiting(space);
    }

    /// Uploads what waits in the home and its deals, large or not: the person has said so.
    pub fn upload_now(self: &Rc<Self>) {
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            engine.desk.asks_upload.set(None);
            for space in engine.with_files() {
                engine.upload_all(space, true).await;
            }
        });
    }

    /// The spaces of which files may wait: the open home, and what else is on this device.
    pub(super) fn with_files(&self) -> Vec<SpaceId> {
        let deals = self.deals().into_iter().filter(|deal| !deal.lost).map(|deal| deal.space);
        self.desk.space.get_untracked().into_iter().chain(deals).collect()
    }

    async fn upload_all(self: &Rc<Self>, space: SpaceId, allowed: bool) {
        if !self.is_deal(space) && !self.entry(space).is_some_and(|entry| entry.joined) {
            return;
        }
        let Ok(files) = self.device.uploads(space).await else { return };
        let bytes: u64 = files.iter().map(|file| file.size).sum();
        if !allowed && bytes > METERED_BYTES_MAX && network::is_metered() {
            return self.desk.asks_upload.set(Some(bytes));
        }
        for file in files {
            match self.upload(space, &file).await {
                Ok(()) => {}
                // The file itself is refused; it stays on this device and the others are not held up by it.
                Err(NetError::Refused(body, _)) if matches!(body.code, ErrorCode::Invalid | ErrorCode::TooLarge) => {}
                Err(_) => return,
            }
        }
    }

    pub(super) async fn upload(&self, space: SpaceId, file: &FileRef) -> Result<(), NetError> {
        let address = self.file_path(space, file.hash);
        let mut received: Received = net::get(&format!("{address}/received")).await?;
        while !received.complete {
            let chunk = Chunk { offset: received.bytes, size: file.size };
            let read = self.device.read_file(file.hash, chunk.offset, CHUNK_BYTES as u64).await;
            let Ok(Some(bytes)) = read else { return Ok(()) };
            let before = received.bytes;
            received = net::put_bytes(&format!("{address}{}", chunk.query()), &bytes).await?;
            if !received.complete && received.bytes <= before {
                return Err(NetError::Network);
            }
        }
        // The server has it; if the note fails, the next try finds that out with one small request.
        let _ = self.device.uploaded(space, file.hash).await;
        Ok(())
    }
}
