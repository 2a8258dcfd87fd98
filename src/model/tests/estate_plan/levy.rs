//! Who pays what.

use super::rid;
use model::estate::cents;
use model::estate::levy::{Quotas, Refusal, Unit, levies, monthly, quotas};

fn units(all: &[u32]) -> Vec<Unit> {
    (1..).zip(all).map(|(number, quota)| Unit { id: rid(number), quota: *quota }).collect()
}

#[test]
fn shares_are_by_quota_and_make_the_amount() {
    let rows: &[(i64, &[u32], &[i64], Quotas)] = &[
        (10_000, &[1_000_000], &[10_000], Quotas::Whole),
        (10_000, &[500_000, 300_000, 200_000], &[5_000, 3_000, 2_000], Quotas::Whole),
        (100, &[333_333, 333_333, 333_333], &[34, 33, 33], Quotas::Rounded(-1)),
        // The cent goes to who lost most by rounding.
        (101, &[200_000, 300_000, 500_000], &[20, 30, 51], Quotas::Whole),
        (-101, &[200_000, 300_000, 500_000], &[-20, -30, -51], Quotas::Whole),
        // Quotas that are not the whole are told, and shared by what there is.
        (900, &[500_000, 400_000], &[500, 400], Quotas::Off(-100_000)),
        (900, &[1_000_000, 0, 500_000], &[600, 0, 300], Quotas::Off(500_000)),
        (0, &[500_000, 500_000], &[0, 0], Quotas::Whole),
    ];
    for (cents, all, expected, told) in rows {
        let levies = levies(*cents, &units(all)).expect("levies");
        let shares: Vec<i64> = levies.shares.iter().map(|share| share.cents).collect();
        assert_eq!((shares.as_slice(), levies.quotas), (*expected, *told), "{cents} {all:?}");
    }
    assert_eq!(levies(5, &units(&[7, 0])).map(|levies| levies.without), Ok(vec![rid(2)]));
}

#[test]
fn what_cannot_be_shared_says_why() {
    assert_eq!(levies(1, &[]), Err(Refusal::NoUnits));
    assert_eq!(levies(1, &units(&[0, 0])), Err(Refusal::NoQuotas));
    let twice = [units(&[5, 6]), units(&[7])].concat();
    assert_eq!(levies(1, &twice), Err(Refusal::Twice(rid(1))));
}

#[test]
fn five_thousand_units_add_up() {
    let scheme = units(&[200; 5_000]);
    let levies = levies(123_456_789, &scheme).expect("levies");
    assert_eq!(levies.shares.iter().map(|share| share.cents).sum::<i64>(), 123_456_789);
    assert_eq!(levies.quotas, Quotas::Whole);
    assert_eq!(quotas(&units(&[201; 5_000])), Quotas::Off(5_000));
    let rounded = [units(&[200; 2_500]), units(&[201; 2_500])].concat();
    assert_eq!(quotas(&rounded), Quotas::Rounded(2_500));
}

#[test]
fn a_year_is_paid_in_twelve_months_that_make_it() {
    assert_eq!(monthly(1_200), [100; 12]);
    assert_eq!((monthly(1_205)[4], monthly(1_205)[5], monthly(1_205).iter().sum::<i64>()), (101, 100, 1_205));
}

#[test]
fn amounts_are_rounded_as_they_are_told() {
    assert_eq!([cents::at_rate(10_000, 850), cents::at_rate(-5, 1_000), cents::at_rate(5, 1_000)], [850, -1, 1]);
    assert_eq!(
        [cents::level(100, 3), cents::level(99, 3), cents::level(100, 0), cents::level(-100, 3)],
        [34, 33, 100, -33]
    );
    assert_eq!(cents::grown(80_000_000, 600, 4), 100_998_157);
    assert_eq!([cents::grown(100, -1_000, 2), cents::grown(100, 0, u32::MAX)], [81, 100]);
    assert!(cents::grown(1_000_000, 10_000, u32::MAX) > 0);
}
