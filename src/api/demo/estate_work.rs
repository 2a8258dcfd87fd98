//! Work of the demonstration scheme: its vendors with the jobs that they finished, a call-out that owners answer, a programme that is half done, and a matter
//! on which the first trustee has voted.

mod vendor;

use super::pen::uuid;
use super::seed::accepted;
use crate::app::App;
use crate::auth::{Principal, Token};
use crate::error::Error;
use crate::storage::{Incoming, InvitationNew};
use model::access::{Action, Role};
use model::estate::approval::Say;
use model::estate::programme::spread;
use model::scheme::{Bundle, Inventory, Joining, Motion, Offer, Programme, Slot, Vote};
use model::system::SystemType;
use model::{AccountId, Body, Date, DeviceId, Edit, EditKey, Instant, Letter, RecordId, SpaceId, Stamp};

/// Trustees beside the account that looks after the scheme. Nobody receives mail there.
const TRUSTEES: [&str; 2] = ["ayesha@codessa.example", "johan@codessa.example"];
/// Milliseconds for which the invitation that they come by stands.
const INVITED_MS: i64 = 60_000;
/// Months that the programme takes, and of them those that are over.
const MONTHS: (u32, u32) = (24, 12);
/// How many things of its past months are not done.
const LATE: usize = 2;
/// Units that are asked to join the call-out.
const ASKED: usize = 8;

/// Writes it into the scheme of `owner`, by what `inventories` tell of its units.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub(super) async fn settle(
    app: &App,
    owner: &Principal,
    space: SpaceId,
    inventories: &[Inventory],
    today: Date,
) -> Result<(), Error> {
    let now = app.clock.now();
    let scope = app.storage.authorize(owner, Action::Add, space).await?;
    let mut panel = vec![owner.account];
    for email in TRUSTEES {
        let trustee = app.storage.account_of(email.to_owned(), "en-ZA", now).await?;
        let token = Token::random().hash();
        let (email, role, expires) = (email.to_owned(), Role::Trustee, Instant(now.0 + INVITED_MS));
        let invitation = InvitationNew { email, role, token_hash: token.clone(), by: owner.account, expires };
        app.storage.add_invitation(&scope, invitation).await?;
        app.storage.accept_invitation(trustee, token, now).await?;
        panel.push(trustee);
    }
    let pen = Pen { today, now };
    let incoming =
        |edits: Vec<Edit>| edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    let edits = [vendor::write(&pen), bundle(&pen, inventories), programme(&pen, inventories), motion(&pen, &panel)];
    accepted(app.storage.push(&scope, incoming(edits.concat()), now).await?, &scope)?;
    let trustee = Principal { account: panel[1], session: String::new(), stepped_up: now };
    let scope = app.storage.authorize(&trustee, Action::Add, space).await?;
    accepted(app.storage.push(&scope, incoming(vec![vote(&pen, panel[1])]), now).await?, &scope)
}

/// What is written, and when.
struct Pen {
    today: Date,
    now: Instant,
}

