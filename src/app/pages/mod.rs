//! Pages: they read data and call deeds. What is in the first download comes first; every page below comes when it is opened.

mod account;
mod care;
mod carry;
mod add;
mod entry;
mod contacts;
mod documents;
mod field;
mod form;
mod frame;
mod gallery;
mod home;
mod homes;
mod logbook;
mod moment;
mod line;
mod news;
mod not_found;
mod origin;
mod outlook;
mod page;
mod panes;
mod picture;
mod print;
mod property;
mod system_form;
mod systems;
mod toaster;
mod undo;
mod zones;
mod versions;
mod welcome;

pub use account::{devices, glossary, join, members, pair, settings, sign_in, unsent};
pub use add::add;
pub use care::{
    certificate_form, certificates, item_form, items, meters, reading_form, task_form, tasks, warranties, warranty_form,
};
pub use carry::{bring, restore, take};
pub use contacts::{contact_form, contacts};
pub use documents::{document_form, documents};
pub use frame::Frame;
pub use home::Home;
pub use line::{Line, line, meta};
pub use logbook::logbook;
pub use not_found::{NotFound, not_found};
pub use page::Page;
pub use picture::{Thumb, picture, preview};
pub use print::print;
pub use property::{property_form, property_page};
pub use system_form::system_form;
pub use systems::systems;
pub use toaster::{Toaster, use_toaster};
pub use versions::versions;
pub use welcome::Welcome;
pub use zones::{zone_form, zones};
