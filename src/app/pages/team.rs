//! Who works together in a firm or a scheme: members, invitations, and what each may. Each kind of space says it in words of its own.

use crate::browser::page;
use crate::components::{
    Button, Cell, Chip, Choice, Column, Glyph, Icon, Notice, NoticeKind, Row, Rows, Section, Table, TableRow,
    TextField, Weight, dynamic,
};
use crate::deeds::portal::refresh;
use crate::deeds::{Trouble, team as deeds};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::access::{Action, Role};
use model::{AccountId, SpaceId};
use wire::space::{Invitation, Member, Members};

/// What a kind of space says of its people, and the rules that it goes by.
#[derive(Clone, Copy)]
pub struct Terms {
    /// Whether a role may do that.
    pub may: fn(Role, Action) -> bool,
    /// As what somebody can be invited; the first is proposed.
    pub offered: [Role; 2],
    /// The address of the page.
    pub page: &'static str,
    /// Over the list.
    pub title: &'static str,
    /// How many there may be, and what removing somebody does.
    pub lead: &'static str,
    /// Leaves the space.
    pub leave: &'static str,
    /// The question as what somebody comes.
    pub comes_as: &'static str,
    /// A role, and what it may.
    pub role_may: fn(Role) -> &'static str,
}

/// The people of a space.
#[component]
pub fn Team(
    /// The space.
    space: SpaceId,
    /// What one is in it.
    role: Role,
    /// Of which kind it is.
    terms: Terms,
) -> impl IntoView {
    let desk = use_desk();
    let found = RwSignal::new(None::<Members>);
    let trouble = RwSignal::new(None::<Trouble>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match deeds::members(space).await {
                Ok(members) => drop(found.try_set(Some(members))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    load.run(());
    let remove = Callback::new(move |account| {
        leptos::task::spawn_local(async move {
            match deeds::remove(space, account).await {
                // Who left is no more told of the space.
                Ok(()) => drop(refresh(desk).await),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            load.run(());
        });
    });
    let uninvite = Callback::new(move |id: String| {
        leptos::task::spawn_local(async move {
            if let Err(wrong) = deeds::uninvite(space, &id).await {
                trouble.try_set(Some(wrong));
            }
            load.run(());
        });
    });
    let list = move || {
        found.get().map(|Members { members, invitations }| {
            let members = members.into_iter().map(|member| joined(member, role, terms, remove)).collect_view();
            let invitations = invitations.into_iter().map(|one| invited(one, role, terms, uninvite)).collect_view();
            view! { <Rows>{members} {invitations}</Rows> }
        })
    };
    let may_invite = (terms.may)(role, Action::Invite(terms.offered[0]));
    view! {
        <Section title=terms.title>
            <p class="soft">{terms.lead}</p>
            <TroubleNotice trouble back=terms.page />
            {dynamic(list)}
            {may_invite.then(|| view! { <Inviting space role terms trouble load /> })}
        </Section>
    }
}

fn joined(member: Member, role: Role, terms: Terms, remove: Callback<AccountId>) -> AnyView {
    let desk = use_desk();
    let words = desk.words();
    let own = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
    let Member { account, email, role: theirs, .. } = member;
    let mine = own == Some(account);
    let may = (terms.may)(role, if mine { Action::Leave } else { Action::Remove(theirs) });
    let label = if mine { terms.leave } else { words.common().remove };
    let press = Callback::new(move |()| remove.run(account));
    let you = if mine { format!(" · {}", words.account().is_you) } else { String::new() };
    let text = format!("{}{you}", (words.choice().role)(theirs)).into_any();
    let lead = view! { <Icon glyph=Glyph::USER /> }.into_any();
    let actions = may.then(|| view! { <Button label weight=Weight::Small on_press=press /> }).into_any();
    view! { <Row title=email lead text actions /> }.into_any()
}

fn invited(one: Invitation, role: Role, terms: Terms, uninvite: Callback<String>) -> AnyView {
    let words = use_desk().words();
    let Invitation { id, email, role: theirs, expires, .. } = one;
    let until = (words.account().invited_until)(&words.day(expires.date(120)));
    let text = format!("{} · {} · {until}", words.account().invited, (words.choice().role)(theirs)).into_any();
    let press = Callback::new(move |()| uninvite.run(id.clone()));
    let may = (terms.may)(role, Action::Invite(theirs));
    let lead = view! { <Icon glyph=Glyph::MAIL /> }.into_any();
    let label = words.account().uninvite;
    let actions = may.then(|| view! { <Button label weight=Weight::Small on_press=press /> }).into_any();
    view! { <Row title=email lead text actions /> }.into_any()
}

#[component]
fn Inviting(
    space: SpaceId,
    role: Role,
    terms: Terms,
    trouble: RwSignal<Option<Trouble>>,
    load: Callback<()>,
) -> impl IntoView {
    let words = use_desk().words();
    let toaster = use_toaster();
    let email = RwSignal::new(String::new());
    let chosen = RwSignal::new(terms.offered[0]);
    let link = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let roles = terms.offered.into_iter().filter(|other| (terms.may)(role, Action::Invite(*other)));
    let options: Vec<Chip<Role>> =
        roles.map(|value| Chip { value, name: (terms.role_may)(value).to_owned(), glyph: None }).collect();
    let invite = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        let (typed, role) = (email.get_untracked(), chosen.get_untracked());
        leptos::task::spawn_local(async move {
            match deeds::invite(space, &typed, role).await {
                Ok(invitation) => {
                    email.try_set(String::new());
                    link.try_set(invitation.link);
                    trouble.try_set(None);
                    load.run(());
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    let copy = Callback::new(move |text: String| {
        leptos::task::spawn_local(async move {
            if page::copy(&text).await {
                toaster.say(words.account().copied);
            }
        });
    });
    let sent = move || {
        link.get().map(|link| {
            let text = link.clone();
            let press = Callback::new(move |()| copy.run(text.clone()));
            let actions =
                view! { <Button label=words.account().copy_link glyph=Glyph::COPY on_press=press /> }.into_any();
            view! { <Notice kind=NoticeKind::Info title=words.account().invitation_sent body=link actions /> }
        })
    };
    view! {
        <form class="form" novalidate on:submit=invite>
            <TextField label=words.account().invite_email value=email kind="email" />
            <Choice legend=terms.comes_as options value=chosen />
            <div><Button label=words.account().send_invitation weight=Weight::Primary submit=true busy=busy /></div>
        </form>
        {dynamic(sent)}
    }
}

/// What each role may: a line for each thing that can be done, a column for each role, so that it fits a phone.
#[component]
pub fn RolesTable(
    /// Over the table.
    title: &'static str,
    /// Over the names of what can be done, and those names.
    lines: &'static [&'static str],
    /// The roles, and what is said of each line.
    roles: Vec<(Role, Vec<&'static str>)>,
) -> impl IntoView {
    let words = use_desk().words();
    let head = [Column::words(lines[0])].into_iter();
    let columns = head.chain(roles.iter().map(|(role, _)| Column::words((words.choice().role)(*role)))).collect();
    let row = |(at, name): (usize, &&'static str)| {
        let cells = roles.iter().map(|(_, said)| Cell::words(said[at])).collect();
        view! { <TableRow name=*name cells /> }
    };
    let rows = lines[1..].iter().enumerate().map(row).collect_view();
    view! { <Section title><Table caption=title columns>{rows}</Table></Section> }
}
