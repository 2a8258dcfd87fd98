//! What must be true, at every moment and once everything has come to rest.

use crate::server::{Member, Revision, Space};
use crate::world::World;
use model::kind::{Nature, kind_of};
use model::{Edit, Record, RecordId};
use serde_json::{Value, to_value};
use std::collections::{BTreeMap, BTreeSet};
use sync::Replica;

impl World {
    /// What must be true of a device at every moment.
    pub(crate) fn check_one(&mut self, at: usize) {
        let Some(run) = self.devices[at].run.as_ref() else { return };
        for (space, replica) in &run.replicas {
            let device = &self.devices[at];
            assert_eq!(
                shown(replica),
                shown(&device.stored(*space)),
                "memory shows something else than a restart would"
            );
            let server = &self.server.spaces[space];
            for record in server.records.values() {
                let claims = replica.base(record.id).filter(|base| base.rev == record.rev);
                let honest = claims.is_none_or(|base| to_value(base).ok() == to_value(record).ok());
                assert!(honest, "{claims:?} names the server's revision and is not {record:?}");
            }
        }
        self.check_facts_stay(at);
    }

    /// A fact that was seen on a device stays to be seen, while nothing is fetched anew and it is for this member to see.
    fn check_facts_stay(&mut self, at: usize) {
        let device = &mut self.devices[at];
        let Some(run) = &device.run else { return };
        for (space, replica) in &run.replicas {
            let is_fact = |record: &Record| kind_of(&record.kind).is_some_and(|kind| kind.nature == Nature::Fact);
            let facts: BTreeSet<RecordId> =
                replica.all().iter().filter(|record| is_fact(record)).map(|record| record.id).collect();
            let seen = device.seen.entry(*space).or_default();
            let server = &self.server.spaces[space];
            let member = server.members.get(&device.account).filter(|member| member.role.is_some());
            let whole = |member: &&Member| {
                replica.cursor().is_some_and(|cursor| cursor.before.is_none() && cursor.scope == member.scope)
            };
            let Some(member) = member.filter(whole) else {
                seen.clear();
                continue;
            };
            let hidden = |id: &&RecordId| server.records.get(id).is_some_and(|record| !member.sees(record));
            let gone: Vec<&RecordId> = seen.difference(&facts).filter(|id| !hidden(id)).collect();
            assert!(gone.is_empty(), "facts disappeared: {gone:?}");
            *seen = facts;
        }
    }

    /// What must be true at the end.
    pub(crate) fn check_all(&mut self) {
        for at in 0..self.devices.len() {
            self.check_one(at);
            self.check_device(at);
        }
        self.check_edits();
        for space in self.server.spaces.values() {
            check_records(space);
        }
    }

    /// Every device shows what the server shows to its account, and has nothing left to send.
    fn check_device(&self, at: usize) {
        let device = &self.devices[at];
        let run = device.run.as_ref().expect("all devices are on in the end");
        assert!(!run.status.busy && !run.status.offline && run.status.first_sync.is_none(), "{:?}", run.status);
        for (space, server) in &self.server.spaces {
            let member = server.members.get(&device.account).filter(|member| member.role.is_some());
            let (Some(member), Some(replica)) = (member, run.replicas.get(space)) else {
                assert!(
                    member.is_none() && !run.replicas.contains_key(space),
                    "a space is open without access, or the reverse"
                );
                continue;
            };
            let seen = server.records.values().filter(|record| member.sees(record));
            let expected: BTreeMap<RecordId, Value> =
                seen.map(|record| (record.id, to_value(record).expect("JSON"))).collect();
            let mut here = replica.clone();
            let refused: Vec<_> = replica.outbox().iter().map(|queued| queued.edit.key).collect();
            assert_eq!(replica.unsent(), 0, "unsent edits are left");
            for key in refused {
                here.discarded(key);
            }
            assert_eq!(shown(&here), expected, "device {at} and server differ");
        }
    }

    /// Every edit that was saved took effect once, or waits on its device, or was let go.
    fn check_edits(&self) {
        for (key, (at, space)) in &self.saved {
            let effects = self.server.spaces[space].log.iter().filter(|revision| revision.edit.key == *key).count();
            let outbox = self.devices[*at].stored(*space).outbox().to_vec();
            let waits = outbox.iter().filter(|queued| queued.edit.key == *key).count();
            let goes = usize::from(self.discarded.contains(key));
            // Somebody whose membership ended before the answer came keeps the edit, not knowing that it was accepted. And a copy of a push that
            // comes late can be accepted where the first was refused: the record that it changes has come to be meanwhile.
            let space = &self.server.spaces[space];
            let is_member = space.members[&self.devices[*at].account].role.is_some();
            let twice = effects == 1 && waits == 1 && (!is_member || space.refused.contains(key));
            assert!(effects + waits + goes == 1 || twice, "{key}: {effects} effects, {waits} waiting, {goes} let go");
        }
    }
}

/// The records of a space are what its revisions make of them: the latest stamp of each field.
fn check_records(space: &Space) {
    for record in space.records.values() {
        let winners = space.winners(record.id);
        let body = record.body.open();
        let kept = winners.values().filter(|(_, _, value)| !value.is_null()).count();
        assert_eq!(body.len(), kept, "{record:?} of {winners:?}");
        for (field, (stamp, rev, value)) in winners {
            let value = Some(&value).filter(|value| !value.is_null());
            assert_eq!((record.stamp_of(&field), body.get(&field)), (stamp, value), "{field} of {record:?}");
            let wrote_later = |later: &&Revision| {
                let Edit { id, stamp: by, ref fields, ref key, .. } = later.edit;
                // One that was refused, and accepted when a copy of its push came late, was written before.
                let writes = !space.refused.contains(key) && fields.open().contains_key(&field);
                later.rev > rev && id == record.id && by.device == stamp.device && writes
            };
            let lost = space.log.iter().find(wrote_later).map(|later| (later.rev, &later.edit));
            assert!(lost.is_none(), "{lost:?} lost {field} to {rev}, which the same device wrote before");
        }
    }
    let revs: BTreeSet<u64> = space.log.iter().map(|revision| revision.rev).collect();
    assert_eq!(revs.len(), space.log.len(), "a revision number was given twice");
}

fn shown(replica: &Replica) -> BTreeMap<RecordId, Value> {
    replica.all().into_iter().map(|record| (record.id, to_value(&record).expect("a record is JSON"))).collect()
}
