//! What crosses the network, letter by letter. A failing line here means that devices and servers in use would not understand each other: a type
//! changes by addition only, and what is added has a default.

use model::access::{self, Role};
use model::certificate::CertificateType;
use model::contribution::{Sort, State};
use model::entry::Severity;
use model::estate::matrix::Code;
use model::grant::{Grant, Purpose, Seen, Tick};
use model::handover::{Counts, Private, Side};
use model::reminder::{Digest, Lead, Quiet, ReminderKind, Settings};
use model::request::{RequestEnd, RequestKind};
use model::scheme::Hidden;
use model::{
    AccountId, Body, Edit, EditKey, Fault, FaultCode, FileHash, Instant, Record, RecordId, ShareId, SpaceId, Stamp,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Debug;
use wire::account::{
    CodeRequest, CodeTyped, EmailBack, EmailNew, Me, PairCode, PairTyped, Passkey, PasskeyFinish, PasskeyName,
    PasskeyStart, RecoveryCodes, RecoveryLeft, RecoveryTyped, Session, Spoken,
};
use wire::closing::{
    Closing, ClosingHome, EmailBefore, Export, ExportCounted, ExportInvitation, ExportLink, ExportReminders,
};
use wire::contribution::{
    Contribution, ContributionNew, ContributionState, ContributionStates, Contributions, Sent, Verdict,
};
use wire::deal::{CaseNew, DealKeep, DealLink, DealNew};
use wire::estate::{
    AskView, BundleAnswer, BundleView, ComplaintNew, EstateLink, EstateLinkOpen, EstateLinkOpened, EstateShows,
    EstateView, HomeEstate, LogbookInvite, LogbookInvited, LogbookNew, LogbookOpen, LogbooksNew, VendorView,
};
use wire::file::{Chunk, Received};
use wire::handover::{HandedOver, Handover, HandoverNew, Handovers};
use wire::live::Live;
use wire::outlook::{Agreed, Counted, Figure, Proof, Told};
use wire::path;
use wire::pull::Ask;
use wire::push::{Answer, Outcome, Push};
use wire::reminder::{FeedMade, PushKey, PushNew, Reminders};
use wire::reporting::{LabelDoor, LabelOpen, LabelSeen, ReportNew, Reporting, ReportingChange};
use wire::request::{Request, RequestNew, Requests};
use wire::share::{Open, Share, ShareChange, ShareMade, ShareNew, Shares, Sight, Sights, Visit, VisitCases};
use wire::space::{
    Accept, Change, Changes, History, Invitation, Invite, Member, Members, Membership, Revision, SpaceNew,
};
use wire::{Cursor, ErrorBody, ErrorCode, Page, PushReply};

const SPACE: &str = "01932f1e-7c00-7000-8000-000000000001";
const RECORD: &str = "01932f1e-7c00-7000-8000-000000000002";
const KEY: &str = "7b6f0a4e-55c1-4a53-9f55-000000000003";
const ACCOUNT: &str = "7b6f0a4e-55c1-4a53-9f55-000000000004";
const STAMP: &str = "019a7aff915f.0001.00000000000000ff";
const MOMENT: &str = "2026-11-21T10:00:00.000Z";

/// Writes `value` and expects `text`, reads it back, and reads it with a field that a newer version may add.
#[track_caller]
fn golden<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, text: &str) {
    assert_eq!(serde_json::to_string(value).expect("it can be written"), text);
    reads(text, value);
    if let Some(open) = text.strip_suffix('}') {
        let comma = if open == "{" { "" } else { "," };
        reads(&format!("{open}{comma}\"added_later\":{{\"a\":[1,null]}}}}"), value);
    }
}

/// Reads `text`, perhaps as an older version wrote it, and expects `value`.
#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(text: &str, value: &T) {
    assert_eq!(&serde_json::from_str::<T>(text).expect(text), value, "{text}");
}

fn space() -> SpaceId {
    SPACE.parse().expect("an id")
}

fn account() -> AccountId {
    ACCOUNT.parse().expect("an id")
}

fn stamp() -> Stamp {
    STAMP.parse().expect("a stamp")
}

fn moment() -> Instant {
    MOMENT.parse().expect("a moment")
}

