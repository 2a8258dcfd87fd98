//! Two cases of the demonstration scheme, one closed and one that waits for an answer, and the link by which its trustees look in.

use super::pen::uuid;
use super::seed::accepted;
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::{Incoming, ShareRow};
use crate::visit::estate::add;
use model::access::{Action, Sort};
use model::dispute::{Dispute, DisputeAct, Party, Statement};
use model::estate::case::{Act, Role};
use model::grant::estate::{Part, of};
use model::grant::{DAYS_MAX, Purpose};
use model::scheme::{Scheme, Unit};
use model::standing::living;
use model::{AccountId, Body, DeviceId, Edit, EditKey, FileHash, Instant, Letter, RecordId, ShareId, SpaceId, Stamp};

/// The account that looks after the demonstration scheme. Nobody receives mail there.
const EMAIL: &str = "trustee@codessa.example";
const DAY_MS: i64 = 86_400_000;

/// Opens the cases and makes the link, where there is a scheme and they are not there yet.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub async fn settle(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let account = app.storage.account_of(EMAIL.to_owned(), "en-ZA", now).await?;
    let principal = Principal { account, session: String::new(), stepped_up: now };
    let there = app.storage.memberships(&principal).await?;
    let Some(estate) = there.iter().find(|one| one.sort == Sort::Estate).map(|one| one.space) else { return Ok(()) };
    for story in [parking(now), leak(now)] {
        if there.iter().all(|kept| kept.space != story.space()) {
            open(app, &principal, estate, story).await?;
        }
    }
    let scope = app.storage.authorize(&principal, Action::Share, estate).await?;
    if app.storage.shares(&scope).await?.is_empty() {
        add(app, &scope, link(account, now)?).await?;
    }
    Ok(())
}

/// A case: its name, what it is about, and what was done on which moment.
struct Story {
    name: &'static str,
    unit: usize,
    matter: Dispute,
    deeds: Vec<(Instant, Edit)>,
}

impl Story {
    fn space(&self) -> SpaceId {
        SpaceId(uuid(&format!("case/{}", self.name)))
    }
}

async fn open(app: &App, principal: &Principal, estate: SpaceId, mut story: Story) -> Result<(), Error> {
    let scope = app.storage.authorize(principal, Action::Add, estate).await?;
    let records = app.storage.records(&scope).await?;
    story.matter.scheme = living::<Scheme>(&records).into_iter().next().map(|one| one.letter.name).unwrap_or_default();
    let mut units = living::<Unit>(&records).into_iter().filter(|unit| unit.letter.common != Some(true));
    if let Some(unit) = units.nth(story.unit) {
        story.matter.unit = Some(unit.root);
        story.matter.unit_name = format!("Unit {}", unit.letter.number);
    }
    let space = story.space();
    let mut deeds = story.deeds.into_iter();
    let Some((began, complaint)) = deeds.next() else { return Ok(()) };
    let first = [edit(&format!("{}/matter", story.name), &story.matter, began), complaint].map(incoming);
    app.storage.open_case(&scope, space, first.into(), began).await?;
    for (at, edit) in deeds {
        let scope = app.storage.authorize(principal, Action::Add, space).await?;
        accepted(app.storage.push(&scope, vec![incoming(edit)], at).await?, &scope)?;
    }
    Ok(())
}

fn incoming(edit: Edit) -> Incoming {
    Incoming { key: edit.key, edit: Ok(edit) }
}

