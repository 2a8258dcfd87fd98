//! The deals on this device, and the firm that keeps them: spaces that are no homes, each with a lane of its own, read when a page of theirs asks.

use super::engine::{Engine, Trouble, opened};
use crate::browser::{clock, object_url, page, random, text};
use crate::desk::Phase;
use crate::net;
use leptos::prelude::*;
use model::access::deal::provides;
use model::access::{Role, Sort};
use model::{Body, Edit, EditKey, FileRef, Record, RecordId, SpaceId};
use serde::Serialize;
use std::rc::Rc;
use sync::{Event, Queued, Replica, Store};
use wire::live::Live;
use wire::space::Membership;
use wire::{Cursor, ErrorCode, Page, Push, PushReply, path};

use super::Change;

/// Under which name the device keeps which deals there are.
const DEALS: &str = "deals";

/// What is noted of a deal on this device.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct DealEntry {
    /// The deal.
    pub space: SpaceId,
    /// The home that it belongs to; a provider is told none.
    pub home: Option<SpaceId>,
    /// What this device's account is in it.
    pub role: Role,
    /// Whether it was ended.
    pub closed: bool,
    /// Whether it is no deal, but the firm that one works for.
    pub firm: bool,
    /// Whether it is no deal, but a scheme that one looks after.
    pub estate: bool,
    /// Whether it is no deal, but a case of a scheme.
    pub case: bool,
    /// Whether it is open to this account no more: all that is left of it here is what was not sent.
    pub lost: bool,
}

model::fielded!(DealEntry requires { "space" => space, "role" => role } {
    "home" => home,
    "closed" => closed,
    "firm" => firm,
    "estate" => estate,
    "case" => case,
    "lost" => lost,
});

impl Engine {
    /// Goes on with the deals of this device.
    pub(super) async fn resume_deals(self: &Rc<Self>) {
        self.reread_deals().await;
        for deal in self.deals().into_iter().filter(|deal| !deal.lost) {
            self.open_deal(deal.space).await;
            self.upload_waiting(deal.space);
        }
        // Who does jobs for others and has no home here is not asked to name one.
        let provides = self.deals().iter().any(|deal| !deal.lost && !deal.case && (deal.firm || provides(deal.role)));
        let manages = self.deals().iter().any(|deal| !deal.lost && (deal.estate || deal.case));
        if (provides || manages) && self.desk.phase.get_untracked() == Phase::Welcome {
            page::go_from_start(if provides { "/jobs" } else { "/estate" });
        }
    }

    /// The deals on this device, with the firm and with what was lost.
    pub(crate) fn deals(&self) -> Vec<DealEntry> {
        self.deals.borrow().clone()
    }

    /// What is noted of a deal.
    pub(crate) fn deal(&self, space: SpaceId) -> Option<DealEntry> {
        self.deals
            .borrow()
            .iter()
            .find(|deal| deal.space == space && !deal.firm && !deal.estate && !deal.case && !deal.lost)
            .cloned()
    }

    /// The firm that one works for; that which one owns, where there are several.
    pub(crate) async fn firm(&self) -> Option<DealEntry> {
        // A page may ask before the engine goes on with what this device has.
        if self.deals.borrow().is_empty() {
            self.read_deals().await;
        }
        let deals = self.deals.borrow();
        let firms = deals.iter().filter(|deal| deal.firm && !deal.lost);
        firms.min_by_key(|firm| firm.role as u8).cloned()
    }

    /// What the device keeps under a name.
    pub(crate) async fn note(&self, name: &str) -> Option<String> {
        self.device.note(name).await.ok().flatten()
    }

    /// Keeps something on the device under a name.
    pub(crate) async fn set_note(&self, name: &str, value: &str) -> Result<(), Trouble> {
        Ok(self.device.set_note(name, Some(value)).await?)
    }

    /// The schemes that one looks after.
    pub(crate) async fn estates(&self) -> Vec<DealEntry> {
        if self.deals.borrow().is_empty() {
            self.read_deals().await;
        }
        self.deals.borrow().iter().filter(|deal| deal.estate && !deal.lost).cloned().collect()
    }

