//! The home screen: what needs the person now, what is coming, what was done last.

use super::frame::{HomeSwitch, Homes, Shelf, SyncBadge, index};
use super::line::{Line, line};
use crate::browser::headline;
use crate::components::{
    Empty, Glyph, Icon, LinkButton, Ring, Row, Rows, Section, Status, StatusMark, Tone, Weight, When, dynamic,
};
use crate::data::{Attention, attention, timeline};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::Money;
use model::access::Action;
use model::life::Stage;

/// Entries under "latest".
const LATEST_MAX: usize = 6;
/// Systems under "near the end of their life".
const AGEING_MAX: usize = 5;

/// The home screen.
#[component]
pub fn Home() -> impl IntoView {
    let desk = use_desk();
    let switching = RwSignal::new(false);
    let needs = Memo::new(move |_| attention(&desk.library, desk.today()));
    let is_empty = Memo::new(move |_| desk.library.entries.with(|entries| entries.is_empty()));
    Effect::new(move |_| {
        let words = desk.words();
        let name = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
        crate::browser::page::set_title(&format!("{name} · {}", words.common().product));
        headline::keep(&format!("{name}\n{}", head(desk, &needs.read())));
        crate::pwa::badge::set(needs.with(Attention::urgent));
    });
    view! {
        <header class="top-bar">
            <div class="top-bar__lead top-bar__home"><HomeSwitch switching /></div>
            <SyncBadge />
            <LinkButton label=desk.words().home().search href="/logbook?search" weight=Weight::Quiet glyph=Glyph::Search icon_only=true />
            <LinkButton label=desk.words().frame().settings href="/settings" weight=Weight::Quiet glyph=Glyph::Settings icon_only=true />
        </header>
        <Homes switching />
        <main id="main" tabindex="-1">
            <div class="page page--wide home">
                <header class="home__head">
                    <h1>{dynamic(move || needs.with(|needs| head(desk, needs)))}</h1>
                    <Progress />
                </header>
                <div class="columns">
                    <div class="stack stack--loose">
                        <When is=Signal::derive(move || is_empty.get())><First /></When>
                        <Urgent needs />
                        <Next needs />
                        <When is=Signal::derive(move || !is_empty.get())><Latest /></When>
                    </div>
                    <div class="stack stack--loose">
                        <KeepSafe />
                        <Papers needs />
                        <Ageing needs />
                        <ShutOff />
                        <When is=Signal::derive(move || !is_empty.get())><Spent /></When>
                        <div class="home__index">
                            <Section title=desk.words().frame().in_this_book>
                                <ul class="index">{index(desk).into_iter().map(|shelf| view! { <Shelf shelf /> }).collect_view()}</ul>
                            </Section>
                        </div>
                    </div>
                </div>
            </div>
        </main>
    }
}

/// The headline: how many things need the person, or that nothing does.
fn head(desk: Desk, needs: &Attention) -> String {
    let words = desk.words();
    match needs.urgent() {
        0 => words.home().calm.to_owned(),
        urgent => (words.home().needs_you)(urgent),
    }
}

/// How far the first sync has come.
#[component]
fn Progress() -> impl IntoView {
    let desk = use_desk();
    dynamic(move || {
        desk.status.get().first_sync.map(|progress| {
            let words = desk.words();
            let number = |count: u64| words.number(count.cast_signed());
            view! {
                <div class="progress">
                    <span>{words.home().arriving}</span>
                    <span class="progress__figure">{(words.frame().first_sync)(&number(progress.have), &number(progress.total))}</span>
                    <progress class="progress__bar" aria-label=words.home().arriving max=progress.total.to_string() value=progress.have.to_string()></progress>
                </div>
            }
        })
    })
}

/// An empty logbook: one example, one button.
#[component]
fn First() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let action = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=words.home().empty_action href="/add" weight=Weight::Primary glyph=Glyph::Camera /> }.into_any()
    });
    view! { <Empty glyph=Glyph::NotebookPen title=words.home().empty_title text=words.home().empty_lead action=action.unwrap_or_else(|| ().into_any()) /> }
}

