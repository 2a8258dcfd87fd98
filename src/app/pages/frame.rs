//! The frame around every page of an open home: places, the homes, the badge of sync.

use super::homes::engine_homes;
use super::news::engine_news;
use crate::components::{Brand, Glyph, Icon, When, dynamic};
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};
use model::access::Action;
use model::contact::Contact;
use model::document::Document;
use model::item::Item;
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;

/// The frame, with a page in it.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let words = move || desk.words();
    let switching = RwSignal::new(false);
    let at = use_location().pathname;
    let navigate = use_navigate();
    Effect::new(move |_| {
        if desk.shared.get() && at.with(|path| path != "/add") {
            navigate("/add?shared=1", leptos_router::NavigateOptions::default());
        }
    });
    let task = move || {
        at.with(|path| {
            ["/add", "/new", "/edit", "/amend", "/replace", "/sign-in"].iter().any(|end| path.ends_with(end))
        })
    };
    let place = move |href: &'static str, glyph: Glyph, name: &'static str| view! { <Place href glyph name /> };
    view! {
        <a class="skip" href="#main">{dynamic(move || words().frame().skip)}</a>
        <div class="frame" class:frame--task=Signal::derive(task)>
            <nav class="frame__nav" aria-label=words().frame().navigation>
                <div class="frame__brand"><Brand name=words().common().product /></div>
                <div class="frame__home"><HomeSwitch switching /></div>
                <ul class="frame__places">
                    {place("/", Glyph::House, words().frame().home)}
                    {place("/logbook", Glyph::BookOpen, words().frame().logbook)}
                </ul>
                <When is=Signal::derive(move || desk.may(Action::Write))>
                    <A href="/add" attr:class="button button--primary frame__add">
                        <Icon glyph=Glyph::Plus class="button__icon" />
                        {dynamic(move || words().frame().add)}
                    </A>
                </When>
                <div class="frame__index">
                    <h2 class="frame__index-name">{dynamic(move || words().frame().in_this_book)}</h2>
                    <ul>{index(desk).into_iter().map(|shelf| view! { <Shelf shelf rail=true /> }).collect_view()}</ul>
                </div>
                <div class="frame__foot">
                    <SyncBadge />
                    <ul>{place("/settings", Glyph::Settings, words().frame().settings)}</ul>
                </div>
            </nav>
            <div class="frame__main">
                <News />
                {children()}
            </div>
        </div>
        <Homes switching />
    }
}

#[component]
fn Place(href: &'static str, glyph: Glyph, name: &'static str) -> impl IntoView {
    view! {
        <li>
            <A href=href exact=href == "/" attr:class="frame__place">
                <Icon glyph />
                {name}
            </A>
        </li>
    }
}

/// A part of the book: where it is and how much it holds.
#[derive(Clone, Copy)]
pub struct ShelfLink {
    href: &'static str,
    glyph: Glyph,
    name: &'static str,
    count: Signal<usize>,
}

/// The parts of the book, in the order in which they are offered.
pub fn index(desk: Desk) -> [ShelfLink; 8] {
    let words = desk.words();
    let library = desk.library;
    let link = |href, glyph, name, count| ShelfLink { href, glyph, name, count };
    let in_use = move || library.shelf::<System>().values().filter(|system| system.letter.in_use()).count();
    let open = move || library.shelf::<Task>().values().filter(|task| task.letter.done.is_none()).count();
    [
        link("/systems", Glyph::Layers, words.frame().systems, Signal::derive(in_use)),
        link(
            "/documents",
            Glyph::FileText,
            words.frame().documents,
            Signal::derive(move || library.shelf::<Document>().len()),
        ),
        link(
            "/certificates",
            Glyph::BadgeCheck,
            words.frame().certificates,
            Signal::derive(move || library.certificates.with(|all| all.len())),
        ),
        link(
            "/warranties",
            Glyph::ShieldCheck,
            words.frame().warranties,
            Signal::derive(move || library.shelf::<Warranty>().len()),
        ),
        link("/tasks", Glyph::ListChecks, words.frame().tasks, Signal::derive(open)),
        link("/items", Glyph::Package, words.frame().items, Signal::derive(move || library.shelf::<Item>().len())),
        link(
            "/meters",
            Glyph::Gauge,
            words.frame().meters,
            Signal::derive(move || library.readings.with(|all| all.len())),
        ),
        link(
            "/contacts",
            Glyph::Contact,
            words.frame().contacts,
            Signal::derive(move || library.shelf::<Contact>().len()),
        ),
    ]
}

