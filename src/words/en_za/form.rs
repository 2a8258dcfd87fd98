//! Questions that many forms ask, in English as in South Africa.

use crate::place::Form;

pub(super) const FORM: Form = Form {
    date_how: "How exactly",
    date_precisions: ["Exact day", "Month", "Year", "Before a year", "About a year", "Not known"],
    date_day: "Day",
    date_month: "Month",
    date_year: "Year",
    rand: "R",
    draft_title: "Here is what you were writing before.",
    draft_fresh: "Start afresh",
};
