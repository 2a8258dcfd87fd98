//! The described shapes are those of `wire`: every one is held against what is really sent, with every field filled in. A field that is new
//! in `wire` does not compile here, or is found not to be described.

use super::*;
use crate::routes::health::Health;
use model::access::Role;
use model::contact::Registration;
use model::contribution::{Sort, State};
use model::entry::Severity;
use model::grant::{Grant, Purpose, Seen};
use model::handover::{Counts, Private, Side};
use model::recommendation::Recommendation;
use model::reminder::Settings;
use model::{
    AccountId, ContributionId, Edit, EditKey, Fault, FaultCode, FileHash, FileRef, Instant, Record, RecordId, ShareId,
    SpaceId, Stamp, body::Body,
};
use serde::Serialize;
use std::collections::BTreeSet;
use wire::account::{
    CodeRequest, CodeTyped, EmailBack, EmailNew, Me, PairCode, PairTyped, Passkey, PasskeyFinish, PasskeyName,
    PasskeyStart, RecoveryCodes, RecoveryLeft, RecoveryTyped, Session, Spoken,
};
use wire::closing::{
    Closing, ClosingHome, EmailBefore, Export, ExportCounted, ExportInvitation, ExportLink, ExportReminders,
};
use wire::contribution::{Contribution, ContributionNew, Contributions, Sent, Verdict};
use wire::deal::{CaseNew, DealKeep, DealLink, DealNew};
use wire::estate::{
    AskView, BundleAnswer, BundleView, ComplaintNew, EstateLink, EstateLinkOpen, EstateLinkOpened, EstateShows,
    EstateView, HomeEstate, LogbookInvite, LogbookInvited, LogbookNew, LogbookOpen, LogbooksNew, VendorView,
};
use wire::file::Received;
use wire::handover::{HandedOver, Handover, HandoverNew, Handovers};
use wire::live::Live;
use wire::outlook::{Agreed, Counted, Figure, Proof, Told};
use wire::push::{Answer, Outcome, Push, PushReply};
use wire::reminder::{FeedMade, PushKey, PushNew, Reminders};
use wire::reporting::{LabelDoor, LabelOpen, LabelSeen, ReportNew, Reporting, ReportingChange};
use wire::request::{Request, RequestNew, Requests};
use wire::share::{Open, Share, ShareChange, ShareMade, ShareNew, Shares, Sight, Sights, Visit, VisitCases};
use wire::space::{
    Accept, Change, Changes, History, Invitation, Invite, Member, Members, Membership, Revision, SpaceNew,
};
use wire::{ErrorBody, ErrorCode, Page};

const TEXT: String = String::new();

fn fault() -> Fault {
    Fault::limited("name", FaultCode::TooLong, 200)
}

fn membership() -> Membership {
    Membership {
        space: SpaceId::default(),
        role: Role::Owner,
        head: 1,
        scope: 1,
        sort: model::access::Sort::Deal,
        home: Some(SpaceId::default()),
        closed: Some(Instant(0)),
    }
}

fn edit() -> Edit {
    let (key, id) = (EditKey::default(), RecordId::default());
    Edit { key, id, kind: TEXT, stamp: Stamp::default(), fields: Body::default() }
}

fn record() -> Record {
    Record {
        rev: 1,
        later: [(TEXT, Stamp::default())].into(),
        by: Some(AccountId::default()),
        at: Some(Instant(0)),
        ..Record::first(&edit())
    }
}

fn answers() -> Vec<Answer> {
    let (stamp, by, at) = (Stamp::default(), AccountId::default(), Instant(0));
    let refused = Outcome::Refused { code: ErrorCode::Invalid, faults: vec![fault()] };
    [Outcome::Accepted { rev: 1, stamp, by, at }, refused]
        .map(|outcome| Answer { key: EditKey::default(), outcome })
        .into()
}

fn invitation() -> Invitation {
    Invitation { id: TEXT, email: TEXT, role: Role::Viewer, expires: Instant(0), link: Some(TEXT) }
}

fn member() -> Member {
    Member { account: AccountId::default(), email: TEXT, role: Role::Owner, since: Instant(0) }
}

fn revision() -> Revision {
    Revision {
        rev: 1,
        by: AccountId::default(),
        email: Some(TEXT),
        at: Instant(0),
        stamp: Stamp::default(),
        fields: serde_json::Map::new(),
    }
}

fn session() -> Session {
    Session { id: TEXT, device: TEXT, began: Instant(0), seen: Instant(0), current: true }
}