fn edit<T: Letter>(name: &str, letter: &T, at: Instant) -> Edit {
    let (key, id) = (EditKey(uuid(&format!("case/{name}/key"))), RecordId(uuid(&format!("case/{name}"))));
    let stamp = Stamp { at_ms: at.0.max(0).cast_unsigned(), count: 0, device: DeviceId(9) };
    Edit { key, id, kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
}

fn party(case: &str, role: Role, name: &str) -> Party {
    Party { id: RecordId(uuid(&format!("case/{case}/{role}"))), role, name: name.to_owned(), ..Party::default() }
}

/// Something that was done so many days ago: by a party, or by an office.
fn done(case: &str, now: Instant, days: i64, act: Act, role: Role, text: &str) -> (Instant, Edit) {
    let at = Instant(now.0 - days * DAY_MS);
    let is_office = matches!(role, Role::Trustee | Role::Manager);
    let (party, office) = if is_office { (None, Some(role)) } else { (Some(party(case, role, "").id), None) };
    let name = if is_office { "Nomsa Khumalo".to_owned() } else { String::new() };
    let letter = DisputeAct { act, party, office, text: text.to_owned(), name, at: Some(at), files: Vec::new() };
    (at, edit(&format!("{case}/{act}"), &letter, at))
}

/// Somebody parked where visitors park; decided, and nobody appealed.
fn parking(now: Instant) -> Story {
    let name = "parking";
    let at = Instant(now.0 - 52 * DAY_MS);
    let shown = Statement {
        party: Some(party(name, Role::Complainant, "").id),
        text: "On nine of the last fourteen evenings. I wrote the times down.".into(),
        rule: "Conduct rule 4: visitors’ bays are for visitors.".into(),
        at: Some(at),
        ..Statement::default()
    };
    Story {
        name,
        unit: 11,
        matter: Dispute {
            title: "A visitors’ bay is used every night".into(),
            rule: "Conduct rule 4: visitors’ bays are for visitors.".into(),
            parties: vec![
                party(name, Role::Complainant, "Pieter van Wyk"),
                party(name, Role::Respondent, "Thabo Mokoena"),
            ],
            ..Dispute::default()
        },
        deeds: vec![
            done(
                name,
                now,
                60,
                Act::Open,
                Role::Complainant,
                "Bay V3 is taken every evening, and our visitors park in the road.",
            ),
            done(
                name,
                now,
                55,
                Act::Answer,
                Role::Respondent,
                "My own bay is blocked by the bins. I would use it if it were clear.",
            ),
            (at, edit("parking/shown", &shown, at)),
            done(name, now, 50, Act::Review, Role::Manager, ""),
            done(
                name,
                now,
                44,
                Act::Decide,
                Role::Trustee,
                "The bins move to the service yard, so that bay 17 is clear. From Monday V3 is for visitors. Both sides are right about the rule; the cause was ours.",
            ),
        ],
    }
}

/// Water came through a ceiling; the other side has eight days left.
fn leak(now: Instant) -> Story {
    let name = "leak";
    Story {
        name,
        unit: 4,
        matter: Dispute {
            title: "Water from the bathroom above".into(),
            rule: "PMR 31: an owner repairs what serves only their section.".into(),
            parties: vec![
                party(name, Role::Complainant, "Fatima Adams"),
                party(name, Role::Respondent, "Johan Botha"),
                party(name, Role::Contractor, "Table Bay Plumbing"),
            ],
            ..Dispute::default()
        },
        deeds: vec![done(
            name,
            now,
            6,
            Act::Open,
            Role::Complainant,
            "The ceiling of my bathroom is wet since the shower above was renewed. I ask that it is opened and put right.",
        )],
    }
}

/// The link by which trustees look in. Nobody knows its secret: it can be ended, and another made.
fn link(by: AccountId, now: Instant) -> Result<ShareRow, Error> {
    let mut auth_hash = FileHash::default();
    getrandom::fill(&mut auth_hash.0).map_err(Error::broken)?;
    Ok(ShareRow {
        id: ShareId(uuid::Uuid::new_v4()),
        auth_hash,
        purpose: Purpose::Trustee,
        name: "Trustees’ meeting".into(),
        grant: of(Part::ALL),
        by,
        made: now,
        expires: Instant(now.0 + DAYS_MAX * DAY_MS),
        passcode: None,
        snapshot: true,
        pack: None,
        opens_max: None,
        unseen: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::on_both;
    use model::date::HOME_AHEAD_MINUTES;
    use model::dispute::case;
    use model::estate::case::{State, Terms};

    #[tokio::test]
    async fn one_case_is_closed_and_one_waits_for_eight_days() {
        on_both(async |server| {
            let (app, now) = (&server.app, server.app.clock.now());
            settle(app).await.expect("without a scheme nothing is done");
            let account = app.storage.account_of(EMAIL.to_owned(), "en-ZA", now).await.expect("it is there");
            app.storage.make_estate(account, SpaceId(uuid("estate")), now).await.expect("a scheme is made");
            settle(app).await.expect("the cases are taken in");
            settle(app).await.expect("again");
            let principal = Principal { account, session: String::new(), stepped_up: now };
            let today = now.date(HOME_AHEAD_MINUTES);
            let mut states = Vec::new();
            for story in [parking(now), leak(now)] {
                let scope = app.storage.authorize(&principal, Action::Read, story.space()).await.expect("it is theirs");
                let case = case(&app.storage.records(&scope).await.expect("read"));
                states
                    .push((case.state(&Terms::default(), today), case.due(&Terms::default(), today).map(|due| due.by)));
            }
            assert_eq!(states, [(State::Closed, None), (State::Opened, Some(today.plus_days(8)))]);
        })
        .await;
    }
}
