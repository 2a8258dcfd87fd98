//! A day on the road: who is visited, grouped by suburb, in the order in which it is driven.

use super::{Job, Now};
use crate::date::{Date, HOME_AHEAD_MINUTES, Instant};
use crate::firm::Duty;
use crate::id::{AccountId, RecordId, SpaceId};
use crate::portal::{Appointment, Kept, VisitState};

/// A visit of a day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stop {
    /// The job.
    pub space: SpaceId,
    /// The appointment.
    pub visit: RecordId,
    /// What is done there, in a line.
    pub title: String,
    /// Who is visited; nothing if nobody is named.
    pub client: String,
    /// Their telephone number; nothing if none is told.
    pub phone: String,
    /// The suburb, as the client wrote it.
    pub suburb: String,
    /// The street, as far as it is told.
    pub address: String,
    /// From when they expect somebody.
    pub from: Instant,
    /// Until when.
    pub until: Option<Instant>,
    /// Who goes; nothing if nobody is named.
    pub who: String,
    /// Where the visit stands.
    pub state: VisitState,
    /// It should have begun, and nobody said that they are on the way.
    pub late: bool,
}

impl Stop {
    /// Minutes that the client was told, the way there not counted; none of a visit without an end.
    pub fn minutes(&self) -> Option<i64> {
        self.until.map(|until| (until.0 - self.from.0).max(0) / 60_000)
    }

    /// The minute of its day from which it is expected, where the jobs are done.
    pub fn start_minutes(&self) -> i64 {
        (self.from.0.div_euclid(60_000) + i64::from(HOME_AHEAD_MINUTES)).rem_euclid(24 * 60)
    }

    /// Whether it is still to be done.
    pub fn is_ahead(&self) -> bool {
        self.state != VisitState::Left
    }
}

/// The visits in one suburb.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Round {
    /// The suburb, as the first client in it wrote it; nothing where none is told.
    pub suburb: String,
    /// The visits, in the order in which they are made.
    pub stops: Vec<Stop>,
}

impl Round {
    /// Minutes that its visits take as the clients were told, the ways between them not counted; what has no end counts as nothing.
    pub fn minutes(&self) -> i64 {
        self.stops.iter().filter_map(Stop::minutes).sum()
    }
}

/// One place towards the beginning, or towards the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Earlier.
    Up,
    /// Later.
    Down,
}

impl Way {
    fn from(self, at: usize) -> Option<usize> {
        match self {
            Self::Up => at.checked_sub(1),
            Self::Down => Some(at + 1),
        }
    }
}

/// The visits of a day that were not cancelled, by the hour.
pub fn stops(jobs: &[Job], on: Date, now: Now) -> Vec<Stop> {
    let mut stops: Vec<Stop> = jobs.iter().filter(|job| !job.is_over()).flat_map(|job| of_job(job, on, now)).collect();
    stops.sort_by(|one, other| (one.from, &one.title, one.visit).cmp(&(other.from, &other.title, other.visit)));
    stops
}

fn of_job(job: &Job, on: Date, now: Now) -> impl Iterator<Item = Stop> {
    let request = job.deal.request.as_ref().map(|request| request.letter.clone()).unwrap_or_default();
    job.deal.appointments.iter().filter_map(move |visit: &Kept<Appointment>| {
        let letter = &visit.letter;
        let from = letter.from.filter(|from| from.date(now.ahead_minutes) == on)?;
        (letter.state != VisitState::Cancelled).then(|| Stop {
            space: job.space,
            visit: visit.id,
            title: request.title.clone(),
            client: job.client(),
            phone: request.phone.clone(),
            suburb: request.suburb.clone(),
            address: request.address.clone(),
            from,
            until: letter.until,
            who: letter.who.clone(),
            state: letter.state,
            late: letter.state == VisitState::Planned && letter.until.unwrap_or(from) < now.at,
        })
    })
}

/// Puts who goes by the firm's duties of a day in the place of who was told to the client. `names` are those of its members; who has none there is left as told.
pub fn assign(stops: &mut [Stop], on: Date, duties: &[Duty], names: &[(AccountId, String)]) {
    for stop in stops {
        let own = duties.iter().find(|duty| is_of(duty, on, stop.space));
        let member = own.and_then(|duty| duty.member);
        let name = names.iter().find(|(account, _)| Some(*account) == member);
        stop.who = name.map_or_else(|| std::mem::take(&mut stop.who), |(_, name)| name.clone());
    }
}

fn is_of(duty: &Duty, on: Date, job: SpaceId) -> bool {
    duty.on == Some(on) && duty.gives().is_some_and(|(deal, _)| deal == job)
}

