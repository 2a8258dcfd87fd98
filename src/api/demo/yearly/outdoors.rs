//! Rounds of the roof, the garden, the pool and the gates.

use super::Round;
use crate::demo::photo::Scene;
use model::entry::EntryType::{Inspection, Note, Service};

pub(super) fn rounds() -> Vec<Round> {
    [roof(), pool(), garden(), gates()].into_iter().flatten().collect()
}

fn roof() -> Vec<Round> {
    vec![
        Round::new(Service, "Gutters cleared before the winter rain", &["gutters"], &[4])
            .by(&[(1, "roofer")])
            .cost(1_150, 0)
            .photo(Scene::Gutter, &[0, 1], 60, "Gutter over the garage before it was cleared")
            .notes(&[
                "All seven downpipes flushed with the hose. The one at the stoep was blocked by a tennis ball.",
                "Mostly liquidambar leaves from next door. Mogamat suggests a leaf guard over the garage.",
                "",
                "Two brackets loose on the street side; bent back, no charge.",
                "Silt in the north gutter ten centimetres deep, seedlings growing in it. Photos taken before and \
                 after. Fascia board behind \
                 it is still sound.",
            ]),
        Round::new(Service, "Gutters cleared after the spring gales", &["gutters"], &[10])
            .by(&[(0, "roofer"), (3, "garden"), (8, "roofer")])
            .cost(780, 0)
            .photo(Scene::Gutter, &[2], 35, "After: clear to the downpipe")
            .notes(&[
                "",
                "Leaf trap of the rain tank rinsed as well.",
                "Bees in the corner above Liesl’s window. \
                Left alone, they moved on.",
            ]),
        Round::new(Inspection, "Roof looked over, ridge to gutter", &["roof", "gutters"], &[3])
            .since(1)
            .by(&[(1, "roofer")])
            .cost(850, 0)
            .photo(Scene::TiledRoof, &[0, 2], 50, "From the ladder")
            .notes(&[
                "No cracked tiles. Mortar of the ridge sound.",
                "Two slipped tiles pushed back above the study. Underlay dry.",
                "Flashing around the flue resealed with acetoxy silicone. Look again next year.",
                "Walked along the panels’ rails too: no tile under the hooks has cracked.",
                "Moss on the south side, thin. Not worth washing, which takes the colour with it.",
            ]),
        Round::new(Inspection, "Flat roof over the stoep: outlets and blisters", &["waterproofing"], &[5])
            .since(1)
            .photo(Scene::FlatRoof, &[0, 1], 40, "Silver coat near the outlet")
            .notes(&[
                "Outlet clear. No blisters.",
                "One blister the size of a saucer near the parapet. Marked with chalk to see whether it grows.",
                "Chalk circle unchanged.",
                "Water stood for a day after rain, about a cup. The fall was never right there.",
            ]),
        Round::new(Service, "Trees cut back from roof and fence", &["roof"], &[7])
            .at(&["back"])
            .by(&[(0, "garden"), (2, "trees")])
            .cost(1_900, 0)
            .since(1)
            .notes(&[
                "Kiepersol left alone, it is what the house is called after.",
                "Stone pine: two limbs over the \
                pool house. Wood kept for the braai.",
                "",
            ]),
    ]
}

fn pool() -> Vec<Round> {
    vec![
        Round::new(Service, "Pool opened for the season", &["pool", "pool-pump", "pool-filter"], &[9])
            .since(3)
            .by(&[(3, "pool-old"), (6, "pool")])
            .cost(620, 480)
            .part("Chlorine granules, 10 kg", 1)
            .photo(Scene::Pool, &[0], 45, "Clear again")
            .notes(&[
                "Shock dose, backwash, brush. Blue after three days.",
                "Green as a dam after the rain. Needed two doses and a flocculant.",
                "Lwazi measured stabiliser: far too high, let a third of the water go to the garden.",
                "",
            ]),
        Round::new(Service, "Pool pump and filter serviced", &["pool-pump", "pool-filter"], &[11])
            .since(3)
            .by(&[(3, "pool-old"), (6, "pool")])
            .cost(540, 210)
            .part("Basket and lid O-ring", 1)
            .photo(Scene::PoolPump, &[0, 1], 45, "New O-ring, running again")
            .notes(&[
                "O-ring and basket. Bearings quiet.",
                "Multiport gasket was folded; straightened. Backwash takes water from the pool, top up.",
                "Bearing has a hum. Lwazi gives it a year or two; quote for a variable-speed pump R 11 900.",
                "Capacitor replaced.",
            ]),
        Round::new(Service, "Pool chemicals bought", &["pool"], &[12])
            .since(3)
            .by(&[(3, "hardware")])
            .cost(0, 690)
            .part("Chlorine, 10 kg", 1)
            .part("Pool acid, 5 ℓ", 2)
            .notes(&["", "", "Half of it for Nomvula next door."]),
    ]
}

