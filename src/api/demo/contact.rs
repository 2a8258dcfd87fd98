//! The people and firms who looked after the home. All of them, and their numbers, are invented.

use super::pen::{Pen, Who};
use model::contact::ContactRole::{self, Insurer, Other, Supplier, Tradesperson, Utility};
use model::contact::{Contact, Registration};

const VAT: &str = "SARS (VAT)";
const PIRB: &str = "PIRB";
const DOEL: &str = "Department of Employment and Labour";
const GAS: &str = "SAQCC Gas";
const FSCA: &str = "FSCA";

/// Writes every contact on the day it was first needed, and what changed later.
pub(super) fn write(pen: &mut Pen) {
    first_year(pen);
    later_years(pen);
    let day = pen.on(5, 2, 3);
    pen.change("electrician", Who::Pieter, day, |contact: &mut Contact| contact.phone = "083 555 0120".into());
    let day = pen.on(7, 6, 19);
    pen.change("garden", Who::Naledi, day, |contact: &mut Contact| {
        contact.notes.push_str(" From June also the pool’s leaf basket, R 50 more.");
    });
    let day = pen.on(6, 8, 29);
    pen.change("pool-old", Who::Naledi, day, |contact: &mut Contact| contact.phone = "022 555 0109".into());
}

/// A contact in the making: years after the house was built, month and day on which it was first written down, then what is known.
#[must_use]
struct Firm {
    name: &'static str,
    since: (i32, u32, u32),
    contact: Contact,
}

impl Firm {
    fn new(name: &'static str, since: (i32, u32, u32), role: ContactRole, title: &str, trade: &str) -> Self {
        let contact = Contact { name: title.to_owned(), role, trade: trade.to_owned(), ..Contact::default() };
        Self { name, since, contact }
    }

    fn person(mut self, person: &str) -> Self {
        self.contact.person = person.to_owned();
        self
    }

    fn reach(mut self, phone: &str, email: &str) -> Self {
        (self.contact.phone, self.contact.email) = (phone.to_owned(), email.to_owned());
        self
    }

    fn address(mut self, address: &str) -> Self {
        self.contact.address = address.to_owned();
        self
    }

    fn registered(mut self, body: &str, number: &str) -> Self {
        self.contact.registrations.push(Registration { body: body.to_owned(), number: number.to_owned() });
        self
    }

    fn note(mut self, notes: &str) -> Self {
        self.contact.notes = notes.to_owned();
        self
    }

    fn write(self, pen: &mut Pen) {
        let (years, month, day) = self.since;
        let since = pen.on(years, month, day);
        pen.write(self.name, Who::Naledi, since, &self.contact);
    }
}