fn edit() -> Edit {
    let fields = Body::from_text(r#"{"name":"Ann","phone":null}"#.into()).expect("JSON");
    let (key, id) = (KEY.parse().expect("a key"), RECORD.parse().expect("an id"));
    Edit { key, id, kind: "contact".into(), stamp: stamp(), fields }
}

fn edit_text() -> String {
    let fields = r#"{"name":"Ann","phone":null}"#;
    format!(r#"{{"key":"{KEY}","id":"{RECORD}","kind":"contact","stamp":"{STAMP}","fields":{fields}}}"#)
}

#[test]
fn a_push_and_its_answers() {
    golden(&Push { edits: vec![edit()] }, &format!(r#"{{"edits":[{}]}}"#, edit_text()));
    let key: EditKey = KEY.parse().expect("a key");
    let accepted = Answer { key, outcome: Outcome::Accepted { rev: 7, stamp: stamp(), by: account(), at: moment() } };
    let accepted_text =
        format!(r#"{{"key":"{KEY}","outcome":"accepted","rev":7,"stamp":"{STAMP}","by":"{ACCOUNT}","at":"{MOMENT}"}}"#);
    golden(&accepted, &accepted_text);
    let refused = |faults| Answer { key, outcome: Outcome::Refused { code: ErrorCode::Invalid, faults } };
    golden(
        &refused(vec![Fault::limited("name", FaultCode::TooLong, 200)]),
        &format!(
            r#"{{"key":"{KEY}","outcome":"refused","code":"invalid","faults":[{{"field":"name","code":"too_long","limit":200}}]}}"#
        ),
    );
    golden(&refused(vec![]), &format!(r#"{{"key":"{KEY}","outcome":"refused","code":"invalid"}}"#));
    golden(
        &PushReply { scope: 3, before: 6, head: 7, answers: vec![accepted] },
        &format!(r#"{{"scope":3,"before":6,"head":7,"answers":[{accepted_text}]}}"#),
    );
}

#[test]
fn a_page_and_its_records() {
    let made = Record { rev: 4, by: Some(account()), at: Some(moment()), ..Record::first(&edit()) };
    // The cleared field stands with its stamp alone.
    let made_text = format!(
        r#"{{"id":"{RECORD}","kind":"contact","rev":4,"stamp":"{STAMP}","later":{{"phone":"{STAMP}"}},"by":"{ACCOUNT}","at":"{MOMENT}","body":{{"name":"Ann"}}}}"#
    );
    golden(&made, &made_text);
    let later = Record { later: BTreeMap::from([("phone".into(), Stamp::default())]), ..made.clone() };
    let later_text =
        made_text.replace(&format!(r#""phone":"{STAMP}""#), r#""phone":"000000000000.0000.0000000000000000""#);
    golden(&later, &later_text);
    let unsent = format!(
        r#"{{"id":"{RECORD}","kind":"contact","stamp":"{STAMP}","later":{{"phone":"{STAMP}"}},"body":{{"name":"Ann"}}}}"#
    );
    golden(&Record::first(&edit()), &unsent);
    // Earlier versions kept a cleared field as null.
    reads(
        &format!(r#"{{"id":"{RECORD}","kind":"contact","stamp":"{STAMP}","body":{{"name":"Ann","phone":null}}}}"#),
        &Record { later: BTreeMap::new(), body: edit().fields, ..Record::first(&edit()) },
    );
    golden(
        &Page { space: space(), scope: 3, head: 9, more: true, total: 12, records: vec![made] },
        &format!(r#"{{"space":"{SPACE}","scope":3,"head":9,"more":true,"total":12,"records":[{made_text}]}}"#),
    );
}

#[test]
fn cursors_and_what_is_asked_with_them() {
    golden(&Cursor { after: 9, before: Some(4), scope: 3 }, r#"{"after":9,"before":4,"scope":3}"#);
    golden(&Cursor { after: 9, before: None, scope: 3 }, r#"{"after":9,"scope":3}"#);
    let rows = [
        (Ask::First, "?limit=200"),
        (Ask::Between(0, 4), "?before=4&limit=200"),
        (Ask::Between(2, 4), "?after=2&before=4&limit=200"),
        (Ask::After(9), "?after=9&limit=200"),
    ];
    for (ask, query) in rows {
        assert_eq!(ask.query(200), query);
    }
}

#[test]
fn heads() {
    let live = Live { space: space(), head: 9, scope: Some(3), closed: false };
    golden(&live, &format!(r#"{{"space":"{SPACE}","head":9,"scope":3}}"#));
    golden(&Live { scope: None, ..live }, &format!(r#"{{"space":"{SPACE}","head":9}}"#));
    golden(&Live { closed: true, ..live }, &format!(r#"{{"space":"{SPACE}","head":9,"scope":3,"closed":true}}"#));
}

#[test]
fn signing_in() {
    golden(
        &CodeRequest { email: "ann@example.org".into(), language: "en-ZA".into() },
        r#"{"email":"ann@example.org","language":"en-ZA"}"#,
    );
    reads(r#"{"email":""}"#, &CodeRequest { email: String::new(), language: String::new() });
    golden(
        &CodeTyped { code: "1234 5678".into(), device: "Firefox".into() },
        r#"{"code":"1234 5678","device":"Firefox"}"#,
    );
    reads(r#"{"code":"1"}"#, &CodeTyped { code: "1".into(), device: String::new() });
    golden(&Spoken { language: "en-ZA".into() }, r#"{"language":"en-ZA"}"#);
    golden(&PairTyped { code: "abc".into(), device: "Phone".into() }, r#"{"code":"abc","device":"Phone"}"#);
    reads(r#"{"code":"abc"}"#, &PairTyped { code: "abc".into(), device: String::new() });
    golden(&PairCode { code: "abc".into(), expires: moment() }, &format!(r#"{{"code":"abc","expires":"{MOMENT}"}}"#));
    golden(
        &PasskeyStart { ceremony: "c".into(), options: json!({"publicKey": {}}) },
        r#"{"ceremony":"c","options":{"publicKey":{}}}"#,
    );
    golden(
        &PasskeyFinish { ceremony: "c".into(), credential: json!({"id": "x"}), name: "Phone".into() },
        r#"{"ceremony":"c","credential":{"id":"x"},"name":"Phone"}"#,
    );
    reads(
        r#"{"ceremony":"c","credential":null}"#,
        &PasskeyFinish { ceremony: "c".into(), credential: Value::Null, name: String::new() },
    );
}

#[test]
fn the_account() {
    let passkey = |used| Passkey { id: "p".into(), name: "Phone".into(), added: moment(), used };
    golden(&passkey(Some(moment())), &format!(r#"{{"id":"p","name":"Phone","added":"{MOMENT}","used":"{MOMENT}"}}"#));
    golden(&passkey(None), &format!(r#"{{"id":"p","name":"Phone","added":"{MOMENT}"}}"#));
    golden(
        &Session { id: "s".into(), device: "Firefox".into(), began: moment(), seen: moment(), current: true },
        &format!(r#"{{"id":"s","device":"Firefox","began":"{MOMENT}","seen":"{MOMENT}","current":true}}"#),
    );
    let membership = Membership {
        space: space(),
        role: Role::CoOwner,
        head: 9,
        scope: 3,
        sort: access::Sort::Home,
        home: None,
        closed: None,
    };
    let membership_text = format!(r#"{{"space":"{SPACE}","role":"co_owner","head":9,"scope":3}}"#);
    golden(&membership, &membership_text);
    golden(
        &Me { account: account(), email: "ann@example.org".into(), spaces: vec![membership], has_passkey: false },
        &format!(
            r#"{{"account":"{ACCOUNT}","email":"ann@example.org","spaces":[{membership_text}],"has_passkey":false}}"#
        ),
    );
}

#[test]
fn deals() {
    let deal = Membership {
        space: space(),
        role: Role::Owner,
        head: 9,
        scope: 3,
        sort: access::Sort::Deal,
        home: Some(space()),
        closed: Some(moment()),
    };
    golden(
        &deal,
        &format!(
            r#"{{"space":"{SPACE}","role":"owner","head":9,"scope":3,"sort":"deal","home":"{SPACE}","closed":"{MOMENT}"}}"#
        ),
    );
    golden(&CaseNew { id: space(), edits: Vec::new() }, &format!(r#"{{"id":"{SPACE}","edits":[]}}"#));
    let (share, hash) = (ShareId(space().0), "07".repeat(32));
    let link = DealLink { id: share, auth_hash: FileHash([7; 32]), name: "Sipho".into() };
    let link_text = format!(r#"{{"id":"{SPACE}","auth_hash":"{hash}","name":"Sipho"}}"#);
    golden(&link, &link_text);
    golden(
        &DealNew { id: space(), link, edits: Vec::new() },
        &format!(r#"{{"id":"{SPACE}","link":{link_text},"edits":[]}}"#),
    );
    let keep = DealKeep { share, auth: FileHash([7; 32]), firm: None };
    golden(&keep, &format!(r#"{{"share":"{SPACE}","auth":"{hash}"}}"#));
    golden(
        &DealKeep { firm: Some(space()), ..keep },
        &format!(r#"{{"share":"{SPACE}","auth":"{hash}","firm":"{SPACE}"}}"#),
    );
}

#[test]
fn logbooks_of_units() {
    let unit = || RECORD.parse().expect("an id");
    let logbook = LogbookNew { unit: unit(), home: space(), edits: Vec::new() };
    let text = format!(r#"{{"unit":"{RECORD}","home":"{SPACE}"}}"#);
    golden(&logbook, &text);
    golden(&LogbooksNew { logbooks: vec![logbook] }, &format!(r#"{{"logbooks":[{text}]}}"#));
    golden(&LogbookOpen { unit: unit() }, &format!(r#"{{"unit":"{RECORD}"}}"#));
    golden(&LogbookInvite { unit: unit(), email: None }, &format!(r#"{{"unit":"{RECORD}"}}"#));
    let email = Some("a@b.org".to_owned());
    golden(&LogbookInvite { unit: unit(), email }, &format!(r#"{{"unit":"{RECORD}","email":"a@b.org"}}"#));
    let invited = LogbookInvited { link: "https://x/link#y".into(), expires: moment() };
    golden(&invited, &format!(r#"{{"link":"https://x/link#y","expires":"{MOMENT}"}}"#));
    golden(&EstateLinkOpen { token: "x".into() }, r#"{"token":"x"}"#);
    golden(&EstateLinkOpened { held: true }, r#"{"held":true}"#);
    golden(&EstateLinkOpened { held: false }, "{}");
    golden(&EstateLink { token: "x".into(), home: None, shows: None }, r#"{"token":"x"}"#);
    let shows = vec![Hidden::Certificates, Hidden::Systems];
    golden(
        &EstateLink { token: "x".into(), home: Some(space()), shows: Some(shows.clone()) },
        &format!(r#"{{"token":"x","home":"{SPACE}","shows":["certificates","systems"]}}"#),
    );
    golden(
        &EstateShows { shows: Hidden::ALL.to_vec() },
        r#"{"shows":["faults","care","age","evidence","certificates","systems"]}"#,
    );
    golden(&BundleAnswer { bundle: unit(), joins: true }, &format!(r#"{{"bundle":"{RECORD}","joins":true}}"#));
    let complaint = ComplaintNew {
        id: space(),
        title: "Noise".into(),
        text: "At night".into(),
        name: "Carl".into(),
        respondent: "Unit 12".into(),
        contractor: String::new(),
        rule: "Rule 5".into(),
    };
    golden(
        &complaint,
        &format!(
            r#"{{"id":"{SPACE}","title":"Noise","text":"At night","name":"Carl","respondent":"Unit 12","rule":"Rule 5"}}"#
        ),
    );
    golden(&VisitCases { cases: vec![Vec::new()] }, r#"{"cases":[[]]}"#);
    golden(&HomeEstate { estate: None }, "{}");
    let day = || "2026-11-21".parse().ok();
    let view = EstateView {
        name: "Protea Mews".into(),
        agent: "Agent".into(),
        agent_phone: "021".into(),
        agent_email: "a@b.org".into(),
        unit: unit(),
        number: "1".into(),
        held: true,
        since: moment(),
        shows,
        vendors: vec![VendorView { name: "Sipho".into(), trade: "Plumber".into(), phone: "082".into(), lapsed: day() }],
        asks: vec![AskView {
            id: unit(),
            title: "Gas".into(),
            sort: Some(CertificateType::Gas),
            purpose: Some(model::basis::Purpose::Safety),
            on: day(),
            by: day(),
            text: "Please".into(),
            stands: Some(Code::NoneFound),
        }],
        bundles: vec![BundleView {
            id: unit(),
            title: "Geysers".into(),
            from: day(),
            by: day(),
            vendor: "Sipho".into(),
            call_out: Some(1),
            each: Some(2),
            joined: 3,
            answer_by: day(),
            ordered_on: day(),
            notes: "Bring".into(),
            joins: Some(false),
        }],
    };
    golden(
        &HomeEstate { estate: Some(view) },
        &format!(
            r#"{{"estate":{{"name":"Protea Mews","agent":"Agent","agent_phone":"021","agent_email":"a@b.org","unit":"{RECORD}","number":"1","held":true,"since":"{MOMENT}","shows":["certificates","systems"],"vendors":[{{"name":"Sipho","trade":"Plumber","phone":"082","lapsed":"2026-11-21"}}],"asks":[{{"id":"{RECORD}","title":"Gas","sort":"gas","purpose":"safety","on":"2026-11-21","by":"2026-11-21","text":"Please","stands":"none_found"}}],"bundles":[{{"id":"{RECORD}","title":"Geysers","from":"2026-11-21","by":"2026-11-21","vendor":"Sipho","call_out":1,"each":2,"joined":3,"answer_by":"2026-11-21","ordered_on":"2026-11-21","notes":"Bring","joins":false}}]}}}}"#
        ),
    );
}

#[test]
fn ways_back_into_the_account() {
    golden(&PasskeyName { name: "Phone".into() }, r#"{"name":"Phone"}"#);
    golden(&RecoveryLeft { left: 9, made: Some(moment()) }, &format!(r#"{{"left":9,"made":"{MOMENT}"}}"#));
    golden(&RecoveryLeft { left: 0, made: None }, r#"{"left":0}"#);
    golden(
        &RecoveryCodes { codes: vec!["0123-4567-89AB-CDEF".into()], made: moment() },
        &format!(r#"{{"codes":["0123-4567-89AB-CDEF"],"made":"{MOMENT}"}}"#),
    );
    let typed = |device: &str| {
        let (email, code) = ("a@example.org".to_owned(), "0123".to_owned());
        RecoveryTyped { email, code, device: device.into() }
    };
    golden(&typed("Phone"), r#"{"email":"a@example.org","code":"0123","device":"Phone"}"#);
    reads(r#"{"email":"a@example.org","code":"0123"}"#, &typed(""));
    golden(&EmailNew { email: "b@example.org".into() }, r#"{"email":"b@example.org"}"#);
    golden(&EmailBack { code: "0123".into() }, r#"{"code":"0123"}"#);
}

fn request(ended: Option<RequestEnd>) -> Request {
    Request {
        number: 7,
        kind: RequestKind::Correction,
        text: "My name".into(),
        filed: moment(),
        due: moment(),
        closed: ended.map(|_| moment()),
        ended,
        answer: ended.map(|_| "Done".into()),
    }
}

#[test]
fn requests_about_ones_details() {
    golden(
        &RequestNew { kind: RequestKind::Access, text: "All of it".into() },
        r#"{"kind":"access","text":"All of it"}"#,
    );
    let open = format!(r#"{{"number":7,"kind":"correction","text":"My name","filed":"{MOMENT}","due":"{MOMENT}"}}"#);
    golden(&request(None), &open);
    let closed = open.replace('}', &format!(r#","closed":"{MOMENT}","ended":"answered","answer":"Done"}}"#));
    golden(&request(Some(RequestEnd::Answered)), &closed);
    golden(&Requests { requests: vec![request(None)] }, &format!(r#"{{"requests":[{open}]}}"#));
    let kinds: Vec<&str> = RequestKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(kinds, ["access", "correction", "erasure", "objection"]);
    let ends: Vec<&str> = RequestEnd::ALL.iter().map(|end| end.as_str()).collect();
    assert_eq!(ends, ["answered", "withdrawn", "erased"]);
}

#[test]
fn leaving() {
    let home = |heir: Option<&str>| ClosingHome {
        space: space(),
        heir: heir.map(Into::into),
        members: 1,
        records: 2,
        files: 3,
        files_bytes: 4,
        sort: access::Sort::Home,
    };
    let home_text = format!(r#"{{"space":"{SPACE}","members":1,"records":2,"files":3,"files_bytes":4}}"#);
    golden(&home(Some("b@example.org")), &home_text.replace(",\"members", r#","heir":"b@example.org","members"#));
    let firm = home_text.replace(":4}", r#":4,"sort":"firm"}"#);
    golden(&ClosingHome { sort: access::Sort::Firm, ..home(None) }, &firm);
    golden(
        &Closing { homes: vec![home(None)], leaves: 5, links: 6 },
        &format!(r#"{{"homes":[{home_text}],"leaves":5,"links":6}}"#),
    );
    let id: ShareId = "00000000-0000-0000-0000-000000000077".parse().expect("an id");
    let link = ExportLink {
        space: space(),
        id,
        purpose: Purpose::Buyer,
        name: "Ann".into(),
        made: moment(),
        expires: moment(),
        opens: 2,
        revoked: Some(moment()),
    };
    let invitation =
        ExportInvitation { space: space(), email: "c@example.org".into(), role: Role::Viewer, expires: moment() };
    let export = Export {
        at: moment(),
        account: account(),
        email: "a@example.org".into(),
        language: "en-ZA".into(),
        created: moment(),
        emails_before: vec![EmailBefore { email: "b@example.org".into(), until: moment() }],
        sessions: Vec::new(),
        passkeys: Vec::new(),
        recovery: RecoveryLeft { left: 0, made: None },
        spaces: Vec::new(),
        links: vec![link],
        invitations: vec![invitation],
        requests: Vec::new(),
        reminders: vec![ExportReminders { space: space(), settings: None, feed: Some(moment()) }],
        counted: vec![ExportCounted { space: space(), since: moment() }],
        push_browsers: 1,
    };
    let text = format!(
        r#"{{"at":"{MOMENT}","account":"{ACCOUNT}","email":"a@example.org","language":"en-ZA","created":"{MOMENT}","emails_before":[{{"email":"b@example.org","until":"{MOMENT}"}}],"sessions":[],"passkeys":[],"recovery":{{"left":0}},"spaces":[],"links":[{{"space":"{SPACE}","id":"{id}","purpose":"buyer","name":"Ann","made":"{MOMENT}","expires":"{MOMENT}","opens":2,"revoked":"{MOMENT}"}}],"invitations":[{{"space":"{SPACE}","email":"c@example.org","role":"viewer","expires":"{MOMENT}"}}],"requests":[],"reminders":[{{"space":"{SPACE}","feed":"{MOMENT}"}}],"push_browsers":1,"counted":[{{"space":"{SPACE}","since":"{MOMENT}"}}]}}"#
    );
    golden(&export, &text);
    let earlier =
        text.replace(&format!(r#","reminders":[{{"space":"{SPACE}","feed":"{MOMENT}"}}],"push_browsers":1,"counted":[{{"space":"{SPACE}","since":"{MOMENT}"}}]"#), "");
    reads(&earlier, &Export { reminders: Vec::new(), push_browsers: 0, counted: Vec::new(), ..export });
}

#[test]
fn spaces_and_members() {
    golden(&SpaceNew { id: space() }, &format!(r#"{{"id":"{SPACE}"}}"#));
    let member = Member { account: account(), email: "a@example.org".into(), role: Role::Owner, since: moment() };
    let member_text = format!(r#"{{"account":"{ACCOUNT}","email":"a@example.org","role":"owner","since":"{MOMENT}"}}"#);
    let invitation = |link| {
        let email = "b@example.org".to_owned();
        Invitation { id: "i".into(), email, role: Role::Viewer, expires: moment(), link }
    };
    let invitation_text = format!(r#"{{"id":"i","email":"b@example.org","role":"viewer","expires":"{MOMENT}"}}"#);
    golden(&invitation(None), &invitation_text);
    golden(&invitation(Some("l".into())), &invitation_text.replace('}', r#","link":"l"}"#));
    golden(
        &Members { members: vec![member], invitations: vec![invitation(None)] },
        &format!(r#"{{"members":[{member_text}],"invitations":[{invitation_text}]}}"#),
    );
    golden(
        &Invite { email: "b@example.org".into(), role: Role::Viewer },
        r#"{"email":"b@example.org","role":"viewer"}"#,
    );
    golden(&Accept { token: "t".into() }, r#"{"token":"t"}"#);
}

#[test]
fn the_history_of_a_record() {
    let revision = |email: Option<&str>| {
        let fields = json!({"name": "Ann"}).as_object().cloned().unwrap_or_default();
        Revision { rev: 4, by: account(), email: email.map(Into::into), at: moment(), stamp: stamp(), fields }
    };
    let text = |email: &str| {
        format!(r#"{{"rev":4,"by":"{ACCOUNT}",{email}"at":"{MOMENT}","stamp":"{STAMP}","fields":{{"name":"Ann"}}}}"#)
    };
    golden(&revision(None), &text(""));
    golden(&revision(Some("a@example.org")), &text(r#""email":"a@example.org","#));
    let record: RecordId = RECORD.parse().expect("an id");
    golden(
        &History { record, revisions: vec![revision(None)] },
        &format!(r#"{{"record":"{RECORD}","revisions":[{}]}}"#, text("")),
    );
    let changed = text("").replacen('{', &format!(r#"{{"record":"{RECORD}","#), 1);
    golden(
        &Changes { changes: vec![Change { record, revision: revision(None) }], more: false },
        &format!(r#"{{"changes":[{changed}],"more":false}}"#),
    );
}

#[test]
fn files() {
    golden(&Received { bytes: 524_288, complete: false }, r#"{"bytes":524288,"complete":false}"#);
    let chunk = Chunk { offset: 524_288, size: 1_000_000 };
    golden(&chunk, r#"{"offset":524288,"size":1000000}"#);
    assert_eq!(chunk.query(), "?offset=524288&size=1000000");
}

#[test]
fn every_error_has_its_name_and_its_status() {
    use ErrorCode::{
        Busy, Conflict, CrossSite, Forbidden, Gone, Internal, Invalid, MediaType, Method, NotFound, Other, SignIn,
        StepUp, TooLarge, TooMany, UnknownKind, Unreadable, WrongCode,
    };
    let rows = [
        (Unreadable, "unreadable", 400),
        (SignIn, "sign_in", 401),
        (StepUp, "step_up", 401),
        (Forbidden, "forbidden", 403),
        (CrossSite, "cross_site", 403),
        (NotFound, "not_found", 404),
        (Method, "method", 405),
        (Conflict, "conflict", 409),
        (Gone, "gone", 410),
        (TooLarge, "too_large", 413),
        (MediaType, "media_type", 415),
        (Invalid, "invalid", 422),
        (UnknownKind, "unknown_kind", 422),
        (WrongCode, "wrong_code", 401),
        (TooMany, "too_many", 429),
        (Busy, "busy", 503),
        (Internal, "internal", 500),
        (Other, "other", 500),
    ];
    for (code, name, status) in rows {
        golden(&code, &format!("\"{name}\""));
        assert_eq!(code.status(), status, "{name}");
    }
    reads("\"of_a_newer_server\"", &Other);
    let body = |faults| ErrorBody { code: Invalid, detail: "The name is missing.".into(), faults };
    let text = r#"{"code":"invalid","detail":"The name is missing."}"#;
    golden(&body(vec![]), text);
    let with_fault = text.replace('}', r#","faults":[{"field":"name","code":"missing"}]}"#);
    golden(&body(vec![Fault::new("name", FaultCode::Missing)]), &with_fault);
}

#[test]
fn paths() {
    let (record, hash): (RecordId, FileHash) = (RECORD.parse().expect("an id"), FileHash::of(b"abc"));
    let home = format!("/api/spaces/{SPACE}");
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let rows = [
        (path::space(space()), home.clone()),
        (path::push(space()), format!("{home}/push")),
        (path::pull(space()), format!("{home}/pull")),
        (path::history(space(), record), format!("{home}/records/{RECORD}/history")),
        (path::members(space()), format!("{home}/members")),
        (path::invitations(space()), format!("{home}/invitations")),
        (path::file(space(), hash), format!("{home}/files/{digest}")),
        (path::received(space(), hash), format!("{home}/files/{digest}/received")),
        (path::preview(space(), hash), format!("{home}/files/{digest}/preview")),
    ];
    for (built, expected) in rows {
        assert_eq!(built, expected);
    }
    let fixed = [
        (path::API, "/api"),
        (path::HEALTH, "/api/health"),
        (path::CODE, "/api/auth/code"),
        (path::CODE_VERIFY, "/api/auth/code/verify"),
        (path::PASSKEY_START, "/api/auth/passkey/start"),
        (path::PASSKEY_FINISH, "/api/auth/passkey/finish"),
        (path::SIGN_OUT, "/api/auth/sign-out"),
        (path::PAIR, "/api/me/pair"),
        (path::PAIR_CLAIM, "/api/auth/pair"),
        (path::ME, "/api/me"),
        (path::RECOVERY_SIGN_IN, "/api/auth/recovery"),
        (path::RECOVERY, "/api/me/recovery"),
        (path::EMAIL, "/api/me/email"),
        (path::EMAIL_VERIFY, "/api/me/email/verify"),
        (path::EMAIL_BACK, "/api/auth/email/back"),
        (path::CLOSING, "/api/me/closing"),
        (path::EXPORT, "/api/me/export"),
        (path::STATEMENT, "/api/me/statement.pdf"),
        (path::REQUESTS, "/api/me/requests"),
        (path::LANGUAGE, "/api/me/language"),
        (path::SESSIONS, "/api/me/sessions"),
        (path::PASSKEYS, "/api/me/passkeys"),
        (path::PASSKEY_ADD_START, "/api/me/passkeys/start"),
        (path::PASSKEY_ADD_FINISH, "/api/me/passkeys/finish"),
        (path::SPACES, "/api/spaces"),
        (path::ACCEPT, "/api/invitations/accept"),
        (path::EVENTS, "/api/events"),
        (path::HEADS, "/api/heads"),
    ];
    for (path, expected) in fixed {
        assert_eq!(path, expected);
    }
}

#[test]
fn reminders() {
    let settings = Settings {
        leads: vec![Lead { kind: ReminderKind::Task, days: 7 }],
        push: true,
        digest: Digest::Weekly,
        quiet: Quiet { from: 1260, until: 420 },
    };
    let text =
        r#"{"leads":[{"kind":"task","days":7}],"push":true,"digest":"weekly","quiet":{"from":1260,"until":420}}"#;
    golden(&settings, text);
    golden(
        &Reminders { settings, push_here: true, browsers: 2, feed: Some(moment()), told: vec!["k".into()] },
        &format!(r#"{{"settings":{text},"push_here":true,"browsers":2,"feed":"{MOMENT}","told":["k"]}}"#),
    );
    golden(&PushKey { key: "k".into() }, r#"{"key":"k"}"#);
    let new = PushNew { endpoint: "e".into(), p256dh: "p".into(), auth: "a".into() };
    golden(&new, r#"{"endpoint":"e","p256dh":"p","auth":"a"}"#);
    golden(&FeedMade { address: "a".into() }, r#"{"address":"a"}"#);
    for (built, expected) in [
        (path::reminders(space()), format!("/api/spaces/{SPACE}/reminders")),
        (path::feed(space()), format!("/api/spaces/{SPACE}/feed")),
        (path::calendar("t"), "/api/feeds/t".into()),
        (path::unsubscribe("t"), "/api/unsubscribe/t".into()),
        (path::PUSH_KEY.into(), "/api/push/key".into()),
        (path::PUSH.into(), "/api/me/push".into()),
    ] {
        assert_eq!(built, expected);
    }
}

#[test]
fn outlook() {
    golden(&Counted { since: None }, "{}");
    golden(&Counted { since: Some(moment()) }, &format!(r#"{{"since":"{MOMENT}"}}"#));
    golden(&Agreed { agreed: true }, r#"{"agreed":true}"#);
    golden(&Proof { auth: FileHash([9; 32]) }, &format!(r#"{{"auth":"{}"}}"#, "09".repeat(32)));
    let month = |text: &str| text.parse().expect("a month");
    let (suburb, family) = ("Rondebosch, Cape Town".into(), "Geyser: Anode".into());
    let figure = Figure { month: month("2026-12"), suburb, family, quantity: 30, published: month("2026-11") };
    golden(
        &Told { name: "Hardware".into(), expires: moment(), figures: vec![figure] },
        &format!(
            r#"{{"name":"Hardware","expires":"{MOMENT}","figures":[{{"month":"2026-12","suburb":"Rondebosch, Cape Town","family":"Geyser: Anode","quantity":30,"published":"2026-11"}}]}}"#
        ),
    );
    assert_eq!(path::counted(space()), format!("/api/spaces/{SPACE}/outlook"));
    assert_eq!(path::outlook(ShareId(space().0)), format!("/api/outlook/{SPACE}"));
    assert_eq!((wire::outlook::PAGE, wire::outlook::AUTH), ("/supply", "codessa outlook auth 1"));
}

#[test]
fn links() {
    const HASH: &str = "0909090909090909090909090909090909090909090909090909090909090909";
    let link = "00000000-0000-0000-0000-000000000077";
    let (id, hash): (ShareId, _) = (link.parse().expect("an id"), FileHash([9; 32]));
    let grant = Grant { ticks: vec![Tick::Names], ..Grant::of(Purpose::Supplier) };
    let given = r#"{"kinds":["zone","system"],"ticks":["names"],"verbs":["view"]}"#;
    golden(
        &ShareNew {
            id,
            auth_hash: hash,
            purpose: Purpose::Supplier,
            name: "Ann".into(),
            grant: grant.clone(),
            days: 14,
            passcode: true,
            snapshot: false,
            opens_max: Some(3),
            unseen: true,
        },
        &format!(
            r#"{{"id":"{link}","auth_hash":"{HASH}","purpose":"supplier","name":"Ann","grant":{given},"days":14,"passcode":true,"snapshot":false,"opens_max":3,"unseen":true}}"#
        ),
    );
    let share = Share {
        id,
        purpose: Purpose::Supplier,
        name: "Ann".into(),
        grant: grant.clone(),
        by: Some("b@example.org".into()),
        made: moment(),
        expires: moment(),
        revoked: Some(moment()),
        suspended: None,
        opens: 2,
        opens_max: None,
        opened: Some(moment()),
        passcode: false,
        snapshot: Some(7),
        unseen: false,
    };
    let told = format!(
        r#"{{"id":"{link}","purpose":"supplier","name":"Ann","grant":{given},"by":"b@example.org","made":"{MOMENT}","expires":"{MOMENT}","revoked":"{MOMENT}","opens":2,"opened":"{MOMENT}","passcode":false,"snapshot":7,"unseen":false}}"#
    );
    golden(&share, &told);
    golden(&Shares { shares: vec![share.clone()] }, &format!(r#"{{"shares":[{told}]}}"#));
    golden(
        &ShareMade { share, passcode: Some("12345678".into()) },
        &format!(r#"{{"share":{told},"passcode":"12345678"}}"#),
    );
    golden(&ShareChange { days: Some(14), ..ShareChange::default() }, r#"{"days":14}"#);
    golden(
        &ShareChange { name: Some("Ben".into()), grant: Some(grant.clone()), days: None },
        &format!(r#"{{"name":"Ben","grant":{given}}}"#),
    );
    golden(
        &Open { auth: hash, passcode: Some("12345678".into()), device: "Phone".into() },
        &format!(r#"{{"auth":"{HASH}","passcode":"12345678","device":"Phone"}}"#),
    );
    golden(
        &Visit {
            purpose: Purpose::Supplier,
            grant,
            expires: moment(),
            as_of: None,
            records: Vec::new(),
            sent: Vec::new(),
        },
        &format!(r#"{{"purpose":"supplier","grant":{given},"expires":"{MOMENT}","records":[]}}"#),
    );
    let sight = Sight {
        at: moment(),
        what: Seen::WrongPasscode,
        device: "Phone".into(),
        place: "203.0.113.0/24".into(),
        file: Some(hash),
    };
    golden(
        &Sights { sights: vec![sight] },
        &format!(
            r#"{{"sights":[{{"at":"{MOMENT}","what":"wrong_passcode","device":"Phone","place":"203.0.113.0/24","file":"{HASH}"}}]}}"#
        ),
    );
}

#[test]
fn contributions() {
    let link = "00000000-0000-0000-0000-000000000077";
    let id = "00000000-0000-0000-0000-000000000088";
    let fields = Body::from_text(r#"{"title":"Valve"}"#.into()).expect("JSON");
    golden(
        &ContributionNew {
            id: id.parse().expect("an id"),
            sort: Sort::Entry,
            name: "Sipho".into(),
            firm: "Dlamini".into(),
            fields: fields.clone(),
        },
        &format!(r#"{{"id":"{id}","sort":"entry","name":"Sipho","firm":"Dlamini","fields":{{"title":"Valve"}}}}"#),
    );
    golden(
        &Sent {
            id: id.parse().expect("an id"),
            sort: Sort::Remark,
            title: "Seen".into(),
            at: moment(),
            state: State::Waiting,
        },
        &format!(r#"{{"id":"{id}","sort":"remark","title":"Seen","at":"{MOMENT}","state":"waiting"}}"#),
    );
    let contribution = Contribution {
        id: id.parse().expect("an id"),
        share: link.parse().expect("an id"),
        link: "Geyser".into(),
        sort: Sort::Membership,
        name: "Sipho".into(),
        firm: String::new(),
        at: moment(),
        fields: Some(fields),
        state: State::Accepted,
        decided: Some(moment()),
        record: None,
        label: false,
    };
    let told = format!(
        r#"{{"id":"{id}","share":"{link}","link":"Geyser","sort":"membership","name":"Sipho","firm":"","at":"{MOMENT}","fields":{{"title":"Valve"}},"state":"accepted","decided":"{MOMENT}"}}"#
    );
    golden(&contribution, &told);
    let all = format!(r#"{{"contributions":[{told}]}}"#);
    let counted: ContributionStates = serde_json::from_str(&all).expect("it can be read");
    assert_eq!(counted.contributions, [ContributionState { state: contribution.state }]);
    golden(&Contributions { contributions: vec![contribution] }, &all);
    golden(&Verdict { accept: false }, r#"{"accept":false}"#);
}

#[test]
fn reports_by_labels() {
    let (door, label, system) = (
        "00000000-0000-0000-0000-000000000077",
        "00000000-0000-0000-0000-000000000078",
        "00000000-0000-0000-0000-000000000079",
    );
    let id = |text: &str| text.parse().expect("an id");
    let hash = "09".repeat(32);
    let open = LabelOpen {
        id: door.parse().expect("an id"),
        auth_hash: FileHash([9; 32]),
        label: id(label),
        system: id(system),
        name: "Geyser".into(),
    };
    golden(
        &ReportingChange { labels: vec![open] },
        &format!(
            r#"{{"labels":[{{"id":"{door}","auth_hash":"{hash}","label":"{label}","system":"{system}","name":"Geyser"}}]}}"#
        ),
    );
    let seen =
        LabelDoor { id: door.parse().expect("an id"), label: id(label), system: id(system), name: "Geyser".into() };
    golden(
        &Reporting { labels: vec![seen] },
        &format!(r#"{{"labels":[{{"id":"{door}","label":"{label}","system":"{system}","name":"Geyser"}}]}}"#),
    );
    golden(&LabelSeen { name: "Geyser".into() }, r#"{"name":"Geyser"}"#);
    reads("{}", &LabelSeen { name: String::new() });
    let new = ReportNew {
        id: door.parse().expect("an id"),
        title: "It drips".into(),
        severity: Severity::Serious,
        notes: "082 555 0100".into(),
        name: "Lerato".into(),
        files: Vec::new(),
    };
    golden(
        &new,
        &format!(
            r#"{{"id":"{door}","title":"It drips","severity":"serious","notes":"082 555 0100","name":"Lerato","files":[]}}"#
        ),
    );
    let bare = ReportNew { notes: String::new(), name: String::new(), ..new };
    reads(&format!(r#"{{"id":"{door}","title":"It drips","severity":"serious"}}"#), &bare);
    assert_eq!(path::reporting(space()), format!("/api/spaces/{SPACE}/reporting"));
    let share: ShareId = door.parse().expect("an id");
    assert_eq!(path::label(share), format!("/api/shares/{door}/label"));
    assert_eq!(path::reports(share), format!("/api/shares/{door}/reports"));
}

#[test]
fn handing_a_home_over() {
    let new = HandoverNew {
        email: "a@example.org".into(),
        private: vec![Private::Costs, Private::Messages],
        message: "Welcome".into(),
    };
    golden(&new, r#"{"email":"a@example.org","private":["costs","messages"],"message":"Welcome"}"#);
    let bare = HandoverNew { private: Vec::new(), message: String::new(), ..new };
    reads(r#"{"email":"a@example.org"}"#, &bare);
    let counts = Counts { costs: 1, papers: 2, names: 3, contacts: 4, notes: 5 };
    let outcome = HandedOver { links: 1, members: 2, invitations: 3, head: 9, counts };
    let handover = Handover {
        id: KEY.into(),
        side: Side::Buyer,
        state: model::handover::State::Done,
        home: "Rose Cottage".into(),
        space: Some(space()),
        seller: "s@example.org".into(),
        buyer: "b@example.org".into(),
        private: vec![Private::Names],
        message: String::new(),
        offered: moment(),
        expires: moment(),
        wait_hours: 24,
        due: Some(moment()),
        ended: Some(moment()),
        stopped_by: None,
        outcome: Some(outcome),
    };
    let told = format!(
        r#"{{"id":"{KEY}","side":"buyer","state":"done","home":"Rose Cottage","space":"{SPACE}","seller":"s@example.org","buyer":"b@example.org","private":["names"],"offered":"{MOMENT}","expires":"{MOMENT}","wait_hours":24,"due":"{MOMENT}","ended":"{MOMENT}","outcome":{{"links":1,"members":2,"invitations":3,"head":9,"counts":{{"costs":1,"papers":2,"names":3,"contacts":4,"notes":5}}}}}}"#
    );
    golden(&handover, &told);
    golden(
        &Handovers { handovers: vec![handover], wait_hours: 24 },
        &format!(r#"{{"handovers":[{told}],"wait_hours":24}}"#),
    );
    reads(r#"{"handovers":[]}"#, &Handovers { handovers: Vec::new(), wait_hours: 72 });
    assert_eq!(path::handover_offer(space()), format!("/api/spaces/{SPACE}/handovers"));
    assert_eq!(path::HANDOVERS, "/api/handovers");
    assert_eq!(path::handover_accept(KEY), format!("/api/handovers/{KEY}/accept"));
    assert_eq!(path::handover_stop(KEY), format!("/api/handovers/{KEY}/stop"));
}
