//! Writing in a case: as whom, what is done, and the words for it.

use crate::browser::{clock, random};
use crate::components::{AreaField, Button, Section, SelectField, TextField, Weight, dynamic};
use crate::deeds::Change;
use crate::deeds::estate_case::{self as deeds, OwnCase};
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, money_typed};
use crate::pages::trade::photos::PhotosField;
use leptos::prelude::*;
use model::canonical::normal;
use model::dispute::{DisputeAct, Statement, Thread, offered};
use model::estate::case::{Act, Role};
use model::{Instant, RecordId};

/// As whom somebody may write.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Speaker {
    Party(RecordId, String),
    Office(Role),
}

impl Speaker {
    fn party(&self) -> Option<RecordId> {
        if let Self::Party(id, _) = self { Some(*id) } else { None }
    }

    fn office(&self) -> Option<Role> {
        if let Self::Office(role) = self { Some(*role) } else { None }
    }
}

fn now() -> Instant {
    Instant(clock::now_ms().cast_signed())
}

/// As whom one may write in it.
fn speakers(desk: Desk, case: &OwnCase, thread: &Thread) -> Vec<(Speaker, String)> {
    let said = desk.words().estate_case();
    let Some((_, matter)) = &thread.matter else { return Vec::new() };
    let parties = case.writer.speaks_for(matter).into_iter().map(|party| {
        let is_own = party.account.is_some() || party.link.is_some();
        let name = if is_own { party.name.clone() } else { (said.for_party)(&party.name) };
        (Speaker::Party(party.id, party.name.clone()), name)
    });
    let parties: Vec<_> = parties.collect();
    let offices = case.writer.offices().iter().filter(|_| !case.writer.is_party(matter));
    let offices = offices.map(|role| (Speaker::Office(*role), (said.role)(*role).to_owned()));
    offices.chain(parties).collect()
}

#[component]
pub(super) fn Write(case: Memo<Option<Option<OwnCase>>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_case();
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (speaker, deed, typed, rule, cents) = (text(), text(), text(), text(), text());
    let files = RwSignal::new(Vec::new());
    let read = move || case.get().flatten().map(|case| (case.thread(), case));
    let all = Memo::new(move |_| read().map(|(thread, case)| speakers(desk, &case, &thread)).unwrap_or_default());
    let chosen = move || {
        let all = all.get();
        let at = speaker.get().parse::<usize>().unwrap_or(0);
        all.get(at).or_else(|| all.first()).map(|(speaker, _)| speaker.clone())
    };
    let acts = Memo::new(move |_| {
        let (Some((thread, case)), Some(speaker)) = (read(), chosen()) else { return Vec::new() };
        offered(&thread, speaker.party(), speaker.office(), case.writer.account, now())
    });
    let act = move || {
        acts.with(|acts| acts.iter().copied().find(|act| act.as_str() == deed.get()).or_else(|| acts.first().copied()))
    };
    let is_said = Memo::new(move |_| matches!(act(), Some(Act::Say | Act::Add)));
    let write = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(Some(own)), Some(speaker), Some(act)) = (case.get_untracked(), untrack(chosen), untrack(act)) else {
            return;
        };
        let (party, office, at) = (speaker.party(), speaker.office(), Some(now()));
        let name = match &speaker {
            Speaker::Party(_, name) => name.clone(),
            Speaker::Office(_) => own_name(desk),
        };
        let (text, files_now) = (normal(&typed.get_untracked()), files.get_untracked());
        let id = random::record_id();
        let change = if matches!(act, Act::Say | Act::Add) {
            let cents = match money_typed(&cents.get_untracked(), "ZAR", "cents") {
                Ok(money) => money.map(|money| money.cents),
                Err(fault) => return form.show(vec![fault]),
            };
            let rule = normal(&rule.get_untracked());
            let said =
                Statement { party, office, text, files: files_now, rule, cents, name, at, ..Statement::default() };
            Change::new(id, &said)
        } else {
            Change::new(id, &DisputeAct { act, party, office, text, files: files_now, name, at })
        };
        form.run(async move { deeds::write(desk, &own, change).await }, move |()| {
            [typed, rule, cents].into_iter().for_each(|one| one.set(String::new()));
            files.set(Vec::new());
        });
    };
    let as_whom = Signal::derive(move || {
        let all = all.get().into_iter().enumerate();
        all.map(|(at, (_, name))| (at.to_string(), name)).collect::<Vec<_>>()
    });
    let deeds_named = Signal::derive(move || {
        acts.get().into_iter().map(|act| (act.as_str().to_owned(), (said.act)(act).to_owned())).collect::<Vec<_>>()
    });
    // The box stands with what can be done first, and follows when that can be done no more.
    Effect::new(move |_| {
        let first = acts.with(|acts| {
            let stays = acts.iter().any(|act| act.as_str() == deed.get_untracked());
            (!stays).then(|| acts.first().map(|act| act.as_str().to_owned()).unwrap_or_default())
        });
        if let Some(first) = first {
            deed.set(first);
        }
    });
    let may = Memo::new(move |_| acts.with(|acts| !acts.is_empty()));
    let several = Memo::new(move |_| all.with(|all| all.len() > 1));
    let space = case.get_untracked().flatten().map(|case| case.space).unwrap_or_default();
    let more = move || {
        is_said.get().then(|| view! {
            <AreaField label=said.rule hint=said.rule_hint value=rule optional=words.common().optional />
            <TextField label=said.cents value=cents sign="R" keyboard="decimal" optional=words.common().optional error=form.error("cents") />
        })
    };
    view! {
        <Section title=said.write>
            {dynamic(move || (!may.get()).then(|| view! { <p class="soft">{said.nothing}</p> }))}
            <form class="form" hidden=move || !may.get() novalidate on:submit=write>
                {dynamic(move || several.get().then(|| view! { <SelectField label=said.speaker value=speaker options=as_whom /> }))}
                <SelectField label=said.deed value=deed options=deeds_named />
                <AreaField label=said.text value=typed error=form.error("text") />
                <PhotosField label=said.files space files papers=true />
                {dynamic(more)}
                <div class="actions"><Button label=said.send weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
}

/// What one is called who acts in an office: the name in front of one's address.
fn own_name(desk: Desk) -> String {
    let email = desk.account.with_untracked(|account| account.as_ref().map(|account| account.email.clone()));
    email.unwrap_or_default().split('@').next().unwrap_or_default().to_owned()
}
