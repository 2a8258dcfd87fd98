//! Who works for the firm: members, invitations, inviting and removing.

use crate::browser::page;
use crate::components::{
    Button, Chip, Choice, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, TextField, Weight, dynamic,
};
use crate::deeds::Trouble;
use crate::deeds::firm as deeds;
use crate::deeds::portal::refresh;
use crate::desk::use_desk;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::SpaceId;
use model::access::{Action, Role, firm as access};
use wire::ErrorCode;
use wire::space::{Invitation, Member, Members};

/// The team.
#[component]
pub fn Team(
    /// The firm.
    space: SpaceId,
    /// What one is in it.
    role: Role,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.team();
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
                // Who left is no more told of the firm.
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
    let own = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
    let row = move |member: Member| {
        let mine = own == Some(member.account);
        let may = access::may(role, if mine { Action::Leave } else { Action::Remove(member.role) });
        let word = if mine { said.leave } else { words.common().remove };
        let account = member.account;
        let press = Callback::new(move |()| remove.run(account));
        let end = may.then(|| view! { <Button label=word weight=Weight::Small on_press=press /> });
        let lead = view! { <Icon glyph=Glyph::USER /> }.into_any();
        let you = if mine { format!(" · {}", words.account().is_you) } else { String::new() };
        let text = format!("{}{you}", (words.choice().role)(member.role));
        view! { <Row title=member.email lead text=text.into_any() end=end.into_any() /> }
    };
    let invited = move |one: Invitation| {
        let until = (words.account().invited_until)(&words.day(one.expires.date(120)));
        let text = format!("{} · {} · {until}", words.account().invited, (words.choice().role)(one.role));
        let id = one.id;
        let press = Callback::new(move |()| uninvite.run(id.clone()));
        let may = access::may(role, Action::Invite(one.role));
        let end = may.then(|| view! { <Button label=words.account().uninvite weight=Weight::Small on_press=press /> });
        let lead = view! { <Icon glyph=Glyph::MAIL /> }.into_any();
        view! { <Row title=one.email lead text=text.into_any() end=end.into_any() /> }
    };
    let list = move || {
        found.get().map(|members| {
            view! {
                <Rows>
                    {members.members.into_iter().map(row).collect_view()}
                    {members.invitations.into_iter().map(invited).collect_view()}
                </Rows>
            }
        })
    };
    let may_invite = access::may(role, Action::Invite(Role::Technician));
    view! {
        <Section title=said.team>
            <p class="soft">{said.team_lead}</p>
            {dynamic(move || trouble.get().map(|trouble| told(&trouble)))}
            {dynamic(list)}
            {may_invite.then(|| view! { <Inviting space role trouble load /> })}
        </Section>
    }
}

/// What went wrong; where a fresh sign-in is asked for, with the way there and back.
fn told(trouble: &Trouble) -> AnyView {
    let words = use_desk().words();
    if matches!(trouble, Trouble::Refused(body) if body.code == ErrorCode::StepUp) {
        let sign_in = view! { <LinkButton label=words.account().sign_in href="/sign-in?to=/desk/team" /> }.into_any();
        return view! { <Notice kind=NoticeKind::Warn title=words.account().step_up actions=sign_in /> }.into_any();
    }
    view! { <Notice kind=NoticeKind::Refused title=trouble.told(words) /> }.into_any()
}

#[component]
fn Inviting(space: SpaceId, role: Role, trouble: RwSignal<Option<Trouble>>, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.team();
    let toaster = use_toaster();
    let email = RwSignal::new(String::new());
    let chosen = RwSignal::new(Role::Technician);
    let link = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let roles = [Role::Technician, Role::Manager].into_iter();
    let roles = roles.filter(|other| access::may(role, Action::Invite(*other)));
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
            <Choice legend=said.comes_as options value=chosen />
            <div><Button label=words.account().send_invitation weight=Weight::Primary submit=true busy=busy /></div>
        </form>
        {dynamic(sent)}
    }
}
