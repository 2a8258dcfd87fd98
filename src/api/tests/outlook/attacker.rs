//! An attacker who owns up to nine homes adds, alters and removes them, changes from month to month which are counted, and reads everything that is published. Whatever
//! comes out, there is another history in which a tenth home needed something else, or took no part, and the attacker did and saw exactly the same.

use super::{Figure, MONTH_MS, Person, Server, furnish, read, space, write};
use crate::outlook::{gather, issue, link};
use futures_util::future::join_all;
use model::estate::outlook::{HOLDERS, Home, LEAST, MOST, STEP};
use model::{AccountId, SpaceId};
use std::collections::BTreeSet;
use uuid::Uuid;
use wire::outlook::Told;
use wire::path;

/// Homes of the attacker.
const OWN: usize = 9;
/// Publications that it reads.
const MONTHS: usize = 3;
/// Histories of one run, each in a suburb of its own.
const SEEDS: u64 = 6;
/// Others who have a home, at most.
const OTHERS: usize = 14;
/// Thousandths of a piece.
const PIECE: i64 = 1_000;

/// A history: what others need in pieces, what the tenth home does (nothing, if it takes no part), and what the attacker's homes need that are counted in each month.
#[derive(Clone, Debug)]
struct Scene {
    others: Vec<i64>,
    victim: i64,
    months: [[i64; OWN]; MONTHS],
}

impl Scene {
    fn random(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let heights = [10, 5, 3];
        let high = heights[dice.below(3)];
        let others = (0..9 + dice.below(5)).map(|_| 1 + dice.piece(high)).collect();
        let mut months = [[0; OWN]; MONTHS];
        for month in &mut months {
            // Some months with all of its homes, some with few.
            let some = 1 + dice.below(3);
            for need in month {
                *need = if dice.below(some + 1) == 0 { 0 } else { dice.piece(6) };
            }
        }
        Self { others, victim: dice.piece(11), months }
    }

    /// What the attacker counts as in a month.
    fn own(&self, month: usize) -> i64 {
        self.months[month].iter().sum::<i64>().min(MOST / PIECE)
    }

    /// What is told of it when the attacker does as in that month, by the rules.
    fn told(&self, month: usize) -> Option<i64> {
        let own = self.own(month);
        let needs: Vec<i64> = self.others.iter().copied().chain([self.victim, own]).filter(|one| *one > 0).collect();
        let (total, most) = (needs.iter().sum::<i64>(), MOST / PIECE);
        let others = i64::try_from(needs.len()).expect("few") - 2;
        let step = STEP / PIECE;
        let is_told = needs.len() >= HOLDERS && total >= LEAST / PIECE;
        is_told.then(|| (total.min(others * most) + step / 2) / step * step)
    }

    /// The other history, in which the tenth home needs `victim`: others need so much that the same comes out, or there are none where nothing does.
    fn otherwise(&self, victim: i64) -> Self {
        let first = (0..MONTHS).find_map(|month| self.told(month).map(|told| (self.own(month), told)));
        let others = first.map_or_else(Vec::new, |(own, told)| {
            let honest: Vec<i64> = self.others.iter().copied().chain([self.victim]).filter(|one| *one > 0).collect();
            let total = own + honest.iter().sum::<i64>();
            let is_cut = total > told + STEP / PIECE / 2;
            let rest = if is_cut { told } else { total } - own - victim;
            let instead = usize::from(honest.len() < HOLDERS && victim > 0);
            let count = i64::try_from(honest.len() - instead).expect("few");
            (0..count).map(|at| rest * (at + 1) / count - rest * at / count).collect()
        });
        Self { others, victim, months: self.months }
    }
}

/// Numbers that follow from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        for (left, by) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << by } else { self.0 >> by };
        }
        usize::try_from(self.0 % most as u64).expect("small")
    }

    fn piece(&mut self, most: usize) -> i64 {
        i64::try_from(self.below(most)).expect("small")
    }
}

/// Who plays: others, the owner of the tenth home, and the attacker.
struct Cast {
    others: Vec<Person>,
    victim: Person,
    attacker: Person,
}

fn at(world: usize, slot: usize) -> SpaceId {
    space((world * 64 + slot) as u128)
}

fn suburb(world: usize) -> String {
    format!("Suburb {world}")
}

/// The homes of everybody but the attacker.
async fn settle(cast: &Cast, scenes: &[Scene]) {
    let needs = |person: usize| scenes.iter().map(move |scene| scene.others.get(person).copied().unwrap_or(0));
    let everybody = cast.others.iter().enumerate().map(|(number, person)| (number, person, needs(number).collect()));
    let victim = (OTHERS, &cast.victim, scenes.iter().map(|scene| scene.victim).collect::<Vec<i64>>());
    let work = everybody.chain([victim]).map(|(slot, person, needs)| async move {
        for (world, pieces) in needs.into_iter().enumerate().filter(|(_, pieces)| *pieces > 0) {
            furnish(person, at(world, slot), &suburb(world), pieces).await;
        }
    });
    join_all(work).await;
}

