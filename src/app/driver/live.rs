//! Hearing from the server that something changed: an event stream, and asking now and then where there is none.

use super::engine::Engine;
use crate::browser::{events, network, timer};
use crate::net;
use leptos::prelude::*;
use model::SpaceId;
use std::rc::Rc;
use sync::Event;
use wire::account::Me;
use wire::live::Live;
use wire::path;

/// How often heads are asked for while the event stream is down. Four requests a minute of about 200 bytes each.
const POLL_MS: u64 = 15_000;

impl Engine {
    /// Watches the network and the server for the rest of the page's life.
    pub(super) fn watch(self: &Rc<Self>) {
        let engine = self.clone();
        network::watch(move |online| engine.connected(online));
        let engine = self.clone();
        network::watch_shown(move || engine.look());
        self.connected(network::is_online());
        let engine = self.clone();
        leptos::task::spawn_local(async move { engine.listen().await });
    }

    fn connected(self: &Rc<Self>, online: bool) {
        self.desk.online.set(online);
        if online {
            self.with_files().into_iter().for_each(|space| self.upload_waiting(space));
            let engine = self.clone();
            leptos::task::spawn_local(async move { engine.tell_language().await });
        }
        self.happen(Event::Connected(online));
    }

    /// Holds an event stream while somebody is signed in; asks for heads while it is down.
    async fn listen(self: Rc<Self>) {
        loop {
            if self.may_listen() {
                let engine = self.clone();
                let heard = move |text: String| {
                    match serde_json::from_str::<Live>(&text) {
                        Ok(live) if engine.is_known(live.space) => engine.hear(vec![live]),
                        // Another device made it, or was let into it.
                        Ok(_) => engine.look(),
                        Err(_) => {}
                    }
                };
                let wanted = self.clone();
                events::listen(path::EVENTS, heard, move || wanted.may_listen()).await;
                self.ask_heads().await;
            }
            timer::wait(POLL_MS).await;
        }
    }

    fn may_listen(&self) -> bool {
        let signed_in = self.desk.account.with_untracked(Option::is_some) && !self.desk.sign_in_again.get_untracked();
        signed_in && self.desk.online.get_untracked()
    }

    fn is_known(&self, space: SpaceId) -> bool {
        self.entry(space).is_some() || self.is_deal(space)
    }

    fn look(self: &Rc<Self>) {
        let engine = self.clone();
        leptos::task::spawn_local(async move { engine.ask_heads().await });
    }

    /// Asks where the heads stand.
    pub(crate) async fn ask_heads(self: &Rc<Self>) {
        if !self.may_listen() {
            return;
        }
        let Ok(heads) = net::get::<Vec<Live>>(path::HEADS).await else { return };
        let invited = heads.iter().any(|live| !self.is_known(live.space));
        if invited && let Ok(me) = net::get::<Me>(path::ME).await {
            // A home that cannot be noted now is found again at the next look.
            let _ = self.take_memberships(me.spaces).await;
        }
        for home in self.homes().into_iter().filter(|home| !home.joined) {
            let _ = self.join(home.space).await;
        }
        self.hear(heads);
    }

    /// Takes in how spaces stand.
    fn hear(self: &Rc<Self>, heads: Vec<Live>) {
        if heads.iter().any(|live| live.closed) {
            let (engine, heads) = (self.clone(), heads.clone());
            leptos::task::spawn_local(async move { engine.note_ended(&heads).await });
        }
        self.happen(Event::Woken(heads));
    }
}
