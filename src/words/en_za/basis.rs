//! What certificates are good for, and why, in English as in South Africa.

use crate::place::CertificateBasis;
use model::basis::{Purpose, Reason, Verdict};
use model::certificate::{Basis, CertificateType};

pub(crate) static BASIS: CertificateBasis = CertificateBasis {
    good_for: "What it is good for today",
    purpose: |purpose| match purpose {
        Purpose::Safety => "Safety",
        Purpose::Transfer => "A sale",
        Purpose::Insurance => "Insurance",
    },
    verdict: |verdict| match verdict {
        Verdict::Holds => "Holds",
        Verdict::Fails => "Does not hold",
        Verdict::NotRequired => "Not required",
        Verdict::Unknown => "Cannot be told",
    },
    basis: |basis| match basis {
        Basis::UntilAltered => "Good until it is altered",
        Basis::TransferWindow => "Carries a sale for a time",
        Basis::Reinspect => "To be inspected again in time",
        Basis::PerTransfer => "A new one for each sale",
        Basis::Contract => "For as long as a contract says",
        Basis::Occupation => "Clocks from first occupation",
        Basis::NoRequirement => "No national requirement",
    },
    reason,
    until: |day| format!("until {day}"),
    was_until: |day| format!("it held until {day} at the latest"),
    source: |title| format!("Source: {title}"),
    conflict: |sort| match sort {
        CertificateType::Electrical => {
            "Many pages say that it is “valid for two years”. The two years are a rule for a change of ownership only; between sales it is good until the installation is altered."
        }
        CertificateType::Gas => {
            "The five years come from SANS 10087-1 by way of insurers and the trade; some insurers want it sooner."
        }
        CertificateType::ElectricFence => {
            "Sources disagree: some say that it cannot be passed on, or lasts three years. The regulations name no expiry. Confirm with your conveyancer."
        }
        CertificateType::Geyser => {
            "Older pages say that every geyser needs one by law. That ended on 24 June 2022 for ordinary electric geysers; some by-laws and most insurers still ask. A plumber must still tell you in writing of faults that were there before."
        }
        _ => "",
    },
    about: |sort| match sort {
        CertificateType::Electrical => {
            "The fixed wiring from the point of supply to the point of consumption, with the board, earthing and isolators. Not the fixed appliances themselves. It comes with a test report."
        }
        CertificateType::Gas => {
            "The gas installation: after it is installed, modified or altered, and at each change of user or owner. Digital only since 1 April 2023."
        }
        CertificateType::ElectricFence => "The fence and its energiser, if installed or altered after 1 October 2012.",
        CertificateType::Water => {
            "Water installation and meter, to the City of Cape Town’s by-law: no defects, no storm water into the sewer, no cross connection. It names buyer and seller."
        }
        CertificateType::Geyser => {
            "A solar geyser or a heat pump; of an ordinary electric geyser no national rule asks it."
        }
        CertificateType::SolarPv => {
            "The photovoltaic part. It stands on a certificate for the whole installation, and the system is registered with the municipality or Eskom."
        }
        CertificateType::Beetle => {
            "The accessible timber, against wood-boring beetles. A contract may ask for it; no law does."
        }
        CertificateType::Nhbrc => {
            "A new home, from first occupation: minor defects 3 months, roof leaks 1 year, major structural defects 5 years."
        }
        CertificateType::Occupancy => {
            "The building as it was approved. No source that a sale needs it: ask your conveyancer."
        }
        CertificateType::Other => "",
    },
    issuer: |sort| match sort {
        CertificateType::Electrical => "A registered electrical contractor (Department of Employment and Labour)",
        CertificateType::Gas => "An authorised gas practitioner registered with SAQCC Gas",
        CertificateType::ElectricFence => "A registered electric fence system installer",
        CertificateType::Water => "A plumber accredited by the City of Cape Town",
        CertificateType::Geyser => "A licensed plumber (PIRB)",
        CertificateType::SolarPv => {
            "A registered electrical contractor; commissioning signed off by a professional registered with ECSA where the municipality asks. A PV GreenCard alone is not enough"
        }
        CertificateType::Beetle => "An inspector registered with SAPCA",
        CertificateType::Nhbrc => "The builder, by enrolling the home with the NHBRC",
        CertificateType::Occupancy => "The municipality",
        CertificateType::Other => "",
    },
    who_issues: "Who may issue it",
    what_it_is: "What it is about",
    advice: "None of this is legal advice. Where sources disagree, confirm with your conveyancer.",
    altered_by: "Altered since",
    supplemented_by: "Supplements",
    add_supplement: "Add a supplementary certificate",
    earlier: "Earlier ones",
    superseded: "A newer one is in the book",
    check: "Ready to sell?",
    own_basis: "What does it rest on?",
    own_months: "For how long?",
    jurisdiction: "Where does it count?",
    transfer: "Made out for which sale?",
    test_report: "Is the test report with it?",
    digital: "Was it issued digitally?",
    registered: "Is the system registered with the municipality or Eskom?",
    yes: "Yes",
    no: "No",
    not_known: "Not known",
};

