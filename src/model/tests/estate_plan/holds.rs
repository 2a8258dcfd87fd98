//! What has to hold of every plan.

use super::{FIRST, day, item, plan, rid};
use model::estate::bundle::{Answer, Due, Offer, bundles};
use model::estate::capital::{
    Basis, Budget, Flow, Funding, Horizon, Item, Loan, Rise, beside, flow, need, schedule, statutory, works,
};
use model::estate::cents;
use model::estate::levy::{Unit, levies};
use model::estate::programme::{Piece, Terms, spread};
use model::health::weight::Risk;
use model::life::Stage;
use proptest::prelude::*;
use std::collections::BTreeMap;

prop_compose! {
    fn any_item()(
        number in 1_u128..1_000, due in -5..40_i32, cost in 0..200_000_000_i64, life in 0..40_u32,
        past in 0..100_000_000_i64, escalation in 0..1_200_i64, over in 0..4_u32,
    ) -> Item {
        Item { escalation, over, ..item(number, FIRST + due, cost, life, past) }
    }
}

fn of(items: &[Item], opening: i64, basis: Basis, years: u32) -> Flow {
    let funding = Funding { basis, specials: Vec::new(), loans: Vec::new() };
    flow(&plan(items.to_vec(), opening), &funding, Horizon::of(years).expect("a horizon"))
}

