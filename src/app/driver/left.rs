//! What was not sent to a job before its writer was taken off it: it stays on this device, apart, until a person lets it go.

use super::deals::DealEntry;
use super::engine::{Engine, Trouble};
use model::SpaceId;
use sync::{Queued, Store};

impl Engine {
    /// What was not sent to deals and firms that are open to this account no more, each with its edits, oldest first.
    pub(crate) async fn left_behind(&self) -> Result<Vec<(DealEntry, Vec<Queued>)>, Trouble> {
        let mut left = Vec::new();
        for deal in self.deals().into_iter().filter(|deal| deal.lost) {
            let outbox = self.device.outbox(deal.space).await?;
            left.push((deal, outbox));
        }
        Ok(left)
    }

    /// Lets go of what was not sent to a deal that is open to this account no more.
    pub(crate) async fn forget_left(&self, space: SpaceId) -> Result<(), Trouble> {
        self.device.drop_space(space).await?;
        self.note_deals(self.deals().into_iter().filter(|deal| deal.space != space).collect()).await
    }
}
