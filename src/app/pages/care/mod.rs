//! What is kept beside the logbook: certificates, warranties, tasks, contents, meters. Each a list and a form.

mod certificate_form;
mod certificates;
mod item_form;
mod items;
mod meters;
mod papers;
mod reading_form;
mod task_form;
mod tasks;
mod warranties;
mod warranty_form;

pub use certificate_form::CertificateForm;
pub use certificates::Certificates;
pub use item_form::ItemForm;
pub use items::Items;
pub use meters::Meters;
pub use reading_form::ReadingForm;
pub use task_form::TaskForm;
pub use tasks::Tasks;
pub use warranties::Warranties;
pub use warranty_form::WarrantyForm;
