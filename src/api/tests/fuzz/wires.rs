//! What crosses the network: what can be read is written, and read again as the same; where a device stands after a page never goes back.

use super::fuzz;
use super::sample::{edits, texts};
use model::reminder::Settings;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::fmt::Debug;
use wire::account::{
    CodeRequest, CodeTyped, EmailBack, EmailNew, Me, PairCode, PairTyped, Passkey, PasskeyFinish, PasskeyName,
    PasskeyStart, RecoveryCodes, RecoveryLeft, RecoveryTyped, Session, Spoken,
};
use wire::closing::{Closing, Export};
use wire::contribution::{ContributionNew, Contributions, Sent, Verdict};
use wire::deal::{CaseNew, DealKeep, DealNew};
use wire::estate::{
    BundleAnswer, ComplaintNew, EstateLink, EstateLinkOpen, EstateLinkOpened, EstateShows, HomeEstate, LogbookInvite,
    LogbookInvited, LogbookOpen, LogbooksNew,
};
use wire::file::{Chunk, Received};
use wire::handover::{HandoverNew, Handovers};
use wire::live::Live;
use wire::outlook::{Agreed, Counted, Proof, Told};
use wire::pull::Ask;
use wire::reminder::{FeedMade, PushKey, PushNew, Reminders};
use wire::reporting::{LabelSeen, ReportNew, Reporting, ReportingChange};
use wire::request::{Request, RequestNew, Requests};
use wire::share::{Open, Share, ShareChange, ShareNew, Sights, Visit, VisitCases};
use wire::space::{Accept, Changes, History, Invitation, Invite, Member, Members, Membership, SpaceNew};
use wire::{Cursor, ErrorBody, Page, Push, PushReply};

fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(case: &[u8]) -> Option<T> {
    let read: T = serde_json::from_slice(case).ok()?;
    let written = serde_json::to_vec(&read).expect("what was read can be written");
    assert_eq!(serde_json::from_slice::<T>(&written).expect("and read again"), read);
    Some(read)
}

const ID: &str = "01932f1e-7c00-7000-8000-000000000001";
const HASH: &str = "0909090909090909090909090909090909090909090909090909090909090909";
const MOMENT: &str = "2026-11-21T10:00:00.000Z";
const STAMP: &str = "019a7aff915f.0001.00000000000000ff";

