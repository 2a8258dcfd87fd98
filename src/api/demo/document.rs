//! The home's papers: invoices beside their entries, manuals, plans, a policy, reports.

use super::invoice;
use super::pdf::{Face, Pdf};
use super::pen::{Pen, Who, id};
use model::contact::Contact;
use model::document::{Document, DocumentType, ExtractedFact};
use model::entry::Entry;
use model::system::System;
use model::{Date, RecordId};

/// Writes every paper but the invoices, which their entries bring along.
pub(super) fn write(pen: &mut Pen) {
    snag_list(pen);
    plans(pen);
    policy(pen);
    manuals(pen);
    reports(pen);
}

/// The invoice for `entry`, from its contact; its document's id.
pub(super) fn invoice(pen: &mut Pen, number: &str, day: Date, written: Date, entry: &Entry) -> RecordId {
    let from: Contact = entry.contact.and_then(|contact| pen.letter(contact)).expect("an invoice comes from a contact");
    let content = invoice::drawn(number, day, &from, entry);
    let file = pen.paper(&format!("{number} {}", from.name), content);
    let total = entry.cost.as_ref().map_or(0, |cost| cost.cents / 100);
    let document = Document {
        title: format!("{}: {}", from.name, entry.title),
        sort: DocumentType::Invoice,
        file: Some(file),
        dated: Some(day.into()),
        systems: entry.systems.clone(),
        contact: entry.contact,
        facts: facts(&[("Invoice number", number), ("Total", &format!("R {total}"))]),
        ..Document::default()
    };
    pen.write(number, Who::Naledi, written, &document)
}

fn facts(facts: &[(&str, &str)]) -> Vec<ExtractedFact> {
    facts.iter().map(|(name, value)| ExtractedFact { name: (*name).into(), value: (*value).into() }).collect()
}

/// A paper in the making.
#[must_use]
struct Paper {
    name: &'static str,
    who: Who,
    kept: Date,
    document: Document,
}

impl Paper {
    fn new(name: &'static str, kept: Date, sort: DocumentType, title: &str) -> Self {
        let document = Document { title: title.into(), sort, dated: Some(kept.into()), ..Document::default() };
        Self { name, who: Who::Laptop, kept, document }
    }

    fn of(mut self, systems: &[&str]) -> Self {
        self.document.systems = systems.iter().map(|name| id::<System>(name)).collect();
        self
    }

    fn by(mut self, contact: &str) -> Self {
        self.document.contact = Some(id::<Contact>(contact));
        self
    }

    fn says(mut self, told: &[(&str, &str)]) -> Self {
        self.document.facts = facts(told);
        self
    }

    fn note(mut self, note: &str) -> Self {
        self.document.notes = note.into();
        self
    }

    /// What a claim asks of a policy: its number, the excess in whole rand, where claims are taken.
    fn policy(mut self, number: &str, excess: i64, claims: &str) -> Self {
        (self.document.policy_number, self.document.claims_phone) = (number.into(), claims.into());
        self.document.excess = Some(super::job::rand(excess));
        self
    }

    /// Writes it, with a file that has its title at the top and is then filled by `fill`.
    fn write(mut self, pen: &mut Pen, fill: impl FnOnce(&mut Pdf)) {
        let mut pdf = Pdf::new(&self.document.title);
        pdf.line(Face::Bold, 18.0, &self.document.title);
        pdf.line(Face::Plain, 9.0, &format!("{}   Erf 48213 Pinelands", self.kept));
        pdf.skip(10.0);
        pdf.rule();
        pdf.skip(8.0);
        fill(&mut pdf);
        self.document.file = Some(pen.paper(self.name, pdf.finish()));
        pen.write(self.name, self.who, self.kept, &self.document);
    }
}

fn snag_list(pen: &mut Pen) {
    let day = pen.on(0, 3, 5);
    Paper::new("snag-list", day, DocumentType::Report, "Snag list at handing over")
        .by("builder")
        .says(&[("Points", "31")])
        .write(pen, |pdf| {
            let points = [
                "Main bathroom: shower floor falls away from the outlet. Break out, tank, re-tile.",
                "Garage: door scrapes on the left.",
                "Kitchen: two drawer fronts not level.",
                "Scullery: legend of the distribution board incomplete.",
                "Lounge: sliding door’s lower track has mortar in it.",
                "Study: crack in plaster above the window.",
                "Thabo’s room: paint run below the cornice.",
                "Cottage: bathroom door binds.",
                "Outside: two downpipes without shoes.",
                "Outside: paving sinks at the drive gate.",
            ];
            for (number, point) in points.iter().enumerate() {
                pdf.row(Face::Plain, 10.5, &[(0.0, &format!("{}", number + 1)), (28.0, point)]);
            }
            pdf.skip(8.0);
            pdf.text(10.5, "11 to 31: paint and cleaning, room by room, see marks of blue tape on the walls.");
            pdf.text(
                10.5,
                "The builder puts right points 1, 2 and 4 within 21 days and all others within 60 days of \
            today. Roof leaks within the first \
                        year and structural defects within five years are to be reported in writing.",
            );
            pdf.skip(30.0);
            pdf.text(
                10.5,
                "J. H. Labuschagne, for Bouwerf Developments          N. Dlamini          P. van der \
            Westhuizen",
            );
        });
}

