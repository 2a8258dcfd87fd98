//! Certificates and warranties: first those that need something.

use crate::components::{Glyph, Icon, Row, Rows, Section, Status, Tone, When, dynamic};
use crate::data::{self, Flag, papers as standing};
use crate::deeds::claim;
use crate::desk::use_desk;
use crate::pages::home::allowed;
use leptos::prelude::*;
use model::access::Action;

/// Certificates: of each sort the newest, the newest first.
const CERTIFICATES_MAX: usize = 4;

/// Warranties that end soon, and the latest certificates.
#[component]
pub fn Papers() -> impl IntoView {
    let desk = use_desk();
    let found = Memo::new(move |_| standing(&desk.library, desk.today(), &claim::all(desk)));
    let rows = move || {
        let words = desk.words();
        let data::Papers { flagged, ending, certificates } = found.get();
        let flag = |root| flagged.iter().find(|(one, _)| one.root == root).map(|(_, flag)| *flag);
        // Those that need something first.
        let first = flagged.iter().map(|(one, _)| one.clone());
        let others = certificates.into_iter().filter(|one| flag(one.root).is_none());
        let certificates: Vec<_> = first.chain(others).collect();
        let ending = ending.into_iter().map(|(warranty, ends)| {
            let text = view! { <Status tone=Tone::Warn word=(words.outlook().ends)(&words.day(ends)) /> };
            let lead = view! { <Icon glyph=Glyph::SHIELD_CHECK /> }.into_any();
            let href = format!("/claims/new?warranty={}", warranty.id);
            let claim = allowed(desk, Action::Write, words.outlook().claim, href);
            view! { <Row title=warranty.letter.title.clone() href=format!("/warranties/{}", warranty.id) lead text=text.into_any() actions=claim /> }
        });
        let certificates = certificates.into_iter().take(CERTIFICATES_MAX.max(flagged.len())).map(|certificate| {
            let letter = &certificate.letter;
            let title = if letter.title.is_empty() {
                (words.choice().certificate)(letter.sort).to_owned()
            } else {
                letter.title.clone()
            };
            let issued = letter.issued.map(|issued| (words.outlook().issued)(&words.date(issued))).unwrap_or_default();
            let lead = view! { <Icon glyph=Glyph::BADGE_CHECK /> }.into_any();
            let href = format!("/certificates/{}", certificate.root);
            let Some(flag) = flag(certificate.root) else {
                return view! { <Row title href lead text=issued.into_any() /> };
            };
            let (tone, word, step, to) = match flag {
                Flag::Altered(surely) => (
                    if surely { Tone::Bad } else { Tone::Warn },
                    (words.outlook().altered)(surely).to_owned(),
                    words.outlook().supplement,
                    format!("/certificates/new?supplements={}", certificate.root),
                ),
                Flag::Inspect(by) => (
                    Tone::Warn,
                    (words.outlook().inspect)(&words.day(by)),
                    words.outlook().renew,
                    "/certificates/new".to_owned(),
                ),
            };
            let text = view! { <Status tone word /> " " {issued} };
            let actions = allowed(desk, Action::Write, step, to);
            view! { <Row title href lead text=text.into_any() actions /> }
        });
        view! { {ending.collect_view()} {certificates.collect_view()} }
    };
    view! {
        <When is=Signal::derive(move || found.with(|found| !found.ending.is_empty() || !found.certificates.is_empty()))>
            <Section title=desk.words().outlook().papers more=(desk.words().outlook().all_certificates.to_owned(), "/certificates".to_owned())>
                <Rows>{dynamic(rows)}</Rows>
            </Section>
        </When>
    }
}
