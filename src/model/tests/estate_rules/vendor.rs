//! Who may be given work, and how finished jobs went.

use super::{cases, day};
use model::estate::vendor::{
    Approval, Body, Finished, Held, Lapse, NEEDS, Paper, Reason, Score, Track, Vendor, Verdict, assignable, score,
};
use model::system::SystemType;
use model::{FileRef, scheme};
use proptest::prelude::*;

const ON: &str = "2026-11-27";

fn paper(expires: &str) -> Paper {
    Paper { expires: Some(day(expires)), is_shown: true }
}

/// An approved electrician with everything that is needed.
fn electrician() -> Vendor {
    Vendor {
        approval: Approval::Approved,
        registrations: vec![(Body::Electrical, paper("2027-06-30"))],
        insurances: vec![paper("2027-06-30")],
    }
}

#[test]
fn who_may_be_given_a_job_and_what_speaks_against_it() {
    let with = |change: fn(&mut Vendor)| {
        let mut vendor = electrician();
        change(&mut vendor);
        vendor
    };
    let board = SystemType::DistributionBoard;
    let rows = [
        (electrician(), board, Verdict::May, 0),
        (with(|one| one.registrations[0].1.expires = day("2026-11-27").into()), board, Verdict::Warn, 1),
        (with(|one| one.registrations[0].1.expires = day("2026-11-26").into()), board, Verdict::Blocked, 1),
        (with(|one| one.registrations.clear()), board, Verdict::Blocked, 1),
        // A newer paper of the same body takes the place of the one that lapsed.
        (with(|one| one.registrations.push((Body::Electrical, paper("2020-01-01")))), board, Verdict::May, 0),
        (with(|one| one.registrations[0].1.expires = None), board, Verdict::Warn, 1),
        (with(|one| one.registrations[0].1.is_shown = false), board, Verdict::Warn, 1),
        (with(|one| one.insurances = vec![paper("2026-01-01")]), board, Verdict::Blocked, 1),
        (with(|one| one.insurances.clear()), board, Verdict::Warn, 1),
        (with(|one| one.approval = Approval::Undecided), board, Verdict::Warn, 1),
        (with(|one| one.approval = Approval::Suspended), board, Verdict::Blocked, 1),
        (Vendor::default(), board, Verdict::Blocked, 3),
        // Work that no law keeps for anybody, and work of another trade.
        (electrician(), SystemType::ExteriorPaint, Verdict::May, 0),
        (electrician(), SystemType::Geyser, Verdict::Warn, 1),
        (electrician(), SystemType::GasInstallation, Verdict::Blocked, 1),
    ];
    for (vendor, sort, verdict, reasons) in rows {
        let (found, told) = assignable(&vendor, sort, day(ON), Lapse::Block);
        assert_eq!((found, told.len()), (verdict, reasons), "{vendor:?} {sort}: {told:?}");
        assert!(told.is_sorted_by_key(|reason| std::cmp::Reverse(reason.verdict())));
    }
    let (_, told) = assignable(
        &with(|one| one.insurances = vec![paper("2026-01-01"), paper("2026-02-01")]),
        board,
        day(ON),
        Lapse::Block,
    );
    assert_eq!(told, [Reason::Insurance(Held::Lapsed(day("2026-02-01")))]);
    // A scheme that only warns of what has lapsed still gives nothing to who was taken off its list.
    let in_scheme = |vendor: Vendor| assignable(&vendor, board, day(ON), Lapse::Warn).0;
    assert_eq!(in_scheme(with(|one| one.insurances = vec![paper("2026-01-01")])), Verdict::Warn);
    assert_eq!(in_scheme(with(|_| {})), Verdict::May);
    assert_eq!(in_scheme(with(|one| one.approval = Approval::Suspended)), Verdict::Blocked);
    assert!(Body::ALL.iter().all(|body| NEEDS.iter().filter(|need| need.body == *body).count() == 1));
}

/// A vendor as a scheme keeps it, with an insurance and the registration of fence installers that end on those days.
fn kept(sorts: &[SystemType], insured: &str, registered: &str) -> scheme::Vendor {
    let cover = |sort: Option<Body>, last: &str| scheme::Cover {
        insurance: sort.is_none(),
        sort,
        expires: Some(day(last)),
        file: Some(FileRef::default()),
        ..scheme::Cover::default()
    };
    scheme::Vendor {
        sorts: sorts.to_vec(),
        approval: Approval::Approved,
        covers: vec![cover(None, insured), cover(Some(Body::Fence), registered)],
        ..scheme::Vendor::default()
    }
}