fn plans(pen: &mut Pen) {
    let outline: &[&[(f32, f32)]] = &[
        &[(0.0, 0.0), (74.0, 0.0), (74.0, 46.0), (52.0, 46.0), (52.0, 60.0), (0.0, 60.0), (0.0, 0.0)],
        &[(80.0, 30.0), (100.0, 30.0), (100.0, 60.0), (80.0, 60.0), (80.0, 30.0)],
    ];
    let walls: &[&[(f32, f32)]] = &[
        &[(22.0, 0.0), (22.0, 24.0), (0.0, 24.0)],
        &[(22.0, 12.0), (34.0, 12.0), (34.0, 0.0)],
        &[(34.0, 12.0), (34.0, 26.0), (52.0, 26.0), (52.0, 0.0)],
        &[(0.0, 34.0), (30.0, 34.0), (30.0, 60.0)],
        &[(52.0, 26.0), (52.0, 46.0)],
        &[(52.0, 22.0), (74.0, 22.0)],
        &[(80.0, 50.0), (92.0, 50.0), (92.0, 60.0)],
    ];
    let rooms = [
        (5.0, 12.0, "Main bedroom"),
        (23.5, 7.0, "Bathroom"),
        (37.0, 14.0, "Thabo"),
        (56.0, 12.0, "Garage"),
        (57.0, 35.0, "Kitchen"),
        (34.0, 44.0, "Lounge"),
        (8.0, 48.0, "Stoep"),
        (83.0, 42.0, "Cottage"),
    ];
    let day = pen.on(0, 3, 26);
    Paper::new("plan-ground", day, DocumentType::Plan, "Approved plan: ground floor, 1:100")
        .says(&[("Plan number", "70294118"), ("Area", "236 m²")])
        .write(pen, |pdf| {
            pdf.drawing(2.4, outline);
            pdf.drawing(1.2, walls);
            for (x, y, room) in rooms {
                pdf.label(x, y, 9.0, room);
            }
            pdf.skip(320.0);
            pdf.text(
                9.5,
                "City of Cape Town, building plan 70294118, approved with conditions. Storm water to the \
            street, none to the sewer.",
            );
        });
    let drains: &[&[(f32, f32)]] =
        &[&[(28.0, 4.0), (28.0, -6.0), (88.0, -6.0), (88.0, 66.0)], &[(62.0, 30.0), (77.0, 30.0), (77.0, 66.0)]];
    Paper::new("plan-drains", day, DocumentType::Plan, "As built: drains and water")
        .of(&["plumbing", "water-meter"])
        .note("The joint with roots is at the second eye.")
        .write(pen, |pdf| {
            pdf.skip(40.0);
            pdf.drawing(0.6, outline);
            pdf.drawing(2.8, drains);
            for (x, y, eye) in
                [(26.0, -9.0, "Rodding eye 1"), (72.0, -9.0, "Rodding eye 2"), (78.0, 70.0, "To the City’s sewer")]
            {
                pdf.label(x, y, 8.5, eye);
            }
            pdf.skip(360.0);
            pdf.text(9.5, "Heavy: 110 mm PVC, fall 1:60. Depth at eye 1 600 mm, at the boundary 1 450 mm.");
        });
}

