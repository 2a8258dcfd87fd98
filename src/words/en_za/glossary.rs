//! The trade's terms, in English as in South Africa.

use crate::place::Glossary;

pub(crate) static GLOSSARY: Glossary = Glossary {
    title: "Glossary",
    search: "Search a term",
    terms: &[
        (
            "Anode",
            "Sacrificial rod",
            "A rod of magnesium in the geyser that rusts instead of the tank. Looked at every one to three years.",
        ),
        ("Bonding", "Earth bonding", "A wire that ties metal pipes and tanks to earth, so that touching them is safe."),
        (
            "CoC",
            "Certificate of compliance",
            "A registered electrician’s word, with a test report, that the wiring was safe on that day.",
        ),
        ("DB", "Distribution board", "The box with the switches from which all circuits of the house start."),
        ("Drip tray", "", "Catches what a leaking geyser loses and leads it outside, so that the ceiling stays dry."),
        (
            "Earth leakage",
            "Earth-leakage relay",
            "Switches everything off when current flows where it should not, through a person for example.",
        ),
        ("Element", "", "The part that heats the water in a geyser."),
        ("Excess", "", "What you pay yourself before an insurer pays."),
        ("Isolator", "", "A switch near an appliance that cuts its power for safe work."),
        (
            "NHBRC",
            "National Home Builders Registration Council",
            "Enrols new homes and stands behind their structure for five years.",
        ),
        ("PIRB", "Plumbing Industry Registration Board", "Registers qualified plumbers in South Africa."),
        ("PRV", "Pressure-control valve, also PCV", "Keeps municipal pressure from bursting the geyser and pipes."),
        ("SAQCC Gas", "", "Registers gas practitioners. A gas certificate without their number is worth nothing."),
        ("SPD", "Surge protective device", "Takes the blow when lightning or load-shedding sends a surge."),
        (
            "SSEG",
            "Small-scale embedded generation",
            "What a municipality calls your solar panels; they must be registered with it.",
        ),
        ("Thermostat", "", "Keeps the geyser at the set temperature, usually 60 °C."),
        (
            "TPR",
            "Temperature and pressure relief valve, also TP valve",
            "Opens when the geyser gets too hot or too full of pressure. Never block its pipe.",
        ),
        ("Vacuum breaker", "", "Lets air in so that a geyser cannot be sucked empty or flat."),
    ],
};
