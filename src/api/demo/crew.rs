//! A demonstration firm: four plumbers of Cape Town with thirty visits today, and what waits besides.

mod before;
mod firm;
mod round;
mod write;

use super::pen::uuid;
use super::seed::accepted;
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::{Incoming, Scope};
use model::access::Action;
use model::portal::Side;
use model::property::Property;
use model::{Date, Edit, FileHash, Instant, ShareId, SpaceId};
use wire::deal::DealLink;
use write::Job;

/// The e-mail address of the firm's account. Nobody receives mail there.
pub const CREW_EMAIL: &str = "trade@codessa.example";
/// The address of who asked the firm: the agent who looks after these homes.
const CLIENTS_EMAIL: &str = "agent@codessa.example";

/// Opens the jobs of the demonstration firm, and writes what either side wrote there; those that are there are left alone.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub async fn settle(app: &App, ahead_minutes: i32) -> Result<(), Error> {
    let now = app.clock.now();
    let firm = principal(app, CREW_EMAIL, now).await?;
    let client = principal(app, CLIENTS_EMAIL, now).await?;
    let home = SpaceId(uuid("crew/homes"));
    app.storage.take_space(&client, home, now).await?;
    let scope = app.storage.authorize(&client, Action::Ask, home).await?;
    if scope.head() == 0 {
        let homes = Property { name: "Homes that we look after".into(), ..Property::default() };
        push(app, &client, home, vec![write::edit("homes", &homes, now)], now).await?;
    }
    let team = firm::settle(app, &firm, now).await?;
    let there = app.storage.memberships(&firm).await?;
    for job in jobs(now.date(ahead_minutes), now) {
        if there.iter().all(|kept| kept.space != job.space()) {
            open(app, &scope, [&client, &firm], &job, now).await?;
        }
        team.send(app, &job, now).await?;
    }
    Ok(())
}

/// All jobs on a day, at a moment of it.
fn jobs(today: Date, now: Instant) -> Vec<Job> {
    let mut jobs = round::jobs(today, now);
    jobs.extend(before::jobs(today, now));
    jobs
}

async fn principal(app: &App, email: &str, now: Instant) -> Result<Principal, Error> {
    let account = app.storage.account_of(email.to_owned(), "en-ZA", now).await?;
    Ok(Principal { account, session: String::new(), stepped_up: now })
}

async fn open(app: &App, home: &Scope, sides: [&Principal; 2], job: &Job, now: Instant) -> Result<(), Error> {
    let mut auth_hash = FileHash::default();
    getrandom::fill(&mut auth_hash.0).map_err(Error::broken)?;
    // A link of which nobody knows the secret: it can be renewed.
    let link = DealLink { id: ShareId(uuid::Uuid::new_v4()), auth_hash, name: write::FIRM.to_owned() };
    let mut story = job.story().into_iter().peekable();
    let Some((_, request)) = story.next() else { return Ok(()) };
    let asked = vec![Incoming { key: request.key, edit: Ok(request) }];
    app.storage.open_deal(home, job.space(), link.clone(), asked, now).await?;
    app.storage.keep_deal_for(sides[1].account, firm::space(), link.id).await?;
    while let Some((side, edit)) = story.next() {
        let mut edits = vec![edit];
        while let Some((_, next)) = story.next_if(|(next, _)| *next == side) {
            edits.push(next);
        }
        push(app, sides[usize::from(side == Side::Provider)], job.space(), edits, now).await?;
    }
    Ok(())
}

async fn push(app: &App, who: &Principal, space: SpaceId, edits: Vec<Edit>, now: Instant) -> Result<(), Error> {
    let scope = app.storage.authorize(who, Action::Add, space).await?;
    let edits = edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    accepted(app.storage.push(&scope, edits, now).await?, &scope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Server, on_both};
    use model::access::Sort;
    use model::firm::Duty;
    use model::portal::Deal;
    use model::standing::living;
    use model::trade_desk::day::{assign, people, rounds, stops};
    use model::trade_desk::inbox::{self, inbox};
    use model::trade_desk::owed::owed;
    use model::trade_desk::{self, Now};
    use std::collections::BTreeSet;

    const AHEAD_MINUTES: i32 = 120;

    async fn kept(server: &Server) -> Vec<trade_desk::Job> {
        let now = server.app.clock.now();
        let firm = principal(&server.app, CREW_EMAIL, now).await.expect("the account is there");
        let mut jobs = Vec::new();
        let all = server.app.storage.memberships(&firm).await.expect("read");
        for kept in all.into_iter().filter(|kept| kept.sort == Sort::Deal) {
            let scope = server.app.storage.authorize(&firm, Action::Read, kept.space).await.expect("it is the firm's");
            let deal = Deal::of(&server.app.storage.records(&scope).await.expect("read"));
            jobs.push(trade_desk::Job { space: kept.space, role: kept.role, closed: false, deal });
        }
        jobs
    }

    async fn duties(server: &Server) -> Vec<Duty> {
        let now = server.app.clock.now();
        let owner = principal(&server.app, CREW_EMAIL, now).await.expect("the account is there");
        let scope = server.app.storage.authorize(&owner, Action::Read, firm::space()).await.expect("it is theirs");
        let records = server.app.storage.records(&scope).await.expect("read");
        living::<Duty>(&records).into_iter().map(|duty| duty.letter).collect()
    }

    #[tokio::test]
    async fn four_people_have_thirty_visits_today_and_every_sort_of_thing_waits() {
        on_both(async |server| {
            settle(&server.app, AHEAD_MINUTES).await.expect("the jobs are taken in");
            settle(&server.app, AHEAD_MINUTES).await.expect("again");
            let now = Now { at: server.app.clock.now(), ahead_minutes: AHEAD_MINUTES };
            let jobs = kept(&server).await;
            let stops = stops(&jobs, now.today(), now);
            assert_eq!((stops.len(), people(&stops).len(), rounds(stops.clone(), &[]).len()), (30, 4, 8));
            let duties = duties(&server).await;
            assert_eq!(duties.iter().filter(|duty| duty.on == Some(now.today())).count(), 30);
            let members: BTreeSet<_> = duties.iter().filter_map(|duty| duty.member).collect();
            let names: Vec<_> = members.into_iter().map(|member| (member, member.to_string())).collect();
            let mut sent = stops.clone();
            assign(&mut sent, now.today(), &duties, &names);
            assert_eq!((names.len(), people(&sent).len()), (4, 4), "the duties say who goes, and all of the firm go");
            let sorts: BTreeSet<inbox::Sort> = inbox(&jobs, now).into_iter().map(|one| one.sort).collect();
            for sort in
                [inbox::Sort::Overdue, inbox::Sort::Request, inbox::Sort::Date, inbox::Sort::Decision, inbox::Sort::Due]
            {
                assert!(sorts.contains(&sort), "{sort}");
            }
            assert!(owed(&jobs, now.today()).ages.iter().all(|cents| *cents > 0));
        })
        .await;
    }

    #[test]
    fn on_any_hour_of_the_day_what_is_over_is_done_and_what_is_ahead_is_not() {
        let today: Date = "2026-12-04".parse().expect("a date");
        for (hour, done) in [("04:00", 0), ("10:00", 12), ("20:00", 29)] {
            let now: Instant = format!("2026-12-04T{hour}:00.000Z").parse().expect("a moment");
            let jobs = round::jobs(today, now);
            assert_eq!(jobs.iter().filter(|job| job.is_done()).count(), done, "{hour}");
        }
    }
}
