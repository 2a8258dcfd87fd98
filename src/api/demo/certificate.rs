//! The certificates of the home, each with its paper.

use super::day;
use super::pdf::{Face, Pdf};
use super::pen::{Pen, Who, id};
use super::system::cottage_gas;
use model::certificate::{Basis, Certificate, CertificateType};
use model::contact::Contact;
use model::system::System;
use model::{Date, PartialDate};

/// A certificate in the making.
#[must_use]
struct Paper {
    name: &'static str,
    kept: Date,
    certificate: Certificate,
    says: &'static str,
}

impl Paper {
    fn new(name: &'static str, kept: Date, sort: CertificateType, number: &str) -> Self {
        let certificate =
            Certificate { sort, number: number.into(), issued: Some(kept.into()), ..Certificate::default() };
        Self { name, kept, certificate, says: "" }
    }

    fn title(mut self, title: &str) -> Self {
        self.certificate.title = title.into();
        self
    }

    fn issued(mut self, issued: PartialDate) -> Self {
        self.certificate.issued = Some(issued);
        self
    }

    fn issuer(mut self, issuer: &str, registration: &str, body: &str) -> Self {
        self.certificate.issuer = issuer.into();
        (self.certificate.registration, self.certificate.body) = (registration.into(), body.into());
        self
    }

    fn by(mut self, contact: &str) -> Self {
        self.certificate.contact = Some(id::<Contact>(contact));
        self
    }

    fn of(mut self, systems: &[&str]) -> Self {
        self.certificate.systems = systems.iter().map(|name| id::<System>(name)).collect();
        self
    }

    fn supplements(mut self, certificate: &str) -> Self {
        self.certificate.supplements = Some(id::<Certificate>(certificate));
        self
    }

    fn amends(mut self, certificate: &str, reason: &str) -> Self {
        (self.certificate.amends, self.certificate.reason) = (Some(id::<Certificate>(certificate)), reason.into());
        self
    }

    /// With its test report.
    fn tested(mut self) -> Self {
        self.certificate.test_report = Some(true);
        self
    }

    /// Issued digitally, as those for gas are since April 2023.
    fn digital(mut self) -> Self {
        self.certificate.digital = Some(true);
        self
    }

    /// Of a system that the city has registered.
    fn registered(mut self) -> Self {
        self.certificate.registered = Some(true);
        self
    }

    /// What it rests on, of a sort of its own.
    fn rests(mut self, basis: Basis) -> Self {
        self.certificate.basis = Some(basis);
        self
    }

    fn says(self, says: &'static str) -> Self {
        Self { says, ..self }
    }

    fn note(mut self, note: &str) -> Self {
        self.certificate.notes = note.into();
        self
    }

    fn write(mut self, pen: &mut Pen, heading: &str) {
        let certificate = &self.certificate;
        let mut pdf = Pdf::new(heading);
        pdf.bar([0.72, 0.62, 0.36]);
        pdf.skip(16.0);
        pdf.line(Face::Bold, 20.0, heading);
        pdf.line(Face::Plain, 10.0, "114 Ou Meulsteen-Kromboomrivier Crescent, Pinelands, 7405. Erf 48213.");
        pdf.skip(10.0);
        pdf.rule();
        let issued = certificate.issued.map(|date| date.to_string()).unwrap_or_default();
        let rows = [
            ("Number", certificate.number.as_str()),
            ("Date", &issued),
            ("Issued by", &certificate.issuer),
            ("Registration", &certificate.registration),
            ("Registered with", &certificate.body),
        ];
        for (name, told) in rows {
            pdf.row(Face::Plain, 11.0, &[(0.0, name), (140.0, told)]);
        }
        pdf.rule();
        pdf.skip(10.0);
        pdf.text(11.0, self.says);
        pdf.skip(40.0);
        pdf.line(Face::Plain, 11.0, "Signed");
        let file = pen.paper(self.name, pdf.finish());
        self.certificate.files.push(file);
        pen.write(self.name, Who::Laptop, self.kept, &self.certificate);
    }
}