/// A part of the book, in the rail or on the home screen.
#[component]
pub fn Shelf(
    /// Which.
    shelf: ShelfLink,
    /// In the rail.
    #[prop(optional)]
    rail: bool,
) -> impl IntoView {
    let (link, count) = if rail { ("frame__place", "frame__place-count") } else { ("index__link", "index__count") };
    let number = move || match shelf.count.get() {
        0 => String::new(),
        count => count.to_string(),
    };
    view! {
        <li>
            <A href=shelf.href attr:class=link>
                <Icon glyph=shelf.glyph />
                <span>{shelf.name}</span>
                <span class=count>{dynamic(number)}</span>
            </A>
        </li>
    }
}

/// The open home's name, and the way to the others.
#[component]
pub fn HomeSwitch(
    /// Opens the list of homes.
    switching: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let property = move || desk.library.property();
    let name = move || property().map(|property| property.letter.name.clone()).unwrap_or_default();
    let street = move || property().map(|property| street(&property.letter)).unwrap_or_default();
    view! {
        <button class="home-switch" type="button" aria-haspopup="dialog" on:click=move |_| switching.set(true)>
            <span class="home-switch__text">
                <span class="home-switch__name">{dynamic(name)}</span>
                <span class="home-switch__street">{dynamic(street)}</span>
            </span>
            <Icon glyph=Glyph::ChevronsUpDown />
            <span class="unseen">{dynamic(move || desk.words().frame().switch_home)}</span>
        </button>
    }
}

fn street(property: &model::property::Property) -> String {
    let parts = [property.address.lines().next().unwrap_or_default(), &property.suburb];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The homes on this device; fetched when somebody first asks for them.
#[component]
pub fn Homes(
    /// Whether they are shown.
    switching: RwSignal<bool>,
) -> impl IntoView {
    let drawn = RwSignal::new(None::<fn(RwSignal<bool>) -> AnyView>);
    Effect::new(move |_| {
        if switching.get() && drawn.with_untracked(Option::is_none) {
            leptos::task::spawn_local(async move { drawn.set(Some(engine_homes().await)) });
        }
    });
    dynamic(move || drawn.get().map(|draw| draw(switching)))
}

/// Where sync stands, in one quiet badge that leads to what waits.
#[component]
pub fn SyncBadge() -> impl IntoView {
    let desk = use_desk();
    let state = move || {
        let words = desk.words();
        let (waiting, refused) = (desk.waiting.get(), desk.refused.get());
        if refused > 0 {
            (Glyph::CircleAlert, refused, (words.frame().refused)(refused))
        } else if desk.sign_in_again.get() {
            (Glyph::KeyRound, 0, words.frame().sign_in_again.to_owned())
        } else if !desk.joined() {
            (Glyph::Smartphone, 0, words.frame().device_only.to_owned())
        } else if waiting > 0 {
            (Glyph::CloudUpload, waiting, (words.frame().waiting)(waiting))
        } else if !desk.online.get() {
            (Glyph::CloudOff, 0, words.frame().offline.to_owned())
        } else {
            (Glyph::CloudCheck, 0, words.frame().synced.to_owned())
        }
    };
    let href = move || if desk.sign_in_again.get() { "/sign-in" } else { "/settings/unsent" }.to_owned();
    view! {
        <A href=href attr:class="sync-badge">
            {dynamic(move || {
                let (glyph, count, text) = state();
                view! {
                    <Icon glyph />
                    {(count > 0).then(|| view! { <span class="sync-badge__count" aria-hidden="true">{count}</span> })}
                    <span class="sync-badge__text" role="status">{text}</span>
                }
            })}
        </A>
    }
}

/// What the person should know on whichever page they are; fetched when there is something.
#[component]
fn News() -> impl IntoView {
    let desk = use_desk();
    let drawn = RwSignal::new(None::<Draw>);
    let something = move || {
        desk.update_ready.get()
            || desk.missing.with(Option::is_some)
            || desk.store_gone.with(Option::is_some)
            || !desk.keeps.get()
            || desk.sign_in_again.get()
            || desk.lost.with(Option::is_some)
            || desk.asks_upload.with(Option::is_some)
    };
    Effect::new(move |_| {
        if something() && drawn.with_untracked(Option::is_none) {
            leptos::task::spawn_local(async move { drawn.set(Some(engine_news().await)) });
        }
    });
    dynamic(move || drawn.get().map(|draw| draw()))
}