/// Open faults by severity, then what is overdue.
#[component]
fn Urgent(needs: Memo<Attention>) -> impl IntoView {
    let desk = use_desk();
    let count = Signal::derive(move || needs.with(Attention::urgent));
    let rows = move || {
        let words = desk.words();
        let Attention { faults, overdue, .. } = needs.get();
        let faults = faults.into_iter().map(|fault| {
            let severity = fault.letter.severity.map_or(words.home().open_fault, |severity| (words.choice().severity)(severity));
            let when = fault.letter.when.map(|when| words.date(when)).unwrap_or_default();
            let text = view! { <Status tone=Tone::Bad word=severity bare=true /> " " {super::line::meta(desk, &fault.letter)} " · " {when} };
            let repair = view! { <LinkButton label=words.home().log_repair href=format!("/add?settles={}", fault.root) weight=Weight::Small /> };
            let lead = view! { <StatusMark tone=Tone::Bad /> }.into_any();
            view! { <Row title=fault.letter.title.clone() href=format!("/logbook/{}", fault.root) lead text=text.into_any() actions=repair.into_any() /> }
        });
        let overdue = overdue.into_iter().map(|task| {
            let due = task.letter.due.map(|due| (words.home().due)(&words.day(due))).unwrap_or_default();
            let text = view! { <Status tone=Tone::Bad word=words.home().overdue bare=true /> " " {due} };
            let done = view! { <LinkButton label=words.home().log_done href=format!("/add?task={}", task.id) weight=Weight::Small /> };
            let lead = view! { <StatusMark tone=Tone::Bad /> }.into_any();
            view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}/edit", task.id) lead text=text.into_any() actions=done.into_any() /> }
        });
        view! { {faults.collect_view()} {overdue.collect_view()} }
    };
    view! {
        <When is=Signal::derive(move || count.get() != 0)>
            <Section title=desk.words().home().needs_now count=count><Rows>{dynamic(rows)}</Rows></Section>
        </When>
    }
}

/// Tasks of the next thirty days.
#[component]
fn Next(needs: Memo<Attention>) -> impl IntoView {
    let desk = use_desk();
    let rows = move || {
        let words = desk.words();
        let row = |task: std::sync::Arc<crate::data::Kept<model::task::Task>>| {
            let due = task.letter.due.unwrap_or_default();
            let lead = view! { <b>{due.day()}</b> }.into_any();
            view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}/edit", task.id) lead text=words.day(due).into_any() /> }
        };
        needs.get().next.into_iter().map(row).collect_view()
    };
    view! {
        <When is=Signal::derive(move || needs.with(|needs| !needs.next.is_empty()))>
            <Section title=desk.words().home().next_30_days more=(desk.words().home().all_tasks.to_owned(), "/tasks".to_owned())>
                <Rows>{dynamic(rows)}</Rows>
            </Section>
        </When>
    }
}

/// The latest entries.
#[component]
fn Latest() -> impl IntoView {
    let desk = use_desk();
    let latest = Memo::new(move |_| {
        desk.library.entries.with(|entries| entries.iter().take(LATEST_MAX).cloned().collect::<Vec<_>>())
    });
    let lines = move || {
        latest
            .get()
            .into_iter()
            .map(|entry| {
                let line = line(desk, &entry);
                view! { <Line entry line /> }
            })
            .collect_view()
    };
    view! {
        <Section title=desk.words().home().latest more=(desk.words().home().all_entries.to_owned(), "/logbook".to_owned())>
            <ol class="timeline__entries">{dynamic(lines)}</ol>
        </Section>
    }
}

/// The offer of an account, while the logbook is on this device only.
#[component]
fn KeepSafe() -> impl IntoView {
    let desk = use_desk();
    view! {
        <When is=Signal::derive(move || !desk.joined() && desk.library.entries.with(|entries| !entries.is_empty()))>
            <Section title=desk.words().home().keep_title>
                <p class="soft">{desk.words().home().keep_lead}</p>
                <LinkButton label=desk.words().home().keep_action href="/sign-in" glyph=Glyph::CloudUpload />
            </Section>
        </When>
    }
}