const DOEL: &str = "Department of Employment and Labour";

/// Writes every certificate on the day it was filed.
pub(super) fn write(pen: &mut Pen) {
    of_the_builder(pen);
    of_installations(pen);
    of_inspections(pen);
}

fn of_the_builder(pen: &mut Pen) {
    let day = pen.on(0, 3, 26);
    let february = day::month(pen.year(0), 2);
    Paper::new("nhbrc", day, CertificateType::Nhbrc, "NH 5529017")
        .issued(february)
        .issuer("Bouwerf Developments (Pty) Ltd", "1-148205533", "NHBRC")
        .by("builder")
        .says(
            "This home is enrolled. Minor defects: three months from occupation. Roof leaks: one year. Major \
            structural defects: five years.",
        )
        .write(pen, "Certificate of enrolment of a new home");
    Paper::new("occupancy", day, CertificateType::Occupancy, "OC 70294118")
        .issued(pen.on(0, 3, 1).into())
        .issuer("City of Cape Town, Building Development Management", "", "")
        .by("city")
        .says("The building was erected in accordance with the approved plan 70294118 and may be occupied.")
        .write(pen, "Certificate of occupancy");
    Paper::new("coc-builder", day, CertificateType::Electrical, "IE-WC 0031884")
        .issued(pen.on(0, 2, 24).into())
        .issuer("J. Petersen Elektries", "IE 20813", DOEL)
        .of(&["db", "earth-leakage"])
        .tested()
        .says("Electrical installation inspected and tested to SANS 10142-1. Test report attached.")
        .note("The builder’s electrician. Replaced by Bongani’s of the whole house when the solar came.")
        .write(pen, "Certificate of compliance: electrical installation");
}

fn of_installations(pen: &mut Pen) {
    let gas = "Installed and tested to SANS 10087-1. Tightness held at 7 kPa for ten minutes. Cylinders outside, 1 \
        m from openings, 3 m from drains.";
    Paper::new("gas-1", pen.on(1, 2, 13), CertificateType::Gas, "SAQCC-G 418820")
        .issuer("Faiza Davids, Blouvlam Gas Installations", "GASPRAC 60417", "SAQCC Gas")
        .by("gas")
        .of(&["gas"])
        .says(gas)
        .write(pen, "Certificate of conformity: gas installation");
    Paper::new("gas-2", pen.on(8, 2, 18), CertificateType::Gas, "DCOC 0773914")
        .issuer("Faiza Davids, Blouvlam Gas Installations", "GASPRAC 60417", "SAQCC Gas")
        .by("gas")
        .of(&["gas"])
        .digital()
        .says(gas)
        .note("Digital. After hoses and regulator were changed.")
        .write(pen, "Certificate of conformity: gas installation");
    let day = cottage_gas(pen.today);
    Paper::new("gas-cottage", day, CertificateType::Gas, "SAQCC-G 602217")
        .issuer("Faiza Davids, Blouvlam Gas Installations", "GASPRAC 60417", "SAQCC Gas")
        .by("gas")
        .of(&["cottage-gas"])
        .digital()
        .says(
            "Installed and tested to SANS 10087-1. Tightness held at 7 kPa for ten minutes. One 9 kg cylinder outside.",
        )
        .note("The cottage’s own hob. To be inspected again within five years.")
        .write(pen, "Certificate of conformity: gas installation");
    Paper::new("fence", pen.on(3, 4, 2), CertificateType::ElectricFence, "EFS 20881")
        .issued(pen.on(3, 3, 31).into())
        .issuer("Zanele Khumalo, Umkhuseli Security Systems", "EFC 11592", DOEL)
        .by("security")
        .of(&["fence"])
        .says(
            "Electric fence system inspected. Energiser to IEC 60335-2-76. Warning signs every ten metres. Earth \
            spikes separate from the supply.",
        )
        .note("Consent of the neighbours at 112 and 116 is stapled to it.")
        .write(pen, "Electric fence system certificate");
    Paper::new("geyser", pen.on(6, 7, 12), CertificateType::Geyser, "PIRB 2207-118364")
        .issuer("Sipho Ndlovu", "18364/07", "PIRB")
        .by("plumber")
        .of(&["geyser-2"])
        .says(
            "Fixed electric storage water heater installed to SANS 10254: safety valve, vacuum breakers, drip \
            tray with overflow to outside, isolator within 1 m.",
        )
        .write(pen, "Plumbing certificate of compliance");
    Paper::new("coc-house", pen.on(6, 9, 20), CertificateType::Electrical, "EC-WC 0087216")
        .issuer("Bongani Mkhize", "IE 41782", DOEL)
        .by("electrician")
        .of(&["db", "earth-leakage", "surge"])
        .tested()
        .says("Whole installation inspected and tested to SANS 10142-1. Test report attached.")
        .write(pen, "Certificate of compliance: electrical installation");
    Paper::new("coc-solar", pen.on(6, 10, 18), CertificateType::SolarPv, "EC-WC 0088003")
        .issuer("Tumelo Mokoena, Langalethu Solar", "EC 52217", DOEL)
        .by("solar")
        .of(&["solar-panels", "inverter", "battery"])
        .supplements("coc-house")
        .registered()
        .says(
            "Supplementary certificate for photovoltaic panels, hybrid inverter and battery, with protection to \
            NRS 097-2-1. Supplements EC-WC 0087216.",
        )
        .write(pen, "Certificate of compliance: photovoltaic installation");
    Paper::new("sseg", pen.on(6, 11, 21), CertificateType::Other, "SSEG 110482")
        .title("Registration of small-scale embedded generation")
        .rests(Basis::UntilAltered)
        .issuer("City of Cape Town, Energy", "", "")
        .by("city")
        .of(&["inverter"])
        .says(
            "Your hybrid system of 5 kVA at the address above is registered and may be operated in parallel with \
            the grid.",
        )
        .write(pen, "Small-scale embedded generation: registration");
}

