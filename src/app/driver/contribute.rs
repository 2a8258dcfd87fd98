//! What is sent by the link that is visited: kept on this device until the server has it, and then no more.

use super::engine::{Engine, Trouble};
use crate::net;
use leptos::prelude::*;
use model::contribution::{Sort, State, files};
use model::{FileRef, ShareId, SpaceId};
use sync::Store;
use wire::contribution::{ContributionNew, Sent};
use wire::path;

/// Under which name the device keeps what waits.
const UNSENT: &str = "unsent";

impl Engine {
    /// What waits on this device to be sent by the link, the first first.
    pub(crate) async fn unsent_by_link(&self) -> Result<Vec<ContributionNew>, Trouble> {
        let text = self.device.note(UNSENT).await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Keeps what is to be sent, so that it outlives the tab.
    pub(crate) async fn keep_for_link(&self, new: &ContributionNew) -> Result<(), Trouble> {
        let mut unsent = self.unsent_by_link().await?;
        unsent.push(new.clone());
        self.note_unsent(&unsent).await
    }

    /// Shows how much waits on this device.
    pub(crate) async fn show_unsent_by_link(&self) {
        if let Ok(unsent) = self.unsent_by_link().await {
            self.desk.waiting.set(unsent.len());
        }
    }

    /// Lets go of what was refused: its form has it still.
    pub(crate) async fn drop_for_link(&self, new: &ContributionNew) -> Result<(), Trouble> {
        let mut unsent = self.unsent_by_link().await?;
        unsent.retain(|one| one.id != new.id);
        self.note_unsent(&unsent).await
    }

    /// Sends what waits, one after the other with its files. What was sent leaves nothing here.
    ///
    /// # Errors
    /// Why the first that is left could not be sent; it and what comes after it wait on.
    pub(crate) async fn send_by_link(&self) -> Result<(), Trouble> {
        let Some(share) = self.visit.get().and_then(|visit| visit.share) else { return Err(Trouble::Forbidden) };
        // What is being sent takes what came after it along.
        if !self.uploading.replace(vec![SpaceId(share.0)]).is_empty() {
            return Err(Trouble::Offline);
        }
        let told = self.send_all(share).await;
        self.uploading.take();
        self.show_unsent_by_link().await;
        told
    }

    async fn send_all(&self, share: ShareId) -> Result<(), Trouble> {
        while let Some(new) = self.unsent_by_link().await?.into_iter().next() {
            let sent = self.send_one(share, &new).await?;
            self.sent.borrow_mut().retain(|(id, _)| *id != sent.id);
            self.sent.borrow_mut().push((sent.id, sent.state));
            self.drop_for_link(&new).await?;
            let left = self.unsent_by_link().await?;
            // Files are of entries: with the last of these they go. A remark that is sent leaves the draft of an entry alone.
            if new.sort == Sort::Entry && left.iter().all(|one| one.sort != Sort::Entry) {
                self.device.clear().await?;
                self.note_unsent(&left).await?;
            }
        }
        Ok(())
    }

    async fn send_one(&self, share: ShareId, new: &ContributionNew) -> Result<Sent, Trouble> {
        let fields = new.fields.open();
        let named = files(&fields);
        let listed = fields.get("files").cloned().unwrap_or_default();
        let listed: Vec<FileRef> = serde_json::from_value(listed).unwrap_or_default();
        for file in listed.iter().filter(|file| named.contains(&file.hash)) {
            self.upload(SpaceId(share.0), file).await?;
        }
        Ok(net::post(&path::visit_contributions(share), new).await?)
    }

    async fn note_unsent(&self, unsent: &[ContributionNew]) -> Result<(), Trouble> {
        let text = (!unsent.is_empty()).then(|| serde_json::to_string(unsent).ok()).flatten();
        Ok(self.device.set_note(UNSENT, text.as_deref()).await?)
    }

    /// How much of what was sent by the link stands so.
    pub(crate) fn sent_by_link(&self, state: State) -> usize {
        self.sent.borrow().iter().filter(|(_, stands)| *stands == state).count()
    }

    /// Notes what the server says was sent by the link.
    pub(crate) fn show_sent(&self, sent: &[Sent]) {
        self.sent.replace(sent.iter().map(|one| (one.id, one.state)).collect());
    }
}
