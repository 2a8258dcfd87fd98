//! Certificates: the list, each with what it is good for.

use super::certificate::One;
use super::purposes::verdicts;
use crate::components::{Empty, Glyph, Icon, LinkButton, Row, Rows, Section, Status, Tone, Weight};
use crate::data::{Standing, basis_home};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::RecordId;
use model::access::Action;
use model::basis::{self, Home};
use model::certificate::Certificate;
use model::contact::Contact;

/// Days before a new inspection from which it is said.
const SOON_DAYS: u32 = 60;

/// Certificates.
pub fn certificates() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok())));
        view! {
            {move || match id.get() {
                None => view! { <List /> }.into_any(),
                Some(id) => view! { <One id /> }.into_any(),
            }}
        }
        .into_any()
    }
}

/// What a certificate is called.
pub(super) fn title(desk: Desk, certificate: &Certificate) -> String {
    if certificate.title.is_empty() {
        (desk.words().choice().certificate)(certificate.sort).to_owned()
    } else {
        certificate.title.clone()
    }
}

/// Who issued it: the contact, else what it says.
pub(super) fn issuer(desk: Desk, certificate: &Certificate) -> String {
    let contact = certificate.contact.and_then(|id| desk.library.find::<Contact>(id));
    contact.map_or_else(|| certificate.issuer.clone(), |contact| contact.letter.name.clone())
}

#[component]
fn List() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let all = desk.library.certificates;
    let add = move |weight| view! { <LinkButton label=words.care().add_certificate href="/certificates/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Write);
    let list = move || {
        if all.with(|all| all.is_empty()) {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::BADGE_CHECK title=words.care().no_certificates text=words.care().no_certificates_lead action /> }.into_any();
        }
        let home = basis_home(&desk.library, desk.visiting.get());
        let (earlier, newest): (Vec<_>, Vec<_>) = all.get().iter().cloned().partition(|one| {
            home.papers.iter().any(|paper| paper.root == one.root && basis::is_superseded(&home, paper))
        });
        let rows = |all: Vec<Standing<Certificate>>| {
            let rows = all.iter().map(|one| row(desk, &home, one)).collect::<Vec<_>>();
            view! { <Rows>{rows}</Rows> }.into_any()
        };
        let count = earlier.len();
        let (newest, earlier) = (rows(newest), rows(earlier));
        view! {
            {newest}
            {(count > 0).then(|| view! { <Section title=words.basis().earlier count=Signal::derive(move || count)>{earlier}</Section> })}
            <p class="section__note">{words.care().certificates_note}</p>
        }
        .into_any()
    };
    let check = (!desk.visiting.get_untracked()).then(|| view! { <LinkButton label=words.basis().check href="/ready" weight=Weight::Quiet glyph=Glyph::LIST_CHECKS /> });
    let actions = view! { {check} {may.then(|| add(Weight::Quiet))} };
    view! {
        <Page title=words.frame().certificates wide=true class="stack stack--loose" actions=actions.into_any()>
            {list}
        </Page>
    }
}

/// A certificate with what it is good for today, and whether what it covers was altered.
fn row(desk: Desk, home: &Home, certificate: &Standing<Certificate>) -> AnyView {
    let words = desk.words();
    let today = desk.today();
    let issued = certificate.letter.issued.map(|date| words.date(date)).unwrap_or_default();
    let issuer = issuer(desk, &certificate.letter);
    let told = [issued, issuer].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let paper = home.papers.iter().find(|paper| paper.root == certificate.root);
    let good_for = paper.map(|paper| verdicts(desk, home, paper, today));
    let newest = paper.filter(|paper| !basis::is_superseded(home, paper));
    let altered = newest.and_then(|paper| basis::altered_by(home, paper, today)).map(|(_, surely)| {
        let tone = if surely { Tone::Bad } else { Tone::Warn };
        view! { <Status tone word=(words.outlook().altered)(surely) /> " " }
    });
    let soon = newest.and_then(basis::inspect_by).filter(|by| *by <= today.plus_days(SOON_DAYS)).map(|by| {
        view! { <Status tone=Tone::Warn word=(words.outlook().inspect)(&words.day(by)) /> " " }
    });
    let text = view! { <span>{altered} {soon} {told}</span> <span class="line">{good_for}</span> }.into_any();
    let lead = view! { <Icon glyph=Glyph::BADGE_CHECK /> }.into_any();
    let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
    let href = format!("/certificates/{}", certificate.root);
    view! { <Row title=title(desk, &certificate.letter) href lead text end /> }.into_any()
}
