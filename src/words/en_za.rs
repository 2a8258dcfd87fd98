//! English as in South Africa.

mod account;
mod basis;
mod care;
mod carry;
mod contact;
mod document;
mod door;
mod entry;
mod board;
mod estate;
mod estate_paper;
mod estate_plan;
mod estate_duties;
mod estate_owner;
mod estate_units;
mod estate_case;
mod estate_link;
mod faults;
mod field;
mod mail;
mod own;
mod reminder;
mod add;
mod archive;
mod choice;
mod form;
mod handover;
mod health;
mod import;
mod inspect;
mod paper;
mod glossary;
mod portal;
mod label;
mod logbook;
mod plan;
mod print;
mod property;
mod ready;
mod setup;
mod contribution;
mod sent;
mod share;
mod story;
mod stranger;
mod supply;
mod versions;
mod system;
mod system_form;
mod team;
mod work;
mod trade;
mod trust;
mod trade_desk;
mod warranty;
mod zone;

pub(crate) use account::ACCOUNT;
pub(crate) use add::ADD;
pub(crate) use archive::ARCHIVE;
pub(crate) use basis::BASIS;
pub(crate) use board::BOARD;
pub(crate) use care::CARE;
pub(crate) use carry::CARRY;
pub(crate) use choice::CHOICE;
pub(crate) use contact::CONTACT;
pub(crate) use contribution::CONTRIBUTION;
pub(crate) use document::DOCUMENT;
pub(crate) use door::DOOR;
pub(crate) use entry::ENTRY;
pub(crate) use estate::ESTATE;
pub(crate) use estate_case::ESTATE_CASE;
pub(crate) use estate_duties::ESTATE_DUTIES;
pub(crate) use estate_link::ESTATE_LINK;
pub(crate) use estate_owner::ESTATE_OWNER;
pub(crate) use estate_paper::ESTATE_PAPER;
pub(crate) use estate_plan::ESTATE_PLAN;
pub(crate) use estate_units::ESTATE_UNITS;
pub(crate) use faults::FAULTS;
pub(crate) use field::FIELD;
pub(crate) use form::FORM;
pub(crate) use glossary::GLOSSARY;
pub(crate) use handover::HANDOVER;
pub(crate) use health::{HEALTH, HEALTH_PAGE};
pub(crate) use import::IMPORT;
pub(crate) use inspect::INSPECT;
pub(crate) use label::LABEL;
pub(crate) use logbook::LOGBOOK;
pub(crate) use mail::MAIL;
pub(crate) use own::OWN;
pub(crate) use paper::PAPER;
pub(crate) use plan::PLAN;
pub(crate) use portal::PORTAL;
pub(crate) use print::PRINT;
pub(crate) use property::PROPERTY;
pub(crate) use ready::READY;
pub(crate) use reminder::REMINDER;
pub(crate) use sent::SENT;
pub(crate) use setup::SETUP;
pub(crate) use share::SHARE;
pub(crate) use story::STORY;
pub(crate) use stranger::STRANGER;
pub(crate) use supply::SUPPLY;
pub(crate) use system::SYSTEM;
pub(crate) use system_form::SYSTEM_FORM;
pub(crate) use team::TEAM;
pub(crate) use trade::TRADE;
pub(crate) use trade_desk::TRADE_DESK;
pub(crate) use trust::TRUST;
pub(crate) use versions::VERSIONS;
pub(crate) use warranty::WARRANTY;
pub(crate) use work::WORK;
pub(crate) use zone::ZONE;

use crate::format::Format;
use crate::place::{Common, Device, Frame, Home, Homes, News, Outlook, Trouble, Welcome};
use crate::{Language, Words};
use model::{Fault, FaultCode};

pub(crate) static EN_ZA: Words = Words {
    language: Language::EnZa,
    tag: "en-ZA",
    name: "English (South Africa)",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    format: Format {
        decimal: ',',
        group: '\u{a0}',
        about: |date| format!("about {date}"),
        before: |date| format!("before {date}"),
    },
};

pub(crate) static COMMON: Common = Common {
    product: "Codessa",
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    edit: "Edit",
    remove: "Remove",
    undo: "Undo",
    back: "Back",
    next: "Next",
    done: "Done",
    optional: "optional",
    loading: "Loading",
    retry: "Try again",
    open: "Open",
    unknown: "Not known",
    and_more: |count| format!("and {count} more"),
    years: |years| count(years as usize, "year", "years"),
};

