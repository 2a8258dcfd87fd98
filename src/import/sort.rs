//! What a thing, a place or an event is, told by the words it is called.

use crate::text::words;
use model::entry::EntryType;
use model::system::SystemType;
use model::zone::Place;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that name a system of a home, South African and international, whole words only. Where several fit, the longest decides.
const SYSTEMS: &[(SystemType, &str)] = &[
    (SystemType::Geyser, "geyser,boiler,water heater,hot water cylinder,hot water tank,kwikot,warmwatertoestel"),
    (SystemType::SolarGeyser, "solar geyser,solar water heater,sonverwarmer,evacuated tube"),
    (SystemType::HeatPump, "heat pump,heatpump,hittepomp"),
    (SystemType::GasGeyser, "gas geyser,gas water heater,tankless water heater,instant water heater,gasgeyser"),
    (
        SystemType::DistributionBoard,
        "distribution board,db board,main board,consumer unit,breaker panel,electrical panel,fuse box,sub board,verdeelbord",
    ),
    (SystemType::EarthLeakage, "earth leakage,rcd,rccb,gfci,aardlekkasie"),
    (SystemType::SurgeProtection, "surge arrester,surge protection,surge protective device,spd,blitsbeveiliging"),
    (SystemType::Wiring, "house wiring,electrical wiring,rewiring,bedrading"),
    (
        SystemType::ElectricityMeter,
        "electricity meter,prepaid meter,prepaid electricity meter,power meter,elektrisiteitsmeter",
    ),
    (SystemType::SolarPanels, "solar panel,solar array,pv panel,pv array,photovoltaic,sonpaneel,sonpanele"),
    (SystemType::Inverter, "inverter,hybrid inverter,omsetter,sunsynk,deye,victron multiplus"),
    (
        SystemType::Battery,
        "inverter battery,lithium battery,solar battery,backup battery,battery bank,wall battery,lifepo4,pylontech,hubble lithium,powerwall",
    ),
    (SystemType::Generator, "generator,genset,kragopwekker"),
    (
        SystemType::Roof,
        "roof tiles,tile roof,tiled roof,roof sheeting,main roof,thatch roof,metal roof,roof covering,dakteëls",
    ),
    (SystemType::Gutters, "gutter,gutters,downpipe,rain gutter,geute"),
    (SystemType::Waterproofing, "waterproofing,torch on,waterdigting"),
    (SystemType::Ceiling, "ceiling insulation,roof insulation,ceilings,plafon"),
    (SystemType::ExteriorPaint, "exterior paint,outside paint,exterior walls"),
    (SystemType::WindowsDoors, "window frames,sliding door,front door,double glazing,windows and doors"),
    (SystemType::ExteriorTimber, "deck,decking,pergola,wooden deck"),
    (SystemType::Plumbing, "plumbing,water pipes,loodgieterswerk"),
    (SystemType::PressureValve, "pressure valve,pressure control valve,pressure reducing valve,prv"),
    (SystemType::WaterMeter, "water meter,watermeter"),
    (SystemType::WaterTank, "water tank,rain tank,rainwater tank,jojo,jojo tank,backup tank,watertenk"),
    (SystemType::WaterPump, "water pump,booster pump,pressure pump,sump pump,well pump,waterpomp"),
    (SystemType::Borehole, "borehole,borehole pump,boorgat"),
    (SystemType::Drainage, "drain,drains,sewer,drainage,french drain,riool"),
    (SystemType::SepticTank, "septic tank,septiese tenk,conservancy tank"),
    (SystemType::GasInstallation, "gas installation,gas line,gas cylinders,lpg installation"),
    (
        SystemType::GateMotor,
        "gate motor,gate opener,gate operator,sliding gate motor,driveway gate,centurion d5,hekmotor,centsys",
    ),
    (SystemType::GarageMotor, "garage motor,garage door motor,garage door opener,garage door,motorhuisdeur"),
    (SystemType::ElectricFence, "electric fence,electric fencing,energizer,energiser,elektriese heining,nemtek"),
    (SystemType::Alarm, "alarm,alarm system,burglar alarm,security system,house alarm,alarmstelsel"),
    (SystemType::Cameras, "cctv,security camera,security cameras,surveillance camera,ip camera,dvr,nvr,kameras"),
    (SystemType::Intercom, "intercom,video doorbell,doorbell,interkom"),
    (SystemType::Pool, "swimming pool,swembad"),
    (SystemType::PoolPump, "pool pump,swembadpomp"),
    (SystemType::PoolFilter, "pool filter,sand filter,salt chlorinator,chlorinator"),
    (SystemType::Irrigation, "irrigation,irrigation system,sprinkler system,irrigation controller,besproeiing"),
    (
        SystemType::AirConditioner,
        "aircon,air con,air conditioner,air conditioning,ac unit,a c unit,split unit,hvac,furnace,mini split,lugversorger,lugversorging",
    ),
    (SystemType::Fireplace, "fireplace,wood stove,wood burner,chimney,kaggel,built in braai"),
    (SystemType::FireExtinguisher, "fire extinguisher,brandblusser"),
    (SystemType::SmokeDetector, "smoke detector,smoke alarm,carbon monoxide detector,rookverklikker"),
    (SystemType::Oven, "oven,hob,stove,cooktop,range cooker,extractor,cooker hood,extractor hood,stoof"),
    (SystemType::Refrigerator, "fridge,refrigerator,freezer,fridge freezer,chest freezer,yskas,vrieskas"),
    (SystemType::Dishwasher, "dishwasher,skottelgoedwasser"),
    (
        SystemType::WashingMachine,
        "washing machine,tumble dryer,tumble drier,washer dryer,clothes dryer,wasmasjien,tuimeldroër",
    ),
    (SystemType::Network, "fibre ont,fiber ont,ont box,router,wifi mesh,access point,satellite dish,network switch"),
    (SystemType::Lift, "lift,elevator,stairlift,hysbak"),
];

