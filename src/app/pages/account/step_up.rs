//! What can only be done shortly after signing in says so, and leads there and back.

use crate::components::{LinkButton, Notice, NoticeKind};
use crate::deeds::Trouble;
use crate::desk::use_desk;
use leptos::prelude::*;
use wire::ErrorCode;

/// A trouble as a notice; where a fresh sign-in is asked for, with the way there and back to `back`.
#[component]
pub fn TroubleNotice(
    /// What went wrong, if anything.
    trouble: RwSignal<Option<Trouble>>,
    /// The page that it happened on.
    #[prop(into)]
    back: String,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        trouble.get().map(|trouble| {
            let words = desk.words();
            let step_up = matches!(&trouble, Trouble::Refused(body) if body.code == ErrorCode::StepUp);
            if step_up {
                let sign_in = view! { <LinkButton label=words.account().sign_in href=format!("/sign-in?to={back}") /> };
                view! { <Notice kind=NoticeKind::Warn title=words.account().step_up actions=sign_in.into_any() /> }
            } else {
                view! { <Notice kind=NoticeKind::Refused title=trouble.told(words) /> }
            }
        })
    }
}
