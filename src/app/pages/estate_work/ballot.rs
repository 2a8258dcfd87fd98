//! Votes: who said what and what became of it, and one's own in two taps.

use super::Found;
use super::known::read;
use crate::components::{AreaField, Button, Dialog, Row, Rows, Section, Status, Tone, Weight, dynamic};
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::estate::approval::{Matter, Outcome, Say};
use model::scheme::Motion;
use model::scheme::motion::{Ballot, trustee};
use model::{AccountId, RecordId};

/// The votes.
#[component]
pub fn Ballots(found: Found, motion: Memo<Option<Motion>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let list = move || {
        let motion = motion.get()?;
        read(found, |estate| ballots(desk, &motion, &motion.ballot(id, &estate.records)))
    };
    view! { <Section title=said.who_voted>{dynamic(list)}</Section> }
}

/// Every trustee of the panel with what they say, then the votes that do not count.
fn ballots(desk: Desk, motion: &Motion, ballot: &Ballot) -> AnyView {
    let said = desk.words().work();
    let own = desk.account.with(|account| account.as_ref().map(|account| account.id));
    let name = |member: AccountId, written: Option<&str>| {
        let name = written.or_else(|| motion.name_of(member)).unwrap_or(said.trustee).to_owned();
        if own == Some(member) { format!("{name} ({})", said.you) } else { name }
    };
    let named = |member: AccountId| {
        let own = ballot.votes.iter().rev().find(|(vote, _)| vote.member == Some(member));
        own.map(|(vote, _)| vote.name.as_str()).filter(|name| !name.is_empty())
    };
    let row = |member: &AccountId| {
        let say = ballot.matter.says(trustee(*member));
        let counted = ballot.votes.iter().rev().find(|(vote, told)| vote.member == Some(*member) && told.is_ok());
        let reason = counted.map(|(vote, _)| vote.reason.clone()).unwrap_or_default();
        let title = name(*member, named(*member));
        view! { <Row title text=reason.into_any() end=status(desk, say) /> }
    };
    let dropped = ballot.votes.iter().filter_map(|(vote, told)| Some((vote, told.err()?)));
    let dropped = dropped.map(|(vote, why)| {
        let member = vote.member.unwrap_or_default();
        let text = format!("{} · {}", (said.say)(vote.say), (said.refusal)(why));
        view! { <Row title=name(member, Some(&vote.name)) text=text.into_any() /> }
    });
    let (rows, dropped) = (motion.panel.iter().map(row).collect_view(), dropped.collect_view());
    view! { <Rows>{rows} {dropped}</Rows> }.into_any()
}

fn status(desk: Desk, say: Option<Say>) -> AnyView {
    let said = desk.words().work();
    let (tone, word) = match say {
        Some(say @ Say::Approve) => (Tone::Good, (said.say)(say)),
        Some(say @ Say::Decline) => (Tone::Bad, (said.say)(say)),
        Some(say @ Say::Recuse) => (Tone::Info, (said.say)(say)),
        None => (Tone::Unknown, said.not_voted),
    };
    view! { <Status tone word /> }.into_any()
}

/// What one may still say: nothing where one is not of the panel, takes no part, or it is decided.
fn open_to(matter: &Matter, member: AccountId) -> Vec<Say> {
    let counts = |say: &Say| matter.check(model::estate::approval::Vote { by: trustee(member), say: *say }).is_ok();
    Say::ALL.iter().copied().filter(counts).collect()
}

/// One's own vote: a tap for what one says, and one that casts it.
#[component]
pub fn Voting(found: Found, motion: Memo<Option<Motion>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let open = RwSignal::new(false);
    let say = RwSignal::new(Say::Approve);
    let reason = RwSignal::new(String::new());
    let choices = Memo::new(move |_| {
        let member = desk.account.with(|account| account.as_ref().map(|account| account.id))?;
        let motion = motion.get()?;
        let ballot = read(found, |estate| (!estate.is_visit).then(|| motion.ballot(id, &estate.records))).flatten()?;
        let open = open_to(&ballot.matter, member);
        (ballot.matter.outcome() != Outcome::Stuck && !open.is_empty()).then_some(open)
    });
    let cast = Callback::new(move |()| {
        let member = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
        let motion = motion.get_untracked().unwrap_or_default();
        let name = member.and_then(|member| motion.name_of(member)).map(str::to_owned);
        let (say, why) = (say.get_untracked(), reason.get_untracked().trim().to_owned());
        form.run(async move { deeds::vote(desk, id, say, name.as_deref(), why).await }, move |()| {
            open.try_set(false);
            form.say(said.vote_kept);
        });
    });
    let buttons = move || {
        let choices = choices.get()?;
        let button = |one: Say| {
            let press = Callback::new(move |()| {
                say.set(one);
                open.set(true);
            });
            let weight = if one == Say::Approve { Weight::Primary } else { Weight::Plain };
            view! { <Button label=(said.vote)(one) weight on_press=press /> }
        };
        let buttons = choices.into_iter().map(button).collect_view();
        Some(view! {
            <Section title=said.your_vote>
                <div class="actions estate-work__vote">{buttons}</div>
            </Section>
        })
    };
    let asked = move || {
        let recuses = say.get() == Say::Recuse;
        view! {
            <p><strong>{(said.vote_sure)(say.get())}</strong></p>
            {recuses.then(|| view! { <p class="soft">{said.vote_recuse}</p> })}
            <AreaField label=said.vote_reason optional=words.common().optional value=reason error=form.error("reason") />
            <div class="actions">
                <Button label=said.vote_button weight=Weight::Primary busy=form.busy() on_press=cast />
            </div>
        }
    };
    view! {
        {dynamic(buttons)}
        <Dialog open title=said.your_vote close=words.common().cancel>{dynamic(asked)}</Dialog>
    }
}
