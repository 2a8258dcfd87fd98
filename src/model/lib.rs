//! The words of the domain and the rules that bind them: no IO, no clock, no randomness.
//!
//! In reading order: the envelope that everything else carries, the letters that go into it, and the rules over them.

pub mod body;
pub mod canonical;
mod choice;
pub mod edit;
pub mod fault;
pub mod id;
pub mod kind;
pub mod letter;
pub mod read;
pub mod record;
pub mod stamp;

pub mod date;
pub mod file;
pub mod money;
pub mod source;
pub mod via;

pub mod catalogue;
pub mod certificate;
pub mod claim;
pub mod checklist;
pub mod contact;
pub mod deferral;
pub mod dispute;
pub mod document;
pub mod entry;
pub mod import;
pub mod inspection;
pub mod item;
pub mod label;
pub mod past;
pub mod remark;
pub mod life;
pub mod property;
pub mod reading;
pub mod recurrence;
pub mod season;
pub mod system;
pub mod task;
pub mod usual_care;
pub mod warranty;
pub mod withdrawal;
pub mod zone;

pub mod access;
pub mod basis;
pub mod claim_pack;
pub mod contribution;
pub mod estate;
pub mod firm;
pub mod grant;
pub mod handover;
pub mod link;
pub mod visit;
pub mod forecast;
pub mod health;
pub mod history;
pub mod look;
pub mod portal;
pub mod reminder;
pub mod ready;
pub mod recommendation;
pub mod request;
pub mod schedule;
pub mod scheme;
pub mod standing;
pub mod trade_desk;

pub use body::Body;
pub use date::{Date, Instant, PartialDate};
pub use edit::Edit;
pub use fault::{Fault, FaultCode};
pub use file::FileRef;
pub use id::{AccountId, ContributionId, DeviceId, EditKey, FileHash, RecordId, ShareId, SpaceId};
pub use kind::{Kind, Nature};
pub use letter::Letter;
pub use money::Money;
pub use record::Record;
pub use source::Source;
pub use stamp::{Clock, Stamp};
