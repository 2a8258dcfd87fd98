//! What an insurer asks for after damage: drawn from the logbook, printed, saved as a PDF, or shared by a link.

use crate::browser::page;
use crate::components::{
    Button, Empty, Glyph, LinkButton, Notice, NoticeKind, Section, TopBar, Weight, When, dynamic, whenever,
};
use crate::deeds::paper;
use crate::desk::{Desk, use_desk};
use crate::pages::print::{Held, Pictures, PrintButton, drawn};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::RecordId;
use model::access::Action;
use report::{Maker, Report, joined};

/// The claim pack of a fault.
#[lazy]
pub fn fault_claim() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
        view! { <ClaimPage id /> }.into_any()
    }
}

#[component]
fn ClaimPage(id: Memo<Option<RecordId>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = &words.faults().pack;
    let pictures = Pictures::default();
    let written = Memo::new(move |_| id.get().and_then(|fault| report(desk, fault)));
    let back = id.get_untracked().map_or_else(|| "/faults".to_owned(), |id| format!("/faults/{id}"));
    whenever(move || page::set_title(&format!("{} · {}", said.title, words.common().product)));
    let sheet = move || match written.get() {
        Some(report) => view! { <Bar id pictures /> {sheet(desk, &report, pictures)} }.into_any(),
        None => view! {
            <h1 class="unseen">{words.frame().not_found}</h1>
            <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.faults().gone text="" />
        }
        .into_any(),
    };
    view! {
        <TopBar title=said.title back=(back, words.common().back.to_owned()) aside=true />
        <main id="main" tabindex="-1"><div class="print-sheet stack stack--loose">{sheet}</div></main>
    }
}

fn report(desk: Desk, fault: RecordId) -> Option<Report> {
    let held = Held::of(desk);
    let account = desk.account.with(|account| account.as_ref().map(|account| account.email.clone()));
    let maker = Maker { words: desk.words(), today: desk.today(), account };
    report::claim(&held.home(), fault, &maker)
}

/// Printing it, saving it, sharing it.
#[component]
fn Bar(id: Memo<Option<RecordId>>, pictures: Pictures) -> impl IntoView {
    let desk = use_desk();
    let said = &desk.words().faults().pack;
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let save = Callback::new(move |()| {
        let Some(fault) = id.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let made = paper::report(desk, &format!("?claim={fault}")).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(pdf) => page::save_file(&format!("{}.pdf", said.title), &pdf, "application/pdf"),
                Err(_) => toaster.say(said.pdf_failed),
            }
        });
    });
    let label = Signal::derive(move || if busy.get() { said.pdf_making } else { said.pdf }.to_owned());
    let shares = Signal::derive(move || desk.joined() && desk.may(Action::Share));
    view! {
        <div class="line paperless">
            <PrintButton pictures />
            <When is=Signal::derive(move || desk.account.with(Option::is_some))>
                <Button label glyph=Glyph::DOWNLOAD busy on_press=save />
            </When>
            <When is=shares>
                <LinkButton label=said.share href=sharing(desk, id.get_untracked()) weight=Weight::Quiet glyph=Glyph::SHARE_2 />
            </When>
        </div>
    }
}

/// Where a link for an insurer is made, about the system that failed.
fn sharing(desk: Desk, fault: Option<RecordId>) -> String {
    let fault = fault.and_then(|fault| untrack(|| desk.library.entry(fault)));
    let system = fault.and_then(|fault| fault.letter.systems.first().copied());
    let system = system.map(|system| format!("&system={system}")).unwrap_or_default();
    format!("/shares/new?purpose=insurer{system}")
}

fn sheet(desk: Desk, report: &Report, pictures: Pictures) -> AnyView {
    let cover = &report.cover;
    let missing: Vec<_> = report.left_out.lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
    let title = report.left_out.title;
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight" aria-label=title>
                <Notice kind=NoticeKind::Warn title />
                <ul class="print-sheet__left-out">{missing}</ul>
            </section>
        }
    });
    let sections = report.sections.iter().map(|section| {
        let blocks = section.blocks.iter().map(|block| drawn(block, pictures)).collect_view();
        view! { <Section title=section.title>{blocks}</Section> }
    });
    let sections = sections.collect_view();
    view! {
        <header class="stack stack--tight">
            <p class="soft">{cover.title}</p>
            <h1>{cover.span.clone()}</h1>
            <p>{joined(&[&cover.home, &cover.street])}</p>
            <p class="small soft">{cover.made.clone()}</p>
        </header>
        {dynamic(move || (pictures.missing() > 0).then(|| (desk.words().print().left_out.missing)(pictures.missing())))}
        {missing}
        {sections}
        <p class="print-sheet__foot">{report.foot}</p>
    }
    .into_any()
}