fn request() -> Request {
    Request {
        number: 1,
        kind: RequestKind::Access,
        text: TEXT,
        filed: Instant(0),
        due: Instant(0),
        closed: Some(Instant(0)),
        ended: Some(RequestEnd::Answered),
        answer: Some(TEXT),
    }
}

fn live() -> Live {
    Live { space: SpaceId::default(), head: 1, scope: Some(1), closed: true }
}

/// Holds values that together have every field against the shape of that name.
#[track_caller]
fn holds<T: Serialize>(name: &str, values: &[T]) {
    let shapes = all();
    let mut seen = BTreeSet::new();
    for value in values {
        let value = serde_json::to_value(value).expect("wire can be written");
        check(&shapes, &shapes[name], &value, name);
        seen.extend(value.as_object().into_iter().flatten().map(|(field, _)| field.clone()));
    }
    let described = shapes[name]["properties"].as_object().into_iter().flatten();
    let described: BTreeSet<String> = described.map(|(field, _)| field.clone()).collect();
    assert_eq!(seen, described, "{name}");
}

/// As much of JSON Schema as is used here.
#[track_caller]
fn check(shapes: &Value, shape: &Value, value: &Value, place: &str) {
    if let Some(reference) = shape["$ref"].as_str() {
        let name = reference.rsplit('/').next().expect("a reference has a name");
        return check(shapes, &shapes[name], value, place);
    }
    let fits = match shape["type"].as_str().expect("every shape has a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        other => panic!("{place}: {other}"),
    };
    assert!(fits, "{place}: {value} is no {}", shape["type"]);
    if let Some(names) = shape["enum"].as_array() {
        assert!(names.contains(value), "{place}: {value}");
    }
    for required in shape["required"].as_array().into_iter().flatten() {
        assert!(value.get(required.as_str().expect("a name")).is_some(), "{place}: {required} is missing");
    }
    if let Some(properties) = shape["properties"].as_object() {
        for (field, value) in value.as_object().expect("an object") {
            let shape = properties.get(field).unwrap_or_else(|| panic!("{place}.{field} is not described"));
            check(shapes, shape, value, &format!("{place}.{field}"));
        }
    }
    for value in value.as_array().into_iter().flatten() {
        check(shapes, &shape["items"], value, &format!("{place}[]"));
    }
}

#[test]
fn what_sync_sends_is_as_described() {
    holds("Edit", &[edit()]);
    holds("Push", &[Push { edits: vec![edit()] }]);
    holds("Answer", &answers());
    holds("PushReply", &[PushReply { scope: 1, before: 0, head: 1, answers: answers() }]);
    holds("Record", &[record()]);
    let page = Page { space: SpaceId::default(), scope: 1, head: 1, more: false, total: 1, records: vec![record()] };
    holds("Page", &[page]);
    holds("Revision", &[revision()]);
    holds("History", &[History { record: RecordId::default(), revisions: vec![revision()] }]);
    let changed = Change { record: RecordId::default(), revision: revision() };
    holds("Change", std::slice::from_ref(&changed));
    holds("Changes", &[Changes { changes: vec![changed], more: true }]);
    holds("Received", &[Received { bytes: 1, complete: true }]);
    holds("Live", &[live()]);
    holds("Heads", &[vec![live()]]);
}

#[test]
fn what_belongs_to_homes_is_as_described() {
    holds("SpaceNew", &[SpaceNew { id: SpaceId::default() }]);
    holds("Membership", &[membership()]);
    let link = DealLink { id: ShareId::default(), auth_hash: FileHash::default(), name: TEXT };
    holds("DealLink", std::slice::from_ref(&link));
    holds("CaseNew", &[CaseNew { id: SpaceId::default(), edits: vec![edit()] }]);
    holds("DealNew", &[DealNew { id: SpaceId::default(), link, edits: vec![edit()] }]);
    let keep = DealKeep { share: ShareId::default(), auth: FileHash::default(), firm: Some(SpaceId::default()) };
    holds("DealKeep", &[keep]);
    holds("Memberships", &[vec![membership()]]);
    holds("Invite", &[Invite { email: TEXT, role: Role::Viewer }]);
    holds("Invitation", &[invitation()]);
    holds("Member", &[member()]);
    holds("Members", &[Members { members: vec![member()], invitations: vec![invitation()] }]);
    holds("Accept", &[Accept { token: TEXT }]);
}