#[test]
fn who_may_be_given_any_of_its_work_and_what_lapsed_first() {
    let (gone, earlier, later) = ("2026-11-26", "2026-03-01", "2027-06-30");
    let (fence, both) = ([SystemType::ElectricFence], [SystemType::GateMotor, SystemType::ElectricFence]);
    let rows: [(&[SystemType], _, _, _, _); 6] = [
        (&[], later, later, Verdict::May, None),
        (&[], gone, later, Verdict::Blocked, Some(gone)),
        (&fence, later, gone, Verdict::Blocked, Some(gone)),
        (&fence, gone, earlier, Verdict::Blocked, Some(earlier)),
        // Gates need no registration: that work is still given.
        (&both, later, gone, Verdict::May, Some(gone)),
        // What its work does not need may end.
        (&[SystemType::Geyser], later, gone, Verdict::Warn, None),
    ];
    for (sorts, insured, registered, verdict, lapsed) in rows {
        let vendor = kept(sorts, insured, registered);
        assert_eq!(
            vendor.standing(day(ON), Lapse::Block),
            (verdict, lapsed.map(day)),
            "{sorts:?} {insured} {registered}"
        );
        let warned = vendor.standing(day(ON), Lapse::Warn);
        assert_eq!(warned, (verdict.min(Verdict::Warn), lapsed.map(day)));
    }
}

fn job(late_days: i64, was_recalled: bool, billed: i64) -> Finished {
    let promised = if late_days < 0 { day(ON) } else { day(ON).minus_days(u32::try_from(late_days).expect("small")) };
    Finished {
        on: day(ON),
        promised: Some(promised),
        was_recalled,
        agreed_cents: Some(100_000),
        billed_cents: Some(billed),
    }
}

fn told(jobs: &[Finished]) -> Score {
    score(jobs, day(ON))
}

#[test]
fn there_is_no_score_before_five_jobs() {
    let good = job(0, false, 100_000);
    assert_eq!((told(&[]).points, told(&[good; 4]).points, told(&[good; 5]).points), (None, None, Some(100)));
    let old = Finished { on: day(ON).minus_months(25), ..good };
    let ahead = Finished { on: day(ON).plus_days(1), ..good };
    assert_eq!((told(&[old; 9]).jobs, told(&[ahead; 9]).jobs, told(&[good; 60]).jobs), (0, 0, 50));
}

#[test]
fn each_part_says_how_jobs_went() {
    let unknown = Finished { promised: None, agreed_cents: None, ..job(0, false, 0) };
    let jobs = [job(0, false, 90_000), job(7, false, 110_000), job(30, true, 100_001), job(0, false, 500_000), unknown];
    let told = told(&jobs);
    // Time: all, half, nothing, all, half for want of a day: 60 %. Recalls: four of five. Price: all, half, nearly all, nothing, half.
    let parts = Track::ALL.iter().map(|track| {
        let went = told.parts[*track as usize];
        (went.well, went.badly, went.unknown, went.earned_bp)
    });
    assert_eq!(parts.collect::<Vec<_>>(), [(2, 2, 1, 6_000), (4, 1, 0, 8_000), (1, 3, 1, 5_999)]);
    // 30 × 0.6 + 40 × 0.8 + 30 × 0.5999.
    assert_eq!((told.points, told.jobs), (Some(67), 5));
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_worse_job_never_makes_a_vendor_better(
        jobs in prop::collection::vec((0_i64..30, any::<bool>(), 80_000_i64..140_000), 5..20), late in 0_i64..10, more in 0_i64..30_000,
    ) {
        let mut jobs: Vec<Finished> = jobs.into_iter().map(|(late, recalled, billed)| job(late, recalled, billed)).collect();
        let before = told(&jobs).points;
        jobs[0].promised = jobs[0].promised.map(|day| day.minus_days(u32::try_from(late).unwrap_or(0)));
        jobs[0].billed_cents = jobs[0].billed_cents.map(|cents| cents + more);
        jobs[1].was_recalled = true;
        prop_assert!(told(&jobs).points <= before);
        prop_assert!(before.is_some_and(|points| points <= 100));
    }

    #[test]
    fn no_figure_is_too_large(agreed in any::<i64>(), billed in any::<i64>()) {
        let odd = Finished { agreed_cents: Some(agreed), billed_cents: Some(billed), ..job(0, false, 0) };
        prop_assert!(told(&[odd; 5]).points.is_some_and(|points| points <= 100));
    }
}
