//! The plumber of the house has a firm: what it says of itself, a price book, a template, a checklist, a van and who goes where in it.

use super::pen::uuid;
use super::seed::accepted;
use crate::app::App;
use crate::auth::{Principal, Token};
use crate::error::Error;
use crate::storage::{Incoming, InvitationNew, Scope};
use model::access::{Action, Role};
use model::firm::{Duty, Firm, Price, Routine, RoutinePoint, Template, Time};
use model::portal::line::Share;
use model::portal::{Bank, Line, Registration, Vat};
use model::{AccountId, Body, Date, DeviceId, Edit, EditKey, Instant, Letter, RecordId, SpaceId, Stamp};

/// A technician of the firm. Nobody receives mail there.
const TECHNICIAN: &str = "pieter@codessa.example";
/// Milliseconds for which the invitation that they come by stands.
const INVITED_MS: i64 = 60_000;

/// Makes the firm of `account`, with a technician who goes to `deal`.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub(super) async fn settle(app: &App, account: AccountId, deal: SpaceId, today: Date) -> Result<(), Error> {
    let now = app.clock.now();
    let firm = SpaceId(uuid("firm"));
    app.storage.make_firm(account, firm, now).await?;
    let owner = Principal { account, session: String::new(), stepped_up: now };
    let scope = app.storage.authorize(&owner, Action::Add, firm).await?;
    let technician = join(app, &scope, TECHNICIAN, Role::Technician, now).await?;
    let pen = Pen { today, now, deal, owner: account, technician };
    let edits = pen.edits().into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    accepted(app.storage.push(&scope, edits, now).await?, &scope)
}

/// Makes somebody a member of the firm, unless they are; their account.
pub(super) async fn join(app: &App, firm: &Scope, email: &str, role: Role, now: Instant) -> Result<AccountId, Error> {
    let account = app.storage.account_of(email.to_owned(), "en-ZA", now).await?;
    if app.storage.member_role(firm, account).await?.is_none() {
        let (email, token, expires) = (email.to_owned(), Token::random().hash(), Instant(now.0 + INVITED_MS));
        let invitation = InvitationNew { email, role, token_hash: token.clone(), by: firm.account(), expires };
        app.storage.add_invitation(firm, invitation).await?;
        app.storage.accept_invitation(account, token, now).await?;
    }
    Ok(account)
}

/// What is written in the firm.
struct Pen {
    today: Date,
    now: Instant,
    deal: SpaceId,
    owner: AccountId,
    technician: AccountId,
}

impl Pen {
    fn edit<T: Letter>(&self, name: &str, letter: &T) -> Edit {
        let key = EditKey(uuid(&format!("firm/{}/{name}/key", T::KIND)));
        let stamp = Stamp { at_ms: self.now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(7) };
        let id = RecordId(uuid(&format!("firm/{}/{name}", T::KIND)));
        Edit { key, id, kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
    }

    fn edits(&self) -> Vec<Edit> {
        let mut edits = vec![self.edit("own", &self.profile())];
        edits.extend(prices().into_iter().map(|(name, price)| self.edit(name, &price)));
        edits.push(self.edit("geyser", &template()));
        edits.push(self.edit("geyser", &routine()));
        edits.push(self.edit("valve", &self.duty(self.technician, 9, 0)));
        edits.push(self.edit("look", &self.duty(self.owner, 2, 90)));
        edits.push(self.edit("valve", &self.time(self.technician, 9, 95)));
        edits.push(self.edit("look", &self.time(self.owner, 2, 40)));
        edits
    }

    fn profile(&self) -> Firm {
        let registered = |body: &str, number: &str, expires: Option<Date>| Registration {
            body: body.into(),
            number: number.into(),
            expires,
            file: None,
        };
        Firm {
            name: "Ndlovu & Dotters Loodgieters".into(),
            trade: "Plumbing".into(),
            address: "14 Howard Drive\nPinelands\n7405".into(),
            phone: "021 555 0142".into(),
            email: "ndlovu@codessa.example".into(),
            vat_number: "4123456789".into(),
            bank: Some(Bank {
                bank: "FNB".into(),
                holder: "Ndlovu & Dotters".into(),
                account: "62000000142".into(),
                branch: "250655".into(),
                reference: String::new(),
            }),
            registrations: vec![
                registered("PIRB", "12345/26", Some(self.today.plus_days(19))),
                registered("Public liability insurance", "PL-88210", Some(self.today.plus_months(7))),
                registered("SAQCC Gas", "GP-7731", Some(self.today.minus_days(12))),
            ],
            notes: "The spare key of the store is with Pieter.".into(),
        }
    }

    fn duty(&self, member: AccountId, days_ago: u32, after_minutes: i64) -> Duty {
        Duty {
            deal: Some(self.deal),
            member: Some(member),
            on: Some(self.today.minus_days(days_ago)),
            start_minutes: Some(8 * 60 + after_minutes),
            suburb: "Pinelands".into(),
            ..Duty::default()
        }
    }

    fn time(&self, member: AccountId, days_ago: u32, minutes: i64) -> Time {
        let on = Some(self.today.minus_days(days_ago));
        Time { deal: Some(self.deal), member: Some(member), on, minutes, ..Time::default() }
    }
}

fn prices() -> Vec<(&'static str, Price)> {
    let price = |what: &str, key: &str, share, unit: &str, (price, cost): (i64, i64), minutes: Option<i64>| Price {
        what: what.into(),
        key: key.into(),
        share,
        unit: unit.into(),
        price,
        inclusive: true,
        vat: Vat::Standard,
        cost: Some(cost),
        minutes,
        ..Price::default()
    };
    vec![
        ("call", price("Call-out in the southern suburbs", "call_out", Share::CallOut, "", (45_000, 18_000), None)),
        ("hour", price("Plumber and assistant", "labour", Share::Labour, "hour", (78_000, 31_000), Some(60))),
        ("valve", price("Pressure control valve 400 kPa", "valve", Share::Material, "", (164_500, 98_000), Some(75))),
        ("geyser", price("Geyser 150 litres, fitted", "geyser", Share::Material, "", (1_245_000, 812_000), Some(240))),
        ("pipe", price("Copper pipe 22 mm", "pipe_22", Share::Material, "m", (21_500, 11_900), Some(10))),
    ]
}

fn template() -> Template {
    let line = |id: &str, what: &str, share, price| Line {
        id: id.into(),
        what: what.into(),
        share,
        price,
        quantity: 1_000,
        vat: Vat::Standard,
        ..Line::default()
    };
    Template {
        name: "New geyser, 150 litres".into(),
        title: "New geyser".into(),
        lines: vec![
            line("1", "Geyser 150 litres with drip tray", Share::Material, 1_245_000),
            line("2", "Fitting, by two people", Share::Labour, 312_000),
        ],
        inclusive: true,
        exclusions: vec!["Making good of the ceiling".into(), "Electrical work".into()],
        deposit_percent: Some(50),
        valid_days: Some(30),
        terms: "The balance within seven days of completion.".into(),
        takes_days: Some(1),
        warranty_months: Some(12),
        warranty: "Workmanship".into(),
        ..Template::default()
    }
}

fn routine() -> Routine {
    let point = |title: &str, must| RoutinePoint { title: title.into(), must, ..RoutinePoint::default() };
    Routine {
        name: "Geyser".into(),
        jobs: vec!["geyser".into()],
        points: vec![
            point("Isolated at the board, and tested dead", true),
            point("Pressure valve and vacuum breakers as SANS 10254 asks", true),
            point("Drip tray drains outside", true),
            point("Ceiling left clean", false),
        ],
        ..Routine::default()
    }
}
