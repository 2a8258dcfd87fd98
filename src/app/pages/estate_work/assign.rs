//! Giving a vendor work on a day: what speaks against it is said first, and what has lapsed blocks it.

use super::Found;
use super::known::{one, read};
use crate::components::{Button, Notice, NoticeKind, Weight, dynamic};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::Date;
use model::estate::vendor::{Held, Reason, Verdict, assignable};
use model::scheme::Vendor;
use model::system::SystemType;

/// What speaks against the vendor, and the button where it may be given the work.
#[component]
pub fn Assign(
    /// The scheme.
    found: Found,
    /// The vendor's id; empty for none.
    vendor: RwSignal<String>,
    /// What is worked on.
    sort: SystemType,
    /// The last day of the work; none where it is not known yet.
    on: Signal<Option<Date>>,
    /// The word of the button.
    label: &'static str,
    /// The word where something speaks against it.
    anyway: &'static str,
    /// Gives it.
    press: Callback<()>,
    /// It is being given.
    busy: Signal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let judged = move || {
        let id = vendor.get().parse().ok()?;
        let on = on.get()?;
        let vendor = read(found, |estate| one::<Vendor>(estate, id)).flatten()?;
        let lapse =
            read(found, |estate| estate.scheme()).flatten().map(|(_, scheme)| scheme.lapsed).unwrap_or_default();
        let (verdict, reasons) = assignable(&vendor.judged(), sort, on, lapse);
        let told: Vec<String> = reasons.iter().map(|reason| told(desk, *reason)).collect();
        let body = told.join(" ");
        Some(match verdict {
            Verdict::May => view! { <div><Button label weight=Weight::Primary busy on_press=press /></div> }.into_any(),
            Verdict::Warn => {
                let actions = view! { <Button label=anyway busy on_press=press /> }.into_any();
                view! { <Notice kind=NoticeKind::Warn title=said.warned body actions /> }.into_any()
            }
            Verdict::Blocked => view! { <Notice kind=NoticeKind::Refused title=said.blocked body /> }.into_any(),
        })
    };
    dynamic(judged)
}

/// A reason in a sentence, with the day that it is about and who says so.
pub fn told(desk: Desk, reason: Reason) -> String {
    let words = desk.words();
    let held = match reason {
        Reason::Registration(_, held) | Reason::Insurance(held) => held,
        Reason::Approval(_) => Held::None,
    };
    (words.work().reason)(reason, &held_day(held).map(|day| words.day(day)).unwrap_or_default())
}

/// The day that a paper's standing names.
pub fn held_day(held: Held) -> Option<Date> {
    match held {
        Held::Lapsed(day) | Held::EndsSoon(day) => Some(day),
        Held::None | Held::Undated | Held::Unproved | Held::Holds => None,
    }
}
