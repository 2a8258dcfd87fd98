//! The thirty visits of today.

use super::super::day::moment_ms;
use super::write::{Job, Stage};
use model::portal::VisitState;
use model::{Date, Instant};

/// Minutes before a visit from which somebody is on the way.
const WAY_MINUTES: i64 = 30;

/// A suburb, who goes there, and the visits: the minute of the day from which, how many minutes, at whose, where, what, cents of parts and of work.
type Suburb = (&'static str, &'static str, &'static [Visit]);
type Visit = (u32, u32, &'static str, &'static str, &'static str, i64, i64);

const ROUND: [Suburb; 8] = [
    (
        "Observatory",
        "Sipho",
        &[
            (450, 60, "Mrs Adams", "12 Lower Main Road", "Geyser valve drips", 92_000, 78_000),
            (510, 60, "Student House 4", "31 Trill Road", "Toilet runs on", 28_500, 52_000),
            (570, 45, "Mr Pillay", "7 Nelson Road", "Basin tap leaks", 0, 45_000),
            (630, 60, "Observatory Books", "69 Lower Main Road", "Blocked drain in the yard", 0, 98_000),
        ],
    ),
    (
        "Mowbray",
        "Sipho",
        &[
            (720, 60, "Ms Dlamini", "4 Durban Road", "No hot water", 45_000, 65_000),
            (780, 60, "Mowbray Crèche", "18 Main Road", "Two taps to replace", 110_000, 60_000),
            (855, 60, "Mr and Mrs Jacobs", "22 Highbury Road", "Pressure is low", 0, 65_000),
            (930, 75, "Ms van Wyk", "5 Rhodes Avenue", "Dishwasher to connect", 32_000, 58_000),
        ],
    ),
    (
        "Rondebosch",
        "Anna",
        &[
            (450, 90, "Mrs October", "9 Sandown Road", "New geyser element", 68_000, 85_000),
            (555, 60, "Rondebosch Dental", "2 Belmont Road", "Leak below the surgery", 22_000, 78_000),
            (630, 60, "Mr Khumalo", "41 Campground Road", "Outside tap to move", 35_000, 62_000),
            (705, 45, "Ms Meyer", "16 Park Road", "Shower drips", 18_000, 45_000),
        ],
    ),
    (
        "Claremont",
        "Anna",
        &[
            (780, 60, "Mr Naidoo", "11 Bowwood Road", "Kitchen mixer to replace", 125_000, 58_000),
            (855, 60, "Harfield Village Body Corporate", "30 Second Avenue", "Meter runs at night", 0, 120_000),
            (930, 60, "Mrs Peters", "8 Norfolk Road", "Toilet cistern cracked", 148_000, 72_000),
            (1005, 45, "Mr Botha", "52 Imam Haron Road", "Gutter outlet blocked", 0, 52_000),
        ],
    ),
    (
        "Pinelands",
        "Faizel",
        &[
            (450, 60, "Mr Abrahams", "3 Forest Drive", "Vacuum breaker leaks", 38_000, 58_000),
            (525, 60, "Mrs Langa", "27 Central Avenue", "Geyser trips the power", 0, 65_000),
            (600, 60, "Pinelands Library", "1 St Stephen’s Road", "Urinal valve sticks", 64_000, 62_000),
            (675, 60, "Ms Fourie", "14 Ringwood Drive", "Bath waste leaks", 29_000, 65_000),
        ],
    ),
    (
        "Woodstock",
        "Faizel",
        &[
            (780, 60, "Woodstock Bakery", "66 Roodebloem Road", "Grease trap to clean", 0, 145_000),
            (855, 60, "Mr Daniels", "19 Roodebloem Road", "Stopcock is stuck", 42_000, 58_000),
            (930, 60, "Ms Mokoena", "8 Chapel Street", "Pipe burst in the wall", 55_000, 165_000),
        ],
    ),
    (
        "Sea Point",
        "Lerato",
        &[
            (465, 60, "Bordeaux Flat 904", "160 Beach Road", "Hot tap runs cold", 0, 65_000),
            (540, 60, "Mrs Cohen", "5 Worcester Road", "Washing machine trap", 24_000, 52_000),
            (615, 60, "Mr Smit", "73 Kloof Road", "Bidet to fit", 86_000, 98_000),
            (690, 60, "Ms Hendricks", "12 Irwinton Road", "Water comes through the ceiling", 0, 130_000),
        ],
    ),
    (
        "Milnerton",
        "Lerato",
        &[
            (810, 60, "Mr Ncube", "6 Ascot Road", "Pool fill valve", 47_000, 52_000),
            (885, 60, "Milnerton Surf Club", "1 Woodbridge Island", "Showers to service", 95_000, 140_000),
            (960, 60, "Mrs Davids", "44 Koeberg Road", "Solar geyser anode", 76_000, 82_000),
        ],
    ),
];

/// What somebody forgot to say of: a visit that stays planned, whatever the hour.
const FORGOTTEN: &str = "Mr Pillay";

/// The visits, each as it stands at a moment.
pub(super) fn jobs(today: Date, now: Instant) -> Vec<Job> {
    let of = |(suburb, who, visits): &Suburb| {
        let (suburb, who) = (*suburb, *who);
        let job = move |visit: &Visit| job(suburb, who, visit, today, now);
        visits.iter().map(job).collect::<Vec<_>>()
    };
    ROUND.iter().flat_map(of).collect()
}

fn job(suburb: &'static str, who: &'static str, visit: &Visit, today: Date, now: Instant) -> Job {
    let &(from, minutes, client, street, what, parts, work) = visit;
    let at = |minute| moment_ms(today, minute).cast_signed();
    let stage = match now.0 {
        _ if client == FORGOTTEN => Stage::Planned(VisitState::Planned),
        now if now >= at(from + minutes) => Stage::Done(i64::from(minutes) - 5),
        now if now >= at(from) => Stage::Planned(VisitState::There),
        now if now >= at(from) - WAY_MINUTES * 60_000 => Stage::Planned(VisitState::OnMyWay),
        _ => Stage::Planned(VisitState::Planned),
    };
    // The day is part of its name, so that another day has visits of its own.
    let name = format!("{today}/{suburb}/{from}");
    let at = (today, from, from + minutes);
    Job { name, client, street, suburb, what, cents: (parts, work), who, at, today, now, stage }
}