fn policy(pen: &mut Pen) {
    let renewed = pen.on(9, 3, 20);
    let year = pen.year(9).to_string();
    Paper::new("policy", renewed, DocumentType::Insurance, &format!("Home insurance {year}: schedule"))
        .by("insurer")
        .says(&[
            ("Policy number", "PM-HC-2207418"),
            ("Building", "R 4 150 000"),
            ("Contents", "R 780 000"),
            ("Excess, geyser", "R 2 500"),
            ("Excess, other", "R 4 000"),
        ])
        .policy("PM-HC-2207418", 2_500, "0860 555 0141")
        .note("Clause 11 asks for proof of maintenance. Renewal in March; Kavitha phones in February.")
        .write(pen, |pdf| {
            pdf.line(Face::Bold, 12.0, "Protea Mutual Insurance, FSP 41873");
            pdf.row(Face::Plain, 10.5, &[(0.0, "Insured"), (150.0, "N. Dlamini and P. van der Westhuizen")]);
            pdf.row(Face::Plain, 10.5, &[(0.0, "Policy"), (150.0, "PM-HC-2207418")]);
            pdf.row(Face::Plain, 10.5, &[(0.0, "Building, with solar"), (150.0, "R 4 150 000")]);
            pdf.row(Face::Plain, 10.5, &[(0.0, "Contents"), (150.0, "R 780 000")]);
            pdf.row(
                Face::Plain,
                10.5,
                &[(0.0, "Excess"), (150.0, "R 2 500 geyser and pipes; R 4 000 any other claim")],
            );
            pdf.row(Face::Plain, 10.5, &[(0.0, "Monthly"), (150.0, "R 1 284,60, debit order on the 1st")]);
            pdf.skip(10.0);
            pdf.line(Face::Bold, 11.0, "Clause 7. Geysers and pipes");
            pdf.text(
                10.5,
                "Bursting and leaking are covered, with the damage that follows. A geyser that has \
                reached the end of its life through wear \
                            without sudden leaking is not. Replacement is to SANS 10254, with drip tray, vacuum \
                            breakers and safety valve.",
            );
            pdf.line(Face::Bold, 11.0, "Clause 11. Care");
            pdf.text(
                10.5,
                "You keep the buildings in good repair: roof, gutters and flashing cleared before the \
                rains, damp looked into when it shows, gates, \
                            pumps and boreholes serviced. If a claim arises we may ask for a record of that. \
                            Gradual deterioration is not covered.",
            );
            pdf.line(Face::Bold, 11.0, "Clause 14. Lightning and surge");
            pdf.text(
                10.5,
                "Covered up to R 60 000 a year. Above the third claim a surge arrestor of class II with \
                a certificate is a condition.",
            );
        });
}

fn manuals(pen: &mut Pen) {
    let day = pen.on(6, 10, 16);
    Paper::new("manual-inverter", day, DocumentType::Manual, "Inverter Hibried 5K: short manual")
        .of(&["inverter", "battery"])
        .by("solar")
        .write(pen, |pdf| {
            pdf.line(Face::Bold, 12.0, "Switching off in an emergency");
            pdf.text(
                10.5,
                "1  AC isolator below the inverter, red, to OFF.\n2  DC isolator beside it, red, to OFF.\n3  \
            Button on the battery, hold for six seconds.\n\
                        The panels stay live in daylight. Keep away from their cables.",
            );
            pdf.line(Face::Bold, 12.0, "Fault codes");
            for (code, meaning) in [
                ("F18", "AC over-current: too much load at once"),
                (
                    "F23",
                    "Leakage to earth: phone \
            the installer",
                ),
                ("F56", "Battery low: waits for sun or mains"),
                ("F58", "No talk with the battery: check the grey cable"),
                (
                    "F64",
                    "Heatsink too hot: clean the fan \
                filter",
                ),
            ] {
                pdf.row(Face::Plain, 10.5, &[(0.0, code), (60.0, meaning)]);
            }
        });
    let day = pen.on(0, 3, 26);
    Paper::new("manual-gate", day, DocumentType::Manual, "Gate motor D5-Vinnig: owner’s guide")
        .of(&["gate-motor"])
        .write(pen, |pdf| {
            pdf.line(Face::Bold, 12.0, "Opening by hand");
            pdf.text(
                10.5,
                "Lift the flap, turn the key to the left, pull the lever towards you. The gate now rolls. \
            Push the lever back and move the gate until it \
                        catches. It finds its ends by itself with the next press of a remote.",
            );
            pdf.line(Face::Bold, 12.0, "Lights");
            pdf.text(
                10.5,
                "One flash: service due. Two: no mains. Three: battery low. Four: too many collisions; wait \
            half a minute.",
            );
        });
    let day = pen.on(2, 11, 5);
    Paper::new("manual-pool", day, DocumentType::Manual, "Pool filter and multiport valve")
        .of(&["pool-filter", "pool-pump"])
        .by("pool-old")
        .write(pen, |pdf| {
            pdf.text(
                10.5,
                "ALWAYS switch the pump off before turning the handle.\nBackwash two minutes, rinse half a \
            minute, filter. Pressure after a backwash 60 to 80 kPa; \
                        backwash again at 40 more. Sand every four to five years: three bags of 40 kg, grade 16/30.",
            );
        });
    let day = pen.on(6, 7, 10);
    Paper::new("manual-geyser", day, DocumentType::Warranty, "Warranty card: geyser Superlyn 200")
        .of(&["geyser-2"])
        .by("plumber")
        .says(&[("Serial number", "WB200-0322-10482"), ("Tank", "5 years"), ("Element, thermostat", "1 year")])
        .write(pen, |pdf| {
            pdf.text(
                10.5,
                "Five years on the tank from the day it was installed, one year on element, thermostat and \
            valves. Valid with a plumber’s invoice and an anode that was \
                        looked at every two years. Not valid where the pressure was above 400 kPa.",
            );
        });
}

