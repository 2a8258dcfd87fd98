//! What was sent by the links of the home: looked at, taken into the logbook or declined.

use super::day;
use crate::browser::{object_url, page};
use crate::components::{
    Button, Dialog, Empty, FactLine, Facts, Glyph, Icon, Notice, NoticeKind, Photo, Photos, Row, Rows, Section, Weight,
    dynamic,
};
use crate::deeds::{Trouble, contribution};
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use model::contribution::{Sort, State};
use model::entry::Entry;
use model::remark::Remark;
use model::system::System;
use model::{FileRef, RecordId};
use wire::contribution::Contribution;

pub(super) fn waits(contribution: &Contribution) -> bool {
    contribution.state == State::Waiting
}

/// All that was sent, in a module of its own: who only makes links does not load it.
#[lazy]
pub fn shares_sent() -> Draw {
    || view! { <SentPage /> }.into_any()
}

/// What waits, whole, and what was decided in a line each.
#[component]
fn SentPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.sent();
    let found = RwSignal::new(None::<Result<Vec<Contribution>, Trouble>>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let told = contribution::list(desk).await;
            found.try_set(Some(told));
        });
    });
    load.run(());
    let body = move || match found.get() {
        None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        Some(Err(wrong)) => {
            let again = view! { <Button label=words.common().retry on_press=load /> };
            view! { <Notice kind=NoticeKind::Refused title=wrong.told(words) actions=again.into_any() /> }.into_any()
        }
        Some(Ok(all)) if all.is_empty() => {
            view! { <Empty glyph=Glyph::MAIL title=said.none text=said.none_lead action=().into_any() /> }.into_any()
        }
        Some(Ok(all)) => {
            let (waiting, decided): (Vec<_>, Vec<_>) = all.into_iter().partition(waits);
            let rows = decided.into_iter().map(|one| decided_row(desk, &one)).collect::<Vec<_>>();
            view! {
                {(!waiting.is_empty()).then(|| view! {
                    <Section title=said.waits>
                        {waiting.into_iter().map(|one| view! { <Waits contribution=one load /> }).collect_view()}
                    </Section>
                })}
                {(!rows.is_empty()).then(|| view! { <Section title=said.decided><Rows>{rows}</Rows></Section> })}
            }
            .into_any()
        }
    };
    let back = ("/shares".to_owned(), words.share().title.to_owned());
    view! { <Page title=said.title back named=true class="stack stack--loose">{dynamic(body)}</Page> }
}

/// Who sent it, by which link and when.
fn by(desk: Desk, one: &Contribution) -> String {
    let (said, day) = (desk.words().entry(), day(desk, one.at));
    if one.label { (said.via_label)(&one.name, &day) } else { (said.via)(&one.name, &one.firm, &one.link, &day) }
}

fn decided_row(desk: Desk, one: &Contribution) -> AnyView {
    let said = desk.words().sent();
    let title = format!("{} · {}", (said.sort)(one.sort, None), (said.state)(one.state));
    let lead = view! { <Icon glyph=if one.state == State::Accepted { Glyph::CHECK } else { Glyph::X } /> }.into_any();
    let text = by(desk, one).into_any();
    match one.record.filter(|_| one.sort == Sort::Entry) {
        Some(record) => view! { <Row title href=format!("/logbook/{record}") lead text /> }.into_any(),
        None => view! { <Row title lead text /> }.into_any(),
    }
}

/// What waits, as it would stand in the logbook, and what can be done with it.
#[component]
fn Waits(contribution: Contribution, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.sent();
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let (id, sort) = (contribution.id, contribution.sort);
    let decide = move |accept: bool| {
        Callback::new(move |()| {
            if busy.get_untracked() {
                return;
            }
            busy.set(true);
            leptos::task::spawn_local(async move {
                match contribution::decide(desk, id, accept).await {
                    Ok(_) if !accept => toaster.say(said.declined),
                    Ok(_) if sort == Sort::Membership => toaster.say(said.invited),
                    Ok(_) => toaster.say(said.accepted),
                    Err(wrong) => toaster.say(wrong.told(words)),
                }
                busy.try_set(false);
                load.run(());
            });
        })
    };
    let accept = if sort == Sort::Membership { said.accept_member } else { said.accept };
    view! {
        <article class="sent stack">
            <header class="stack stack--tight">
                <h3 class="sent__title">{title(desk, &contribution)}</h3>
                <p class="small soft">{by(desk, &contribution)}</p>
            </header>
            {content(desk, &contribution)}
            <div class="actions">
                <Button label=accept weight=Weight::Primary busy=busy on_press=decide(true) />
                <Button label=said.decline weight=Weight::Quiet on_press=decide(false) />
            </div>
        </article>
    }
}

/// What it is called, and what it is.
fn title(desk: Desk, one: &Contribution) -> String {
    let words = desk.words();
    let said = words.sent();
    match one.sort {
        Sort::Entry => {
            let entry = read::<Entry>(one);
            format!("{} · {}", (words.choice().entry)(entry.sort), entry.title)
        }
        sort => (said.sort)(sort, Some(read::<Remark>(one).sort)).to_owned(),
    }
}

