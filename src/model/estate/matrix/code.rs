//! Why a certificate of a unit stands as it does, as a trustee reads it.

use crate::basis::Reason;
use crate::choice::choice;

choice! {
    /// A reason code.
    Code {
        /// There is none, and there should be.
        NoneFound = "none_found",
        /// Its time has passed, or what it covers is no longer there.
        NotCurrent = "not_current",
        /// What it covers was altered after it.
        AlteredSince = "altered_since",
        /// It was made out at another time than it has to be: for another transfer, after the day in question, without a date.
        WrongTime = "wrong_time",
        /// The document, or what has to be with it, is not here.
        DocumentMissing = "document_missing",
        /// What it depends on is not known. Nothing is said of it either way.
        CannotTell = "cannot_tell",
        /// The owner shows the estate none of it.
        NotShared = "not_shared",
        /// It is good for the purpose on that day.
        Fine = "fine",
        /// Nothing asks for one.
        NotApplicable = "not_applicable",
    }
}

impl Code {
    /// The code of what the rules found.
    pub fn of(reason: Reason) -> Self {
        use Reason as R;
        match reason {
            R::Stands | R::Supplemented | R::ClocksRun => Self::Fine,
            R::Missing => Self::NoneFound,
            R::Over | R::MayBeOver | R::Replaced => Self::NotCurrent,
            R::Altered | R::MayBeAltered => Self::AlteredSince,
            R::Undated
            | R::NotYetIssued
            | R::MayNotBeIssued
            | R::BeforeHouse
            | R::NewPerTransfer
            | R::MayBeOtherTransfer => Self::WrongTime,
            R::NoTestReport
            | R::TestReportUnknown
            | R::NotDigital
            | R::DigitalUnknown
            | R::NotRegistered
            | R::RegistrationUnknown
            | R::NoMain => Self::DocumentMissing,
            R::NothingHere
            | R::OtherMunicipality
            | R::NoNationalRequirement
            | R::ContractOnly
            | R::BeforeRule
            | R::ClocksOver => Self::NotApplicable,
            R::BasisUnknown
            | R::OccupationUnknown
            | R::NothingLogged
            | R::GeyserUnknown
            | R::MunicipalityUnknown
            | R::InsurerAsks
            | R::NoSource
            | R::OtherCountry => Self::CannotTell,
        }
    }

    /// Whether something has to be done for it to be good: it is asked for and is not there, or does not do.
    pub fn is_lacking(self) -> bool {
        self < Self::CannotTell
    }

    /// Whether nothing can be said of it.
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::CannotTell | Self::NotShared)
    }
}
