//! What the forms of all pages say, in English as in South Africa.

use crate::place::Form;

pub(crate) static FORM: Form = Form {
    how_exactly: "How exactly",
    precisions: ["Exact day", "Month", "Year", "Before a year", "About a year", "Not known"],
    day: "Day",
    month: "Month",
    year: "Year",
    other_fault: |field, fault| format!("{field}: {fault}"),
    take_photo: "Take a photo",
    add_file: "Choose a file",
    remove_file: |name| format!("Remove {name}"),
    take_off: |name| format!("Remove {name}"),
    photo_waiting: "On its way",
};
