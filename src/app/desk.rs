//! The handle through which pages read and act: signals of the open home, of sync and of the account.

use crate::browser::clock;
use crate::data::Library;
use crate::driver::Engine;
use crate::pwa::Missing;
use crate::pwa::install::Way;
use leptos::prelude::*;
use model::access::{self, Action, Role};
use model::{AccountId, Date, Instant, ShareId, SpaceId};
use std::rc::Rc;
use sync::effect::Status;
use sync::{SpaceEntry, StoreError};
use words::{Language, Words};

/// What every page is given. A handle: copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The open home.
    pub library: Library,
    /// Somebody looks who was given a part of a home only. What, the engine knows.
    pub visiting: RwSignal<bool>,
    /// How far the app has come.
    pub phase: RwSignal<Phase>,
    /// The homes on this device.
    pub homes: RwSignal<Vec<SpaceEntry>>,
    /// The open home's space.
    pub space: RwSignal<Option<SpaceId>>,
    /// Whose device this is; remembered while offline and after the session ended.
    pub account: RwSignal<Option<Account>>,
    /// Whether the list of homes is shown.
    pub switching: RwSignal<bool>,
    /// Where sync stands.
    pub status: RwSignal<Status>,
    /// Edits of the open home that wait to be sent.
    pub waiting: RwSignal<usize>,
    /// Edits of the open home that the server refused.
    pub refused: RwSignal<usize>,
    /// What waits for a decision in the open home, as far as the server could be asked.
    pub decisions: RwSignal<usize>,
    /// Whether the browser believes that there is a network.
    pub online: RwSignal<bool>,
    /// The session has ended: sign in again to go on sending.
    pub sign_in_again: RwSignal<bool>,
    /// A home that is no longer open to this account, by its name.
    pub lost: RwSignal<Option<String>>,
    /// Rises whenever a deal on this device changes.
    pub deals: RwSignal<u32>,
    /// Uploads that wait for a person's word because they are large and the network is metered: bytes.
    pub asks_upload: RwSignal<Option<u64>>,
    /// A newer version of the app lies ready on this device.
    pub update_ready: RwSignal<bool>,
    /// How the app can be installed here.
    pub install: RwSignal<Way>,
    /// Another app handed something over, to be taken by the page that adds an entry.
    pub shared: RwSignal<bool>,
    /// A page that was asked for is not on this device and cannot be fetched.
    pub missing: RwSignal<Option<Missing>, LocalStorage>,
    /// The store under this tab is gone: a newer tab took it over, or (true) the browser cleared it. Only a reload helps.
    pub store_gone: RwSignal<Option<bool>>,
    /// Whether this device keeps what is written; false in a private window.
    pub keeps: RwSignal<bool>,
    /// The language.
    pub language: RwSignal<Language>,
    engine: StoredValue<Option<Rc<Engine>>, LocalStorage>,
}

/// How far the app has come.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Phase {
    /// The device's store is being opened.
    #[default]
    Opening,
    /// There is no home on this device yet.
    Welcome,
    /// Somebody came by a link and has not opened it yet.
    AtTheDoor,
    /// A home is open.
    Ready,
    /// The device's store cannot be opened.
    Broken(StoreError),
}

/// A part of a home that somebody was given, or that who shares it looks at as they would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visiting {
    /// The link; none in a preview.
    pub share: Option<ShareId>,
    /// The home, or the scheme, that is previewed.
    pub home: Option<SpaceId>,
    /// When the link ends.
    pub expires: Option<Instant>,
    /// The moment that is shown, if it is not now.
    pub as_of: Option<Instant>,
    /// What may be done besides looking.
    pub allowed: Allowed,
    /// Whether the cases of the scheme are given too.
    pub cases: bool,
}

/// What a visitor may do besides looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Allowed {
    /// Send an entry for the logbook.
    pub contribute: bool,
    /// Say something about what is shown.
    pub comment: bool,
    /// Sign for it.
    pub countersign: bool,
    /// Ask to become a member.
    pub join: bool,
}

/// Whose device this is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// Its e-mail.
    pub email: String,
    /// Whether it can sign in with a passkey.
    #[serde(default)]
    pub has_passkey: bool,
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    /// An empty desk, before the store is open.
    pub fn new() -> Self {
        Self {
            library: Library::new(),
            visiting: RwSignal::default(),
            phase: RwSignal::default(),
            homes: RwSignal::default(),
            space: RwSignal::default(),
            account: RwSignal::default(),
            switching: RwSignal::default(),
            status: RwSignal::default(),
            waiting: RwSignal::default(),
            refused: RwSignal::default(),
            decisions: RwSignal::default(),
            online: RwSignal::new(true),
            sign_in_again: RwSignal::default(),
            lost: RwSignal::default(),
            deals: RwSignal::default(),
            asks_upload: RwSignal::default(),
            update_ready: RwSignal::default(),
            install: RwSignal::new(crate::pwa::install::way()),
            shared: RwSignal::default(),
            missing: RwSignal::new_local(None),
            store_gone: RwSignal::default(),
            keeps: RwSignal::new(true),
            language: RwSignal::default(),
            engine: StoredValue::new_local(None),
        }
    }

    /// Gives the desk its engine.
    pub(crate) fn start(&self, engine: Rc<Engine>) {
        self.engine.set_value(Some(engine));
    }

    /// The engine, once the store is open.
    pub(crate) fn engine(&self) -> Option<Rc<Engine>> {
        self.engine.get_value()
    }

    /// What is said, in the person's language; tracks it.
    pub fn words(&self) -> &'static Words {
        self.language.get().words()
    }

    /// The day it is at the open home.
    pub fn today(&self) -> Date {
        let zone = self.library.property().and_then(|property| property.letter.time_zone.clone());
        clock::today(zone.as_deref())
    }

    /// What this device's account is in the open home; tracks it.
    pub fn role(&self) -> Role {
        let space = self.space.get();
        self.homes
            .with(|homes| homes.iter().find(|home| Some(home.space) == space).map_or(Role::Owner, |home| home.role))
    }

    /// Whether the server knows the open home; tracks it.
    pub fn joined(&self) -> bool {
        let space = self.space.get();
        self.homes.with(|homes| homes.iter().any(|home| Some(home.space) == space && home.joined))
    }

    /// Whether this device's account may do `action` in the open home: the rule that the API applies too; tracks the role.
    pub fn may(&self, action: Action) -> bool {
        access::may(self.role(), action)
    }
}

/// The desk, from a component.
pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}