fn read<T: serde::de::DeserializeOwned + Default>(one: &Contribution) -> T {
    one.fields.as_ref().and_then(|fields| fields.read().ok()).unwrap_or_default()
}

fn content(desk: Desk, one: &Contribution) -> AnyView {
    let words = desk.words();
    match one.sort {
        Sort::Entry => entry(desk, one),
        Sort::Remark => {
            let remark: Remark = read(one);
            let about = remark.about.and_then(|about| named(desk, about));
            let lines: Vec<FactLine> =
                about.map(|name| FactLine::words(words.sent().about, name)).into_iter().collect();
            view! {
                <Facts lines />
                {(!remark.text.is_empty()).then(|| view! { <p class="entry-page__notes">{remark.text}</p> })}
            }
            .into_any()
        }
        Sort::Membership => {
            let fields = one.fields.as_ref().map(model::Body::open).unwrap_or_default();
            let email = fields.get("email").and_then(|email| email.as_str()).unwrap_or_default();
            view! { <p>{(words.sent().member_lead)(email)}</p> }.into_any()
        }
    }
}

/// What an entry says that is not in the logbook yet.
fn entry(desk: Desk, one: &Contribution) -> AnyView {
    let words = desk.words();
    let entry: Entry = read(one);
    let mut lines = Vec::new();
    let systems: Vec<String> = entry.systems.iter().filter_map(|id| named(desk, *id)).collect();
    let mut say = |name: &'static str, value: String| {
        if !value.is_empty() {
            lines.push(FactLine::words(name, value));
        }
    };
    say(words.add().severity, entry.severity.map(words.choice().severity).unwrap_or_default().to_owned());
    say(words.entry().when, entry.when.map(|when| words.date(when)).unwrap_or_default());
    say(words.entry().systems, systems.join(", "));
    say(words.entry().done_by, entry.done_by.clone());
    say(words.add().cost, entry.cost.as_ref().map(|cost| words.money(cost)).unwrap_or_default());
    let part = |part: &model::entry::Part| {
        let number = if part.number.is_empty() { String::new() } else { format!(" ({})", part.number) };
        format!("{} × {}{number}", words.number(part.quantity), part.name)
    };
    say(words.add().parts, entry.parts.iter().map(part).collect::<Vec<_>>().join(", "));
    let id = one.id;
    let (photos, papers): (Vec<FileRef>, Vec<FileRef>) = entry.files.into_iter().partition(FileRef::is_photo);
    let (large, open) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let photo = move |file: FileRef| {
        let source = RwSignal::new(None::<String>);
        let (hash, media) = (file.hash, file.media.clone());
        let show = Callback::new(move |()| {
            let media = media.clone();
            leptos::task::spawn_local(async move {
                if let Ok(bytes) = contribution::content(desk, id, hash).await {
                    large.try_set(object_url::of(&bytes, &media));
                    open.try_set(true);
                }
            });
        });
        leptos::task::spawn_local(async move {
            let found = contribution::picture(desk, id, hash).await;
            source.try_set(found);
        });
        let open_label = (words.field().open_photo)(&file.name);
        view! { <Photo source caption=file.caption.clone() waiting=words.form().photo_waiting open_label on_open=show /> }
    };
    let paper = move |file: FileRef| {
        let (name, hash, media) = (file.name.clone(), file.hash, file.media.clone());
        let save = Callback::new(move |()| {
            let (name, media) = (name.clone(), media.clone());
            leptos::task::spawn_local(async move {
                if let Ok(bytes) = contribution::content(desk, id, hash).await {
                    page::save_file(&name, &bytes, &media);
                }
            });
        });
        let lead = view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any();
        let end = view! { <Button label=words.sent().save_paper glyph=Glyph::DOWNLOAD weight=Weight::Quiet icon_only=true on_press=save /> };
        view! { <Row title=file.name.clone() lead text=words.bytes(file.size).into_any() end=end.into_any() /> }
    };
    view! {
        <Facts lines />
        {(!entry.notes.is_empty()).then(|| view! { <p class="entry-page__notes">{entry.notes}</p> })}
        {(!photos.is_empty()).then(|| view! {
            <Photos>{photos.into_iter().map(photo).collect_view()}</Photos>
            <Dialog open title=words.sent().photo close=words.common().close>
                {dynamic(move || large.get().map(|source| view! { <img class="photo__large" src=source alt=words.sent().photo /> }))}
            </Dialog>
        })}
        {(!papers.is_empty()).then(|| view! { <Rows>{papers.into_iter().map(paper).collect_view()}</Rows> })}
    }
    .into_any()
}

/// What a record is called, if it is a system, an entry or a certificate.
fn named(desk: Desk, id: RecordId) -> Option<String> {
    let system = desk.library.find::<System>(id).map(|system| system.letter.name.clone());
    let entry = || desk.library.entry(id).map(|entry| entry.letter.title.clone());
    let certificate = || {
        let certificate = desk.library.certificate(id)?;
        Some((desk.words().choice().certificate)(certificate.letter.sort).to_owned())
    };
    system.or_else(entry).or_else(certificate)
}