#[test]
fn nothing_absurd_breaks_a_plan() {
    let absurd = [i64::MIN, -1, 0, i64::MAX];
    for (cost, past) in absurd.into_iter().flat_map(|cost| absurd.map(|past| (cost, past))) {
        for (due, life, over) in [(i32::MIN, u32::MAX, u32::MAX), (i32::MAX, 1, 0), (FIRST, 1, 30)] {
            let wild = Item { due: Some(due), escalation: cost, over, ..item(1, 0, cost, life, past) };
            for basis in [Basis::Rule, Basis::RemainingLife, Basis::Needed] {
                let told = of(&[wild.clone(), wild.clone()], past, basis, 30);
                assert_eq!(told.rows.len(), 30);
            }
            let said = beside(&plan(vec![wild.clone(), wild], past), &Budget::default());
            assert!(said.rule.cents() >= 0 && said.adopted(cost).cents == cost);
        }
        let rise = Rise::Share(past);
        assert_eq!(of(&[], cost, Basis::Own { cents: past, rise }, 10).rows.len(), 10);
    }
    let endless = Terms { from: day("9999-12-31"), months: u32::MAX, capacity: u32::MAX };
    assert_eq!(spread(&[], endless).slots.len(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn shares_make_the_amount_and_none_is_off_by_a_cent(
        amount in -1_000_000_000..1_000_000_000_i64, quotas in prop::collection::vec(0..60_000_u32, 1..200),
    ) {
        prop_assume!(quotas.iter().any(|quota| *quota > 0));
        let units: Vec<Unit> = (1..).zip(&quotas).map(|(number, quota)| Unit { id: rid(number), quota: *quota }).collect();
        let shares = levies(amount, &units).expect("levies").shares;
        prop_assert_eq!(shares.iter().map(|share| share.cents).sum::<i64>(), amount);
        let all: i128 = quotas.iter().map(|quota| i128::from(*quota)).sum();
        for (share, quota) in shares.iter().zip(&quotas) {
            let off = i128::from(share.cents) * all - i128::from(amount) * i128::from(*quota);
            prop_assert!(off.abs() < all, "{} of {}", share.cents, quota);
        }
    }

    #[test]
    fn parts_make_the_whole(amount in any::<i32>(), parts in 1..60_u32) {
        let amount = i64::from(amount);
        let all: Vec<i64> = (0..parts).map(|at| cents::part(amount, parts, at)).collect();
        prop_assert_eq!(all.iter().sum::<i64>(), amount);
        prop_assert_eq!(all[0], cents::level(amount, parts));
        prop_assert!(all.windows(2).all(|pair| pair[0] >= pair[1]) && all[0] - all[parts as usize - 1] <= 1);
    }

    #[test]
    fn the_rule_times_the_life_pays_what_is_wanting(one in any_item()) {
        let wanting = one.cost.unwrap_or(0) - one.past.unwrap_or(0);
        if let (Some(rule), Some(life)) = (statutory(&one).cents(), one.life) {
            let paid = rule.cents() * i64::from(life);
            prop_assert!(rule.cents() >= 0 && (wanting <= 0 || (wanting..wanting + i64::from(life)).contains(&paid)));
        }
    }

    #[test]
    fn whoever_contributes_what_is_needed_is_never_short(items in prop::collection::vec(any_item(), 1..6), years in 10..31_u32) {
        let held = items.iter().filter_map(|item| item.past).sum();
        let told = of(&items, held, Basis::Needed, years);
        prop_assert_eq!(told.out_in, None);
        // What is due in the first year cannot have been saved for.
        prop_assert!(told.short_in.is_none_or(|year| year == FIRST));
        let first: i64 = items.iter().filter_map(|item| need(item, FIRST).ok()).map(|need| need.cents.cents()).sum();
        prop_assert_eq!(told.rows[0].contributions, first);
    }

    #[test]
    fn years_add_up(items in prop::collection::vec(any_item(), 0..6), opening in -100_000_000..500_000_000_i64, years in 10..31_u32) {
        let told = of(&items, opening, Basis::Rule, years);
        let mut held = opening;
        for row in &told.rows {
            prop_assert_eq!(row.opening, held);
            held = row.opening + row.interest + row.contributions + row.special + row.borrowed - row.repaid - row.spent;
            prop_assert_eq!(row.closing, held);
            prop_assert!(row.lowest <= row.closing);
        }
        let spent: i64 = told.rows.iter().map(|row| row.spent).sum();
        prop_assert_eq!(spent, told.works.iter().map(|work| work.cents).sum::<i64>());
    }

    #[test]
    fn more_money_never_runs_out_sooner(items in prop::collection::vec(any_item(), 1..6), cents in 0..20_000_000_i64, more in 0..9_000_000_i64) {
        let own = |cents| of(&items, 0, Basis::Own { cents, rise: Rise::Share(600) }, 20).out_in.unwrap_or(i32::MAX);
        prop_assert!(own(cents + more) >= own(cents));
    }

    #[test]
    fn work_lies_within_its_years_and_costs_no_less_than_today(one in any_item()) {
        let all = works(&one, FIRST, FIRST + 30).expect("works");
        prop_assert!(all.iter().all(|work| (FIRST..FIRST + 30).contains(&work.year)));
        let parts = one.over.max(1) as usize;
        for round in all.chunk_by(|one, next| one.round == next.round).filter(|round| round.len() == parts) {
            prop_assert!(round.iter().map(|work| work.cents).sum::<i64>() >= one.cost.unwrap_or(0));
        }
        prop_assert_eq!(schedule(&one, FIRST, 30).map(|years| years.len()), Ok(30));
    }

    #[test]
    fn a_loan_is_paid_back_by_its_last_month_and_not_by_a_cent_less(
        cents in 1..500_000_000_i64, rate in 0..3_000_i64, months in 1..120_u32,
    ) {
        let loan = Loan::of(FIRST, cents, rate, months).expect("a loan");
        let payments = loan.payments();
        prop_assert!(payments.iter().all(|one| (0..=loan.payment()).contains(&one.cents)));
        prop_assert_eq!(payments.last().map(|last| last.owed), Some(0));
        let owed = payments.iter().fold(cents, |owed, _| {
            owed + (owed * rate + 60_000) / 120_000 - (loan.payment() - 1)
        });
        prop_assert!(owed > 0);
    }

    #[test]
    fn a_bundle_serves_nobody_late_nor_too_early_and_its_prices_add_up(
        all in prop::collection::vec((0..40_u128, 0..200_u32, 0..3_u8), 0..60), window in 0..60_u32, call_out in 0..100_000_i64,
    ) {
        let today = day("2027-01-01");
        let dues: Vec<Due> = all.iter().map(|(unit, by, answer)| Due {
            unit: rid(*unit),
            task: "geyser".into(),
            by: today.plus_days(*by),
            answer: [Answer::Unanswered, Answer::Joins, Answer::Declines][usize::from(*answer)],
        }).collect();
        for bundle in bundles(&dues, window, today) {
            prop_assert!(bundle.units().len() > 1);
            prop_assert!(bundle.dues.iter().all(|due| (bundle.by..=bundle.by.plus_days(window)).contains(&due.by)));
            let joined = bundle.dues.iter().filter(|due| due.answer == Answer::Joins).count() as i64;
            let prices = bundle.prices(Offer { call_out, each: 45_000 });
            let expected = if joined == 0 { 0 } else { call_out + joined * 45_000 };
            prop_assert_eq!(prices.iter().map(|price| price.cents).sum::<i64>(), expected);
            prop_assert!(prices.iter().all(|price| price.cents <= price.alone));
        }
    }

    #[test]
    fn a_programme_holds_every_piece_once_and_no_month_more_than_it_can(count in 0..120_u128, months in 0..30_u32, capacity in 0..9_u32) {
        let piece = |number| Piece {
            id: rid(number), unit: rid(number), stage: Stage::Due, age: Some(9), risk: Risk::Damage, fault: None, done: None,
        };
        let pieces: Vec<Piece> = (1..=count).map(piece).collect();
        let told = spread(&pieces, Terms { from: day("2027-01-01"), months, capacity });
        prop_assert_eq!(told.slots.len() + told.unplaced.len(), pieces.len());
        let mut in_month: BTreeMap<_, u32> = BTreeMap::new();
        told.slots.iter().for_each(|slot| *in_month.entry(slot.month).or_default() += 1);
        prop_assert!(in_month.values().all(|count| *count <= capacity));
        let room = u128::from(months) * u128::from(capacity);
        prop_assert_eq!(told.slots.len() as u128, room.min(count));
    }
}