/// Whom a new house needs at once.
fn first_year(pen: &mut Pen) {
    Firm::new("builder", (0, 3, 5), Other, "Bouwerf Developments (Pty) Ltd", "Builder")
        .person("Jan-Hendrik Labuschagne")
        .reach("021 555 0102", "kantoor@bouwerf.example")
        .address("7 Koeberg Road, Maitland, 7405")
        .registered("NHBRC", "1-148205533")
        .registered(VAT, "4480213765")
        .note("Snag list and roof leaks in the first year go to Jan-Hendrik, not to the site foreman.")
        .write(pen);
    Firm::new("plumber", (0, 4, 18), Tradesperson, "Ndlovu & Dotters Loodgieters", "Plumber")
        .person("Sipho Ndlovu")
        .reach("082 555 0141", "sipho@ndlovuendotters.example")
        .address("23 Kruisement Street, Thornton, 7460")
        .registered(PIRB, "18364/07")
        .registered(VAT, "4870261943")
        .note(
            "Comes himself for anything in the ceiling. His daughter Nonhlanhla answers the WhatsApp and is \
            registered herself now. Sends the CoC with the invoice without being asked.",
        )
        .write(pen);
    Firm::new("electrician", (0, 6, 2), Tradesperson, "Mkhize Electrical Contractors", "Electrician")
        .person("Bongani Mkhize")
        .reach("083 555 0119", "jobs@mkhize-electrical.example")
        .address("88 Viking Way, Epping, 7460")
        .registered(DOEL, "EC 30984")
        .registered("Installation electrician", "IE 41782")
        .registered(VAT, "4190388274")
        .note("Keeps our test report on file; quote the erf number.")
        .write(pen);
    Firm::new("roofer", (0, 10, 8), Tradesperson, "Kaapse Dak & Geut", "Roofs and gutters")
        .person("Mogamat Salie")
        .reach("084 555 0134", "mogamat@dakengeut.example")
        .address("40 Halt Road, Elsies River, 7490")
        .registered(VAT, "4040892617")
        .note("Books up by the end of March: phone in February for gutters before the winter rain.")
        .write(pen);
    Firm::new("gate", (0, 10, 28), Tradesperson, "Hekmeester Gates and Garage Doors", "Gate and garage motors")
        .person("Ashwin Pillay")
        .reach("076 555 0188", "service@hekmeester.example")
        .address("2 Jan van Riebeeck Street, Parow, 7500")
        .registered(VAT, "4750334128")
        .write(pen);
    Firm::new("security", (0, 4, 27), Tradesperson, "Umkhuseli Security Systems", "Electric fence and alarm")
        .person("Zanele Khumalo")
        .reach("021 555 0150", "tegnies@umkhuseli.example")
        .address("19 Howard Drive, Pinelands, 7405")
        .registered("PSIRA", "1287046")
        .registered(DOEL, "EFC 11592")
        .registered(VAT, "4260471893")
        .note("Account K0417. Control room first, then the technicians.")
        .write(pen);
    Firm::new("garden", (0, 8, 12), Tradesperson, "Xolani Gumede", "Gardener")
        .reach("078 555 0171", "")
        .address("Langa, 7455")
        .note("Every second Tuesday. Also cleans the leaf traps of the rain tank.")
        .write(pen);
    Firm::new("fire", (0, 3, 19), Tradesperson, "Vuurveilig Fire Services", "Fire extinguishers")
        .person("Imraan Parker")
        .reach("021 555 0133", "info@vuurveilig.example")
        .address("Montague Gardens, 7441")
        .registered("SAQCC Fire", "FE 70926")
        .registered(VAT, "4410829366")
        .write(pen);
    Firm::new("pest", (0, 8, 30), Tradesperson, "Kewerwag Pest Control", "Pest control")
        .person("Elzette Fourie")
        .reach("071 555 0184", "elzette@kewerwag.example")
        .address("Brackenfell, 7560")
        .registered("SAPCA", "WC 0582")
        .registered("Pest control operator", "P 21406")
        .write(pen);
    Firm::new("insurer", (0, 3, 6), Insurer, "Protea Mutual Insurance", "")
        .person("Claims desk")
        .reach("021 555 0160", "claims@proteamutual.example")
        .address("1 Riebeek Street, Cape Town, 8001")
        .registered(FSCA, "FSP 41873")
        .note("Policy PM-HC-2207418. Geyser excess R 2 500, other claims R 4 000. Photos before anything is moved.")
        .write(pen);
    Firm::new("broker", (0, 3, 6), Insurer, "Van Schalkwyk & Naidoo Brokers", "Insurance broker")
        .person("Kavitha Naidoo")
        .reach("021 555 0147", "kavitha@vsnbrokers.example")
        .address("Howard Centre, Pinelands, 7405")
        .registered(FSCA, "FSP 18826")
        .write(pen);
    Firm::new("city", (0, 3, 6), Utility, "City of Cape Town", "Water, electricity, rates")
        .address("Civic Centre, 12 Hertzog Boulevard, Cape Town, 8001")
        .note("Account 204 881 937. Take the water meter’s number when reporting a fault.")
        .write(pen);
    Firm::new("hardware", (0, 5, 7), Supplier, "Bokmakierie Building Supplies", "Hardware")
        .reach("021 555 0191", "pinelands@bokmakierie.example")
        .address("Central Square, Pinelands, 7405")
        .registered(VAT, "4570812396")
        .note("Paint account: “Kiepersol”. They keep our colour codes.")
        .write(pen);
}

