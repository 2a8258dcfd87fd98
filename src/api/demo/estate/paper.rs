//! The certificates of a unit: mostly there, and of every reason why not some.

use crate::demo::chance::Chance;
use model::Date;
use model::basis::Purpose;
use model::certificate::CertificateType as Sort;
use model::estate::matrix::Code;
use model::scheme::Proof;

/// How the certificates of a unit stand from `today` on; those that nothing asks for are left out.
pub fn of_unit(name: &str, has_gas: bool, has_panels: bool, today: Date) -> Vec<Proof> {
    let mut chance = Chance::of(&format!("estate papers {name}"));
    let mut proofs = electrical(&mut chance, today);
    proofs.extend(one(Sort::Water, Purpose::Transfer, (Code::WrongTime, None, None)));
    if has_gas {
        let stands = gas(&mut chance, today);
        proofs.extend(Purpose::ALL.iter().flat_map(|purpose| each(Sort::Gas, *purpose, stands)));
    }
    if has_panels {
        let code = if chance.percent(60) { Code::Fine } else { Code::DocumentMissing };
        proofs.extend(Purpose::ALL.iter().flat_map(|purpose| one(Sort::SolarPv, *purpose, (code, None, None))));
    }
    proofs
}

/// Those of the common property: the fence and its board.
pub fn of_common(has_fence: bool) -> Vec<Proof> {
    let mut proofs = one(Sort::Electrical, Purpose::Safety, (Code::Fine, None, None));
    proofs.extend(one(Sort::Electrical, Purpose::Insurance, (Code::Fine, None, None)));
    if has_fence {
        proofs.extend(one(Sort::ElectricFence, Purpose::Safety, (Code::AlteredSince, None, None)));
        proofs.extend(one(Sort::ElectricFence, Purpose::Insurance, (Code::AlteredSince, None, None)));
    }
    proofs
}

/// A link of a chain: how it stands, until when, and until when it was good.
type Link = (Code, Option<Date>, Option<Date>);

fn electrical(chance: &mut Chance, today: Date) -> Vec<Proof> {
    let roll = chance.within(1, 100);
    let ahead = today.plus_days(chance.within(20, 700));
    let code = match roll {
        1..=64 => Code::Fine,
        65..=78 => Code::NoneFound,
        79..=90 => Code::AlteredSince,
        91..=95 => Code::DocumentMissing,
        _ => Code::CannotTell,
    };
    let mut proofs = one(Sort::Electrical, Purpose::Safety, (code, None, None));
    proofs.extend(one(Sort::Electrical, Purpose::Insurance, (code, None, None)));
    // For a transfer it is good for two years.
    if code == Code::Fine {
        proofs.extend(one(Sort::Electrical, Purpose::Transfer, (Code::Fine, Some(ahead), None)));
        proofs.extend(one(Sort::Electrical, Purpose::Transfer, (Code::NotCurrent, None, Some(ahead))));
    } else {
        proofs.extend(one(Sort::Electrical, Purpose::Transfer, (code, None, None)));
    }
    proofs
}

/// Gas is inspected again within five years.
fn gas(chance: &mut Chance, today: Date) -> [Option<Link>; 2] {
    let ahead = today.plus_days(chance.within(15, 1_500));
    let back = today.minus_days(chance.within(10, 400));
    match chance.within(1, 100) {
        1..=60 => [Some((Code::Fine, Some(ahead), None)), Some((Code::NotCurrent, None, Some(ahead)))],
        61..=85 => [Some((Code::NotCurrent, None, Some(back))), None],
        _ => [Some((Code::NoneFound, None, None)), None],
    }
}

fn each(sort: Sort, purpose: Purpose, links: [Option<Link>; 2]) -> Vec<Proof> {
    links.into_iter().flatten().flat_map(|link| one(sort, purpose, link)).collect()
}

fn one(sort: Sort, purpose: Purpose, (code, until, ended): Link) -> Vec<Proof> {
    vec![Proof { sort, purpose, code, unsure: false, until, ended }]
}