pub(crate) static DEVICE: Device = Device {
    full: "This device has no room left. Nothing was lost, but this was not saved. Free some space and save again.",
    blocked: "Another tab is using an older version of Codessa. Close the other tabs and reload this one.",
    unavailable: "This browser does not keep anything for this site (private mode, or storage is switched off). What you write is gone when you close the tab.",
    cleared: "The browser has cleared what Codessa kept on this device. Copy what you are typing, then reload.",
    newer_tab: "A newer version of Codessa was opened in another tab. Copy what you are typing, then reload.",
    store: "This device could not save it. What you typed is still here; try again.",
};

pub(crate) static TROUBLE: Trouble = Trouble {
    offline: "This needs a connection. What you typed is still here.",
    busy: "The server is busy. Try again in a moment.",
    sign_in: "Please sign in again. Everything on this device is still here.",
    forbidden: "Your role in this home may not do this. Ask an owner.",
    not_found: "There is nothing here, or it is not shared with you.",
    wrong_code: "That code is wrong or has expired. Check the newest e-mail or ask for a new code.",
    too_many: "Too many attempts. Wait a few minutes and try again.",
    unknown_kind: "The server does not know this kind of record yet. It stays on this device until the server is updated.",
    invalid,
    refused: "The server refused this change. It is still on this device.",
    fault,
};

pub(crate) static FRAME: Frame = Frame {
    skip: "Skip to content",
    navigation: "Main",
    home: "Home",
    logbook: "Logbook",
    plan: "Plan",
    portal: "Portal",
    systems: "Systems",
    documents: "Documents",
    contacts: "Contacts",
    settings: "Settings",
    more: "More",
    add: "Add",
    synced: "Saved on this device and on the server",
    device_only: "On this device only",
    waiting: |waiting| format!("{} waiting", count(waiting, "change", "changes")),
    refused: |refused| {
        if refused == 1 { "1 change was refused".into() } else { format!("{refused} changes were refused") }
    },
    offline: "Offline",
    switch_home: "Switch home",
    in_this_book: "In this book",
    certificates: "Certificates",
    warranties: "Warranties",
    tasks: "Tasks",
    items: "Contents",
    meters: "Meters",
    sign_in_again: "Sign in again",
    not_found: "Nothing here",
};

pub(crate) static NEWS: News = News {
    update_ready: "A newer version of Codessa is ready.",
    update_now: "Update now",
    lost: |name| format!("{} is no longer open to your account.", if name.is_empty() { "A home" } else { name }),
    asks_upload: |size| format!("{size} of photos and papers wait to be sent. You seem to be on mobile data."),
    upload_now: "Send them now",
    page_missing: "This page is not on this device yet, and there is no connection to fetch it.",
    page_gone: "A newer version of Codessa is out; this page needs it.",
    reload: "Reload",
};

pub(crate) static HOMES: Homes =
    Homes { add_home: "Add another home", your_homes: "Your homes", unnamed_home: "A home that is still arriving" };

pub(crate) static WELCOME: Welcome = Welcome {
    title: "Your home’s logbook",
    lead: "What was fitted, what was fixed, who did it, what it cost and where the water shuts off. In one place, for as long as the home stands.",
    home_name: "What do you call your home?",
    home_name_hint: "For example: 14 Protea Street",
    start: "Start a logbook",
    start_note: "No account needed. It stays on this device until you choose to keep it safe online.",
    sign_in: "I have a logbook already",
    restore: "I have an archive of a home",
    points: [
        ("Works without signal", "Write it down in the roof or the garage. It is saved at once and sent later."),
        (
            "Photos and papers together",
            "The invoice, the certificate and the photo stay with the thing they belong to.",
        ),
        ("Yours to take along", "Everything can be saved to a file, printed or erased by you."),
    ],
};

