//! A request of the household that went to three plumbers: two quoted, one was approved and has done the job, and bills more than was approved.

mod trust;

use super::day;
use super::pen::{id, space, uuid};
use super::photo::{Album, Scene};
use super::seed::accepted;
use super::team;
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Incoming;
use crate::upload::take_part;
use bytes::Bytes;
use model::access::Action;
use model::contact::Contact;
use model::inspection::{Found, Point};
use model::portal::line::{Line, Share, Sure};
use model::portal::{
    Bank, Client, Decision, Invoice, JobSheet, Message, Provider, Quote, Registration, Request, Side, SignOff, Verdict,
};
use model::system::System;
use model::{
    Body, Date, DeviceId, Edit, EditKey, FileHash, FileRef, Instant, Letter, RecordId, ShareId, SpaceId, Stamp,
};
use wire::deal::DealLink;
use wire::file::Chunk;

/// Who was asked: the plumber of the house, and two others.
const ASKED: [&str; 3] = ["Ndlovu & Dotters Loodgieters", "Druppel 24-uur Plumbing", "Ndabeni Plumbers"];

/// Opens the deals of the demonstration home, and writes what either side wrote there.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub(super) async fn settle(app: &App, owner: &Principal, today: Date) -> Result<(), Error> {
    let now = app.clock.now();
    let home = app.storage.authorize(owner, Action::Ask, space()).await?;
    for name in ASKED {
        let deal = SpaceId(uuid(&format!("deal/{name}")));
        let mut auth_hash = FileHash::default();
        getrandom::fill(&mut auth_hash.0).map_err(Error::broken)?;
        // A link of which nobody knows the secret: it can be renewed.
        let link = DealLink { id: ShareId(uuid::Uuid::new_v4()), auth_hash, name: name.to_owned() };
        let pen = Pen { name, today, now };
        let asked = pen.edit("request", &pen.request());
        let asked = vec![Incoming { key: asked.key, edit: Ok(asked) }];
        app.storage.open_deal(&home, deal, link.clone(), asked, now).await?;
        let email = format!("{}@codessa.example", name.split(' ').next().unwrap_or_default().to_lowercase());
        let account = app.storage.account_of(email, "en-ZA", now).await?;
        app.storage.keep_deal(account, link.id, now).await?;
        let provider = Principal { account, session: String::new(), stepped_up: now };
        for (side, edit) in pen.story() {
            let writer = if side == Side::Provider { &provider } else { owner };
            let scope = app.storage.authorize(writer, Action::Add, deal).await?;
            let reply = app.storage.push(&scope, vec![Incoming { key: edit.key, edit: Ok(edit) }], now).await?;
            accepted(reply, &scope)?;
        }
        if name == ASKED[0] {
            team::settle(app, account, deal, today).await?;
        }
        if name == ASKED[1] {
            let scope = app.storage.authorize(owner, Action::Add, deal).await?;
            let (file, content) = Album::shared().photo(Scene::Geyser, 1);
            let chunk = Chunk { offset: 0, size: file.size };
            take_part(app, &scope, file.hash, chunk, Bytes::from_static(content)).await?;
        }
    }
    Ok(())
}

/// What is written in the deal with one provider.
struct Pen {
    name: &'static str,
    today: Date,
    now: Instant,
}

impl Pen {
    fn id(&self, name: &str) -> RecordId {
        RecordId(uuid(&format!("deal/{}/{name}", self.name)))
    }

    /// That minute of the day so many days ago.
    fn at(&self, days: u32, minute: u32) -> Instant {
        Instant(day::moment_ms(day::before(self.today, days), minute).cast_signed())
    }