fn reason(reason: Reason, basis: Basis) -> &'static str {
    match reason {
        Reason::Stands => match basis {
            Basis::UntilAltered => "The logbook tells of no alteration since.",
            Basis::TransferWindow => "Recent enough to carry a change of ownership, and nothing was altered since.",
            Basis::Reinspect => "Inspected within the time, and nothing was altered since.",
            Basis::PerTransfer => "Made out for this change of ownership.",
            Basis::Contract => "Within the time that contracts usually give.",
            Basis::Occupation | Basis::NoRequirement => "Nothing speaks against it.",
        },
        Reason::Supplemented => "What was altered since is covered by a supplementary certificate.",
        Reason::Undated => "It has no date.",
        Reason::NotYetIssued => "It is dated after that day.",
        Reason::MayNotBeIssued => "Its date is not known well enough to say that it was issued by then.",
        Reason::BeforeHouse => "It is older than the house: one of the two dates is wrong.",
        Reason::NoTestReport => "There is no test report with it, and without one it counts for nothing.",
        Reason::TestReportUnknown => "Is the test report with it? Without one it counts for nothing.",
        Reason::NotDigital => "It is on paper: since 1 April 2023 only digital gas certificates count.",
        Reason::DigitalUnknown => "Is it digital? Since 1 April 2023 only digital gas certificates count.",
        Reason::NotRegistered => "The system is not registered with the municipality or Eskom.",
        Reason::RegistrationUnknown => "Is the system registered with the municipality or Eskom?",
        Reason::NoMain => "It stands on a certificate for the whole installation, and none is in the book.",
        Reason::Replaced => "What it covers has been taken out.",
        Reason::Altered => "What it covers was altered after it.",
        Reason::MayBeAltered => "What it covers may have been altered after it: the dates do not tell.",
        Reason::Over => match basis {
            Basis::TransferWindow => "Too old: a change of ownership needs one of at most two years.",
            Basis::Reinspect | Basis::PerTransfer => "The inspection is more than five years old.",
            _ => "Its time has passed.",
        },
        Reason::MayBeOver => "Its time may have passed: the date does not tell.",
        Reason::NewPerTransfer => {
            "Each change of ownership needs a new one. Correct it if it was made out for this sale."
        }
        Reason::MayBeOtherTransfer => "It may have been made out for an earlier sale: the date does not tell.",
        Reason::BasisUnknown => "Nobody has said what it rests on, or for how long.",
        Reason::ClocksRun => "The clocks of the enrolment still run.",
        Reason::ClocksOver => "The clocks of a new home have run out.",
        Reason::OccupationUnknown => "When was the home first lived in? The clocks run from then.",
        Reason::Missing => "There is none in the book.",
        Reason::NothingHere => "The logbook has nothing of the sort.",
        Reason::NothingLogged => "No systems are written down yet, so that nothing can be told.",
        Reason::GeyserUnknown => "Which water heater is it about? Only solar geysers and heat pumps still need one.",
        Reason::OtherMunicipality => {
            "Only the City of Cape Town asks for it. Other municipalities may have by-laws of their own: ask."
        }
        Reason::MunicipalityUnknown => "In which municipality does the home lie? The City of Cape Town asks for it.",
        Reason::NoNationalRequirement => "No national law asks for it.",
        Reason::ContractOnly => {
            "No law asks for it. Contracts do, mostly on the coast of the Western Cape and in KwaZulu-Natal: look into yours."
        }
        Reason::InsurerAsks => "No law asks for it, most insurers do: ask yours.",
        Reason::BeforeRule => "It was there before 1 October 2012 and has not been altered since.",
        Reason::NoSource => "We have no source that says who asks for it. Ask your conveyancer.",
        Reason::OtherCountry => "These rules are South African, and the home lies elsewhere.",
    }
}