#[test]
fn what_belongs_to_links_is_as_described() {
    let (id, instant) = (ShareId::default(), Instant(0));
    let day = "2026".parse().ok();
    let grant = Grant { systems: vec![RecordId::default()], from: day, until: day, ..Grant::of(Purpose::Conveyancer) };
    let share = Share {
        id,
        purpose: Purpose::Buyer,
        name: TEXT,
        grant: grant.clone(),
        by: Some(TEXT),
        made: instant,
        expires: instant,
        revoked: Some(instant),
        suspended: Some(instant),
        opens: 1,
        opens_max: Some(1),
        opened: Some(instant),
        passcode: true,
        snapshot: Some(1),
        unseen: true,
    };
    let documents = Grant { documents: vec![RecordId::default()], ..grant.clone() };
    let registrations = vec![Registration { body: TEXT, number: TEXT }];
    let recommends = Recommendation { contact: RecordId::default(), words: "Good".into(), registrations };
    holds("Recommendation", std::slice::from_ref(&recommends));
    let neighbour = Grant::recommending(recommends);
    holds("Grant", &[Grant::of(Purpose::Trustee), documents, neighbour, grant.clone()]);
    let new = ShareNew {
        id,
        auth_hash: FileHash::default(),
        purpose: Purpose::Trade,
        name: TEXT,
        grant: grant.clone(),
        days: 1,
        passcode: true,
        snapshot: true,
        opens_max: Some(1),
        unseen: true,
    };
    holds("ShareNew", &[new]);
    holds("Share", std::slice::from_ref(&share));
    holds("Shares", &[Shares { shares: vec![share.clone()] }]);
    holds("ShareMade", &[ShareMade { share, passcode: Some(TEXT) }]);
    holds("ShareChange", &[ShareChange { name: Some(TEXT), grant: Some(grant.clone()), days: Some(1) }]);
    let sight =
        Sight { at: instant, what: Seen::WrongPasscode, device: TEXT, place: TEXT, file: Some(FileHash::default()) };
    holds("Sight", std::slice::from_ref(&sight));
    holds("Sights", &[Sights { sights: vec![sight] }]);
    holds("Open", &[Open { auth: FileHash::default(), passcode: Some(TEXT), device: TEXT }]);
    let records = vec![record()];
    let sent =
        Sent { id: ContributionId::default(), sort: Sort::Remark, title: TEXT, at: instant, state: State::Declined };
    holds("Sent", std::slice::from_ref(&sent));
    let (as_of, sent) = (Some(instant), vec![sent]);
    holds("VisitCases", &[VisitCases { cases: vec![records.clone()] }]);
    holds("Visit", &[Visit { purpose: Purpose::Insurer, grant, expires: instant, as_of, records, sent }]);
}

#[test]
fn what_is_sent_by_links_is_as_described() {
    let (id, fields) = (ContributionId::default(), Body::default());
    let new = ContributionNew { id, sort: Sort::Membership, name: TEXT, firm: TEXT, fields: fields.clone() };
    holds("ContributionNew", &[new]);
    let contribution = Contribution {
        id,
        share: ShareId::default(),
        link: TEXT,
        sort: Sort::Entry,
        name: TEXT,
        firm: TEXT,
        at: Instant(0),
        fields: Some(fields),
        state: State::Accepted,
        decided: Some(Instant(0)),
        record: Some(RecordId::default()),
        label: true,
    };
    holds("Contribution", std::slice::from_ref(&contribution));
    holds("Contributions", &[Contributions { contributions: vec![contribution] }]);
    holds("Verdict", &[Verdict { accept: true }]);
}

#[test]
fn what_belongs_to_reports_by_labels_is_as_described() {
    let (id, record) = (ShareId::default(), RecordId::default());
    let door = LabelDoor { id, label: record, system: record, name: TEXT };
    holds("LabelDoor", std::slice::from_ref(&door));
    holds("Reporting", &[Reporting { labels: vec![door] }]);
    let open = LabelOpen { id, auth_hash: FileHash::default(), label: record, system: record, name: TEXT };
    holds("LabelOpen", std::slice::from_ref(&open));
    holds("ReportingChange", &[ReportingChange { labels: vec![open] }]);
    holds("LabelSeen", &[LabelSeen { name: TEXT }]);
    let files = vec![FileRef { name: TEXT, media: "image/jpeg".into(), size: 1, ..FileRef::default() }];
    let (id, severity) = (ContributionId::default(), Severity::Emergency);
    holds("ReportNew", &[ReportNew { id, title: TEXT, severity, notes: TEXT, name: TEXT, files }]);
}

