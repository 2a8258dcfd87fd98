//! The parties of a case, and for its managers the ways to let them in.

use crate::components::{
    Button, Glyph, Notice, NoticeKind, Row, Rows, Section, SelectField, TextField, Weight, dynamic,
};
use crate::deeds::estate_case::{self as deeds, OwnCase};
use crate::deeds::share::{self, Wish};
use crate::deeds::{Change, Trouble};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::access::{Action, case::may};
use model::dispute::{Dispute, given};
use model::grant::Purpose;
use model::{AccountId, RecordId, ShareId};

/// Days that the link of a party lasts.
const LINK_DAYS: i64 = 90;

#[component]
pub(super) fn Parties(
    case: OwnCase,
    /// Whose link was made, and its address: told once, while others go on writing.
    made: RwSignal<Option<(String, String)>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_case();
    let Some((root, matter)) = case.thread().matter else { return ().into_any() };
    let manages = case.writer.is_office() && may(case.writer.role, Action::Share) && !case.writer.is_party(&matter);
    let members = RwSignal::new(Vec::<(AccountId, String)>::new());
    let trouble = RwSignal::new(None::<Trouble>);
    if manages {
        let space = case.space;
        leptos::task::spawn_local(async move {
            // Without a connection nobody is bound now.
            members.try_set(deeds::parties(space).await.unwrap_or_default());
        });
    }
    let rows = matter.parties.iter().map(|party| {
        let how = match (party.account, party.link) {
            (Some(_), _) => said.by_account,
            (None, Some(_)) => said.by_link,
            (None, None) => said.absent,
        };
        let role = (said.role)(party.role);
        if case.is_given() {
            let title = if party.name.is_empty() { said.unnamed } else { party.name.as_str() };
            return view! { <Row title=title.to_owned() text=role.into_any() /> }.into_any();
        }
        let is_absent = party.account.is_none() && party.link.is_none();
        let (title, text) = (party.name.clone(), format!("{role} · {how}").into_any());
        if !(manages && is_absent) {
            return view! { <Row title text /> }.into_any();
        }
        let at = Bound { case: case.clone(), root, matter: matter.clone(), party: party.id };
        let actions = view! { <Ways at members trouble made /> }.into_any();
        view! { <Row title text actions /> }.into_any()
    });
    let rows = rows.collect_view();
    let invite = manages.then(|| view! { <InviteForm case=case.clone() trouble /> });
    view! {
        <Section title=said.parties>
            <TroubleNotice trouble back=format!("/estate/cases/{}", case.space) />
            <Rows>{rows}</Rows>
            {dynamic(move || made.get().map(|(name, address)| view! {
                <Notice kind=NoticeKind::Info title=name body=said.link_made />
                <p class="share__address" translate="no">{address}</p>
            }))}
            {invite}
        </Section>
    }
    .into_any()
}

/// A party that is to be bound to an account or a link.
#[derive(Clone)]
struct Bound {
    case: OwnCase,
    root: RecordId,
    matter: Dispute,
    party: RecordId,
}

impl Bound {
    /// Notes by what the party comes.
    async fn bind(self, desk: Desk, account: Option<AccountId>, link: Option<ShareId>) -> Result<(), Trouble> {
        let mut after = self.matter.clone();
        for party in after.parties.iter_mut().filter(|party| party.id == self.party) {
            (party.account, party.link) = (account, link);
        }
        match Change::between(self.root, &self.matter, &after) {
            Some(change) => deeds::write(desk, &self.case, change).await,
            None => Ok(()),
        }
    }
}

#[component]
fn Ways(
    at: Bound,
    members: RwSignal<Vec<(AccountId, String)>>,
    trouble: RwSignal<Option<Trouble>>,
    made: RwSignal<Option<(String, String)>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_case();
    let (chosen, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let taken: Vec<AccountId> = at.matter.parties.iter().filter_map(|party| party.account).collect();
    let bind = at.clone();
    Effect::new(move |_| {
        if let Ok(account) = chosen.get().parse::<AccountId>() {
            let bind = bind.clone();
            leptos::task::spawn_local(async move {
                if let Err(wrong) = bind.bind(desk, Some(account), None).await {
                    trouble.try_set(Some(wrong));
                }
            });
        }
    });
    let options = Signal::derive(move || {
        let free = members.get().into_iter().filter(|(account, _)| !taken.contains(account));
        let nobody = (String::new(), said.bind_nobody.to_owned());
        std::iter::once(nobody).chain(free.map(|(account, email)| (account.to_string(), email))).collect::<Vec<_>>()
    });
    let name = at.matter.parties.iter().find(|party| party.id == at.party).map(|party| party.name.clone());
    let make = Callback::new(move |()| {
        let (at, name) = (at.clone(), name.clone().unwrap_or_default());
        busy.set(true);
        leptos::task::spawn_local(async move {
            let wish = Wish {
                purpose: Purpose::Trade,
                name: name.clone(),
                grant: given(),
                days: LINK_DAYS,
                ..Wish::default()
            };
            match share::make(desk, Some(at.case.space), &wish).await {
                Ok(done) => {
                    made.try_set(Some((name, done.address)));
                    if let Err(wrong) = at.bind(desk, None, Some(done.share)).await {
                        trouble.try_set(Some(wrong));
                    }
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    });
    let has_members = Memo::new(move |_| members.with(|members| !members.is_empty()));
    view! {
        {dynamic(move || has_members.get().then(|| view! { <SelectField label=said.bind value=chosen options /> }))}
        <div><Button label=said.link glyph=Glyph::LINK weight=Weight::Small busy=busy on_press=make /></div>
    }
}

#[component]
fn InviteForm(case: OwnCase, trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_case();
    let (form, email, toaster) = (Form::new(), RwSignal::new(String::new()), use_toaster());
    let space = case.space;
    let invite = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = email.get_untracked();
        form.run(async move { Ok(deeds::invite(space, &typed).await) }, move |told| match told {
            Ok(()) => {
                email.set(String::new());
                toaster.say(said.invited);
            }
            Err(wrong) => trouble.set(Some(wrong)),
        });
    };
    view! {
        <form class="form" novalidate on:submit=invite>
            <TextField label=said.email value=email kind="email" error=form.error("email") />
            <div><Button label=said.invite submit=true busy=form.busy() /></div>
        </form>
    }
}
