//! A home on the server, read and written as a device of its owner would.

use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::{Incoming, Scope};
use crate::upload::take_part;
use bytes::Bytes;
use model::access::Action;
use model::body::Fields;
use model::{AccountId, Body, Clock, DeviceId, Edit, EditKey, FileRef, Record, RecordId, SpaceId};
use uuid::Uuid;
use wire::file::Chunk;
use wire::push::{EDITS_MAX, Outcome};

/// A home with somebody who may write into it.
pub(super) struct Home<'a> {
    app: &'a App,
    scope: Scope,
    clock: Clock,
    /// What was refused, by what is wrong with it.
    pub(super) refused: Vec<String>,
}

impl<'a> Home<'a> {
    /// Opens a home for `account` to do `action` in.
    pub(super) async fn open(
        app: &'a App,
        account: AccountId,
        space: SpaceId,
        action: Action,
    ) -> Result<Home<'a>, Error> {
        let principal = Principal { account, session: String::new(), stepped_up: app.clock.now() };
        let scope = app.storage.authorize(&principal, action, space).await?;
        let device = Uuid::new_v4().as_u128() as u64;
        Ok(Self { app, scope, clock: Clock::new(DeviceId(device)), refused: Vec::new() })
    }

    /// Makes a home of `account`'s.
    pub(super) async fn make(app: &'a App, account: AccountId, space: SpaceId) -> Result<Home<'a>, Error> {
        let principal = Principal { account, session: String::new(), stepped_up: app.clock.now() };
        app.storage.take_space(&principal, space, app.clock.now()).await?;
        Self::open(app, account, space, Action::Write).await
    }

    /// What is asked of the storage with.
    pub(super) fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Every record of it, as it stands.
    pub(super) async fn records(&mut self) -> Result<Vec<Record>, Error> {
        let records = self.app.storage.records(&self.scope).await?;
        records.iter().for_each(|record| self.clock.observe(record.latest()));
        Ok(records)
    }

    /// Writes fields of records, now.
    pub(super) async fn write(&mut self, changes: Vec<(RecordId, String, Fields)>) -> Result<(), Error> {
        let now_ms = self.app.clock.now().0.max(0).cast_unsigned();
        let mut edit = |(id, kind, fields): (RecordId, String, Fields)| {
            let (key, stamp) = (EditKey(Uuid::new_v4()), self.clock.tick(now_ms));
            Edit { key, id, kind, stamp, fields: Body::seal(&fields) }
        };
        let edits = changes.into_iter().map(&mut edit).collect();
        self.push(edits).await
    }

    /// Pushes edits. What is refused is noted and holds up nothing.
    pub(super) async fn push(&mut self, edits: Vec<Edit>) -> Result<(), Error> {
        for part in edits.chunks(EDITS_MAX) {
            let incoming = part.iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit.clone()) }).collect();
            let reply = self.app.storage.push(&self.scope, incoming, self.app.clock.now()).await?;
            for (edit, answer) in part.iter().zip(reply.answers) {
                if let Outcome::Refused { code, faults } = answer.outcome {
                    let faults: Vec<String> =
                        faults.iter().map(|fault| format!("{} {:?}", fault.field, fault.code)).collect();
                    self.refused.push(format!("{} {}: {code:?} {}", edit.kind, edit.id, faults.join(", ")));
                }
            }
        }
        Ok(())
    }

    /// Keeps a file that records name.
    pub(super) async fn keep(&mut self, file: &FileRef, content: Vec<u8>) -> Result<(), Error> {
        let chunk = Chunk { offset: 0, size: content.len() as u64 };
        take_part(self.app, &self.scope, file.hash, chunk, Bytes::from(content)).await.map(drop)
    }
}