#[test]
fn what_belongs_to_handovers_is_as_described() {
    let instant = Instant(0);
    holds("HandoverNew", &[HandoverNew { email: TEXT, private: vec![Private::Costs], message: TEXT }]);
    let outcome = HandedOver::default();
    holds("HandoverCounts", &[Counts::default()]);
    holds("HandedOver", &[outcome]);
    let handover = Handover {
        id: TEXT,
        side: Side::Seller,
        state: model::handover::State::Done,
        home: TEXT,
        space: Some(SpaceId::default()),
        seller: TEXT,
        buyer: TEXT,
        private: vec![Private::Names],
        message: "Welcome".into(),
        offered: instant,
        expires: instant,
        wait_hours: 72,
        due: Some(instant),
        ended: Some(instant),
        stopped_by: Some(Side::Buyer),
        outcome: Some(outcome),
    };
    holds("Handover", std::slice::from_ref(&handover));
    holds("Handovers", &[Handovers { handovers: vec![handover], wait_hours: 72 }]);
}

#[test]
fn what_belongs_to_accounts_is_as_described() {
    let (instant, any) = (Instant(0), json!({}));
    holds("CodeRequest", &[CodeRequest { email: TEXT, language: TEXT }]);
    holds("CodeTyped", &[CodeTyped { code: TEXT, device: TEXT }]);
    holds("Spoken", &[Spoken { language: TEXT }]);
    holds("PairCode", &[PairCode { code: TEXT, expires: instant }]);
    holds("PairTyped", &[PairTyped { code: TEXT, device: TEXT }]);
    holds("PasskeyStart", &[PasskeyStart { ceremony: TEXT, options: any.clone() }]);
    holds("PasskeyFinish", &[PasskeyFinish { ceremony: TEXT, credential: any, name: TEXT }]);
    let passkey = Passkey { id: TEXT, name: TEXT, added: instant, used: Some(instant) };
    holds("Passkey", std::slice::from_ref(&passkey));
    holds("Passkeys", &[vec![passkey]]);
    holds("PasskeyName", &[PasskeyName { name: TEXT }]);
    holds("RecoveryLeft", &[RecoveryLeft { left: 1, made: Some(instant) }]);
    holds("RecoveryCodes", &[RecoveryCodes { codes: vec![TEXT], made: instant }]);
    holds("RecoveryTyped", &[RecoveryTyped { email: TEXT, code: TEXT, device: TEXT }]);
    holds("EmailNew", &[EmailNew { email: TEXT }]);
    holds("EmailBack", &[EmailBack { code: TEXT }]);
    let session = session();
    holds("Session", std::slice::from_ref(&session));
    holds("Sessions", &[vec![session]]);
    holds("Me", &[Me { account: AccountId::default(), email: TEXT, spaces: vec![membership()], has_passkey: true }]);
}

#[test]
fn what_belongs_to_leaving_is_as_described() {
    let (instant, space) = (Instant(0), SpaceId::default());
    holds("RequestNew", &[RequestNew { kind: RequestKind::Objection, text: TEXT }]);
    holds("Request", &[request()]);
    holds("Requests", &[Requests { requests: vec![request()] }]);
    let home = ClosingHome {
        space,
        heir: Some(TEXT),
        members: 1,
        records: 1,
        files: 1,
        files_bytes: 1,
        sort: model::access::Sort::Firm,
    };
    holds("ClosingHome", std::slice::from_ref(&home));
    holds("Closing", &[Closing { homes: vec![home], leaves: 1, links: 1 }]);
    let before = EmailBefore { email: TEXT, until: instant };
    holds("EmailBefore", std::slice::from_ref(&before));
    let link = ExportLink {
        space,
        id: ShareId::default(),
        purpose: Purpose::Buyer,
        name: TEXT,
        made: instant,
        expires: instant,
        opens: 1,
        revoked: Some(instant),
    };
    holds("ExportLink", std::slice::from_ref(&link));
    let invitation = ExportInvitation { space, email: TEXT, role: Role::Viewer, expires: instant };
    holds("ExportInvitation", std::slice::from_ref(&invitation));
    let reminders = ExportReminders { space, settings: Some(Settings::default()), feed: Some(instant) };
    holds("ExportReminders", std::slice::from_ref(&reminders));
    let counted = ExportCounted { space, since: instant };
    holds("ExportCounted", std::slice::from_ref(&counted));
    let export = Export {
        at: instant,
        account: AccountId::default(),
        email: TEXT,
        language: TEXT,
        created: instant,
        emails_before: vec![before],
        sessions: vec![session()],
        passkeys: vec![Passkey { id: TEXT, name: TEXT, added: instant, used: Some(instant) }],
        recovery: RecoveryLeft { left: 1, made: Some(instant) },
        spaces: vec![membership()],
        links: vec![link],
        invitations: vec![invitation],
        requests: vec![request()],
        reminders: vec![reminders],
        counted: vec![counted],
        push_browsers: 1,
    };
    holds("Export", &[export]);
}