fn garden() -> Vec<Round> {
    vec![
        Round::new(Service, "Irrigation switched on for summer", &["irrigation"], &[10])
            .since(4)
            .by(&[(4, "garden"), (7, "irrigation")])
            .cost(260, 90)
            .part("Pop-up sprinkler", 2)
            .notes(&[
                "Two heads broken by the mower.",
                "Controller’s battery replaced so that it keeps its times in load-shedding.",
                "Station 4 has low pressure: roots.",
            ]),
        Round::new(Service, "Rain tank drained and rinsed", &["water-tank"], &[4])
            .since(3)
            .by(&[(3, "garden")])
            .cost(300, 0)
            .photo(Scene::WaterTank, &[0], 30, "Tank before it was rinsed")
            .notes(&[
                "Three centimetres of silt. First-flush diverter was stuck open.",
                "Mosquito mesh replaced.",
                "Pump’s foot valve rinsed, primed at once.",
            ]),
        Round::new(Service, "Ants and cockroaches: bait and barrier outside", &[], &[9])
            .at(&["kitchen", "cottage", "side"])
            .by(&[(0, "pest")])
            .cost(690, 0)
            .notes(&[
                "",
                "Argentine ants under the paving at the stoep.",
                "Ouma was away for the day because of her chest.",
            ]),
    ]
}

fn gates() -> Vec<Round> {
    vec![
        Round::new(Service, "Gate motor serviced", &["gate-motor"], &[11])
            .by(&[(0, "gate")])
            .cost(640, 0)
            .photo(Scene::GateMotor, &[1], 50, "Cover off, rack greased")
            .notes(&[
                "Rack and wheels greased, limits set again. Snails in the board’s box: sealed.",
                "Ants’ nest under the cover. Powder put down.",
                "",
                "Wheels worn, replaced next time. Charger 27,4 V.",
            ]),
        Round::new(Service, "Gate motor’s batteries replaced", &["gate-motor"], &[2])
            .since(2)
            .every(2)
            .by(&[(2, "gate")])
            .cost(180, 560)
            .part("12 V 7 Ah battery", 2)
            .notes(&[
                "Lasted two years to the week.",
                "Load-shedding killed them: eighteen months is what Ashwin now counts on.",
            ]),
        Round::new(Service, "Garage door and motor serviced", &["garage-motor"], &[11])
            .since(3)
            .by(&[(3, "gate")])
            .cost(590, 0)
            .notes(&[
                "Springs oiled, cable on the left is fraying at the drum.",
                "Cable replaced on both sides.",
                "Beam was out of line, that is why it would not close.",
                "",
            ]),
        Round::new(Inspection, "Electric fence walked and measured", &["fence"], &[2, 8])
            .since(4)
            .by(&[(3, "security")])
            .cost(480, 0)
            .photo(Scene::Energiser, &[0], 30, "8,1 kV on the display")
            .notes(&[
                "8,1 kV at the far end. Creeper cut back.",
                "7,6 kV. Two insulators cracked at the corner post, replaced.",
                "Battery of the energiser replaced, date written on it.",
                "Warning signs faded, four new ones. Gate contact adjusted.",
                "6,9 kV: joints at the back corner corroded by sea air, remade with stainless ferrules.",
            ]),
        Round::new(Inspection, "Alarm tested with the control room", &["alarm"], &[6])
            .by(&[(0, "security")])
            .cost(390, 150)
            .part("7 Ah battery", 1)
            .since(1)
            .notes(&[
                "All zones.",
                "Beam on the stoep sees the cat: turned up a notch.",
                "Radio signal weak, aerial moved into the ceiling.",
                "",
            ]),
        Round::new(Note, "Spare keys and alarm code counted", &["alarm"], &[1]).since(1).every(3).notes(&[
            "Ouma, Nomvula at 112, Xolani’s gate remote. Code changed.",
            "One remote lost at the Waterfront; removed from the receiver.",
        ]),
    ]
}
