//! What a job leaves behind besides the work: the certificate, and when somebody should look again.

use super::photos::PhotosField;
use super::sheet::Boxes;
use crate::components::{Chip, Choice, SelectField, TextField, When};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::SpaceId;
use model::certificate::CertificateType;

/// Months until the next service, as they are offered.
const NEXT_MONTHS: [Option<i64>; 5] = [None, Some(6), Some(12), Some(24), Some(36)];

/// The certificate that was issued with the job.
#[component]
pub fn Certificate(
    /// The boxes of the record.
    boxes: Boxes,
    /// The form that they belong to.
    form: Form,
    /// The job.
    space: SpaceId,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let optional = words.common().optional;
    let sorts = move || {
        let none = std::iter::once((String::new(), said.no_certificate.to_owned()));
        let all = CertificateType::ALL.iter();
        none.chain(all.map(|sort| (sort.to_string(), (words.choice().certificate)(*sort).to_owned())))
            .collect::<Vec<_>>()
    };
    let is_issued = Signal::derive(move || boxes.certificate.with(|sort| !sort.is_empty()));
    let details = move || {
        view! {
            <TextField label=said.certificate_number optional value=boxes.certificate_number error=form.error("certificate.number") />
            <div class="pair">
                <TextField label=said.body optional value=boxes.body error=form.error("certificate.body") />
                <TextField label=said.registration optional value=boxes.registration error=form.error("certificate.registration") />
            </div>
            <PhotosField label=said.certificate_file space files=boxes.certificate_files papers=true />
        }
    };
    view! {
        <SelectField label=said.certificate_sort optional value=boxes.certificate options=Signal::derive(sorts) />
        <When is=is_issued>{details}</When>
    }
}

/// When somebody should look again, and for what.
#[component]
pub fn NextService(
    /// The boxes of the record.
    boxes: Boxes,
    /// The form that they belong to.
    form: Form,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let whens = NEXT_MONTHS.into_iter().zip(said.next_whens);
    let whens = whens.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None }).collect();
    let is_asked = Signal::derive(move || boxes.next.get().is_some());
    let what = move || {
        view! { <TextField label=said.next_what optional=words.common().optional value=boxes.next_what error=form.error("next_what") /> }
    };
    view! {
        <Choice legend=said.next_when options=whens value=boxes.next />
        <When is=is_asked>{what}</When>
    }
}
