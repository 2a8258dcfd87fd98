//! A job of the demonstration firm, and what both sides wrote of it.

use super::super::day;
use super::super::pen::uuid;
use model::portal::line::{Line, Share};
use model::portal::{
    Appointment, Client, Decision, Invoice, JobSheet, Provider, Quote, Request, Side, Verdict, VisitState,
};
use model::{Body, Date, DeviceId, Edit, EditKey, Instant, Letter, RecordId, SpaceId, Stamp};

/// The firm.
pub(super) const FIRM: &str = "Table Bay Plumbing";

/// How far a job has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Asked.
    Asked,
    /// Quoted.
    Quoted,
    /// Approved, without a day.
    Approved,
    /// Somebody comes, or came.
    Planned(VisitState),
    /// Finished, in so many minutes.
    Done(i64),
    /// Billed; to be paid by a day so many days ahead of today, or before it.
    Billed(i64, i64),
}

/// A job.
pub(super) struct Job {
    pub(super) name: String,
    pub(super) client: &'static str,
    pub(super) street: &'static str,
    pub(super) suburb: &'static str,
    pub(super) what: &'static str,
    /// Cents of the material and of the work.
    pub(super) cents: (i64, i64),
    pub(super) who: &'static str,
    /// From which minute to which of which day.
    pub(super) at: (Date, u32, u32),
    pub(super) today: Date,
    pub(super) now: Instant,
    pub(super) stage: Stage,
}

/// An edit that writes a letter; its ids come from a name.
pub(super) fn edit<T: Letter>(name: &str, letter: &T, now: Instant) -> Edit {
    let (key, id) = (EditKey(uuid(&format!("crew/{name}/key"))), RecordId(uuid(&format!("crew/{name}"))));
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(8) };
    Edit { key, id, kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
}

/// The day so many days after `date`, or before it.
pub(super) fn after(date: Date, days: i64) -> Date {
    let count = u32::try_from(days.unsigned_abs()).unwrap_or_default();
    if days < 0 { day::before(date, count) } else { date.plus_days(count) }
}

impl Job {
    /// Its space.
    pub(super) fn space(&self) -> SpaceId {
        SpaceId(uuid(&format!("crew/{}", self.name)))
    }

    /// Whether it is finished.
    #[cfg(test)]
    pub(super) fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done(_) | Stage::Billed(..))
    }

    fn id(&self, of: &str) -> RecordId {
        RecordId(uuid(&format!("crew/{}/{of}", self.name)))
    }

    fn edit<T: Letter>(&self, of: &str, letter: &T) -> Edit {
        edit(&format!("{}/{of}", self.name), letter, self.now)
    }

    /// What both sides wrote, the request first.
    pub(super) fn story(&self) -> Vec<(Side, Edit)> {
        let mut story = vec![(Side::Client, self.edit("request", &self.request()))];
        if self.stage == Stage::Asked {
            return story;
        }
        story.push((Side::Provider, self.edit("quote", &self.quote())));
        if self.stage == Stage::Quoted {
            return story;
        }
        story.push((Side::Client, self.edit("decision", &self.decision())));
        if self.stage == Stage::Approved {
            return story;
        }
        story.push((Side::Provider, self.edit("visit", &self.visit())));
        if let Stage::Done(minutes) | Stage::Billed(minutes, _) = self.stage {
            story.push((Side::Provider, self.edit("sheet", &self.sheet(minutes))));
        }
        if let Stage::Billed(_, due) = self.stage {
            story.push((Side::Provider, self.edit("invoice", &self.invoice(due))));
        }
        story
    }

    fn request(&self) -> Request {
        Request {
            title: self.what.into(),
            name: self.client.into(),
            phone: "021 555 0100".into(),
            address: self.street.into(),
            suburb: self.suburb.into(),
            provider: FIRM.into(),
            ..Request::default()
        }
    }

    fn lines(&self) -> Vec<Line> {
        let (material, work) = self.cents;
        let line = |id: &str, what: &str, share, price| {
            let (id, what) = (id.into(), what.into());
            Line { id, what, share, price, quantity: 1_000, ..Line::default() }
        };
        let parts = line("parts", "Parts and fittings", Share::Material, material);
        let work = line("work", "Call-out and work", Share::Labour, work);
        if material == 0 { vec![work] } else { vec![parts, work] }
    }

    pub(super) fn provider() -> Provider {
        let address = "14 Albert Road, Woodstock, Cape Town".into();
        Provider { name: FIRM.into(), address, phone: "021 555 0199".into(), ..Provider::default() }
    }

    fn quote(&self) -> Quote {
        Quote {
            on: Some(day::before(self.at.0.min(self.today), 4)),
            title: self.what.into(),
            lines: self.lines(),
            inclusive: true,
            terms: "Payable within seven days.".into(),
            provider: Self::provider(),
            ..Quote::default()
        }
    }

    fn decision(&self) -> Decision {
        let on = Some(self.id("quote"));
        Decision {
            on,
            verdict: Verdict::Approve,
            name: self.client.into(),
            decided_at: Some(self.now),
            ..Decision::default()
        }
    }

    fn visit(&self) -> Appointment {
        let (on, from, until) = self.at;
        let moment = |minute| Some(Instant(day::moment_ms(on, minute).cast_signed()));
        let state = if let Stage::Planned(state) = self.stage { state } else { VisitState::Left };
        Appointment { from: moment(from), until: moment(until), state, who: self.who.into(), ..Appointment::default() }
    }

    fn sheet(&self, minutes: i64) -> JobSheet {
        JobSheet {
            quote: Some(self.id("quote")),
            done: self.lines().into_iter().map(|line| line.id).collect(),
            minutes: Some(minutes),
            notes: "Done and tested.".into(),
            completed_on: Some(self.at.0),
            by: self.who.into(),
            ..JobSheet::default()
        }
    }

    fn invoice(&self, due: i64) -> Invoice {
        Invoice {
            quote: Some(self.id("quote")),
            on: Some(self.at.0),
            due: Some(after(self.today, due)),
            lines: self.lines(),
            inclusive: true,
            provider: Self::provider(),
            client: Client { name: self.client.into(), ..Client::default() },
            ..Invoice::default()
        }
    }
}