fn reports(pen: &mut Pen) {
    let day = pen.on(5, 6, 30);
    Paper::new("assessor", day, DocumentType::Report, "Assessor’s report after the storm")
        .of(&["roof", "gutters"])
        .by("insurer")
        .says(&[("Claim", "PM-03318"), ("Agreed", "R 17 050 less R 4 000")])
        .write(pen, |pdf| {
            pdf.text(
                10.5,
                "Cause: limb of a neighbouring stone pine in gale-force north-westerly wind. Two rafters, \
            nineteen tiles, five metres of gutter, ceiling board and cornice of one \
                        room. Roof was in good order before: yearly inspections with dated photos were shown to me \
                        at the house. No deduction for wear.",
            );
        });
    let day = pen.on(6, 9, 20);
    Paper::new("test-report", day, DocumentType::Report, "Electrical test report")
        .of(&["db", "earth-leakage", "surge"])
        .by("electrician")
        .says(&[("Certificate", "EC-WC 0087216")])
        .write(pen, |pdf| {
            pdf.row(Face::Bold, 10.5, &[(0.0, "Test"), (260.0, "Reading"), (380.0, "Limit")]);
            for (test, reading, limit) in [
                ("Continuity of bonding", "0,08 ohm", "0,2 ohm"),
                ("Resistance of earth continuity, plugs", "0,4 ohm", "2,2 ohm"),
                ("Insulation resistance", "110 Mohm", "1,0 Mohm"),
                ("Earth-leakage trip current", "22 mA", "15 to 30 mA"),
                ("Voltage at main switch", "231 V", "207 to 253 V"),
                ("Prospective short-circuit current", "1,9 kA", "5 kA"),
            ] {
                pdf.row(Face::Plain, 10.5, &[(0.0, test), (260.0, reading), (380.0, limit)]);
            }
        });
    let day = pen.on(9, 4, 11);
    Paper::new("valuation", day, DocumentType::Report, "Valuation for the bank")
        .says(&[("Market value", "R 4 300 000")])
        .write(pen, |pdf| {
            pdf.text(
                10.5,
                "Free-standing house of ten years with cottage, pool, solar. Maintained better than its age. \
            Record of maintenance with certificates was shown.",
            );
        });
    let account = super::day::before(pen.today, 31);
    Paper::new("account", account, DocumentType::Account, "Municipal account")
        .of(&["water-meter", "electricity-meter"])
        .by("city")
        .says(&[("Account", "204 881 937")])
        .write(pen, |pdf| {
            for (what, how_much) in [
                ("Property rates", "R 1 946,20"),
                ("Water 19,4 kl", "R 702,15"),
                ("Sanitation", "R 588,40"),
                ("Electricity 412 kWh", "R 1 511,90"),
                ("Refuse", "R 188,60"),
                ("Total", "R 4 937,25"),
            ] {
                pdf.row(Face::Plain, 10.5, &[(0.0, what), (-1.0, how_much)]);
            }
        });
    let day = pen.on(6, 7, 19);
    Paper::new("quote-solar", day, DocumentType::Quote, "Langalethu Solar: offer 5 kW with battery")
        .by("solar")
        .says(&[("Offer", "Q-0588"), ("Total", "R 132 400"), ("Valid", "30 days")])
        .write(pen, |pdf| {
            for (what, how_much) in [
                ("Ten panels 455 W with rails", "R 48 600"),
                ("Hybrid inverter 5 kW", "R 31 900"),
                ("Battery 4,8 kWh", "R 28 750"),
                ("Labour, cable, protection, certificate", "R 23 150"),
                ("Total with VAT", "R 132 400"),
            ] {
                pdf.row(Face::Plain, 10.5, &[(0.0, what), (-1.0, how_much)]);
            }
        });
}
