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

use crate::route::{Draw, first_part};
use leptos::prelude::*;

pub use law::system_law;

/// The list, or one of it, that the address names. One module, and one line in the first download.
#[lazy]
pub fn care() -> Draw {
    || {
        let draw = match first_part().as_str() {
            "certificates" => certificates::certificates(),
            "warranties" => warranties::warranties(),
            "tasks" => tasks::tasks(),
            "items" => items::items(),
            _ => meters::meters(),
        };
        draw()
    }
}

/// The form that the address names.
#[lazy]
pub fn care_form() -> Draw {
    || {
        let draw = match first_part().as_str() {
            "certificates" => certificate_form::certificate_form(),
            "warranties" => warranty_form::warranty_form(),
            "claims" => claim_form::claim_form(),
            "tasks" => task_form::task_form(),
            "items" => item_form::item_form(),
            _ => reading_form::reading_form(),
        };
        draw()
    }
}