impl Pen {
    fn edit<T: Letter>(&self, name: &str, letter: &T) -> Edit {
        let key = EditKey(uuid(&format!("estate work/{}/{name}/key", T::KIND)));
        let stamp = Stamp { at_ms: self.now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(12) };
        Edit { key, id: id::<T>(name), kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
    }
}

/// The id of something that is written here.
pub(super) fn id<T: Letter>(name: &str) -> RecordId {
    RecordId(uuid(&format!("estate work/{}/{name}", T::KIND)))
}

/// A call-out for the service of geysers: five join, one does it alone, two have not answered.
fn bundle(pen: &Pen, inventories: &[Inventory]) -> Vec<Edit> {
    let has_geyser = |one: &&Inventory| one.things.iter().any(|thing| thing.sort == SystemType::Geyser);
    let units: Vec<RecordId> = inventories.iter().filter(has_geyser).filter_map(|one| one.unit).take(ASKED).collect();
    let bundle = Bundle {
        title: "Geyser service".into(),
        key: "geyser.service".into(),
        sort: Some(SystemType::Geyser),
        from: Some(pen.today.plus_days(21)),
        by: Some(pen.today.plus_days(51)),
        vendor: Some(id::<model::scheme::Vendor>("ndlovu")),
        call_out: Some(89_000),
        each: Some(64_500),
        units: units.clone(),
        answer_by: Some(pen.today.plus_days(14)),
        notes: "Somebody has to be in. The water is off for about half an hour.".into(),
        ..Bundle::default()
    };
    let mut edits = vec![pen.edit("geysers", &bundle)];
    let said = [("Thandi Mokoena", true), ("Peter Adams", true), ("Lerato Dube", false), ("Fatima Isaacs", true)];
    let said = said.into_iter().chain([("Sipho Khumalo", true), ("Anna Visser", true)]);
    edits.extend(units.iter().zip(said).enumerate().map(|(at, (unit, (name, joins)))| {
        let on = Some(pen.today.minus_days(1));
        let joining =
            Joining { bundle: Some(id::<Bundle>("geysers")), unit: Some(*unit), joins, name: name.into(), on };
        pen.edit(&at.to_string(), &joining)
    }));
    edits
}

/// All geysers in 24 months, of which twelve are over; two are late.
fn programme(pen: &Pen, inventories: &[Inventory]) -> Vec<Edit> {
    let from = pen.today.minus_months(MONTHS.1);
    let from = from.minus_days(from.day() - 1);
    let programme = Programme {
        name: "All geysers in 24 months".into(),
        sort: SystemType::Geyser,
        from: Some(from),
        months: MONTHS.0,
        capacity: 3,
        vendor: Some(id::<model::scheme::Vendor>("ndlovu")),
        ..Programme::default()
    };
    let mut edits = vec![pen.edit("geysers", &programme)];
    let Some(terms) = programme.terms() else { return edits };
    let plan = spread(&programme.pieces(inventories, &[], from), terms);
    let past = plan.slots.iter().filter(|slot| slot.month.plus_months(1) <= pen.today).count();
    edits.extend(plan.slots.iter().enumerate().map(|(at, slot)| {
        let done = (at + LATE < past).then(|| slot.month.plus_days(9));
        let slot = Slot {
            programme: Some(id::<Programme>("geysers")),
            system: Some(slot.piece),
            unit: Some(slot.unit),
            month: Some(slot.month),
            done,
            ..Slot::default()
        };
        pen.edit(&at.to_string(), &slot)
    }));
    edits
}

/// Three offers for the waterproofing of a roof, on which two of three decide.
fn motion(pen: &Pen, panel: &[AccountId]) -> Vec<Edit> {
    let offer = |vendor: Option<&str>, name: &str, cents, days, note: &str| Offer {
        vendor: vendor.map(id::<model::scheme::Vendor>),
        name: name.into(),
        cents: Some(cents),
        by: Some(pen.today.plus_days(days)),
        note: note.into(),
        ..Offer::default()
    };
    let motion = Motion {
        title: "Waterproofing of the flat roof of block B".into(),
        text: "Two ceilings in block B are stained. All three have been on the roof. Table Bay Roofing is the cheapest, but its insurance has lapsed: it \
               cannot be given the work."
            .into(),
        offers: vec![
            offer(Some("cape_flat"), "", 18_650_000, 45, "Old layer off, torch-on, ten years on the work."),
            offer(
                Some("table_bay"),
                "",
                16_980_000,
                60,
                "Torch-on over the old layer, five years. Not insured now: it cannot be taken.",
            ),
            offer(None, "Dakwerk Kaap", 21_400_000, 90, "Old layer off, torch-on, new outlets, fifteen years."),
        ],
        chosen: Some(0),
        panel: panel.to_vec(),
        names: vec!["Nomsa Jacobs".into(), "Ayesha Parker".into(), "Johan Steyn".into()],
        needed: 2,
        put_on: Some(pen.today.minus_days(2)),
        answer_by: Some(pen.today.plus_days(5)),
        ..Motion::default()
    };
    vec![pen.edit("roof", &motion)]
}

fn vote(pen: &Pen, by: AccountId) -> Edit {
    let vote = Vote {
        motion: Some(id::<Motion>("roof")),
        member: Some(by),
        say: Say::Approve,
        name: "Ayesha Parker".into(),
        reason: "Ten years on the work, the old layer comes off, and they are insured.".into(),
        at: Some(pen.now),
    };
    pen.edit("ayesha", &vote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::on_both;
    use model::estate::approval::Outcome;
    use model::scheme::Thing;

    fn inventories() -> Vec<Inventory> {
        let inventory = |unit: u32| {
            let geyser = Thing {
                id: RecordId(uuid(&format!("geyser {unit}"))),
                sort: SystemType::Geyser,
                installed: format!("{}", 2008 + unit % 15).parse().ok(),
                ..Thing::default()
            };
            let unit = Some(RecordId(uuid(&format!("unit {unit}"))));
            Inventory { unit, things: vec![geyser], ..Inventory::default() }
        };
        (0..48).map(inventory).collect()
    }

    #[tokio::test]
    async fn the_work_of_a_scheme_passes_the_rules_and_is_half_done() {
        on_both(async |server| {
            let app = &server.app;
            let (now, space) = (app.clock.now(), SpaceId(uuid("scheme of this test")));
            let account = app.storage.account_of("owner@codessa.example".into(), "en-ZA", now).await.expect("made");
            app.storage.make_estate(account, space, now).await.expect("a scheme");
            let owner = Principal { account, session: String::new(), stepped_up: now };
            let today = now.date(120);
            settle(app, &owner, space, &inventories(), today).await.expect("all of it is taken in");
        })
        .await;
        let pen = Pen { today: "2026-11-27".parse().expect("a date"), now: Instant(0) };
        let slots = programme(&pen, &inventories());
        let done = slots.iter().filter(|edit| edit.fields.text().contains("\"done\"")).count();
        assert_eq!((slots.len(), done), (49, 22));
        let panel = [1, 2, 3].map(|number| AccountId(uuid::Uuid::from_u128(number)));
        let motion: Motion = motion(&pen, &panel)[0].fields.read().expect("a matter");
        // What is proposed can be taken; what is cheaper is of a vendor who has lapsed.
        let offered = motion.proposed().expect("an offer");
        let lowest = motion.offers.iter().min_by_key(|offer| offer.cents).expect("an offer");
        let vendor = |name| Some(id::<model::scheme::Vendor>(name));
        assert_eq!((offered.vendor, lowest.vendor), (vendor("cape_flat"), vendor("table_bay")));
        assert_eq!(motion.ballot(RecordId::default(), &[]).matter.outcome(), Outcome::Open);
    }
}
