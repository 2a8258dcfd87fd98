//! Somebody who looks after the home, sells to it, insures it or manages it.

use crate::choice::choice;
use crate::fault::FaultCode;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A person or firm.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Contact {
    /// Name of the person or firm.
    pub name: String,
    /// What they are to the home.
    pub role: ContactRole,
    /// Their trade, in plain words: plumber, electrician.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub trade: String,
    /// The person to ask for, of a firm.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// Telephone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Where they are.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// What they are registered as, and where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub registrations: Vec<Registration>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Contact {
    "name" => name,
    "role" => role,
    "trade" => trade,
    "person" => person,
    "phone" => phone,
    "email" => email,
    "address" => address,
    "registrations" => registrations,
    "notes" => notes,
    "deleted" => deleted,
});

/// A registration with a body: PIRB, the Department of Employment and Labour, SAQCC Gas, the VAT office.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Registration {
    /// The body.
    pub body: String,
    /// The number there.
    pub number: String,
}

fielded!(Registration {
    "body" => body,
    "number" => number,
});

choice! {
    /// What a contact is to the home.
    ContactRole {
        /// Does work.
        Tradesperson = "tradesperson",
        /// Sells things.
        Supplier = "supplier",
        /// Insures.
        Insurer = "insurer",
        /// Manages a scheme or a letting.
        ManagingAgent = "managing_agent",
        /// The municipality or a utility.
        Utility = "utility",
        /// Anyone else.
        Other = "other",
    }
}

impl Letter for Contact {
    const KIND: &'static str = "contact";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("trade", &self.trade);
        check.line("person", &self.person);
        check.line("phone", &self.phone);
        check.line("email", &self.email);
        check.line("address", &self.address);
        if !self.email.is_empty() && !self.email.contains('@') {
            check.fault("email", FaultCode::Unreadable);
        }
        check.list("registrations", &self.registrations);
        for registration in &self.registrations {
            check.name("registrations.body", &registration.body);
            check.name("registrations.number", &registration.number);
        }
        check.note("notes", &self.notes);
    }
}
