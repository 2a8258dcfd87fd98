//! Certificates for a system that an alteration has overtaken.

use crate::components::{LinkButton, Notice, NoticeKind, Weight};
use crate::data::basis_home;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::RecordId;
use model::basis;

/// A notice for each of the newest certificates that name the system, or that name none and cover what an entry about it altered.
#[component]
pub fn Flags(
    /// The system.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let home = basis_home(&desk.library, desk.visiting.get());
        let newest = home.papers.iter().filter(|paper| !basis::is_superseded(&home, paper));
        let notices = newest.filter_map(|paper| {
            let (entry, surely) = basis::altered_by(&home, paper, desk.today())?;
            let named = &paper.letter.systems;
            let alters = |id| desk.library.entry(entry).is_some_and(|entry| entry.letter.systems.contains(id));
            if !(named.contains(&id) || (named.is_empty() && alters(&id))) {
                return None;
            }
            let title = (words.choice().certificate)(paper.letter.sort);
            let href = format!("/certificates/{}", paper.root);
            let open = view! { <LinkButton label=words.common().open href weight=Weight::Small /> };
            let body = (words.outlook().altered)(surely);
            Some(view! { <Notice kind=NoticeKind::Warn title body actions=open.into_any() /> })
        });
        notices.collect::<Vec<_>>()
    }
}