    /// The cases that one sees: of the schemes that one looks after, and those to which one is a party.
    pub(crate) async fn cases(&self) -> Vec<DealEntry> {
        if self.deals.borrow().is_empty() {
            self.read_deals().await;
        }
        self.deals.borrow().iter().filter(|deal| deal.case && !deal.lost).cloned().collect()
    }

    /// Whether the space is a deal, the firm, a scheme or a case.
    pub(super) fn is_deal(&self, space: SpaceId) -> bool {
        self.deals.borrow().iter().any(|deal| deal.space == space && !deal.lost)
    }

    /// Tells the machine how a deal stands here.
    pub(super) async fn open_deal(self: &Rc<Self>, space: SpaceId) {
        if let Ok(opened) = self.with_replica(space, |replica| opened(space, replica)).await {
            self.happen(opened);
        }
    }

    /// Reads which deals there are: another tab may have noted one.
    pub(super) async fn reread_deals(&self) {
        self.read_deals().await;
        self.deals_changed();
    }

    async fn read_deals(&self) {
        let kept = self.device.note(DEALS).await.ok().flatten();
        if let Some(deals) = kept.and_then(|text| serde_json::from_str(&text).ok()) {
            self.deals.replace(deals);
        }
    }

    /// Has the pages of the portal read anew, from the store.
    pub(super) fn deals_changed(&self) {
        self.aside.take();
        self.show_deals();
    }

    /// Has the pages of the portal look anew.
    pub(super) fn show_deals(&self) {
        self.desk.deals.update(|number| *number = number.wrapping_add(1));
    }