fn of_inspections(pen: &mut Pen) {
    Paper::new("insulation", pen.on(7, 6, 26), CertificateType::Other, "WI-5540")
        .title("Ceiling insulation: installer’s certificate")
        .issuer("Warmdak Isolasie", "", "")
        .says("135 mm cellulose fibre, class B/B1/2, R-value 3,2 on 182 square metres.")
        .write(pen, "Ceiling insulation");
    let beetle = "No activity of Oxypleurus, Hylotrupes or Cryptotermes found in accessible timber. Inaccessible \
        timber was not inspected.";
    Paper::new("beetle", pen.on(9, 3, 17), CertificateType::Beetle, "KW-21-406")
        .issuer("Elzette Fourie, Kewerwag Pest Control", "P 21406", "SAPCA")
        .by("pest")
        .of(&["roof"])
        .says(beetle)
        .note("Usually accepted for three months.")
        .write(pen, "Entomologist’s certificate");
    let water = "Schedule 4 of the Water By-law: the installation conforms, the property has no defects, the meter \
        registers, no storm water goes to the sewer, no \
                 cross connection between potable water and any other source.";
    for (name, number) in [("water-1", "WI 55 0917"), ("water-2", "WI 55 9017")] {
        let corrected = name == "water-2";
        let day = pen.on(9, 5, if corrected { 14 } else { 12 });
        let mut paper = Paper::new(name, day, CertificateType::Water, number)
            .issued(pen.on(9, 5, 12).into())
            .issuer("Sipho Ndlovu", "18364/07", "PIRB")
            .by("plumber")
            .of(&["plumbing", "geyser-2", "cottage-geyser", "water-tank"])
            .says(water);
        if corrected {
            paper = paper.amends("water-1", "Number copied wrongly");
        }
        paper.write(pen, "City of Cape Town: certificate of water installation");
    }
}