#[test]
fn what_belongs_to_logbooks_is_as_described() {
    let (unit, day) = (RecordId::default(), Some(model::Date::default()));
    let logbook = LogbookNew { unit, home: SpaceId::default(), edits: vec![edit()] };
    holds("LogbookNew", std::slice::from_ref(&logbook));
    holds("LogbooksNew", &[LogbooksNew { logbooks: vec![logbook] }]);
    holds("LogbookOpen", &[LogbookOpen { unit }]);
    holds("LogbookInvite", &[LogbookInvite { unit, email: Some(TEXT) }]);
    holds("LogbookInvited", &[LogbookInvited { link: TEXT, expires: Instant(0) }]);
    let shows = || Hidden::ALL.to_vec();
    holds("EstateLink", &[EstateLink { token: TEXT, home: Some(SpaceId::default()), shows: Some(shows()) }]);
    holds("EstateLinkOpen", &[EstateLinkOpen { token: TEXT }]);
    holds("EstateLinkOpened", &[EstateLinkOpened { held: true }]);
    holds("EstateShows", &[EstateShows { shows: shows() }]);
    holds("BundleAnswer", &[BundleAnswer { bundle: unit, joins: true }]);
    let (some, sort) = ("x".to_owned(), Some(CertificateType::Gas));
    let complaint = ComplaintNew {
        id: SpaceId::default(),
        title: TEXT,
        text: TEXT,
        name: TEXT,
        respondent: TEXT,
        contractor: some.clone(),
        rule: some.clone(),
    };
    holds("ComplaintNew", &[complaint]);
    let vendor = VendorView { name: TEXT, trade: some.clone(), phone: some.clone(), lapsed: day };
    holds("VendorView", std::slice::from_ref(&vendor));
    let (purpose, stands) = (Some(model::basis::Purpose::Safety), Some(Code::Fine));
    let ask = AskView { id: unit, title: TEXT, sort, purpose, on: day, by: day, text: some.clone(), stands };
    holds("AskView", std::slice::from_ref(&ask));
    let bundle = BundleView {
        id: unit,
        title: TEXT,
        from: day,
        by: day,
        vendor: some.clone(),
        call_out: Some(1),
        each: Some(1),
        joined: 1,
        answer_by: day,
        ordered_on: day,
        notes: some.clone(),
        joins: Some(true),
    };
    holds("BundleView", std::slice::from_ref(&bundle));
    let view = EstateView {
        name: TEXT,
        agent: some.clone(),
        agent_phone: some.clone(),
        agent_email: some,
        unit,
        number: TEXT,
        held: true,
        since: Instant(0),
        shows: shows(),
        vendors: vec![vendor],
        asks: vec![ask],
        bundles: vec![bundle],
    };
    holds("EstateView", std::slice::from_ref(&view));
    holds("HomeEstate", &[HomeEstate { estate: Some(view) }]);
}

#[test]
fn what_belongs_to_reminders_is_as_described() {
    let settings = Settings::default();
    holds("Lead", &settings.leads);
    holds("Quiet", &[settings.quiet]);
    holds("Settings", std::slice::from_ref(&settings));
    let reminders = Reminders { settings, push_here: true, browsers: 1, feed: Some(Instant(0)), told: vec![TEXT] };
    holds("Reminders", &[reminders]);
    holds("PushKey", &[PushKey { key: TEXT }]);
    holds("PushNew", &[PushNew { endpoint: TEXT, p256dh: TEXT, auth: TEXT }]);
    holds("Counted", &[Counted { since: Some(Instant(0)) }]);
    holds("Agreed", &[Agreed { agreed: true }]);
    holds("Proof", &[Proof { auth: FileHash([9; 32]) }]);
    let month: model::PartialDate = "2026-12".parse().expect("a month");
    let figure = Figure { month, suburb: TEXT, family: TEXT, quantity: 30, published: month };
    holds("Figure", std::slice::from_ref(&figure));
    holds("Told", &[Told { name: TEXT, expires: Instant(0), figures: vec![figure] }]);
    holds("FeedMade", &[FeedMade { address: TEXT }]);
}

#[test]
fn what_the_server_says_of_itself_is_as_described() {
    holds("Fault", &[fault()]);
    holds("Error", &[ErrorBody { code: ErrorCode::Invalid, detail: TEXT, faults: vec![fault()] }]);
    holds("Health", &[Health::well(true)]);
}

#[test]
fn every_shape_is_held_against_something() {
    let source = include_str!("schema_tests.rs");
    for name in all().as_object().expect("shapes have names").keys() {
        assert!(source.contains(&format!("holds(\"{name}\"")), "{name}");
    }
}