pub(crate) static HOME: Home = Home {
    faults: "Open faults",
    overdue: "Overdue",
    next_30_days: "Next 30 days",
    latest: "Latest entries",
    all_entries: "Whole logbook",
    calm: "Nothing needs you today.",
    empty_title: "Start with the last thing that was done",
    empty_lead: "A repair, a service, a new geyser. A photo of the invoice is enough; the rest can follow.",
    empty_action: "Add the first entry",
    due: |date| format!("due {date}"),
    needs_you: |things| {
        format!("{} you", if things == 1 { "One thing needs".into() } else { format!("{} things need", small(things)) })
    },
    needs_now: "Needs you now",
    open_fault: "Open fault",
    log_repair: "Log the repair",
    emergency: "Where it shuts off, whom to call",
    log_done: "Mark as done",
    all_tasks: "All tasks",
    search: "Search the logbook",
    waits: "waiting to be sent",
    was_refused: "refused by the server",
    papers_of: |papers| count(papers, "paper", "papers"),
    done_by: |name| format!("done by {name}"),
};

pub(crate) static OUTLOOK: Outlook = Outlook {
    papers: "Certificates and warranties",
    all_certificates: "All certificates",
    claim: "Claim before it ends",
    supplement: "Add a supplement",
    renew: "Add the new one",
    decisions: "Waiting for your decision",
    sent: |number| match number {
        1 => "One thing was sent by a link or a label".into(),
        number => format!("{number} things were sent by links or labels"),
    },
    waits: "It waits until you take it in or decline it",
    decide: "Look at it",
    ageing: "Near the end of their life",
    all_systems: "All systems",
    keep_title: "Keep this logbook safe",
    keep_lead: "It is only on this device. Sign in to keep a copy online and to see it on a second device.",
    keep_action: "Keep it safe",
    age_against_life: |age, min, max| {
        if min == max {
            format!("{age} old; expected to last {max}")
        } else {
            format!("{age} old; usually lasts {min} to {max}")
        }
    },
    ends: |date| format!("ends {date}"),
    spent: "Spent in the last 12 months",
    water_off: "Water shuts off",
    power_off: "Power switches off",
    shut_off_unknown: "Not written down yet",
    issued: |date| format!("issued {date}"),
    inspect: |date| format!("to be inspected again by {date}"),
    altered: |surely| if surely { "altered since" } else { "may have been altered since" },
    shut_off: "In an emergency",
    all_emergency: "Emergency cards",
    walk: "Faults and inspections",
    faults: "Faults",
    faults_lead: "What is broken, and what became of it",
    inspections: "Inspections",
    inspections_lead: "Checklists for the season and for each system",
    arriving: "Your logbook is arriving, newest first",
    first_sync: |have, total| format!("Fetching {have} of {total}"),
};

/// "1 change", "2 changes".
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Small numbers as a word, with a capital.
fn small(number: usize) -> String {
    const WORDS: [&str; 10] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn fault(code: FaultCode, limit: Option<&str>) -> String {
    let limit = limit.unwrap_or_default();
    match code {
        FaultCode::Missing => "Please fill this in.".into(),
        FaultCode::TooLong => format!("Too long: at most {limit} characters."),
        FaultCode::TooMany => format!("Too many: at most {limit}."),
        FaultCode::TooSmall => format!("Too small: at least {limit}."),
        FaultCode::TooLarge if limit.is_empty() => "Too large.".into(),
        FaultCode::TooLarge => format!("Too large: at most {limit}."),
        FaultCode::TooEarly => format!("Too long ago: not before {limit}."),
        FaultCode::TooLate => format!("Too far ahead: not after {limit}."),
        FaultCode::Unreadable => "This cannot be read. Check what you typed.".into(),
        FaultCode::NotAllowed => "This value is not allowed here.".into(),
        FaultCode::UnknownField => "The server does not know this field yet.".into(),
        FaultCode::UnknownKind => "The server does not know this kind of record yet.".into(),
        FaultCode::NotNormal => "This holds characters that cannot be kept.".into(),
        FaultCode::NotWhole => "Only whole numbers.".into(),
        FaultCode::TooDeep => "Nested too deeply.".into(),
        FaultCode::TooBig => format!("Too big: at most {limit} bytes."),
        FaultCode::Fixed => "This is part of the history and cannot be changed, only amended.".into(),
        FaultCode::Taken => "This belongs to another record.".into(),
        FaultCode::Contradicts => "This contradicts another field.".into(),
    }
}

fn invalid(faults: &[Fault]) -> String {
    let named: Vec<String> = faults
        .iter()
        .map(|found| {
            format!("{}: {}", found.field, fault(found.code, found.limit.map(|limit| limit.to_string()).as_deref()))
        })
        .collect();
    format!("The server refused this change. {} It is still on this device.", named.join(" "))
}
