//! The links by which parts of the home are shared: all of them, and one.

mod boxes;
mod change;
mod estate;
mod form;
mod look;
mod made;
mod notice;
mod recommend;
mod sent;

use change::ChangePage;
use form::NewPage;
use look::LookPage;
pub use recommend::DRAFT as RECOMMENDED;
use sent::shares_sent;

use crate::browser::clock;
use crate::components::{
    Button, Dialog, Empty, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Weight, dynamic,
};
use crate::deeds::estate::OwnEstate;
use crate::deeds::{Trouble, share};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::estate::watched;
use crate::pages::{Page, use_toaster};
use crate::route::{Draw, fetched, first_part};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use model::date::HOME_AHEAD_MINUTES;
use model::{Instant, SpaceId};
use wire::share::Share;

/// All links, the making of one, and one: they are one page of the table, so that the first download has one row of them.
#[lazy]
pub fn shares() -> Draw {
    || view! { <Shared /> }.into_any()
}

/// What is shared, by the address: the open home, or the scheme that is looked at.
#[derive(Clone, PartialEq, Eq)]
struct Of {
    /// The scheme; nothing for the open home.
    estate: Option<SpaceId>,
    /// What the scheme is called.
    name: String,
}

impl Of {
    /// What the pages below are about.
    fn here() -> Self {
        expect_context()
    }

    /// Where its links are.
    fn base(&self) -> &'static str {
        if self.estate.is_some() { "/estate/shares" } else { "/shares" }
    }
}

#[component]
fn Shared() -> impl IntoView {
    if first_part() != "estate" {
        provide_context(Of { estate: None, name: String::new() });
        return view! { <Part /> }.into_any();
    }
    let desk = use_desk();
    let found = watched(desk);
    // What is typed stays while the scheme goes on changing.
    let of = Memo::new(move |_| {
        let told = |one: OwnEstate| {
            let name = one.scheme().map(|(_, scheme)| scheme.name).unwrap_or_default();
            Of { estate: Some(one.space), name }
        };
        found.get().map(|found| found.map(told))
    });
    let words = desk.words();
    let body = dynamic(move || {
        of.get().map(|of| match of {
            Some(of) => {
                provide_context(of);
                view! { <Part /> }.into_any()
            }
            None => {
                let back = ("/estate".to_owned(), words.estate().title.to_owned());
                let title = words.estate_link().title;
                view! { <Page title back named=true><p>{words.estate().none_lead}</p></Page> }.into_any()
            }
        })
    });
    match desk.phase.get_untracked() {
        // Without a home there is no frame either.
        Phase::Welcome => view! { <div class="job-unframed">{body}</div> }.into_any(),
        _ => body.into_any(),
    }
}

#[component]
fn Part() -> impl IntoView {
    let id = Memo::new({
        let params = use_params_map();
        move |_| params.with(|params| params.get("id"))
    });
    let query = use_query_map();
    let changes = Memo::new(move |_| query.with(|query| query.get_str("change").is_some()));
    let of_estate = Of::here().estate.is_some();
    dynamic(move || match id.get() {
        None => view! { <SharesPage /> }.into_any(),
        Some(id) if id == "new" && of_estate => view! { <estate::NewPage /> }.into_any(),
        Some(id) if id == "new" => view! { <NewPage /> }.into_any(),
        Some(id) if id == "sent" => fetched(Signal::stored(true), || Box::pin(shares_sent())),
        Some(id) if changes.get() => view! { <ChangePage id=id.parse().ok() /> }.into_any(),
        Some(id) => view! { <LookPage id=id.parse().ok() /> }.into_any(),
    })
}

