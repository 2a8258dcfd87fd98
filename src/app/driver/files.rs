//! Files on this device and on the server, as pages need them.

use super::engine::{Engine, Trouble};
use crate::browser::{object_url, timer};
use crate::net;
use leptos::prelude::*;
use model::{FileHash, FileRef, SpaceId};
use std::rc::Rc;
use sync::{Store, StoreError};

/// How often is looked whether a picture has come that another asked for, milliseconds.
const FETCHED_MS: u64 = 50;

impl Engine {
    /// Keeps a file on this device, to be uploaded after the record that names it, and its preview if it has one.
    pub(crate) async fn keep_file(
        &self,
        space: SpaceId,
        file: &FileRef,
        content: &[u8],
        preview: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        self.device.put_file(space, file, content, true).await?;
        if let Some(preview) = preview {
            // Without one the photo itself is shown.
            let _ = self.keep_preview(space, file, preview).await;
        }
        Ok(())
    }

    async fn keep_preview(&self, space: SpaceId, file: &FileRef, content: &[u8]) -> Result<(), StoreError> {
        let (hash, size) = (preview_name(file.hash), content.len() as u64);
        let preview = FileRef { hash, media: "image/jpeg".into(), size, ..file.clone() };
        self.device.put_file(space, &preview, content, false).await
    }

    async fn kept_preview(&self, file: &FileRef) -> Option<String> {
        let content = self.device.read_file(preview_name(file.hash), 0, u64::MAX).await.ok()??;
        object_url::of(&content, "image/jpeg")
    }

    /// Where a small picture of a file can be shown from: its kept preview, else as [`Engine::picture`].
    pub(crate) async fn preview(&self, file: &FileRef) -> Option<String> {
        match self.kept_preview(file).await {
            Some(preview) => Some(preview),
            None => self.picture(file).await,
        }
    }

    /// Puts files of this device under another space too, so that a moved entry takes them along.
    pub(crate) async fn copy_files(&self, files: &[FileRef], to: SpaceId) -> Result<(), Trouble> {
        for file in files {
            let content = self.content(file).await?;
            self.device.put_file(to, file, &content, true).await?;
        }
        Ok(())
    }

    /// Where the picture of a file can be shown from: this device's copy, its kept preview, or the server's. None while it is only on
    /// its sender's device, or there is no network.
    pub(crate) async fn picture(&self, file: &FileRef) -> Option<String> {
        if let Ok(Some(content)) = self.device.read_file(file.hash, 0, u64::MAX).await {
            return object_url::of(&content, &file.media);
        }
        if let Some(preview) = self.kept_preview(file).await {
            return Some(preview);
        }
        // Several entries of a page may show the same photo: who comes second finds it kept.
        while self.fetching.borrow().contains(&file.hash) {
            timer::wait(FETCHED_MS).await;
            if let Some(preview) = self.kept_preview(file).await {
                return Some(preview);
            }
        }
        let space = self.desk.space.get_untracked()?;
        self.fetching.borrow_mut().push(file.hash);
        let content = net::get_bytes(&format!("{}/preview", self.file_path(space, file.hash))).await;
        if let Ok(content) = &content {
            // A preview that cannot be kept is fetched again the next time.
            let _ = self.keep_preview(space, file, content).await;
        }
        self.fetching.borrow_mut().retain(|hash| *hash != file.hash);
        object_url::of(&content.ok()?, "image/jpeg")
    }

    /// Where the file itself can be opened or saved from; fetched and kept on this device if it is not here.
    pub(crate) async fn original(self: &Rc<Self>, file: &FileRef) -> Result<String, Trouble> {
        let content = self.content(file).await?;
        object_url::of(&content, &file.media).ok_or(Trouble::Store(StoreError::Unavailable("object URLs".into())))
    }

    /// The bytes of a file, from this device or fetched and kept.
    pub(crate) async fn content(&self, file: &FileRef) -> Result<Vec<u8>, Trouble> {
        if let Some(content) = self.device.read_file(file.hash, 0, u64::MAX).await? {
            return Ok(content);
        }
        let space = self.desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
        let content = net::get_bytes(&self.file_path(space, file.hash)).await?;
        if FileHash::of(&content) != file.hash {
            return Err(Trouble::Offline);
        }
        // Without room it can still be looked at.
        let _ = self.device.put_file(space, file, &content, false).await;
        Ok(content)
    }
}

/// The name under which a file's preview is kept on this device: that of no file that anybody finds, and known without the code that hashes.
fn preview_name(hash: FileHash) -> FileHash {
    FileHash(hash.0.map(|byte| !byte))
}
