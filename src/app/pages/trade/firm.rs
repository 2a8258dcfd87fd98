//! The provider's own details, remembered on this device from one paper to the next.

use crate::components::{AreaField, More, TextField};
use crate::deeds::draft;
use crate::deeds::firm::on_papers;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::contact::Registration;
use model::portal::{Bank, Provider};

/// Where this device remembers the firm.
const FIRM: &str = "trade/firm";
/// Where it remembers the account to be paid into.
const BANK: &str = "trade/bank";

/// The firm that one works for; without one, as this device remembers it.
pub async fn remembered(desk: Desk) -> (Option<Provider>, Option<Bank>) {
    if let Some((firm, bank)) = on_papers(desk).await {
        return (Some(firm), bank);
    }
    (draft::read(desk, FIRM).await, draft::read(desk, BANK).await)
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
    body: RwSignal<String>,
    registration: RwSignal<String>,
}

impl FirmBoxes {
    /// The boxes with a firm in them.
    pub fn of(firm: &Provider) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let first = firm.registrations.first().cloned().unwrap_or_default();
        Self {
            name: text(&firm.name),
            address: text(&firm.address),
            phone: text(&firm.phone),
            email: text(&firm.email),
            vat_number: text(&firm.vat_number),
            body: text(&first.body),
            registration: text(&first.number),
        }
    }

    /// What stands in them; tracks them.
    pub fn read(self) -> Provider {
        let text = |text: RwSignal<String>| normal(&text.get());
        let own = Registration { body: text(self.body), number: text(self.registration) };
        let is_told = !own.body.is_empty() || !own.number.is_empty();
        Provider {
            name: text(self.name),
            address: text(self.address),
            phone: text(self.phone),
            email: text(self.email),
            vat_number: text(self.vat_number),
            registrations: is_told.then_some(own).into_iter().collect(),
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
            <div class="pair">
                <TextField label=said.body optional value=firm.body error=form.error("provider.registrations.body") />
                <TextField label=said.registration optional value=firm.registration error=form.error("provider.registrations.number") />
            </div>
        </More>
    }
}