/// What names a system only if it is all that a thing is called: a roof rack is none.
const ALONE: &[(SystemType, &str)] = &[
    (SystemType::Battery, "battery,batteries,ups battery"),
    (SystemType::Roof, "roof,dak,roofs"),
    (SystemType::Ceiling, "ceiling,insulation"),
    (SystemType::Pool, "pool"),
    (SystemType::WaterPump, "pump,pomp"),
    (SystemType::WindowsDoors, "windows,doors"),
    (SystemType::Cameras, "cameras"),
    (SystemType::Wiring, "wiring"),
    (SystemType::SolarPanels, "solar,pv,panels"),
    (SystemType::DistributionBoard, "db"),
];

/// Words beside which a system's name means something else.
const NOT: &[&str] = &[
    "clock",
    "glove",
    "gloves",
    "magnet",
    "toy",
    "rack",
    "cover",
    "charger",
    "blanket",
    "cleaner",
    "book",
    "manual",
    "tile sample",
    "portable",
    "car",
    "bike",
    "camping",
    "remote",
    "spare",
    "spares",
    "table",
    "toaster",
    "facelift",
    "handbook",
    "knob",
    "thermometer",
];

/// Phrases by their first words: looking each up is a hundred times as fast as looking through all.
static BY_FIRST_WORD: LazyLock<HashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut by_first: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (table, is_alone) in [(SYSTEMS, false), (ALONE, true)] {
        for (sort, names) in table {
            for name in names.split(',') {
                let words = words(name);
                let length = if is_alone { 0 } else { name.len() };
                let first = words[0].clone();
                by_first.entry(first).or_default().push(Phrase { words, sort: *sort, length, is_alone });
            }
        }
    }
    by_first
});

/// Words that name a system.
struct Phrase {
    words: Vec<String>,
    sort: SystemType,
    /// The longest of those that fit decides.
    length: usize,
    /// Whether it names a system only where nothing else is said.
    is_alone: bool,
}

/// The sort of system that a name tells of; none for what is no system by its words.
pub(crate) fn system(name: &str) -> Option<SystemType> {
    if name.len() > 400 {
        return None;
    }
    let said = words(name);
    if said.iter().any(|word| NOT.contains(&word.as_str())) {
        return None;
    }
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_alone = said.iter().filter(|word| !is_number(word)).count() == 1;
    let mut best: Option<&Phrase> = None;
    for (at, word) in said.iter().enumerate() {
        let singular = word.strip_suffix('s').unwrap_or(word);
        let known = [word.as_str(), singular].into_iter().take(if singular == word { 1 } else { 2 });
        for phrase in known.filter_map(|word| BY_FIRST_WORD.get(word)).flatten() {
            let fits = (!phrase.is_alone || is_alone) && begins(&said[at..], &phrase.words);
            if fits && best.is_none_or(|best| phrase.length > best.length) {
                best = Some(phrase);
            }
        }
    }
    best.map(|phrase| phrase.sort)
}

/// Whether words begin with those of a phrase, each perhaps in the plural.
fn begins(said: &[String], phrase: &[String]) -> bool {
    let same = |(said, wanted): (&String, &String)| said == wanted || said.strip_suffix('s') == Some(wanted);
    said.len() >= phrase.len() && said.iter().zip(phrase).all(same)
}

