//! What matters for one sort of certificate only: the test report, the digital form, the sale, what a certificate of another sort rests on.

use crate::components::{Chip, Choice, PartialDateField, SelectField, TextField, dynamic};
use crate::desk::use_desk;
use crate::pages::form::{Form, date_words};
use leptos::prelude::*;
use model::PartialDate;
use model::canonical::normal;
use model::certificate::{Basis, Certificate, CertificateType};

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Asks {
    basis: RwSignal<String>,
    /// For how many months.
    pub months: RwSignal<String>,
    jurisdiction: RwSignal<String>,
    transfer: RwSignal<Option<PartialDate>>,
    test_report: RwSignal<Option<bool>>,
    digital: RwSignal<Option<bool>>,
    registered: RwSignal<Option<bool>>,
}

impl Asks {
    /// Boxes that hold what `certificate` says.
    pub fn of(certificate: &Certificate) -> Self {
        Self {
            basis: RwSignal::new(certificate.basis.map(|basis| basis.to_string()).unwrap_or_default()),
            months: RwSignal::new(certificate.months.map(|months| months.to_string()).unwrap_or_default()),
            jurisdiction: RwSignal::new(certificate.jurisdiction.clone()),
            transfer: RwSignal::new(certificate.transfer),
            test_report: RwSignal::new(certificate.test_report),
            digital: RwSignal::new(certificate.digital),
            registered: RwSignal::new(certificate.registered),
        }
    }

    /// `certificate` with what stands in them. What was answered for another sort stays: the sort may have been chosen by mistake.
    pub fn fill(self, certificate: Certificate) -> Certificate {
        Certificate {
            basis: self.basis.get_untracked().parse().ok(),
            jurisdiction: normal(&self.jurisdiction.get_untracked()),
            transfer: self.transfer.get_untracked(),
            test_report: self.test_report.get_untracked(),
            digital: self.digital.get_untracked(),
            registered: self.registered.get_untracked(),
            ..certificate
        }
    }
}

/// The questions of the chosen sort.
#[component]
pub fn Asked(
    /// The boxes.
    asks: Asks,
    /// The sort, as a select holds it.
    sort: RwSignal<String>,
    /// The form.
    form: Form,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.basis();
    dynamic(move || {
        let yes_no = |legend: &'static str, value| view! { <YesNo legend value /> }.into_any();
        let transfer = || view! { <Transfer asks form /> }.into_any();
        let place = || {
            view! { <TextField label=said.jurisdiction value=asks.jurisdiction error=form.error("jurisdiction") optional=words.common().optional /> }
                .into_any()
        };
        let asked = match sort.get().parse::<CertificateType>().unwrap_or_default() {
            CertificateType::Electrical => vec![yes_no(said.test_report, asks.test_report)],
            CertificateType::Gas => vec![yes_no(said.digital, asks.digital), transfer()],
            CertificateType::Water => vec![place(), transfer()],
            CertificateType::SolarPv => vec![yes_no(said.registered, asks.registered)],
            CertificateType::Other => vec![view! { <Own asks form /> }.into_any(), place()],
            _ => Vec::new(),
        };
        asked.collect_view()
    })
}

/// A question that is answered with yes or no, or not at all.
#[component]
fn YesNo(legend: &'static str, value: RwSignal<Option<bool>>) -> impl IntoView {
    let words = use_desk().words();
    let said = words.basis();
    let chip = |value, name: &'static str| Chip { value, name: name.to_owned(), glyph: None };
    let options = vec![chip(Some(true), said.yes), chip(Some(false), said.no), chip(None, said.not_known)];
    view! { <Choice legend options value /> }
}

/// Which change of ownership it was made out for.
#[component]
fn Transfer(asks: Asks, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    view! {
        <PartialDateField
            legend=words.basis().transfer
            value=asks.transfer
            today=desk.today()
            words=date_words(words)
            optional=words.common().optional
            error=form.error("transfer")
        />
    }
}

/// What a certificate of another sort rests on, and for how long.
#[component]
fn Own(asks: Asks, form: Form) -> impl IntoView {
    let words = use_desk().words();
    let said = words.basis();
    let bases = Basis::ALL.iter().filter(|basis| **basis != Basis::Occupation);
    let named = bases.map(|basis| (basis.to_string(), (said.basis)(*basis).to_owned()));
    let options: Vec<(String, String)> =
        std::iter::once((String::new(), said.not_known.to_owned())).chain(named).collect();
    let optional = words.common().optional;
    view! {
        <SelectField label=said.own_basis value=asks.basis options=Signal::derive(move || options.clone()) optional=optional />
        <TextField label=said.own_months value=asks.months unit=words.care().months_unit keyboard="numeric" error=form.error("months") optional=optional />
    }
}