/// The visits of a day for which a place was given, in their order: the firm's, and for a visit of which no duty tells one that of `own`, an order of the whole day.
pub fn order(stops: &[Stop], on: Date, duties: &[Duty], own: &[RecordId]) -> Vec<RecordId> {
    let written = |stop: &Stop| duties.iter().find(|duty| duty.order > 0 && is_of(duty, on, stop.space));
    let kept = |stop: &Stop| own.iter().position(|id| *id == stop.visit).map(place);
    let placed = |stop: &Stop| Some((written(stop).map(|duty| duty.order).or_else(|| kept(stop))?, stop.visit));
    let mut all: Vec<(i64, RecordId)> = stops.iter().filter_map(placed).collect();
    // The sort keeps the order of what stands at the same place: that of the hours.
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, visit)| visit).collect()
}

/// The duties, by their index, to which an order of the whole day gives another place than they have, with that place.
pub fn places(stops: &[Stop], on: Date, duties: &[Duty], order: &[RecordId]) -> Vec<(usize, i64)> {
    let job = |visit: &RecordId| stops.iter().find(|stop| stop.visit == *visit).map(|stop| stop.space);
    let jobs: Vec<Option<SpaceId>> = order.iter().map(job).collect();
    let changed = |(index, duty): (usize, &Duty)| {
        let at = jobs.iter().position(|job| job.is_some_and(|job| is_of(duty, on, job)))?;
        (duty.order != place(at)).then_some((index, place(at)))
    };
    duties.iter().enumerate().filter_map(changed).collect()
}

fn place(at: usize) -> i64 {
    i64::try_from(at).map_or(i64::MAX, |at| at + 1)
}

/// Groups visits by suburb. Those that `order` names come first and as it says, the others by the hour; a suburb stands where its first visit does.
pub fn rounds(mut stops: Vec<Stop>, order: &[RecordId]) -> Vec<Round> {
    // The sort keeps the order of what stands at the same place: that of the hours.
    stops.sort_by_key(|stop| order.iter().position(|id| *id == stop.visit).unwrap_or(usize::MAX));
    let mut rounds: Vec<Round> = Vec::new();
    for stop in stops {
        let known = rounds.iter_mut().find(|round| is_same(&round.suburb, &stop.suburb));
        match known {
            Some(round) => round.stops.push(stop),
            None => rounds.push(Round { suburb: stop.suburb.clone(), stops: vec![stop] }),
        }
    }
    rounds
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The order with a visit at another place of its suburb, counted from 0; beyond the last it is the last.
pub fn with_stop_at(rounds: &[Round], visit: RecordId, at: usize) -> Vec<RecordId> {
    let mut order = Vec::new();
    for round in rounds {
        let mut visits: Vec<RecordId> = round.stops.iter().map(|stop| stop.visit).collect();
        if let Some(before) = visits.iter().position(|id| *id == visit) {
            visits.remove(before);
            visits.insert(at.min(visits.len()), visit);
        }
        order.extend(visits);
    }
    order
}

/// The order with a visit moved by one place in its suburb; at its end it stays.
pub fn with_stop_moved(rounds: &[Round], visit: RecordId, way: Way) -> Vec<RecordId> {
    let at = rounds.iter().find_map(|round| round.stops.iter().position(|stop| stop.visit == visit));
    let to = at.and_then(|at| way.from(at)).or(at);
    with_stop_at(rounds, visit, to.unwrap_or(0))
}

/// The order with a whole suburb moved by one place; at its end it stays.
pub fn with_round_moved(rounds: &[Round], at: usize, way: Way) -> Vec<RecordId> {
    let mut places: Vec<usize> = (0..rounds.len()).collect();
    if let Some(to) = way.from(at).filter(|to| *to < rounds.len() && at < rounds.len()) {
        places.swap(at, to);
    }
    places.into_iter().flat_map(|place| rounds[place].stops.iter().map(|stop| stop.visit)).collect()
}

/// The order of a whole day in which some visits were ordered anew: those take the places that they had among the others.
pub fn within(whole: &[RecordId], some: &[RecordId]) -> Vec<RecordId> {
    let mut next = some.iter().filter(|id| whole.contains(id)).copied();
    whole.iter().map(|id| if some.contains(id) { next.next().unwrap_or(*id) } else { *id }).collect()
}

/// Who goes on a day, each once, by name.
pub fn people(stops: &[Stop]) -> Vec<String> {
    let mut people: Vec<String> = stops.iter().map(|stop| stop.who.clone()).filter(|who| !who.is_empty()).collect();
    people.sort_unstable();
    people.dedup();
    people
}