fn samples() -> Vec<Vec<u8>> {
    let record = json!({"id": ID, "kind": "zone", "rev": 7, "stamp": STAMP, "later": {"name": STAMP}, "by": ID, "at": MOMENT, "body": {"name": "Roof"}});
    let grant = json!({"kinds": ["system"], "systems": [ID], "documents": [ID], "from": "2026", "until": "2026-11~", "ticks": ["costs"], "verbs": ["view"]});
    let accepted = json!({"key": ID, "outcome": "accepted", "rev": 7, "stamp": STAMP, "by": ID, "at": MOMENT});
    let refused = json!({"key": ID, "outcome": "refused", "code": "invalid", "faults": [{"field": "name", "code": "too_long", "limit": 200}]});
    texts([
        json!({"edits": edits()}),
        json!({"scope": 1, "before": 3, "head": 4, "answers": [accepted, refused]}),
        json!({"space": ID, "scope": 3, "head": 9, "more": true, "total": 4, "records": [record]}),
        json!({"after": 9, "before": 4, "scope": 3}),
        json!({"code": "invalid", "detail": "No.", "faults": [{"field": "name", "code": "missing"}]}),
        json!({"email": "a@b.org", "language": "en-ZA", "code": "12345678", "device": "Phone", "token": "x", "role": "viewer"}),
        json!({"account": ID, "email": "a@b.org", "spaces": [{"space": ID, "role": "owner", "head": 1, "scope": 1}], "has_passkey": true}),
        json!({"id": ID, "device": "Phone", "began": MOMENT, "seen": MOMENT, "current": true, "name": "Phone", "added": MOMENT}),
        json!({"ceremony": ID, "options": {}, "credential": {"id": "AA"}, "name": "Phone", "expires": MOMENT, "code": "x"}),
        json!({"members": [{"account": ID, "email": "a", "role": "viewer", "since": MOMENT}], "invitations": []}),
        json!({"record": ID, "revisions": [{"rev": 1, "by": ID, "at": MOMENT, "stamp": STAMP, "fields": {"name": "x"}}]}),
        json!({"id": ID, "auth_hash": HASH, "auth": HASH, "purpose": "buyer", "name": "Ann", "grant": grant, "days": 14, "passcode": true, "snapshot": true, "opens_max": 3}),
        json!({"id": ID, "purpose": "buyer", "name": "Ann", "grant": grant, "made": MOMENT, "expires": MOMENT, "revoked": MOMENT, "opens": 1, "passcode": true, "snapshot": 7}),
        json!({"purpose": "trade", "grant": grant, "expires": MOMENT, "as_of": MOMENT, "records": [record]}),
        json!({"cases": [[record]], "id": ID, "title": "x", "text": "x", "name": "x", "respondent": "x", "contractor": "x", "rule": "x"}),
        json!({"sights": [{"at": MOMENT, "what": "opened", "device": "Phone", "place": "203.0.113.0/24", "file": HASH}]}),
        json!({"id": ID, "sort": "entry", "name": "Sipho", "firm": "Dlamini", "fields": {"title": "Valve"}, "title": "Valve", "at": MOMENT, "state": "waiting", "accept": true}),
        json!({"contributions": [{"id": ID, "share": ID, "sort": "remark", "name": "Sipho", "at": MOMENT, "fields": {}, "state": "accepted", "decided": MOMENT, "record": ID}]}),
        json!({"labels": [{"id": ID, "auth_hash": HASH, "label": ID, "system": ID, "name": "Geyser"}]}),
        json!({"id": ID, "title": "It drips", "severity": "serious", "notes": "x", "name": "Lerato", "files": [{"hash": HASH, "name": "a.jpg", "media": "image/jpeg", "size": 1}]}),
        json!({"number": 7, "kind": "access", "text": "What?", "filed": MOMENT, "due": MOMENT, "closed": MOMENT, "ended": "answered", "answer": "This."}),
        json!({"requests": [{"number": 7, "kind": "objection", "text": "No.", "filed": MOMENT, "due": MOMENT}]}),
        json!({"left": 9, "made": MOMENT, "codes": ["0123-4567-89AB-CDEF"], "email": "a@b.org", "code": "0123-4567-89AB-CDEF", "name": "Phone"}),
        json!({"homes": [{"space": ID, "heir": "a@b.org", "members": 1, "records": 2, "files": 3, "files_bytes": 4}], "leaves": 1, "links": 2}),
        json!({"at": MOMENT, "account": ID, "email": "a@b.org", "language": "en-ZA", "created": MOMENT, "emails_before": [{"email": "b@b.org", "until": MOMENT}],
            "sessions": [], "passkeys": [], "recovery": {"left": 0}, "spaces": [], "requests": [],
            "links": [{"space": ID, "id": ID, "purpose": "buyer", "name": "Ann", "made": MOMENT, "expires": MOMENT, "opens": 1, "revoked": MOMENT}],
            "invitations": [{"space": ID, "email": "c@b.org", "role": "viewer", "expires": MOMENT}]}),
        json!({"email": "a@b.org", "private": ["costs"], "message": "x", "handovers": [{"id": ID, "side": "buyer", "state": "done", "home": "x", "space": ID, "private": ["names"], "offered": MOMENT, "expires": MOMENT, "due": MOMENT, "outcome": {"links": 1, "counts": {"costs": 2}}}]}),
        json!({"leads": [{"kind": "task", "days": 7}], "push": true, "digest": "daily", "quiet": {"from": 1260, "until": 420}}),
        json!({"settings": {"leads": [], "digest": "never"}, "push_here": true, "browsers": 1, "feed": MOMENT, "told": ["x"], "key": "AA", "endpoint": "https://x", "p256dh": "AA", "auth": "AA", "address": "x"}),
        json!({"id": ID, "link": {"id": ID, "auth_hash": HASH, "name": "Sipho"}, "edits": edits(), "share": ID, "auth": HASH}),
        json!({"logbooks": [{"unit": ID, "home": ID, "edits": edits()}], "unit": ID, "email": "a@b.org", "link": "x", "expires": MOMENT, "token": "x", "home": ID, "shows": ["systems"], "bundle": ID, "joins": true}),
        json!({"estate": {"name": "x", "agent": "x", "unit": ID, "number": "1", "held": true, "since": MOMENT, "shows": ["care"], "vendors": [{"name": "x", "trade": "x", "phone": "x"}], "asks": [{"id": ID, "title": "x", "sort": "gas", "purpose": "safety", "on": "2026-11-21", "stands": "fine"}], "bundles": [{"id": ID, "title": "x", "each": 1, "joined": 2, "joins": false}]}}),
        json!({"agreed": true, "since": MOMENT, "auth": HASH, "name": "x", "expires": MOMENT, "figures": [{"month": "2026-12", "suburb": "x", "family": "x", "quantity": 30, "published": "2026-11"}]}),
        json!({"offset": 0, "size": 10, "bytes": 5, "complete": false, "space": ID, "head": 3}),
    ])
}

