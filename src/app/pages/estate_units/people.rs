//! Who looks after the scheme: members, invitations, and what each may do.

use super::Watched;
use crate::browser::page;
use crate::components::{
    Button, Cell, Chip, Choice, Column, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Table,
    TableRow, TextField, Weight, dynamic,
};
use crate::deeds::Trouble;
use crate::deeds::estate as deeds;
use crate::deeds::portal::refresh;
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::SpaceId;
use model::access::{Action, Role, estate as access};
use wire::space::{Invitation, Member, Members};

/// The people of the scheme.
#[component]
pub(super) fn PeoplePart(found: Watched) -> impl IntoView {
    let said = use_desk().words().estate_units();
    let known = Memo::new(move |_| {
        found.with(|found| {
            let estate = found.as_ref()?.as_ref()?;
            Some((estate.space, estate.role, estate.is_visit))
        })
    });
    let trustees = move || {
        let scheme = found.with(|found| found.as_ref()?.as_ref()?.scheme().map(|(_, scheme)| scheme))?;
        (!scheme.trustees.is_empty()).then(|| view! { <p>{(said.trustees_named)(&scheme.trustees.join(", "))}</p> })
    };
    view! {
        <div><LinkButton label=said.settings href="/estate/settings" glyph=Glyph::SETTINGS /></div>
        {dynamic(trustees)}
        {dynamic(move || match known.get() {
            // Who looks by a link is told of nobody.
            Some((space, role, false)) => Some(view! { <Team space role /> }),
            _ => None,
        })}
        <MayTable />
    }
}

#[component]
fn Team(space: SpaceId, role: Role) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
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
    let own = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
    let row = move |member: Member| {
        let mine = own == Some(member.account);
        let may = access::may(role, if mine { Action::Leave } else { Action::Remove(member.role) });
        let word = if mine { said.leave } else { words.common().remove };
        let account = member.account;
        let remove = Callback::new(move |()| {
            leptos::task::spawn_local(async move {
                match deeds::remove(space, account).await {
                    // Who left is no more told of the scheme.
                    Ok(()) => drop(refresh(desk).await),
                    Err(wrong) => drop(trouble.try_set(Some(wrong))),
                }
                load.run(());
            });
        });
        let end = may.then(|| view! { <Button label=word weight=Weight::Small on_press=remove /> });
        let lead = view! { <Icon glyph=Glyph::USER /> }.into_any();
        let you = if mine { format!(" · {}", words.account().is_you) } else { String::new() };
        let text = format!("{}{you}", (words.choice().role)(member.role));
        view! { <Row title=member.email lead text=text.into_any() end=end.into_any() /> }
    };
    let invited = move |one: Invitation| {
        let until = (words.account().invited_until)(&words.day(one.expires.date(120)));
        let text = format!("{} · {} · {until}", words.account().invited, (words.choice().role)(one.role));
        let may = access::may(role, Action::Invite(one.role));
        let uninvite = Callback::new(move |()| {
            let id = one.id.clone();
            leptos::task::spawn_local(async move {
                if let Err(wrong) = deeds::uninvite(space, &id).await {
                    trouble.try_set(Some(wrong));
                }
                load.run(());
            });
        });
        let end =
            may.then(|| view! { <Button label=words.account().uninvite weight=Weight::Small on_press=uninvite /> });
        let lead = view! { <Icon glyph=Glyph::MAIL /> }.into_any();
        view! { <Row title=one.email lead text=text.into_any() end=end.into_any() /> }
    };
    let list = move || {
        found.get().map(|members| {
            let (members, invitations) = (members.members, members.invitations);
            view! {
                <Rows>
                    {members.into_iter().map(row).collect_view()}
                    {invitations.into_iter().map(invited).collect_view()}
                </Rows>
            }
        })
    };
    let may_invite = access::may(role, Action::Invite(Role::Trustee));
    view! {
        <Section title=said.people>
            <p class="soft">{said.people_lead}</p>
            <TroubleNotice trouble back="/estate/people" />
            {dynamic(list)}
            {may_invite.then(|| view! { <Inviting space role trouble load /> })}
        </Section>
    }
}

#[component]
fn Inviting(space: SpaceId, role: Role, trouble: RwSignal<Option<Trouble>>, load: Callback<()>) -> impl IntoView {
    let words = use_desk().words();
    let said = words.estate_units();
    let toaster = use_toaster();
    let email = RwSignal::new(String::new());
    let chosen = RwSignal::new(Role::Trustee);
    let link = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let roles = [Role::Trustee, Role::Manager].into_iter().filter(|other| access::may(role, Action::Invite(*other)));
    let options: Vec<Chip<Role>> =
        roles.map(|value| Chip { value, name: (said.role_may)(value).to_owned(), glyph: None }).collect();
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
    let sent = move || {
        link.get().map(|link| {
            let text = link.clone();
            let copy = Callback::new(move |()| {
                let text = text.clone();
                leptos::task::spawn_local(async move {
                    if page::copy(&text).await {
                        toaster.say(words.account().copied);
                    }
                });
            });
            let actions =
                view! { <Button label=words.account().copy_link glyph=Glyph::COPY on_press=copy /> }.into_any();
            view! { <Notice kind=NoticeKind::Info title=words.account().invitation_sent body=link actions /> }
        })
    };
    view! {
        <form class="form" novalidate on:submit=invite>
            <TextField label=words.account().invite_email value=email kind="email" />
            <Choice legend=said.comes_as options value=chosen />
            <div><Button label=words.account().send_invitation weight=Weight::Primary submit=true busy=busy /></div>
        </form>
        {dynamic(sent)}
    }
}

/// The table of roles, as the server goes by it.
#[component]
fn MayTable() -> impl IntoView {
    let words = use_desk().words();
    let said = words.estate_units();
    let columns = said.may_columns.into_iter().map(Column::words).collect();
    let row = |role: Role| {
        let of =
            [Action::Read, Action::Write, Action::Add, Action::Share, Action::Invite(Role::Manager), Action::Erase];
        let cell = |action: Action| Cell::words(if access::may(role, action) { said.yes } else { said.no });
        view! { <TableRow name=(words.choice().role)(role) cells=of.map(cell).into() /> }
    };
    view! {
        <Section title=said.may_title>
            <div class="settings__wide" role="group" tabindex="0" aria-label=said.may_title>
                <Table caption=said.may_title columns>
                    {[Role::Owner, Role::Manager, Role::Trustee].map(row).collect_view()}
                </Table>
            </div>
        </Section>
    }
}
