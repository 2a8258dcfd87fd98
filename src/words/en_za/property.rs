//! The home as a whole, in English as in South Africa.

use crate::place::Property;

pub(crate) static PROPERTY: Property = Property {
    title: "Your home",
    name: "What do you call it?",
    name_hint: "A name that you and your family use.",
    street: "Street and number",
    suburb: "Suburb",
    city: "City or town",
    postal_code: "Postal code",
    sort: "Type",
    dwelling: "What sort of home?",
    built_of: "What it is built of",
    year_built: "Year built",
    sell: "Ready to sell?",
    occupied: "First lived in",
    floor_area: "Floor area",
    square_metres: "m²",
    erf: "Erf, stand or section number",
    roof: "Roof",
    walls: "Walls",
    water_from: "Water",
    power_from: "Power",
    water: "Where does the water come from?",
    power: "Where does the power come from?",
    water_shut_off: "Where does the water shut off?",
    water_shut_off_example: "Stopcock by the meter, left of the gate",
    power_shut_off: "Where does the power switch off?",
    power_shut_off_example: "Main switch of the board in the garage",
    empty: "Nothing is written down yet.",
};