/// Whether words hold all words of a phrase, one behind the other, each perhaps in the plural.
fn holds(said: &[String], phrase: &str) -> bool {
    let length = phrase.split(' ').count();
    said.windows(length).any(|window| {
        window
            .iter()
            .zip(phrase.split(' '))
            .all(|(said, wanted)| said == wanted || said.strip_suffix('s') == Some(wanted))
    })
}

/// The sort of a place, by its name.
pub(crate) fn place(name: &str) -> Place {
    const PLACES: &[(Place, &str)] = &[
        (Place::Kitchen, "kitchen,scullery,kombuis,opwaskamer"),
        (Place::Bathroom, "bathroom,toilet,ensuite,en suite,shower,badkamer,wc,guest loo"),
        (Place::Bedroom, "bedroom,main bedroom,nursery,guest room,slaapkamer"),
        (Place::Garage, "garage,store,storeroom,shed,workshop,carport,motorhuis,stoor,store room"),
        (Place::Roof, "roof,attic,loft,ceiling,dak,roof space,solder"),
        (Place::Pool, "pool,pool pump room,swembad,pump house"),
        (Place::Garden, "garden,yard,driveway,patio,stoep,braai area,lawn,backyard,tuin,outside,gate,erf"),
        (
            Place::Building,
            "cottage,flatlet,floor,storey,upstairs,downstairs,outbuilding,granny flat,wendy,basement,buitekamer,house",
        ),
        (
            Place::Room,
            "lounge,dining,study,office,room,hall,passage,pantry,laundry,sitkamer,eetkamer,studeerkamer,gang,living,den,scullery",
        ),
    ];
    let said = words(crate::text::cut(name, 200));
    let told = |(_, names): &&(Place, &str)| names.split(',').any(|name| holds(&said, name));
    PLACES.iter().find(told).map_or(Place::Other, |(place, _)| *place)
}

/// The sort of an event, by its own word or by what is said of it; none if neither tells.
pub(crate) fn entry(said: &str) -> Option<EntryType> {
    const EVENTS: &[(EntryType, &str)] = &[
        (
            EntryType::Repair,
            "repair,repaired,repairs,fix,fixed,mended,replaced,replace,corrective,herstel,reparasie,vervang",
        ),
        (EntryType::Inspection, "inspection,inspect,inspected,inspeksie,test,tested,survey"),
        (EntryType::Installation, "installation,install,installed,upgrade,fitted,new,installasie,geinstalleer"),
        (EntryType::Fault, "fault,broken,leak,leaking,failure,fout,stukkend,breakdown"),
        (EntryType::Note, "note,nota"),
        (EntryType::Service, "service,serviced,maintenance,clean,cleaned,preventive,diens,onderhoud,gediens"),
    ];
    let said = words(crate::text::cut(said, 400));
    let told = |(_, names): &&(EntryType, &str)| names.split(',').any(|name| said.iter().any(|word| word == name));
    EVENTS.iter().find(told).map(|(sort, _)| *sort)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_from_contents_by_whole_words() {
        let rows = [
            ("Kwikot geyser 150 l", Some(SystemType::Geyser)),
            ("Solar geyser", Some(SystemType::SolarGeyser)),
            ("Solar panels (8)", Some(SystemType::SolarPanels)),
            ("Tesla Powerwall 2", Some(SystemType::Battery)),
            ("Battery", Some(SystemType::Battery)),
            ("Drill battery", None),
            ("Roof", Some(SystemType::Roof)),
            ("Roof rack", None),
            ("Alarm clock", None),
            ("Paradox alarm", Some(SystemType::Alarm)),
            ("Hekmotor", Some(SystemType::GateMotor)),
            ("Pool pump", Some(SystemType::PoolPump)),
            ("Pool table", None),
            ("Facelift cream", None),
            ("DB board", Some(SystemType::DistributionBoard)),
            ("Defy gas hob", Some(SystemType::Oven)),
            ("Canon camera", None),
            ("Tuimeldroër", Some(SystemType::WashingMachine)),
            ("Sofa", None),
            ("", None),
        ];
        for (name, expected) in rows {
            assert_eq!(system(name), expected, "{name}");
        }
    }

    #[test]
    fn places_and_events_are_told_by_their_names() {
        for (name, expected) in
            [("Kitchen", Place::Kitchen), ("Badkamer 2", Place::Bathroom), ("Shelf B", Place::Other)]
        {
            assert_eq!(place(name), expected, "{name}");
        }
        for (said, expected) in
            [("Annual service", Some(EntryType::Service)), ("Replaced element", Some(EntryType::Repair)), ("Oil", None)]
        {
            assert_eq!(entry(said), expected, "{said}");
        }
    }
}
