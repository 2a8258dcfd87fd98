//! What is kept beside the logbook: certificates, warranties, tasks, contents, meters. Each a list and a form.

mod certificate;
mod certificate_asks;
mod certificate_form;
mod certificates;
mod item_form;
mod items;
mod claim_form;
mod claims;
mod meters;
mod papers;
mod purposes;
mod reading_form;
mod task_form;
mod tasks;
mod law;
mod warranties;
mod warranty;
mod warranty_form;

pub use certificate_form::certificate_form;
pub use certificates::certificates;
pub use claim_form::claim_form;
pub use item_form::item_form;
pub use items::items;
pub use law::system_law;
pub use meters::meters;
pub use reading_form::reading_form;
pub use task_form::task_form;
pub use tasks::tasks;
pub use warranties::warranties;
pub use warranty_form::warranty_form;
