//! What the firm has besides today's visits: requests, quotes, jobs without a date, bills that are paid late or not at all, and what is planned for the days ahead.

use super::write::{Job, Stage, after};
use model::portal::VisitState;
use model::{Date, Instant};

/// Days from today, who, at whose, where, in which suburb, what, cents of parts and of work, how far it has come.
type Other = (i64, &'static str, &'static str, &'static str, &'static str, &'static str, i64, i64, Stage);

const PLANNED: Stage = Stage::Planned(VisitState::Planned);

const OTHERS: [Other; 15] = [
    (0, "", "Mr Ndlovu", "17 Duke Street", "Observatory", "Quote for a second bathroom", 0, 0, Stage::Asked),
    (0, "", "Mrs Arendse", "23 Alma Road", "Rosebank", "Damp behind the shower", 0, 0, Stage::Asked),
    (
        0,
        "",
        "Ms Coetzee",
        "4 Ottery Road",
        "Wynberg",
        "Heat pump instead of the geyser",
        1_850_000,
        420_000,
        Stage::Quoted,
    ),
    (
        0,
        "",
        "Vredehoek Heights",
        "12 Davenport Road",
        "Vredehoek",
        "Pump in the basement",
        640_000,
        180_000,
        Stage::Quoted,
    ),
    (
        0,
        "",
        "Mr Isaacs",
        "9 Wale Street",
        "Bo-Kaap",
        "Replace the old galvanised pipes",
        920_000,
        760_000,
        Stage::Approved,
    ),
    (
        -2,
        "Anna",
        "Mrs Peters",
        "8 Norfolk Road",
        "Claremont",
        "Replace the toilet seat",
        42_000,
        38_000,
        Stage::Done(35),
    ),
    (-3, "Sipho", "Mr Hoffman", "3 Rouwkoop Road", "Rondebosch", "Leak at the meter", 0, 92_000, Stage::Billed(70, 4)),
    (
        -9,
        "Lerato",
        "Mr Smit",
        "73 Kloof Road",
        "Sea Point",
        "Find the leak in the lounge",
        0,
        185_000,
        Stage::Billed(150, -2),
    ),
    (
        -50,
        "Faizel",
        "Woodstock Bakery",
        "66 Roodebloem Road",
        "Woodstock",
        "New gas geyser",
        1_240_000,
        360_000,
        Stage::Billed(420, -43),
    ),
    (
        -84,
        "Anna",
        "Harfield Village Body Corporate",
        "30 Second Avenue",
        "Claremont",
        "Reline the sewer",
        980_000,
        640_000,
        Stage::Billed(640, -77),
    ),
    (
        -130,
        "Sipho",
        "Student House 4",
        "31 Trill Road",
        "Observatory",
        "New cistern",
        165_000,
        68_000,
        Stage::Billed(80, -123),
    ),
    (1, "Sipho", "Ms Dlamini", "4 Durban Road", "Mowbray", "Fit the new shower mixer", 195_000, 78_000, PLANNED),
    (1, "Anna", "Mr Khumalo", "41 Campground Road", "Rondebosch", "Second outside tap", 48_000, 62_000, PLANNED),
    (3, "Faizel", "Mrs Langa", "27 Central Avenue", "Pinelands", "Replace the geyser", 1_120_000, 320_000, PLANNED),
    (
        4,
        "Lerato",
        "Milnerton Surf Club",
        "1 Woodbridge Island",
        "Milnerton",
        "Backflow preventer",
        310_000,
        120_000,
        PLANNED,
    ),
];

/// Those jobs, as seen from a day.
pub(super) fn jobs(today: Date, now: Instant) -> Vec<Job> {
    let job = |(number, other): (usize, &Other)| {
        let &(days, who, client, street, suburb, what, parts, work, stage) = other;
        let at = (after(today, days), 540, 630);
        // They stand once, whatever the day of a later start.
        let name = format!("other/{number}");
        Job { name, client, street, suburb, what, cents: (parts, work), who, at, today, now, stage }
    };
    OTHERS.iter().enumerate().map(job).collect()
}
