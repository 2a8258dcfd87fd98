//! Bringing a home back whole, from its archive.

use super::way::UnderWay;
use crate::browser::photo::Picked;
use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, Picker, Row, Rows, Section, Weight, dynamic};
use crate::deeds::Trouble;
use crate::deeds::archive::{self, Missing, Restoring, Way};
use crate::desk::{Phase, use_desk};
use crate::pages::moment::moment;
use crate::route::Draw;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::SpaceId;

/// Bringing a home back, with or without another on this device.
#[lazy]
pub fn restore() -> Draw {
    || view! { <RestorePage /> }.into_any()
}

/// How far the person has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Choose,
    Opened,
    Working,
    Done,
}

#[component]
fn RestorePage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.carry();
    crate::browser::page::set_title(&format!("{} · {}", said.restore, words.common().product));
    let step = RwSignal::new(Step::Choose);
    let restoring = StoredValue::new_local(None::<Restoring>);
    let (way, missing) = (RwSignal::new(Way::default()), RwSignal::new(Missing::default()));
    let (trouble, back) = (RwSignal::new(None::<String>), RwSignal::new(None::<SpaceId>));
    let pick = Callback::new(move |event: Event| {
        let Some(file) = Picked::from_input(&event.target().into()).into_iter().next() else { return };
        trouble.set(None);
        leptos::task::spawn_local(async move {
            match archive::open(&file).await {
                Ok(opened) => {
                    restoring.set_value(Some(opened));
                    step.try_set(Step::Opened);
                }
                Err(Trouble::Store(_)) => drop(trouble.try_set(Some(said.restore_none.to_owned()))),
                Err(wrong) => drop(trouble.try_set(Some(wrong.told(words)))),
            }
        });
    });
    let go = Callback::new(move |()| {
        let Some(opened) = restoring.get_value() else { return };
        step.set(Step::Working);
        leptos::task::spawn_local(async move {
            match opened.perform(desk, way).await {
                Ok((space, lost)) => {
                    missing.try_set(lost);
                    back.try_set(Some(space));
                    step.try_set(Step::Done);
                }
                Err(wrong) => {
                    trouble.try_set(Some(wrong.told(words)));
                    step.try_set(Step::Opened);
                }
            }
        });
    });
    let part = move || {
        match step.get() {
        Step::Choose => {
            view! { <Picker label=said.restore_choose glyph=Glyph::FILE_TEXT accept=".zip,application/zip" drop_hint=said.restore_hint on_pick=pick /> }
                .into_any()
        }
        Step::Opened => {
            let opened = restoring.get_value().map(|opened| {
                let made = moment(desk, opened.manifest.made.0.max(0).cast_unsigned());
                let records = opened.manifest.counts.values().sum::<u64>() as usize;
                let files = opened.manifest.files.count as usize;
                let body = (said.restore_holds)(records, files, &words.bytes(opened.manifest.files.bytes), &made);
                let actions = view! { <Button label=said.restore_go weight=Weight::Primary on_press=go /> }.into_any();
                view! { <Notice kind=NoticeKind::Info title=opened.manifest.home.clone() body actions /> }
            });
            opened.into_any()
        }
        Step::Working => view! { <UnderWay way label=said.restore_working /> }.into_any(),
        Step::Done => back.get().map(|space| view! { <Back space missing=missing.get() trouble /> }).into_any(),
    }
    };
    let away = move || {
        (desk.phase.get() == Phase::Welcome)
            .then(|| view! { <LinkButton label=words.common().back href="/" weight=Weight::Quiet /> })
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <h1 class="gate__title">{said.restore}</h1>
            <p class="soft">{said.restore_lead}</p>
            <div class="stack stack--loose">
                {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
                {dynamic(part)}
                {dynamic(away)}
            </div>
        </main>
    }
}

/// It is back. It is opened only now, for the whole page goes when the first home of a device opens.
#[component]
fn Back(space: SpaceId, missing: Missing, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.carry();
    let navigate = use_navigate();
    let enter = Callback::new(move |()| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match archive::enter(desk, space).await {
                Ok(()) => navigate("/", Default::default()),
                Err(wrong) => drop(trouble.try_set(Some(wrong.told(words)))),
            }
        });
    });
    let actions =
        view! { <Button label=said.restore_enter weight=Weight::Primary glyph=Glyph::BOOK_OPEN on_press=enter /> };
    let (files, lines) = (missing.files.len(), missing.lines.len());
    let rows = missing.files.into_iter().map(|name| view! { <Row title=name /> });
    view! {
        <Notice kind=NoticeKind::Info title=said.restore_done actions=actions.into_any() />
        {(lines > 0).then(|| view! { <Notice kind=NoticeKind::Warn title=(said.restore_damaged)(lines) /> })}
        {(files > 0).then(|| view! { <Section title=(said.missing)(files)><Rows>{rows.collect_view()}</Rows></Section> })}
    }
}
