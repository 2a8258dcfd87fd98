//! Whether somebody may write something in a case: asked by the server under the lock of the case, and by the app before it offers a button.

use super::thread::{Thread, day, turn};
use super::{Dispute, Party, RECORDS_MAX};
use crate::access;
use crate::date::Instant;
use crate::estate::case::{Act, Deed, Refusal, Role, Terms};
use crate::id::{AccountId, RecordId, ShareId};
use crate::letter::Letter;
use crate::record::Record;

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writer {
    /// Their account; nobody's where they came by a link.
    pub account: AccountId,
    /// The link by which they came.
    pub link: Option<ShareId>,
    /// What they are in the space of the case: what they are in its scheme, else a party.
    pub role: access::Role,
}

impl Writer {
    /// Whether they look after the scheme.
    pub fn is_office(&self) -> bool {
        self.link.is_none() && !self.offices().is_empty()
    }

    /// As what they may act who are no party.
    pub fn offices(&self) -> &'static [Role] {
        match self.role {
            // Who opened a scheme may be its chairman, or its only trustee.
            access::Role::Owner => &[Role::Trustee, Role::Manager],
            access::Role::Manager => &[Role::Manager],
            access::Role::Trustee => &[Role::Trustee],
            _ => &[],
        }
    }

    /// The parties for whom they may write.
    pub fn speaks_for<'a>(&self, matter: &'a Dispute) -> Vec<&'a Party> {
        matter.parties.iter().filter(|party| self.is(party)).collect()
    }

    fn is(&self, party: &Party) -> bool {
        match (party.account, party.link) {
            (Some(account), _) if self.link.is_none() && account == self.account => true,
            (_, Some(link)) if self.link == Some(link) => true,
            (None, None) => self.is_office(),
            _ => false,
        }
    }

    /// Whether they are a party themselves, and so hold no office in the case.
    pub fn is_party(&self, matter: &Dispute) -> bool {
        matter.parties.iter().any(|party| self.link.is_none() && party.account == Some(self.account))
    }
}

/// Whether `writer` may write `candidate` beside what stands in the case, where it is new or (`exists`) changed.
///
/// # Errors
/// Why not.
pub fn check(
    records: &[Record],
    candidate: &Record,
    exists: bool,
    writer: &Writer,
    now: Instant,
) -> Result<(), Refusal> {
    let thread = Thread::of(records, AccountId::default());
    if !exists && records.len() >= RECORDS_MAX {
        return Err(Refusal::Over);
    }
    if candidate.kind == Dispute::KIND {
        let is_second = !exists && thread.matter.is_some();
        let is_judged = thread.matter.as_ref().is_some_and(|(_, matter)| writer.is_party(matter));
        return match (writer.is_office(), is_second, is_judged) {
            (false, ..) | (_, _, true) => Err(Refusal::NotYours),
            (true, true, _) => Err(Refusal::Already),
            (true, false, _) => Ok(()),
        };
    }
    let mut candidate = candidate.clone();
    candidate.by = Some(writer.account);
    let turn = turn(&candidate, writer.account).ok_or(Refusal::NotYours)?;
    let (_, matter) = thread.matter.as_ref().ok_or(Refusal::NotOpened)?;
    let mut case = thread.case();
    match (turn.party, turn.office) {
        (Some(id), _) if writer.speaks_for(matter).iter().any(|party| party.id == id) => {}
        (None, Some(office))
            if writer.offices().contains(&office) && writer.link.is_none() && !writer.is_party(matter) =>
        {
            case.parties.push((RecordId(writer.account.0), office));
            // Of what they did before as something else the office counts in which they act now.
            case.parties.retain(|(who, role)| *who != RecordId(writer.account.0) || *role == office);
        }
        _ => return Err(Refusal::NotYours),
    }
    case.check(Deed { act: turn.act, by: turn.person(), on: day(now) }, &Terms::default())
}

/// What may be done on that day by somebody as that party, or in that office.
pub fn offered(
    thread: &Thread,
    party: Option<RecordId>,
    office: Option<Role>,
    own: AccountId,
    now: Instant,
) -> Vec<Act> {
    let mut case = thread.case();
    let by = party.unwrap_or(RecordId(own.0));
    if let Some(office) = office {
        case.parties.retain(|(who, _)| *who != by);
        case.parties.push((by, office));
    }
    let may = |act: &Act| case.check(Deed { act: *act, by, on: day(now) }, &Terms::default()).is_ok();
    Act::ALL.iter().copied().filter(may).collect()
}
