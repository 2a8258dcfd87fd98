//! Pages: they read data and call deeds. What is in the first download comes first; every page below comes when it is opened.

mod account;
mod care;
mod add;
mod entry;
mod contacts;
mod documents;
mod field;
mod form;
mod frame;
mod gallery;
mod home;
mod logbook;
mod moment;
mod line;
mod not_found;
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

pub use account::{Devices, Glossary, Join, Members, Pair, Settings, SignIn, Unsent};
pub use add::Add;
pub use care::{
    CertificateForm, Certificates, ItemForm, Items, Meters, ReadingForm, TaskForm, Tasks, Warranties, WarrantyForm,
};
pub use contacts::{ContactForm, Contacts};
pub use documents::{DocumentForm, Documents};
pub use frame::Frame;
pub use home::Home;
pub use line::{Line, line, meta};
pub use logbook::Logbook;
pub use not_found::NotFound;
pub use page::Page;
pub use picture::{Thumb, picture, preview};
pub use print::Print;
pub use property::{PropertyForm, PropertyPage};
pub use system_form::SystemForm;
pub use systems::Systems;
pub use toaster::{Toaster, use_toaster};
pub use versions::Versions;
pub use welcome::Welcome;
pub use zones::{ZoneForm, Zones};