#[component]
fn SharesPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let of = Of::here();
    let estate = of.estate;
    let found = RwSignal::new(None::<Result<Vec<Share>, Trouble>>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let told = share::list(desk, estate).await;
            found.try_set(Some(told));
        });
    });
    let has_account = estate.is_some() || desk.joined();
    if has_account {
        load.run(());
    }
    let body = move || {
        if !has_account {
            let keep = view! { <LinkButton label=words.outlook().keep_action href="/sign-in?to=/shares" glyph=Glyph::CLOUD_UPLOAD /> };
            return view! { <Notice kind=NoticeKind::Info title=said.needs_account actions=keep.into_any() /> }
                .into_any();
        }
        match found.get() {
            None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
            Some(Err(wrong)) => {
                let again = view! { <Button label=words.common().retry on_press=load /> };
                view! { <Notice kind=NoticeKind::Refused title=wrong.told(words) actions=again.into_any() /> }
                    .into_any()
            }
            Some(Ok(shares)) => view! { <List shares load /> }.into_any(),
        }
    };
    let (title, lead, back) = match estate {
        Some(_) => (words.estate_link().title, words.estate_link().lead, ("/estate", words.estate().title)),
        None => (said.title, said.lead, ("/settings", words.account().settings)),
    };
    let back = (back.0.to_owned(), back.1.to_owned());
    view! {
        <Page title back named=true class="stack stack--loose">
            <p>{lead}</p>
            {(estate.is_none() && has_account).then(|| fetched(Signal::stored(true), || Box::pin(notice::shares_notice())))}
            {dynamic(body)}
        </Page>
    }
}

#[component]
fn List(shares: Vec<Share>, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let toaster = use_toaster();
    let of = Of::here();
    let (estate, base) = (of.estate, of.base());
    let new =
        view! { <LinkButton label=said.new href=format!("{base}/new") weight=Weight::Primary glyph=Glyph::SHARE_2 /> };
    if shares.is_empty() {
        let text = if estate.is_some() { words.estate_link().none_lead } else { said.none_lead };
        return view! { <Empty glyph=Glyph::SHARE_2 title=said.none text action=new.into_any() /> }.into_any();
    }
    let now = now();
    let (open, ended): (Vec<Share>, Vec<Share>) = shares.into_iter().partition(|share| is_open(share, now));
    let asks = RwSignal::new(false);
    let end_all = Callback::new(move |()| {
        asks.set(false);
        leptos::task::spawn_local(async move {
            match share::end_all(desk, estate).await {
                Ok(()) => load.run(()),
                Err(wrong) => toaster.say(wrong.told(words)),
            }
        });
    });
    let rows = move |shares: Vec<Share>| shares.into_iter().map(|share| row(desk, base, &share)).collect_view();
    let (some_open, some_ended) = (!open.is_empty(), !ended.is_empty());
    view! {
        <div>{new}</div>
        {some_open.then(|| view! { <Section title=said.open><Rows>{rows(open)}</Rows></Section> })}
        {some_open.then(|| view! { <div><Button label=said.end_all weight=Weight::Small on_press=Callback::new(move |()| asks.set(true)) /></div> })}
        {some_ended.then(|| view! { <Section title=said.ended><Rows>{rows(ended)}</Rows></Section> })}
        <Dialog title=said.end_all close=words.common().close open=asks>
            <p>{said.end_all_lead}</p>
            <div class="actions">
                <Button label=said.end_all weight=Weight::Danger on_press=end_all />
                <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| asks.set(false)) />
            </div>
        </Dialog>
    }
    .into_any()
}

fn row(desk: Desk, base: &str, share: &Share) -> AnyView {
    let text = state(desk, share);
    let lead = view! { <Icon glyph=Glyph::LINK /> }.into_any();
    view! { <Row title=title(desk, share) href=format!("{base}/{}", share.id) lead text=text.into_any() /> }.into_any()
}

/// What a link is called: as it was named, else whom it is for.
fn title(desk: Desk, share: &Share) -> String {
    let purpose = (desk.words().share().purposes)(share.purpose);
    if share.name.is_empty() { purpose.to_owned() } else { format!("{} · {purpose}", share.name) }
}

/// How it stands: until when, how often it was opened, or why it cannot be.
fn state(desk: Desk, share: &Share) -> String {
    let said = desk.words().share();
    let opened = (said.opened)(share.opens, share.opened.map(|at| day(desk, at)).as_deref());
    let stands = match (share.revoked, share.suspended) {
        (Some(at), _) => (said.was_ended)(&day(desk, at)),
        (None, Some(_)) => said.suspended.to_owned(),
        (None, None) if share.expires <= now() => (said.ran_out)(&day(desk, share.expires)),
        (None, None) => (said.until)(&day(desk, share.expires)),
    };
    format!("{stands} · {opened}")
}

fn is_open(share: &Share, now: Instant) -> bool {
    share.revoked.is_none() && share.expires > now
}

fn now() -> Instant {
    Instant(clock::now_ms().cast_signed())
}

/// The day of a moment, where the home is.
pub(super) fn day(desk: Desk, at: Instant) -> String {
    desk.words().day(at.date(HOME_AHEAD_MINUTES))
}