/// Whom its later years brought.
fn later_years(pen: &mut Pen) {
    Firm::new("druppel", (1, 6, 11), Tradesperson, "Druppel 24-uur Plumbing", "Plumber (emergencies)")
        .person("Riaan Jacobs")
        .reach("021 555 0177", "nood@druppel.example")
        .address("Unit 4, Ndabeni Business Park, Ndabeni, 7405")
        .registered(PIRB, "22907/11")
        .registered(VAT, "4310557218")
        .note("R 950 call-out after six in the evening. Only when Sipho does not answer.")
        .write(pen);
    Firm::new("gas", (1, 2, 9), Tradesperson, "Blouvlam Gas Installations", "Gas installer")
        .person("Faiza Davids")
        .reach("072 555 0163", "faiza@blouvlam.example")
        .address("15 Lansdowne Road, Claremont, 7708")
        .registered(GAS, "GASPRAC 60417")
        .registered(VAT, "4620917355")
        .write(pen);
    Firm::new("gas-bottles", (1, 2, 9), Supplier, "Vlamhuis Gas Delivery", "LPG cylinders")
        .reach("021 555 0126", "orders@vlamhuis.example")
        .address("Maitland")
        .registered(VAT, "4550148621")
        .note("Exchange 48 kg cylinders, next day if ordered before eleven.")
        .write(pen);
    Firm::new("pool-old", (2, 8, 20), Tradesperson, "Helder Poele", "Pools")
        .person("Oom Frikkie Theron")
        .reach("082 555 0195", "")
        .address("Edgemead, 7441")
        .note("Built the pool. Retired to Langebaan; recommended AmaManzi.")
        .write(pen);
    Firm::new("pool", (6, 8, 29), Tradesperson, "AmaManzi Pools", "Pools")
        .person("Lwazi Nkosi")
        .reach("079 555 0112", "lwazi@amamanzi.example")
        .address("Goodwood, 7460")
        .registered(VAT, "4930276514")
        .write(pen);
    Firm::new("solar", (6, 7, 18), Tradesperson, "Langalethu Solar", "Solar and batteries")
        .person("Dr Tumelo Mokoena")
        .reach("021 555 0168", "support@langalethu.example")
        .address("Black River Park, Observatory, 7925")
        .registered(DOEL, "EC 52217")
        .registered("PV GreenCard", "GC-WC-20814")
        .registered(VAT, "4880165932")
        .note("Remote access to the inverter portal is under Pieter’s e-mail.")
        .write(pen);
    Firm::new("painter", (4, 1, 6), Tradesperson, "Themba Cele Painters", "Painter")
        .person("Themba Cele")
        .reach("073 555 0106", "")
        .address("Langa, 7455")
        .note("Team of four. Gives a five-year promise in writing on outside walls.")
        .write(pen);
    Firm::new("waterproofer", (5, 2, 15), Tradesperson, "Droogdak Waterproofing", "Waterproofing")
        .person("Chantal Adonis")
        .reach("081 555 0144", "chantal@droogdak.example")
        .address("Bellville, 7530")
        .registered(VAT, "4690713285")
        .write(pen);
    Firm::new("trees", (1, 5, 30), Tradesperson, "Boomkroon Tree Felling", "Trees")
        .person("Werner Oosthuizen")
        .reach("082 555 0128", "werner@boomkroon.example")
        .address("Durbanville, 7550")
        .registered(VAT, "4120655879")
        .write(pen);
    Firm::new("sweep", (1, 5, 6), Tradesperson, "Skoorsteen & Seun", "Chimney sweep and fireplaces")
        .person("Deon Cupido")
        .reach("083 555 0152", "deon@skoorsteen.example")
        .address("Kuils River, 7580")
        .write(pen);
    Firm::new("aircon", (4, 11, 3), Tradesperson, "Poolwind Air Conditioning", "Air conditioning")
        .person("Preshen Govender")
        .reach("074 555 0115", "diens@poolwind.example")
        .address("Century City, 7441")
        .registered("SARACCA", "WC 3391")
        .registered(VAT, "4820590147")
        .write(pen);
    Firm::new("irrigation", (3, 9, 28), Tradesperson, "Besproeiing Beter", "Irrigation")
        .person("Nathi Radebe")
        .reach("060 555 0139", "nathi@bbeter.example")
        .address("Milnerton, 7441")
        .write(pen);
}
