//! The provider's own details, remembered on this device from one paper to the next.

use super::registered::{RegistrationBoxes, RegistrationsField};
use crate::components::{AreaField, More, TextField};
use crate::deeds::firm::on_papers;
use crate::deeds::{draft, portal as deeds};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::SpaceId;
use model::canonical::normal;
use model::portal::{Bank, Provider};

/// Where this device remembers the firm.
const FIRM: &str = "trade/firm";
/// Where it remembers the account to be paid into.
const BANK: &str = "trade/bank";

/// The firm that one works for, or without one as this device remembers it, for a paper in that job: the papers behind its registrations go along.
pub async fn remembered(desk: Desk, space: SpaceId) -> (Option<Provider>, Option<Bank>) {
    let (mut firm, bank) = match on_papers(desk).await {
        Some((firm, bank)) => (Some(firm), bank),
        None => (draft::read(desk, FIRM).await, draft::read(desk, BANK).await),
    };
    for registration in firm.iter_mut().flat_map(|firm: &mut Provider| &mut firm.registrations) {
        if let Some(file) = &registration.file
            && !deeds::carry_file(desk, space, file).await
        {
            // A paper that is on this device no more is not promised.
            registration.file = None;
        }
    }
    (firm, bank)
}

/// The name of that firm; empty where there is none.
pub async fn remembered_name(desk: Desk) -> String {
    if let Some((firm, _)) = on_papers(desk).await {
        return firm.name;
    }
    draft::read(desk, FIRM).await.map(|firm: Provider| firm.name).unwrap_or_default()
}

/// Remembers the firm for the next paper.
pub fn remember(desk: Desk, firm: Provider, bank: Option<Bank>) {
    leptos::task::spawn_local(async move {
        // A device without room for it asks again.
        let _ = draft::keep(desk, FIRM, Some(&firm)).await;
        if bank.is_some() {
            let _ = draft::keep(desk, BANK, bank.as_ref()).await;
        }
    });
}

/// The boxes of a firm.
#[derive(Clone, Copy)]
pub struct FirmBoxes {
    /// Its name.
    pub name: RwSignal<String>,
    address: RwSignal<String>,
    phone: RwSignal<String>,
    email: RwSignal<String>,
    vat_number: RwSignal<String>,
    registrations: RwSignal<Vec<RegistrationBoxes>>,
}

impl FirmBoxes {
    /// The boxes with a firm in them.
    pub fn of(firm: &Provider) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            name: text(&firm.name),
            address: text(&firm.address),
            phone: text(&firm.phone),
            email: text(&firm.email),
            vat_number: text(&firm.vat_number),
            registrations: RwSignal::new(firm.registrations.iter().cloned().map(RegistrationBoxes::of).collect()),
        }
    }

    /// What stands in them; tracks them.
    pub fn read(self) -> Provider {
        let text = |text: RwSignal<String>| normal(&text.get());
        Provider {
            name: text(self.name),
            address: text(self.address),
            phone: text(self.phone),
            email: text(self.email),
            vat_number: text(self.vat_number),
            registrations: self.registrations.get().into_iter().filter_map(RegistrationBoxes::read).collect(),
        }
    }
}

/// The firm: its name, and what is asked once.
#[component]
pub fn FirmField(
    /// The boxes.
    firm: FirmBoxes,
    /// The form that they belong to.
    form: Form,
    /// The job in which the paper is written.
    space: SpaceId,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let optional = words.common().optional;
    view! {
        <TextField label=said.firm_name value=firm.name autocomplete="organization" error=form.error("provider.name") />
        <More summary=said.firm>
            <AreaField label=said.firm_address optional value=firm.address error=form.error("provider.address") />
            <TextField label=said.firm_phone optional value=firm.phone kind="tel" autocomplete="tel" error=form.error("provider.phone") />
            <TextField label=said.firm_email optional value=firm.email kind="email" autocomplete="email" error=form.error("provider.email") />
            <TextField label=said.vat_number optional value=firm.vat_number keyboard="numeric" error=form.error("provider.vat_number") />
            <RegistrationsField registrations=firm.registrations form space />
        </More>
    }
}