/// Warranties that end soon, and the latest certificates.
#[component]
fn Papers(needs: Memo<Attention>) -> impl IntoView {
    let desk = use_desk();
    let rows = move || {
        let words = desk.words();
        let Attention { ending, certificates, .. } = needs.get();
        let ending = ending.into_iter().map(|(warranty, ends)| {
            let text = view! { <Status tone=Tone::Warn word=(words.home().ends)(&words.day(ends)) /> };
            let lead = view! { <Icon glyph=Glyph::ShieldCheck /> }.into_any();
            view! { <Row title=warranty.letter.title.clone() href=format!("/warranties/{}", warranty.id) lead text=text.into_any() /> }
        });
        let certificates = certificates.into_iter().map(|certificate| {
            let letter = &certificate.letter;
            let title = if letter.title.is_empty() {
                (words.choice().certificate)(letter.sort).to_owned()
            } else {
                letter.title.clone()
            };
            let issued = letter.issued.map(|issued| (words.home().issued)(&words.date(issued))).unwrap_or_default();
            let lead = view! { <Icon glyph=Glyph::BadgeCheck /> }.into_any();
            view! { <Row title href=format!("/certificates/{}", certificate.root) lead text=issued.into_any() /> }
        });
        view! { {ending.collect_view()} {certificates.collect_view()} }
    };
    view! {
        <When is=Signal::derive(move || needs.with(|needs| !needs.ending.is_empty() || !needs.certificates.is_empty()))>
            <Section title=desk.words().home().papers><Rows>{dynamic(rows)}</Rows></Section>
        </When>
    }
}

/// Systems past or near the end of their life, with the reason and where it comes from.
#[component]
fn Ageing(needs: Memo<Attention>) -> impl IntoView {
    let desk = use_desk();
    let rows = move || {
        let words = desk.words();
        let row = |(system, age, life): (
            std::sync::Arc<crate::data::Kept<model::system::System>>,
            model::life::Age,
            model::life::Life,
        )| {
            let tone = if age.stage == Stage::Past { Tone::Bad } else { Tone::Warn };
            let years = (words.common().years)(age.years);
            let reason = (words.home().age_against_life)(&years, life.years_min, life.years_max);
            let source = (words.choice().source)(life.source);
            let lead =
                view! { <Ring share=age.of_life_percent text=age.years.to_string() tone label=reason.clone() /> }
                    .into_any();
            let text = view! { {reason} <span class="unseen">" " {source}</span> }.into_any();
            view! { <Row title=system.letter.name.clone() href=format!("/systems/{}", system.id) lead text /> }
        };
        needs.get().ageing.into_iter().take(AGEING_MAX).map(row).collect_view()
    };
    view! {
        <When is=Signal::derive(move || needs.with(|needs| !needs.ageing.is_empty()))>
            <Section title=desk.words().home().ageing more=(desk.words().home().all_systems.to_owned(), "/systems".to_owned())>
                <Rows>{dynamic(rows)}</Rows>
            </Section>
        </When>
    }
}

/// Where the water and the power are switched off: what nobody knows when the geyser bursts.
#[component]
fn ShutOff() -> impl IntoView {
    let desk = use_desk();
    let rows = move || {
        let words = desk.words();
        let (water, power) = desk
            .library
            .property()
            .map(|property| (property.letter.water_shut_off.clone(), property.letter.power_shut_off.clone()))
            .unwrap_or_default();
        let row = |title: &'static str, place: String, glyph: Glyph| {
            let lead = view! { <Icon glyph /> }.into_any();
            let text = if place.is_empty() { words.home().shut_off_unknown.to_owned() } else { place };
            view! { <Row title href="/property" lead text=text.into_any() /> }
        };
        view! { {row(words.home().water_off, water, Glyph::Droplets)} {row(words.home().power_off, power, Glyph::Zap)} }
    };
    view! { <Section title=desk.words().home().shut_off><Rows>{dynamic(rows)}</Rows></Section> }
}

/// What was spent in the last twelve months.
#[component]
fn Spent() -> impl IntoView {
    let desk = use_desk();
    let spent = move || {
        let today = desk.today();
        let since = model::Date::of(today.year() - 1, today.month(), today.day().min(28)).unwrap_or(today);
        let cents = desk.library.entries.with(|entries| timeline::spent_since(entries, since));
        desk.words().money(&Money::rand(cents))
    };
    view! {
        <Section title=desk.words().home().spent>
            <p class="money home__spent">{dynamic(spent)}</p>
        </Section>
    }
}
