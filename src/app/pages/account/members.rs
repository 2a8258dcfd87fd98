//! Members of the open home: who they are, inviting, removing, leaving.

use super::step_up::TroubleNotice;
use crate::browser::page;
use crate::components::{
    Button, Cell, Chip, Choice, Column, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Table,
    TableRow, TextField, Weight, When, dynamic,
};
use crate::deeds::{Trouble, draft, member};
use crate::desk::use_desk;
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use model::access::{self, Action, Role};

/// Members of the open home.
pub fn members() -> Draw {
    || view! { <MembersPage /> }.into_any()
}

#[component]
fn MembersPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let trouble = RwSignal::new(None::<Trouble>);
    let members = RwSignal::new(None::<wire::space::Members>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match member::list(desk).await {
                Ok(found) => drop(members.try_set(Some(found))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    if desk.joined() {
        load.run(());
    }
    let body = move || {
        if !desk.joined() {
            let keep = view! { <LinkButton label=words.outlook().keep_action href="/sign-in?to=/settings/members" glyph=Glyph::CLOUD_UPLOAD /> };
            return view! { <Notice kind=NoticeKind::Info title=words.account().members_need_account actions=keep.into_any() /> }.into_any();
        }
        view! {
            <List members trouble load />
            <When is=Signal::derive(move || desk.may(Action::Invite(Role::Viewer)))><Inviting trouble load /></When>
            <Roles />
        }
        .into_any()
    };
    view! {
        <Page title=words.account().members named=true back=("/settings".to_owned(), words.common().back.to_owned()) class="stack stack--loose">
            <TroubleNotice trouble back="/settings/members" />
            {body}
        </Page>
    }
}

/// The table of roles, as the server goes by it.
#[component]
fn Roles() -> impl IntoView {
    let words = use_desk().words();
    let said = words.account();
    let columns = said.may_columns.into_iter().map(Column::words).collect();
    let row = |role: &Role| {
        let actions =
            [Action::Read, Action::Add, Action::Write, Action::Share, Action::Invite(Role::Viewer), Action::HandOver];
        let cell = |action| Cell::words(if access::may(*role, action) { said.may_yes } else { said.may_no });
        let cells = actions.into_iter().map(cell).collect();
        view! { <TableRow name=(words.choice().role)(*role) cells /> }
    };
    view! {
        <Section title=said.may_title>
            <div class="settings__wide" role="group" tabindex="0" aria-label=said.may_title>
                <Table caption=said.may_title columns>{Role::ALL.iter().filter(|role| !matches!(role, Role::Provider | Role::Technician | Role::Trustee)).map(row).collect_view()}</Table>
            </div>
        </Section>
    }
}

/// What a role may, in words.
fn role_may(words: &words::Words, role: Role) -> String {
    let may = words.account().role_may[role as usize];
    format!("{}: {may}", (words.choice().role)(role))
}

#[component]
fn List(
    members: RwSignal<Option<wire::space::Members>>,
    trouble: RwSignal<Option<Trouble>>,
    load: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let done = move |result: Result<(), Trouble>| match result {
        Ok(()) => load.run(()),
        Err(wrong) => trouble.set(Some(wrong)),
    };
    let remove = Callback::new(move |account| {
        leptos::task::spawn_local(async move { done(member::remove(desk, account).await) });
    });
    let uninvite = Callback::new(move |id: String| {
        leptos::task::spawn_local(async move { done(member::uninvite(desk, &id).await) });
    });
    let row = move |found: wire::space::Member| {
        let mine = desk.account.with(|account| account.as_ref().is_some_and(|account| account.id == found.account));
        let may = if mine { desk.may(Action::Leave) } else { desk.may(Action::Remove(found.role)) };
        let word = if mine { words.account().leave } else { words.common().remove };
        let account = found.account;
        let end = may.then(|| view! { <Button label=word weight=Weight::Small on_press=Callback::new(move |()| remove.run(account)) /> });
        let you = if mine { format!(" · {}", words.account().is_you) } else { String::new() };
        let text = format!("{}{you}", role_may(words, found.role));
        view! { <Row title=found.email lead=view! { <Icon glyph=Glyph::USER /> }.into_any() text=text.into_any() end=end.into_any() /> }
    };
    let invited = move |invitation: wire::space::Invitation| {
        let text = format!(
            "{} · {}",
            (words.choice().role)(invitation.role),
            (words.account().invited_until)(&words.day(invitation.expires.date(120)))
        );
        let may = desk.may(Action::Invite(invitation.role));
        let id = invitation.id;
        let end = may.then(|| {
            view! { <Button label=words.account().uninvite weight=Weight::Small on_press=Callback::new(move |()| uninvite.run(id.clone())) /> }
        });
        view! { <Row title=invitation.email lead=view! { <Icon glyph=Glyph::MAIL /> }.into_any() text=text.into_any() end=end.into_any() /> }
    };
    move || match members.get() {
        None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        Some(found) => {
            let open = !found.invitations.is_empty();
            view! {
                <Rows>{found.members.into_iter().map(row).collect_view()}</Rows>
                {open.then(|| view! {
                    <Section title=words.account().invited><Rows>{found.invitations.into_iter().map(invited).collect_view()}</Rows></Section>
                })}
            }
            .into_any()
        }
    }
}

#[component]
fn Inviting(trouble: RwSignal<Option<Trouble>>, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let email = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Viewer);
    let link = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    // What was typed outlives a sign-in that the server asks for first.
    let place = draft::place(desk, "invitation");
    let kept = place.clone();
    leptos::task::spawn_local(async move {
        if let Some((typed, chosen)) = draft::read::<(String, Role)>(desk, &kept).await {
            email.try_set(typed);
            role.try_set(chosen);
        }
    });
    let roles = [Role::Viewer, Role::Tenant, Role::Manager, Role::CoOwner]
        .into_iter()
        .filter(|role| desk.may(Action::Invite(*role)));
    let roles: Vec<Chip<Role>> = roles.map(|value| Chip { value, name: role_may(words, value), glyph: None }).collect();
    let invite = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        let (typed, place) = ((email.get_untracked(), role.get_untracked()), place.clone());
        leptos::task::spawn_local(async move {
            let result = member::invite(desk, &typed.0, typed.1).await;
            // Where it cannot be kept, it still stands on this page.
            let _ = draft::keep(desk, &place, result.is_err().then_some(&typed)).await;
            match result {
                Ok(invitation) => {
                    email.set(String::new());
                    link.set(invitation.link);
                    trouble.set(None);
                    load.run(());
                }
                Err(wrong) => trouble.set(Some(wrong)),
            }
            busy.set(false);
        });
    };
    let copy = Callback::new(move |text: String| {
        leptos::task::spawn_local(async move {
            if page::copy(&text).await {
                toaster.say(words.account().copied);
            }
        });
    });
    view! {
        <Section title=words.account().invite_title>
            <form class="form settings__block" on:submit=invite>
                <TextField label=words.account().invite_email value=email kind="email" />
                <Choice legend=words.account().invite_may options=roles value=role />
                <div><Button label=words.account().send_invitation weight=Weight::Primary submit=true busy=busy /></div>
            </form>
            {dynamic(move || link.get().map(|link| {
                let text = link.clone();
                let copy = view! { <Button label=words.account().copy_link glyph=Glyph::COPY on_press=Callback::new(move |()| copy.run(text.clone())) /> };
                view! { <Notice kind=NoticeKind::Info title=words.account().invitation_sent body=link actions=copy.into_any() /> }
            }))}
        </Section>
    }
}