/// What the attacker does before a publication: it makes a home when it is first counted, alters what it needs, takes it out, lets it count again.
async fn act(attacker: &Person, scene: &Scene, world: usize, month: usize, made: &mut BTreeSet<SpaceId>) {
    for home in 0..OWN {
        let (space, pieces) = (at(world, 32 + home), scene.months[month][home]);
        let before = month.checked_sub(1).map_or(0, |before| scene.months[before][home]);
        match (pieces, before) {
            (0, 0) => {}
            (0, _) => attacker.agree(space, false).await,
            _ if made.insert(space) => furnish(attacker, space, &suburb(world), pieces).await,
            _ => {
                write(attacker, space, &suburb(world), pieces, month as u64).await;
                attacker.agree(space, true).await;
            }
        }
    }
}

/// Plays all histories at once, and gives back what the attacker read of each, month by month. `mistake` is what is wrong with how homes are gathered.
async fn play(server: &Server, scenes: &[Scene], mistake: fn(&mut [Home])) -> Vec<Vec<Vec<Figure>>> {
    let others = join_all((0..OTHERS).map(|at| async move { server.person(&format!("other{at}")).await })).await;
    let cast = Cast { others, victim: server.person("victim").await, attacker: server.person("attacker").await };
    settle(&cast, scenes).await;
    let (mut seen, mut made) = (vec![Vec::new(); scenes.len()], BTreeSet::new());
    for month in 0..MONTHS {
        let attacker = server.person_again(&cast.attacker).await;
        for (world, scene) in scenes.iter().enumerate() {
            act(&attacker, scene, world, month, &mut made).await;
        }
        server.app.clock.advance_ms(MONTH_MS);
        let mut gathered = gather(&server.app).await.expect("gathered");
        mistake(&mut gathered.homes);
        issue(&server.app, gathered).await.expect("issued");
        let (link, proof) = read(&link(&server.app, "A supplier", 1).await.expect("a link"));
        let told: Told = server.stranger().post(&path::outlook(link.share), &proof).await.ok();
        for (world, seen) in seen.iter_mut().enumerate() {
            let name = format!("{}, Cape Town", suburb(world));
            let own = told.figures.iter().filter(|figure| figure.suburb == name);
            seen.push(own.map(|figure| Figure { suburb: String::new(), ..figure.clone() }).collect());
        }
    }
    seen
}

/// Of which histories the attacker could tell the one from the other.
async fn told_apart(pairs: Vec<[Scene; 2]>, mistake: fn(&mut [Home])) -> (Vec<usize>, usize) {
    let server = Server::on_sqlite().await.alone().await;
    let scenes: Vec<Scene> = pairs.into_iter().flatten().collect();
    let seen = play(&server, &scenes, mistake).await;
    let pairs = seen.chunks(2).enumerate();
    let apart = pairs.filter(|(_, pair)| pair[0] != pair[1]).map(|(at, _)| at).collect();
    (apart, seen.iter().filter(|months| months.iter().any(|month| !month.is_empty())).count())
}

fn nothing(_: &mut [Home]) {}

/// Whoever controls many homes counts as many.
fn each_home_for_itself(homes: &mut [Home]) {
    for (number, home) in homes.iter_mut().enumerate() {
        home.holder = AccountId(Uuid::from_u128(number as u128));
    }
}

#[tokio::test]
async fn an_attacker_with_nine_homes_learns_nothing_about_a_tenth() {
    let victims = [0, 10, 1, 5];
    let pairs = (1..=SEEDS).map(|seed| {
        let scene = Scene::random(seed);
        let other = scene.otherwise(victims[usize::try_from(seed % 4).expect("small")]);
        [scene, other]
    });
    let (apart, told) = told_apart(pairs.collect(), nothing).await;
    assert_eq!(apart, Vec::<usize>::new(), "seeds, from 0");
    assert!(told >= 4, "of {SEEDS} pairs only {told} histories tell anything");
}

#[tokio::test]
async fn homes_that_are_counted_in_the_place_of_holders_are_found() {
    // Nine of its own, the tenth home, and one more.
    let scene = Scene { others: vec![10], victim: 10, months: [[2; OWN]; MONTHS] };
    let pair = vec![[scene.clone(), scene.otherwise(0)]];
    assert_eq!(told_apart(pair.clone(), nothing).await, (vec![], 0));
    assert_eq!(told_apart(pair, each_home_for_itself).await.0, [0]);
}

#[tokio::test]
async fn nor_do_nine_accounts_with_a_home_each() {
    let server = Server::on_sqlite().await.alone().await;
    super::neighbours(&server, 9, 9).await;
    let victim = server.person("victim").await;
    furnish(&victim, space(100), super::SUBURB, 10).await;
    server.app.clock.advance_ms(MONTH_MS);
    issue(&server.app, gather(&server.app).await.expect("gathered")).await.expect("issued");
    assert!(super::told(&server).await.is_empty(), "nine and a tenth make no figure");
}
