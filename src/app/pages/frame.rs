//! The frame around every page of an open home: places, the homes, the badge of sync.

use crate::components::{Brand, Glyph, Icon, When, dynamic, whenever};
use crate::data::Library;
use crate::desk::{Desk, use_desk};
use crate::route::fetched;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};
use model::access::Action;
use model::contact::Contact;
use model::document::Document;
use model::item::Item;
use model::system::System;
use model::warranty::Warranty;

/// The frame, with a page in it.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let at = use_location().pathname;
    let navigate = use_navigate();
    whenever(move || {
        if desk.shared.get() && at.with(|path| path != "/add") {
            navigate("/add?shared=1", leptos_router::NavigateOptions::default());
        }
    });
    let task = move || {
        at.with(|path| {
            ["/add", "/new", "/edit", "/amend", "/replace", "/setup", "/sign-in"].iter().any(|end| path.ends_with(end))
        })
    };
    let place = move |href: &'static str, glyph: Glyph, name: &'static str| view! { <Place href glyph name /> };
    view! {
        <a class="skip" href="#main">{words.frame().skip}</a>
        <div class="frame" class:frame--task=Signal::derive(task)>
            <nav class="frame__nav" aria-label=words.frame().navigation>
                <div class="frame__brand"><Brand name=words.common().product /></div>
                <div class="frame__home"><HomeSwitch /></div>
                <ul class="frame__places">
                    {place("/", Glyph::HOUSE, words.frame().home)}
                    {place("/logbook", Glyph::BOOK_OPEN, words.frame().logbook)}
                    {place("/plan", Glyph::CALENDAR, words.frame().plan)}
                    {(!desk.visiting.get_untracked()).then(|| place("/portal", Glyph::WRENCH, words.frame().portal))}
                </ul>
                <When is=Signal::derive(move || desk.may(Action::Add))>
                    <a href="/add" class="button button--primary frame__add">
                        <Icon glyph=Glyph::PLUS class="button__icon" />
                        {words.frame().add}
                    </a>
                </When>
                <div class="frame__index">
                    <h2 class="frame__index-name">{words.frame().in_this_book}</h2>
                    <ul>{index(desk).into_iter().map(|shelf| view! { <Shelf shelf rail=true /> }).collect_view()}</ul>
                </div>
                <div class="frame__foot">
                    <SyncBadge />
                    <ul>{place("/settings", Glyph::SETTINGS, words.frame().settings)}</ul>
                </div>
            </nav>
            <div class="frame__main">
                {fetched(desk.visiting.into(), || Box::pin(super::visit::visit()))}
                {fetched(news(desk), || Box::pin(super::news::engine_news()))}
                {children()}
            </div>
        </div>
        {fetched(desk.switching.into(), || Box::pin(super::homes::homes()))}
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

/// How many meters have been read.
fn meters(library: Library) -> usize {
    let mut meters = Vec::new();
    library.readings.with(|readings| {
        for reading in readings.iter().map(|reading| (reading.letter.system, reading.letter.unit)) {
            if !meters.contains(&reading) {
                meters.push(reading);
            }
        }
    });
    meters.len()
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
    let open = move || library.coming().len();
    [
        link("/systems", Glyph::LAYERS, words.frame().systems, Signal::derive(in_use)),
        link(
            "/documents",
            Glyph::FILE_TEXT,
            words.frame().documents,
            Signal::derive(move || library.shelf::<Document>().len()),
        ),
        link(
            "/certificates",
            Glyph::BADGE_CHECK,
            words.frame().certificates,
            Signal::derive(move || library.certificates.with(|all| all.len())),
        ),
        link(
            "/warranties",
            Glyph::SHIELD_CHECK,
            words.frame().warranties,
            Signal::derive(move || library.shelf::<Warranty>().len()),
        ),
        link("/tasks", Glyph::LIST_CHECKS, words.frame().tasks, Signal::derive(open)),
        link("/items", Glyph::PACKAGE, words.frame().items, Signal::derive(move || library.shelf::<Item>().len())),
        link("/meters", Glyph::GAUGE, words.frame().meters, Signal::derive(move || meters(library))),
        link(
            "/contacts",
            Glyph::CONTACT,
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
pub fn HomeSwitch() -> impl IntoView {
    let desk = use_desk();
    let property = move || desk.library.property();
    let name = move || property().map(|property| property.letter.name.clone()).unwrap_or_default();
    let street = move || property().map(|property| street(&property.letter)).unwrap_or_default();
    view! {
        <button class="home-switch" type="button" aria-haspopup="dialog" on:click=move |_| desk.switching.set(!desk.visiting.get_untracked())>
            <span class="home-switch__text">
                <span class="home-switch__name">{dynamic(name)}</span>
                <span class="home-switch__street">{dynamic(street)}</span>
            </span>
            <Icon glyph=Glyph::CHEVRONS_UP_DOWN />
            <span class="unseen">{desk.words().frame().switch_home}</span>
        </button>
    }
}

fn street(property: &model::property::Property) -> String {
    let parts = [property.address.lines().next().unwrap_or_default(), &property.suburb];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Where sync stands, in one quiet badge that leads to what waits.
#[component]
pub fn SyncBadge() -> impl IntoView {
    let desk = use_desk();
    let state = move || {
        let words = desk.words();
        let (waiting, refused) = (desk.waiting.get(), desk.refused.get());
        if refused > 0 {
            (Glyph::CIRCLE_ALERT, refused, (words.frame().refused)(refused))
        } else if desk.sign_in_again.get() {
            (Glyph::KEY_ROUND, 0, words.frame().sign_in_again.to_owned())
        } else if !desk.joined() {
            (Glyph::SMARTPHONE, 0, words.frame().device_only.to_owned())
        } else if waiting > 0 {
            (Glyph::CLOUD_UPLOAD, waiting, (words.frame().waiting)(waiting))
        } else if !desk.online.get() {
            (Glyph::CLOUD_OFF, 0, words.frame().offline.to_owned())
        } else {
            (Glyph::CLOUD_CHECK, 0, words.frame().synced.to_owned())
        }
    };
    let href = move || if desk.sign_in_again.get() { "/sign-in" } else { "/settings/unsent" }.to_owned();
    view! {
        <a href=href class="sync-badge">
            {dynamic(move || {
                let (glyph, count, text) = state();
                view! {
                    <Icon glyph />
                    {(count > 0).then(|| view! { <span class="sync-badge__count" aria-hidden="true">{count}</span> })}
                    <span class="sync-badge__text" role="status">{text}</span>
                }
            })}
        </a>
    }
}

/// Whether there is something that the person should know on whichever page they are.
fn news(desk: Desk) -> Signal<bool> {
    Signal::derive(move || {
        desk.update_ready.get()
            || desk.missing.with(Option::is_some)
            || desk.store_gone.with(Option::is_some)
            || !desk.keeps.get()
            || desk.sign_in_again.get()
            || desk.lost.with(Option::is_some)
            || desk.asks_upload.with(Option::is_some)
    })
}
