//! The vendors of the demonstration scheme: who is approved, whose insurance has lapsed, who is suspended, and the jobs that they finished.

use super::{Pen, id};
use model::Edit;
use model::estate::vendor::{Approval, Body};
use model::scheme::{Cover, Vendor, VendorJob};
use model::system::SystemType;

/// Finished jobs: a name, whose, what, days ago, days late, quoted and invoiced in rand.
const JOBS: [(&str, &str, &str, u32, u32, i64, i64); 12] = [
    ("1", "ndlovu", "Geyser of unit 4 replaced", 610, 0, 14_900, 14_900),
    ("2", "ndlovu", "Burst pipe at block A", 540, 0, 3_850, 3_850),
    ("3", "ndlovu", "Pressure valve of unit 17", 470, 0, 2_640, 2_640),
    ("4", "ndlovu", "Geyser of unit 31 replaced", 380, 3, 15_200, 15_650),
    ("5", "ndlovu", "Drain of the laundry cleared", 260, 0, 1_900, 1_900),
    ("6", "ndlovu", "Geyser of unit 9 replaced", 150, 0, 15_400, 15_400),
    ("7", "ndlovu", "Leak at the valve of unit 31", 360, 0, 0, 0),
    ("8", "kloof", "Lights of the parking area", 500, 0, 21_300, 21_300),
    ("9", "kloof", "Board of block C, certificate", 420, 6, 9_800, 11_250),
    ("10", "kloof", "Gate motor, new battery", 300, 0, 2_150, 2_150),
    ("11", "kloof", "Fence energiser", 210, 0, 6_900, 6_900),
    ("12", "table_bay", "Gutters of block A and B", 330, 12, 38_500, 44_200),
];

/// The jobs that put another right, with that one.
const RECALLS: [(&str, &str); 1] = [("7", "4")];

pub(super) fn write(pen: &Pen) -> Vec<Edit> {
    let mut edits: Vec<Edit> = vendors(pen).iter().map(|(name, vendor)| pen.edit(name, vendor)).collect();
    edits.extend(JOBS.iter().map(|job| pen.edit(job.0, &job_of(pen, *job))));
    edits
}

fn vendors(pen: &Pen) -> Vec<(&'static str, Vendor)> {
    let soon = |days| Some(pen.today.plus_days(days));
    let paper = |sort, body: &str, number: &str, expires| Cover {
        body: body.into(),
        sort,
        insurance: sort.is_none(),
        number: number.into(),
        expires,
        file: None,
    };
    let vendor = |name: &str, trade: &str, sorts: &[SystemType], phone: &str, covers| Vendor {
        name: name.into(),
        trade: trade.into(),
        sorts: sorts.to_vec(),
        phone: phone.into(),
        approval: Approval::Approved,
        approved_on: Some(pen.today.minus_months(26)),
        covers,
        ..Vendor::default()
    };
    let water = [SystemType::Geyser, SystemType::PressureValve, SystemType::Plumbing, SystemType::Drainage];
    let power = [SystemType::DistributionBoard, SystemType::Wiring, SystemType::GateMotor, SystemType::ElectricFence];
    let roof = [SystemType::Roof, SystemType::Gutters, SystemType::Waterproofing];
    let ndlovu = vec![
        paper(Some(Body::Plumbing), "PIRB", "12345/26", soon(210)),
        paper(None, "Santam, public liability", "PL-88210", soon(160)),
    ];
    let kloof = vec![
        paper(Some(Body::Electrical), "Department of Employment and Labour", "EC 40117", soon(300)),
        paper(Some(Body::Fence), "Department of Employment and Labour", "EFS 2208", soon(24)),
        paper(None, "Hollard, public liability", "H-55120", soon(95)),
    ];
    // Its insurance has lapsed: it is not given work until it shows another.
    let table_bay = vec![paper(None, "OUTsurance, public liability", "OB-7714", Some(pen.today.minus_days(19)))];
    let cape_flat = vec![paper(None, "Santam, public liability", "PL-90354", soon(240))];
    let painters = Vendor {
        approval: Approval::Suspended,
        why: "Left block D half painted in August and does not answer the telephone.".into(),
        ..vendor("Peninsula Painters", "Painting", &[SystemType::ExteriorPaint], "021 555 0177", Vec::new())
    };
    let gas = Vendor {
        approval: Approval::Undecided,
        approved_on: None,
        ..vendor("Mother City Gas", "Gas", &[SystemType::GasInstallation], "021 555 0126", Vec::new())
    };
    let mail = |vendor: Vendor, email: &str| Vendor { email: email.into(), ..vendor };
    vec![
        (
            "ndlovu",
            mail(
                vendor("Ndlovu & Dotters Loodgieters", "Plumbing", &water, "021 555 0142", ndlovu),
                "ndlovu@codessa.example",
            ),
        ),
        (
            "kloof",
            mail(vendor("Kloof Electrical", "Electrical", &power, "021 555 0119", kloof), "kloof@codessa.example"),
        ),
        ("table_bay", vendor("Table Bay Roofing", "Roofs and waterproofing", &roof, "021 555 0163", table_bay)),
        ("cape_flat", vendor("Cape Flat Roofs", "Roofs and waterproofing", &roof, "021 555 0188", cape_flat)),
        ("painters", painters),
        ("gas", gas),
    ]
}

fn job_of(pen: &Pen, job: (&str, &str, &str, u32, u32, i64, i64)) -> VendorJob {
    let (name, vendor, title, days_ago, late, quoted, invoiced) = job;
    let finished = pen.today.minus_days(days_ago);
    let recall_of = RECALLS.iter().find(|(recall, _)| *recall == name).map(|(_, of)| id::<VendorJob>(of));
    VendorJob {
        vendor: Some(id::<Vendor>(vendor)),
        title: title.into(),
        finished: Some(finished),
        promised: Some(finished.minus_days(late)),
        // A recall is done for nothing, and nothing is quoted for it.
        quoted: Some(quoted * 100).filter(|cents| *cents > 0),
        invoiced: Some(invoiced * 100).filter(|cents| *cents > 0),
        recall_of,
        ..VendorJob::default()
    }
}