    fn edit<T: Letter>(&self, name: &str, letter: &T) -> Edit {
        let key = EditKey(uuid(&format!("deal/{}/{name}/key", self.name)));
        let stamp = Stamp { at_ms: self.now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(7) };
        Edit { key, id: self.id(name), kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
    }

    /// What both sides wrote after the request, in its order.
    fn story(&self) -> Vec<(Side, Edit)> {
        match self.name {
            name if name == ASKED[0] => self.done(),
            name if name == ASKED[1] => vec![
                (Side::Client, self.edit("shown", &self.shown())),
                (Side::Provider, self.edit("quote", &self.quote(189_000, 96_000))),
                (Side::Client, self.edit("message", &self.thanks())),
            ],
            _ => Vec::new(),
        }
    }

    fn done(&self) -> Vec<(Side, Edit)> {
        vec![
            (Side::Provider, self.edit("quote", &self.quote(164_500, 78_000))),
            (Side::Client, self.edit("decision", &self.decision())),
            (Side::Provider, self.edit("sheet", &self.sheet())),
            (Side::Provider, self.edit("sign-own", &self.own_sign_off())),
            (Side::Client, self.edit("sign", &self.sign_off())),
            (Side::Provider, self.edit("invoice", &self.invoice())),
            (Side::Client, self.edit("confirmation", &self.confirmation())),
            (Side::Client, self.edit("review", &self.review())),
            (Side::Provider, self.edit("answer", &self.answer())),
            (Side::Client, self.edit("consent", &self.consent())),
        ]
    }

    fn request(&self) -> Request {
        Request {
            title: "Pressure valve of the geyser drips".into(),
            what: "The valve above the geyser drips when it heats up. Please look at it and quote for a new one."
                .into(),
            access: "Somebody is at home on weekdays from 15:00.".into(),
            suburb: "Pinelands".into(),
            name: "Naledi".into(),
            provider: self.name.into(),
            batch: "demonstration-valve".into(),
            contact: self.contact(),
            systems: vec![model::portal::Told { id: Some(id::<System>("geyser-2")), name: "Geyser".into() }],
            ..Request::default()
        }
    }

    fn contact(&self) -> Option<RecordId> {
        let names = [(ASKED[0], "plumber"), (ASKED[1], "druppel")];
        names.into_iter().find(|(asked, _)| *asked == self.name).map(|(_, name)| id::<Contact>(name))
    }

    fn lines(valve: i64, labour: i64) -> Vec<Line> {
        let line = |id: &str, what: &str, share, price| Line {
            id: id.into(),
            what: what.into(),
            key: id.into(),
            share,
            price,
            quantity: 1_000,
            ..Line::default()
        };
        let why = "The old one no longer closes, so hot water runs away.".into();
        let if_not = "Water and electricity are lost, and the pressure in the geyser is not held.".into();
        vec![
            Line { why, if_not, ..line("valve", "Pressure control valve, 400 kPa", Share::Material, valve) },
            line("labour", "Two hours of work", Share::Labour, labour),
            Line { optional: true, ..line("tray", "Clean and test the drip tray", Share::Other, 35_000) },
        ]
    }

    fn provider(&self) -> Provider {
        // The first was looked up, and its insurance has run out; the second only says so; the third says nothing.
        let registrations = match self.name {
            name if name == ASKED[0] => vec![self.pirb(), self.insured()],
            name if name == ASKED[1] => vec![Registration { number: "22907/11".into(), ..self.pirb() }],
            _ => Vec::new(),
        };
        Provider {
            name: self.name.into(),
            address: "27 Howard Drive\nPinelands\n7405".into(),
            phone: "021 555 0142".into(),
            registrations,
            ..Provider::default()
        }
    }

    fn quote(&self, valve: i64, labour: i64) -> Quote {
        let mut lines = Self::lines(valve, labour);
        (lines[1].sure, lines[1].from, lines[1].to) = (Sure::Estimate, Some(labour * 4 / 5), Some(labour * 6 / 5));
        Quote {
            on: Some(day::before(self.today, 9)),
            title: "New pressure valve for the geyser".into(),
            lines,
            inclusive: true,
            exclusions: vec!["Repair of the ceiling".into()],
            // Long enough to be looked at for a while.
            valid_until: Some(day::of(self.today.year() + 1, 12, 31)),
            terms: "Payable within seven days.".into(),
            takes_days: Some(1),
            warranty_months: Some(12),
            warranty: "Our work and the valve.".into(),
            provider: self.provider(),
            ..Quote::default()
        }
    }

    fn decision(&self) -> Decision {
        Decision {
            on: Some(self.id("quote")),
            verdict: Verdict::Approve,
            ticked: vec!["tray".into()],
            name: "Naledi".into(),
            drawn: "M70 270L130 110L190 280L240 140L290 260L350 180L400 250L460 170L540 240L700 205L880 225".into(),
            device: "Chrome on Android".into(),
            decided_at: Some(self.at(8, 18 * 60)),
            ..Decision::default()
        }
    }

    fn sheet(&self) -> JobSheet {
        JobSheet {
            quote: Some(self.id("quote")),
            done: vec!["valve".into(), "labour".into(), "tray".into()],
            points: checked(),
            minutes: Some(150),
            notes: "Valve replaced and tested. The isolating valve was stuck and was freed.".into(),
            next_months: Some(36),
            next_what: "Look at the anode".into(),
            completed_on: Some(day::before(self.today, 2)),
            by: "Faizel".into(),
            ..JobSheet::default()
        }
    }

    fn sign_off(&self) -> SignOff {
        let drawn = "M70 260L130 120L190 270L240 150L290 250L350 190L400 240L470 180L560 230L720 210L860 220".into();
        let (of, name, signed_at) = (Some(self.id("sheet")), "Naledi".into(), Some(self.at(2, 16 * 60)));
        SignOff { of, side: Side::Client, name, drawn, signed_at, ..SignOff::default() }
    }

    fn own_sign_off(&self) -> SignOff {
        let drawn =
            "M90 130L90 290M90 140L220 130M95 205L190 200M250 220L300 180L320 260L360 190L420 255L520 200L640 240"
                .into();
        SignOff { side: Side::Provider, name: "Faizel".into(), drawn, ..self.sign_off() }
    }

    fn invoice(&self) -> Invoice {
        Invoice {
            quote: Some(self.id("quote")),
            on: Some(day::before(self.today, 1)),
            lines: Self::lines(164_500, 117_000),
            inclusive: true,
            provider: self.provider(),
            client: Client { name: "Naledi".into(), ..Client::default() },
            due: Some(self.today.plus_days(6)),
            bank: Some(Bank {
                bank: "Example Bank".into(),
                holder: self.name.into(),
                account: "62 0000 0142".into(),
                branch: "250 655".into(),
                reference: "Valve Naledi".into(),
            }),
            ..Invoice::default()
        }
    }

    /// A photo of where it drips.
    fn shown(&self) -> Message {
        let (file, _) = Album::shared().photo(Scene::Geyser, 1);
        Message {
            side: Side::Client,
            text: "This is the tank; the valve that drips is above it, to the left.".into(),
            files: vec![FileRef { name: "geyser.jpg".into(), ..file.clone() }],
            name: "Naledi".into(),
            sent_at: Some(self.at(10, 18 * 60 + 20)),
            ..Message::default()
        }
    }

    fn thanks(&self) -> Message {
        Message {
            side: Side::Client,
            text: "Thank you. We have another quote and will tell you by Friday.".into(),
            name: "Naledi".into(),
            sent_at: Some(self.now),
            ..Message::default()
        }
    }
}

/// What the plumber went through before they left.
fn checked() -> Vec<Point> {
    let point =
        |title: &str, found, note: &str| Point { title: title.into(), found, note: note.into(), ..Point::default() };
    vec![
        point("Isolated at the board, and tested dead", Found::Good, ""),
        point("Pressure valve and vacuum breakers as SANS 10254 asks", Found::Good, ""),
        point("Drip tray drains outside", Found::Failed, "The pipe ends in the ceiling: ask for a quote."),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::{EMAIL, settle as settle_all};
    use super::*;
    use crate::tests::on_both;
    use model::portal::deal::Deal;
    use model::portal::machine::State;

    #[tokio::test]
    async fn one_deal_is_done_and_billed_one_is_offered_and_one_waits() {
        on_both(async |server| {
            settle_all(&server.app).await.expect("the home is taken in");
            settle_all(&server.app).await.expect("again");
            let now = server.app.clock.now();
            let account = server.app.storage.account_of(EMAIL.to_owned(), "en-ZA", now).await.expect("it is there");
            let owner = Principal { account, session: String::new(), stepped_up: now };
            let mut states = Vec::new();
            for name in ASKED {
                let deal = SpaceId(uuid(&format!("deal/{name}")));
                let scope = server.app.storage.authorize(&owner, Action::Read, deal).await.expect("it is the home's");
                let deal = Deal::of(&server.app.storage.records(&scope).await.expect("read"));
                states.push((deal.request_state(), deal.job_state(), deal.review_state(), deal.numbers.len()));
            }
            let expected = [
                (State::Agreed, State::JobSigned, State::ReviewAnswered, 1),
                (State::Offered, State::JobAhead, State::ReviewAhead, 0),
                (State::Asked, State::JobAhead, State::ReviewAhead, 0),
            ];
            assert_eq!(states, expected);
        })
        .await;
    }
}
