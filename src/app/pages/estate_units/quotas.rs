//! What the participation quotas come to, with the verdict in words.

use super::lot::Lot;
use crate::components::{Notice, NoticeKind, dynamic};
use crate::desk::use_desk;
use leptos::prelude::*;
use model::estate::levy::Quotas;
use std::sync::Arc;

/// The sum; nothing where no unit has a quota.
#[component]
pub(super) fn QuotasTold(lot: Memo<Arc<Lot>>) -> impl IntoView {
    let said = use_desk().words().estate_units();
    let told = Memo::new(move |_| lot.with(|lot| lot.quotas()));
    dynamic(move || {
        told.get().map(|(quotas, without)| {
            let (kind, off, is_rounding) = match quotas {
                Quotas::Whole => (NoticeKind::Info, 0, false),
                Quotas::Rounded(off) => (NoticeKind::Info, off, true),
                Quotas::Off(off) => (NoticeKind::Warn, off, false),
            };
            let kind = if without > 0 { NoticeKind::Warn } else { kind };
            let lacking = if without > 0 { (said.without_quota)(without) } else { String::new() };
            let body = format!("{lacking} {}", said.quotas_lead).trim().to_owned();
            view! { <Notice kind title=(said.quotas)(off, is_rounding) body /> }
        })
    })
}
