//! The demonstration home: ten years of a house in Pinelands, written the way its people would have written it. Beside it, a day of a firm of plumbers, a scheme of
//! forty-eight units, and neighbours who let what they plan be counted.
//!
//! Pure and deterministic: the same day gives the same home, byte for byte. Ids come from names, so that a server which has the
//! home already takes a second writing of it as the same edits.

mod chance;
mod day;
mod job;
mod pen;

mod care;
mod certificate;
mod contact;
mod contents;
mod crew;
mod deal;
mod estate;
mod estate_plan;
mod estate_quotes;
mod team;
mod document;
mod emergency;
mod estate_work;
mod estate_cases;
mod inspection;
mod place;
mod reading;
mod story;
mod supply;
mod system;
mod task;
mod warranty;
mod yearly;

mod invoice;
mod pdf;
mod photo;

mod seed;

#[cfg(test)]
mod tests;

pub use crew::CREW_EMAIL;
pub use estate::{TRUSTEE_EMAIL, settle as settle_estate};
pub use estate_cases::settle as settle_estate_cases;
pub use seed::{EMAIL, settle, settle_crew};
pub use supply::settle as settle_supply;

use model::{Date, Edit, FileRef, SpaceId};

/// The demonstration home, ready to be pushed into its empty [`space`].
pub struct DemoHome {
    /// Everything its people wrote, in the order in which they wrote it. The latest stamp is of the day before `today`.
    pub edits: Vec<Edit>,
    /// Every file that a record names, once each, with its content.
    pub files: Vec<(FileRef, Vec<u8>)>,
}

/// The space of the demonstration home.
pub fn space() -> SpaceId {
    pen::space()
}

/// Ten years of a house, so that on `today` something is overdue, something is due soon and two faults are open.
pub fn home(today: Date) -> DemoHome {
    let mut pen = pen::Pen::new(today);
    place::write(&mut pen);
    contact::write(&mut pen);
    system::write(&mut pen);
    story::write(&mut pen);
    yearly::write(&mut pen);
    certificate::write(&mut pen);
    document::write(&mut pen);
    warranty::write(&mut pen);
    task::write(&mut pen);
    care::write(&mut pen);
    contents::write(&mut pen);
    reading::write(&mut pen);
    emergency::write(&mut pen);
    inspection::write(&mut pen);
    pen.close()
}
