//! What stands in the boxes of a contact's form, and the contact that they make.

use leptos::prelude::*;
use model::canonical::normal;
use model::contact::{Contact, ContactRole, Registration};

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// What they are to the home.
    pub role: RwSignal<ContactRole>,
    /// The name.
    pub name: RwSignal<String>,
    /// The trade.
    pub trade: RwSignal<String>,
    /// The person to ask for.
    pub person: RwSignal<String>,
    /// Telephone.
    pub phone: RwSignal<String>,
    /// E-mail.
    pub email: RwSignal<String>,
    /// Where they are.
    pub address: RwSignal<String>,
    /// What they are registered as.
    pub registrations: RwSignal<Vec<RegistrationBoxes>>,
    /// Notes.
    pub notes: RwSignal<String>,
}

/// The boxes of a registration.
#[derive(Clone, Copy, PartialEq)]
pub struct RegistrationBoxes {
    /// Tells it from the others.
    pub key: usize,
    /// The body.
    pub body: RwSignal<String>,
    /// The number there.
    pub number: RwSignal<String>,
}

impl RegistrationBoxes {
    fn of(key: usize, registration: &Registration) -> Self {
        let (body, number) = (registration.body.clone(), registration.number.clone());
        Self { key, body: RwSignal::new(body), number: RwSignal::new(number) }
    }
}

impl Boxes {
    /// The boxes filled from `contact`.
    pub fn of(contact: &Contact) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let registrations = contact.registrations.iter().enumerate();
        Self {
            role: RwSignal::new(contact.role),
            name: text(&contact.name),
            trade: text(&contact.trade),
            person: text(&contact.person),
            phone: text(&contact.phone),
            email: text(&contact.email),
            address: text(&contact.address),
            registrations: RwSignal::new(registrations.map(|(key, each)| RegistrationBoxes::of(key, each)).collect()),
            notes: text(&contact.notes),
        }
    }

    /// Offers another registration.
    pub fn add_registration(&self) {
        self.registrations.update(|all| {
            let key = all.iter().map(|each| each.key + 1).max().unwrap_or_default();
            all.push(RegistrationBoxes::of(key, &Registration::default()));
        });
    }

    /// The contact with what was typed, on top of `before`. Registrations without a word in them are left out.
    pub fn contact(&self, before: &Contact) -> Contact {
        let text = |signal: RwSignal<String>| signal.with_untracked(|text| normal(text));
        let registrations = self.registrations.get_untracked().into_iter();
        let registrations = registrations.map(|each| Registration { body: text(each.body), number: text(each.number) });
        Contact {
            name: text(self.name),
            role: self.role.get_untracked(),
            trade: text(self.trade),
            person: text(self.person),
            phone: text(self.phone),
            email: text(self.email),
            address: text(self.address),
            registrations: registrations.filter(|each| *each != Registration::default()).collect(),
            notes: text(self.notes),
            ..before.clone()
        }
    }
}