#[tokio::test]
async fn wires_of_any_content() {
    fuzz("wires", &samples(), async |case| {
        comes_back::<Push>(case);
        comes_back::<Counted>(case);
        comes_back::<Agreed>(case);
        comes_back::<Proof>(case);
        comes_back::<Told>(case);
        comes_back::<PushReply>(case);
        comes_back::<ErrorBody>(case);
        comes_back::<CodeRequest>(case);
        comes_back::<CodeTyped>(case);
        comes_back::<Spoken>(case);
        comes_back::<PairTyped>(case);
        comes_back::<PairCode>(case);
        comes_back::<PasskeyStart>(case);
        comes_back::<PasskeyFinish>(case);
        comes_back::<Passkey>(case);
        comes_back::<Session>(case);
        comes_back::<PasskeyName>(case);
        comes_back::<RecoveryLeft>(case);
        comes_back::<RecoveryCodes>(case);
        comes_back::<RecoveryTyped>(case);
        comes_back::<EmailNew>(case);
        comes_back::<EmailBack>(case);
        comes_back::<RequestNew>(case);
        comes_back::<Request>(case);
        comes_back::<Requests>(case);
        comes_back::<Closing>(case);
        comes_back::<Export>(case);
        comes_back::<Me>(case);
        comes_back::<SpaceNew>(case);
        comes_back::<Membership>(case);
        comes_back::<Member>(case);
        comes_back::<Members>(case);
        comes_back::<Invite>(case);
        comes_back::<Invitation>(case);
        comes_back::<Accept>(case);
        comes_back::<History>(case);
        comes_back::<Changes>(case);
        comes_back::<ShareNew>(case);
        comes_back::<Share>(case);
        comes_back::<ShareChange>(case);
        comes_back::<Open>(case);
        comes_back::<Visit>(case);
        comes_back::<VisitCases>(case);
        comes_back::<Sights>(case);
        comes_back::<ContributionNew>(case);
        comes_back::<Sent>(case);
        comes_back::<Contributions>(case);
        comes_back::<Verdict>(case);
        comes_back::<Reporting>(case);
        comes_back::<ReportingChange>(case);
        comes_back::<LabelSeen>(case);
        comes_back::<ReportNew>(case);
        comes_back::<DealNew>(case);
        comes_back::<CaseNew>(case);
        comes_back::<DealKeep>(case);
        comes_back::<LogbooksNew>(case);
        comes_back::<LogbookOpen>(case);
        comes_back::<LogbookInvite>(case);
        comes_back::<LogbookInvited>(case);
        comes_back::<EstateLink>(case);
        comes_back::<EstateLinkOpen>(case);
        comes_back::<EstateLinkOpened>(case);
        comes_back::<EstateShows>(case);
        comes_back::<BundleAnswer>(case);
        comes_back::<ComplaintNew>(case);
        comes_back::<HomeEstate>(case);
        comes_back::<HandoverNew>(case);
        comes_back::<Handovers>(case);
        comes_back::<Settings>(case);
        comes_back::<Reminders>(case);
        comes_back::<PushKey>(case);
        comes_back::<PushNew>(case);
        comes_back::<FeedMade>(case);
        comes_back::<Live>(case);
        comes_back::<Chunk>(case);
        comes_back::<Received>(case);
        let stands = comes_back::<Cursor>(case).unwrap_or_default();
        if let Some(page) = comes_back::<Page>(case) {
            for ask in [Ask::After(stands.after), Ask::Between(stands.after / 2, stands.before.unwrap_or(u64::MAX))] {
                assert!(page.advance(Some(stands), ask).after >= stands.after);
            }
            page.advance(None, Ask::First);
        }
    })
    .await;
}