    /// Notes deals that the account has access to; one that is new here begins to be fetched.
    pub(crate) async fn take_deals(self: &Rc<Self>, memberships: Vec<Membership>) -> Result<(), Trouble> {
        let before = self.deals();
        let mut deals = before.clone();
        for Membership { space, role, home, closed, sort, .. } in memberships {
            let (closed, firm, estate) = (closed.is_some(), sort == Sort::Firm, sort == Sort::Estate);
            let case = sort == Sort::Case;
            let entry = DealEntry { space, home, role, closed, firm, estate, case, lost: false };
            match deals.iter_mut().find(|deal| deal.space == space) {
                Some(deal) => *deal = entry,
                None => deals.push(entry),
            }
        }
        if deals == before {
            return Ok(());
        }
        self.note_deals(deals.clone()).await?;
        for deal in deals.iter().filter(|deal| !deal.lost) {
            match before.iter().find(|other| other.space == deal.space) {
                None => self.happen(Event::Opened { space: deal.space, cursor: None, unsent: 0, have: 0 }),
                // What waited here since goes along.
                Some(other) if other.lost => self.open_deal(deal.space).await,
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// Takes note of deals that were ended.
    pub(super) async fn note_ended(&self, heads: &[Live]) {
        let mut deals = self.deals();
        for deal in &mut deals {
            deal.closed |= heads.iter().any(|live| live.closed && live.space == deal.space);
        }
        // What cannot be noted now is told again.
        if deals != self.deals() && self.note_deals(deals).await.is_ok() {
            heads.iter().filter(|live| live.closed).for_each(|live| self.tabs.tell(live.space));
        }
    }

    pub(super) async fn note_deals(&self, deals: Vec<DealEntry>) -> Result<(), Trouble> {
        let text = serde_json::to_string(&deals).ok();
        self.device.set_note(DEALS, text.as_deref()).await?;
        self.deals.replace(deals);
        self.deals_changed();
        Ok(())
    }

    /// A deal, or the firm, is no longer open to this account: what was fetched of it goes. What is unsent stays, apart, until a person lets it go.
    pub(super) async fn lose_deal(&self, space: SpaceId) {
        let Ok(outbox) = self.device.outbox(space).await else { return };
        let mut left = self.deals();
        let is_gone = if outbox.is_empty() {
            left.retain(|deal| deal.space != space);
            self.device.drop_space(space).await.is_ok()
        } else {
            left.iter_mut().filter(|deal| deal.space == space).for_each(|deal| deal.lost = true);
            let nothing = Page { space, scope: 0, head: 0, more: false, total: 0, records: Vec::new() };
            let text = serde_json::to_string(&nothing).expect("a page can be written");
            self.device.apply(space, &text, Cursor::default(), true).await.is_ok()
        };
        if is_gone {
            // Noted anew it is lost again: harmless.
            let _ = self.note_deals(left).await;
        }
    }

    /// A deal as this device shows it; that of the link, if one is visited.
    pub(crate) async fn deal_replica(&self, space: SpaceId) -> Result<Replica, Trouble> {
        if self.visit.get().is_none() {
            return Ok(self.read(space).await?);
        }
        let records = self.given_by_link();
        let outbox = self.device.outbox(space).await?;
        Ok(Replica::from_opened(sync::Opened { records, outbox, ..sync::Opened::default() }, space).0)
    }

    /// The same, looked at where it lies.
    pub(crate) async fn see_deal<T>(&self, space: SpaceId, see: impl FnOnce(&Replica) -> T) -> Result<T, Trouble> {
        match self.visit.get() {
            None => Ok(self.with_replica(space, see).await?),
            Some(_) => Ok(see(&self.deal_replica(space).await?)),
        }
    }

    /// What the server told of the deal that is visited, without what waits here.
    fn given_by_link(&self) -> Vec<Record> {
        let open = self.open.borrow();
        let Some((_, replica)) = open.as_ref() else { return Vec::new() };
        replica.ids().into_iter().filter_map(|id| replica.base(id).cloned()).collect()
    }

    /// A case, or a deal, as this device has it, also while something is looked at as somebody else would see it.
    pub(crate) async fn own_replica(&self, space: SpaceId) -> Result<Replica, Trouble> {
        Ok(self.read(space).await?)
    }

    /// The scheme behind the link that is visited, or that is previewed: it is told from a home by its record of kind `scheme`, which no other link gives.
    pub(crate) fn visited_estate(&self) -> Option<SpaceId> {
        let share = self.visit.get()?.share.unwrap_or_default();
        let is_estate = self.given_by_link().iter().any(|record| record.kind == "scheme");
        is_estate.then_some(SpaceId(share.0))
    }

    /// The case behind the link that is visited, told by its record of kind `dispute`.
    pub(crate) fn visited_case(&self) -> Option<SpaceId> {
        let share = self.visit.get()?.share?;
        let is_case = self.given_by_link().iter().any(|record| record.kind == "dispute");
        is_case.then_some(SpaceId(share.0))
    }

    /// The deal behind the link that is visited: it is told from a home by its request, which no other link gives.
    pub(crate) fn visited_deal(&self) -> Option<SpaceId> {
        let share = self.visit.get()?.share?;
        let is_deal = self.given_by_link().iter().any(|record| record.kind == "request");
        is_deal.then_some(SpaceId(share.0))
    }

    /// The edits that write those changes into a space of which `replica` is what stands.
    pub(crate) fn edits_in(&self, replica: &Replica, changes: Vec<Change>) -> Result<Vec<Edit>, Trouble> {
        let (mut edits, mut faults) = (Vec::with_capacity(changes.len()), Vec::new());
        for change in changes {
            let nfc = text::nfc(Body::seal(&change.fields).text());
            let fields = Body::from_text(nfc).expect("normalised JSON is JSON");
            faults.extend(change.kind.edit_faults(&fields, replica.has(change.id)));
            let stamp = self.clock.borrow_mut().tick(clock::now_ms());
            edits.push(Edit {
                key: random::edit_key(),
                id: change.id,
                kind: change.kind.name.to_owned(),
                stamp,
                fields,
            });
        }
        if faults.is_empty() { Ok(edits) } else { Err(Trouble::Faults(faults)) }
    }

    /// Writes into the open home what a finished job left: one act, which the server takes in as a whole or not at all, and once, whoever does it.
    pub(crate) async fn save_act(self: &Rc<Self>, act: RecordId, changes: Vec<Change>) -> Result<(), Trouble> {
        let home = self.desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
        if !self.may_write(home, &changes) {
            return Err(Trouble::Forbidden);
        }
        let mut edits = self.edits(home, changes)?;
        for edit in &mut edits {
            edit.key = EditKey::in_act(act, edit.id);
        }
        self.keep(home, &edits).await
    }

    /// Keeps edits of a deal on this device, and sends them when it can.
    pub(crate) async fn keep_deal_edits(self: &Rc<Self>, space: SpaceId, edits: &[Edit]) -> Result<(), Trouble> {
        self.device.save(space, edits).await?;
        self.deals_changed();
        self.tabs.tell(space);
        match self.visit.get() {
            // Without a signal, or once the visit has ended, it waits here.
            Some(_) => drop(self.send_deal_by_link(space).await),
            None => self.happen(Event::Edited(space)),
        }
        Ok(())
    }

    /// Sends what waits for the deal that is visited, with its files, and shows what stands there then.
    ///
    /// # Errors
    /// Why it could not be sent; it waits on.
    pub(crate) async fn send_deal_by_link(&self, space: SpaceId) -> Result<(), Trouble> {
        let sent = self.send_and_fetch_by_link(space).await;
        let has_ended = matches!(&sent, Err(Trouble::Refused(body)) if body.code == ErrorCode::Gone);
        if has_ended && !self.is_deal(space) {
            // For as long as it is looked at: of a visit nothing is noted on the device.
            let entry = DealEntry { space, role: Role::Provider, closed: true, ..DealEntry::default() };
            self.deals.borrow_mut().push(entry);
            self.deals_changed();
        }
        sent
    }

    async fn send_and_fetch_by_link(&self, space: SpaceId) -> Result<(), Trouble> {
        let share = self.visit.get().and_then(|visit| visit.share).ok_or(Trouble::Forbidden)?;
        loop {
            let edits = self.device.unsent(space, wire::push::EDITS_MAX).await?;
            if edits.is_empty() {
                break;
            }
            let reply: PushReply = net::post(&path::visit_push(share), &Push { edits: edits.clone() }).await?;
            let mut settlement = self.deal_replica(space).await?.settlement(&edits, &reply);
            // What the server has is fetched from it, and kept in memory only.
            settlement.records.clear();
            self.device.settle(space, &settlement).await?;
        }
        for file in self.device.uploads(space).await? {
            self.upload(space, &file).await?;
        }
        let given: wire::share::Visit = net::get(&path::visit(share)).await?;
        let opened = sync::Opened { records: given.records, ..sync::Opened::default() };
        *self.open.borrow_mut() = Some((space, Replica::from_opened(opened, space).0));
        self.deals_changed();
        Ok(())
    }

    /// Takes a refused edit of a deal out of what waits.
    pub(crate) async fn discard_deal_edit(&self, space: SpaceId, queued: &Queued) -> Result<(), Trouble> {
        self.device.discard(space, queued.edit.key).await?;
        self.deals_changed();
        Ok(())
    }

    /// Keeps a file that this device has for another deal too, to be sent with it; whether it has it.
    pub(crate) async fn carry_deal_file(&self, space: SpaceId, file: &FileRef) -> bool {
        match self.device.read_file(file.hash, 0, u64::MAX).await {
            Ok(Some(content)) => self.keep_file(space, file, &content, None).await.is_ok(),
            _ => false,
        }
    }

    /// Where a small picture of a file of a deal can be shown from.
    pub(crate) async fn deal_picture(&self, space: SpaceId, file: &FileRef) -> Option<String> {
        if let Ok(Some(content)) = self.device.read_file(file.hash, 0, u64::MAX).await {
            return object_url::of(&content, &file.media);
        }
        let content = net::get_bytes(&format!("{}/preview", self.file_path(space, file.hash))).await.ok()?;
        object_url::of(&content, "image/jpeg")
    }

    /// The bytes of a file of a deal.
    pub(crate) async fn deal_file(&self, space: SpaceId, file: &FileRef) -> Result<Vec<u8>, Trouble> {
        match self.device.read_file(file.hash, 0, u64::MAX).await? {
            Some(content) => Ok(content),
            None => Ok(net::get_bytes(&self.file_path(space, file.hash)).await?),
        }
    }
}
