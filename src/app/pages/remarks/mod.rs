//! What was said about a record or signed for it; and, by a link that allows it, saying or signing it.

mod say;

use crate::components::{Button, Glyph, Icon, Row, Rows, Section, Weight, dynamic};
use crate::deeds::{entry, remark};
use crate::desk::use_desk;
use crate::pages::use_toaster;
use crate::route::{Draw, fetched};
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::remark::{Remark, RemarkType};
use say::Saying;
pub use say::remarks_say;

/// What remarks are about. A handle.
#[derive(Clone)]
pub struct About {
    /// The record as it stands, and what stood before it.
    pub versions: Vec<RecordId>,
    /// Whether it can be countersigned: facts can.
    pub is_fact: bool,
}

/// The remarks about a record, in a module of their own; nothing where there is none and none may be made.
#[component]
pub fn Remarks(
    /// The record as it stands, then what stood before it.
    versions: Vec<RecordId>,
    /// Whether it can be countersigned.
    #[prop(optional)]
    is_fact: bool,
) -> impl IntoView {
    let desk = use_desk();
    let allowed = remark::allowed(desk);
    let may = allowed.comment || (allowed.countersign && is_fact);
    let wanted = may || remark::any(desk);
    provide_context(About { versions, is_fact });
    fetched(Signal::stored(wanted), || Box::pin(remarks()))
}

/// The remarks.
#[lazy]
pub fn remarks() -> Draw {
    || view! { <Shown about=expect_context() /> }.into_any()
}

#[component]
fn Shown(about: About) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.contribution();
    let allowed = remark::allowed(desk);
    let latest = about.versions.first().copied();
    let signs = allowed.countersign && about.is_fact;
    let kept = RwSignal::new(remark::about(desk, &about.versions));
    let rows = move || {
        let row = |(id, remark): (RecordId, Remark)| view! { <OneRow id remark latest kept /> };
        kept.get().into_iter().map(row).collect_view()
    };
    let may = allowed.comment || signs;
    dynamic(move || {
        (may || kept.with(|kept| !kept.is_empty())).then(|| {
            view! {
                <Section title=said.remarks>
                    <Rows>{rows}</Rows>
                    {latest.filter(|_| may).map(|about| {
                    provide_context(Saying { about, allowed, signs });
                    fetched(Signal::stored(true), || Box::pin(say::remarks_say()))
                })}
                </Section>
            }
        })
    })
}

/// A remark, which members may take back.
#[component]
fn OneRow(
    id: RecordId,
    remark: Remark,
    latest: Option<RecordId>,
    kept: RwSignal<Vec<(RecordId, Remark)>>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let said = words.contribution();
    let signs = remark.sort == RemarkType::Countersignature;
    let day = remark.on.map(|day| words.date(day)).unwrap_or_default();
    let mut text = vec![(said.remark_by)(&remark.name, &remark.capacity, &day)];
    if signs && !remark.text.is_empty() {
        text.push(remark.text.clone());
    }
    if signs && remark.about != latest {
        text.push(said.signed_older.to_owned());
    }
    let lead = view! { <Icon glyph=if signs { Glyph::BADGE_CHECK } else { Glyph::NOTEBOOK_PEN } /> }.into_any();
    let title = if signs || remark.text.is_empty() {
        (if signs { said.countersignature } else { said.comment }).to_owned()
    } else {
        remark.text.clone()
    };
    let take_back = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match entry::withdraw(desk, id, "").await {
                Ok(_) => drop(kept.try_update(|kept| kept.retain(|(one, _)| *one != id))),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    let end = desk.may(Action::Write).then(|| {
        view! { <Button label=said.take_back glyph=Glyph::X weight=Weight::Quiet icon_only=true on_press=take_back /> }
    });
    view! { <Row title lead text=text.join(" · ").into_any() end=end.into_any() /> }
}
