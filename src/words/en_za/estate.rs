//! A scheme of many homes, in English as in South Africa.

use crate::place::Estate;
use model::estate::responsibility::Regime;

pub(crate) static ESTATE: Estate = Estate {
    title: "Your scheme",
    parts_label: "Parts of the scheme",
    parts: ["Overview", "Systems", "Certificates", "Who sees to what", "Plan", "Work", "Cases", "Units", "People"],
    none: "No scheme yet",
    none_lead: "See every system of every unit in one place: what is healthy, what is not and why, who has to see to it, and what it will cost. \
                Owners keep their logbooks and choose what you may see.",
    name: "Name of the scheme",
    regime_label: "What it is",
    regime: |regime| match regime {
        Regime::SectionalTitle => "Sectional title",
        Regime::Association => "Homeowners’ association",
    },
    start: "Start the scheme",
};
