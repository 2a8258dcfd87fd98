//! The systems: what each is, how old against its expected life, what stands for it, where it shuts off.

use crate::block::{Block, Fact, Photo, SystemCard};
use crate::home::{Home, Kept};
use crate::parts::joined;
use crate::wish::Part;
use crate::{Given, age, facts};
use model::look::folded;
use model::money::rand_cents;
use model::system::{System, shown_parent};
use model::{Money, RecordId};
use std::collections::BTreeMap;

/// The systems in use, zone by zone, and below them those that are not.
pub(crate) fn blocks(given: &Given<'_>) -> Vec<Block> {
    let said = given.words.print();
    if given.home.systems.is_empty() {
        return vec![Block::Nothing { text: said.none }];
    }
    let mut retired: Vec<_> = given.home.systems.iter().filter(|system| !system.letter.in_use()).collect();
    retired.sort_by_cached_key(|system| folded(&system.letter.name));
    let card = |system: &Kept<'_, System>| Block::System(Box::new(card(given, system)));
    let mut blocks: Vec<Block> = in_use(given.home).into_iter().map(card).collect();
    blocks.extend((!retired.is_empty()).then_some(Block::Group { text: said.retired }));
    blocks.extend(retired.into_iter().map(card));
    blocks
}

/// Systems in use by zone, those in no zone last, by name. A part stands below its system whatever zone it is in, unless that system is out of
/// use.
fn in_use<'h, 'a>(home: &'h Home<'a>) -> Vec<&'h Kept<'a, System>> {
    let letters: BTreeMap<RecordId, &System> = home.systems.iter().map(|system| (system.id, system.letter)).collect();
    let said = |id: RecordId| letters.get(&id)?.parent.filter(|parent| letters.contains_key(parent));
    let parent = |id: RecordId| shown_parent(id, said).filter(|id| letters.get(id).is_some_and(|it| it.in_use()));
    let mut used: Vec<_> = home.systems.iter().filter(|system| system.letter.in_use()).collect();
    used.sort_by_cached_key(|system| folded(&system.letter.name));
    let (mut roots, mut parts): (Vec<_>, BTreeMap<RecordId, Vec<_>>) = Default::default();
    for system in used {
        match parent(system.id) {
            Some(parent) => parts.entry(parent).or_default().push(system),
            None => roots.push(system),
        }
    }
    roots.sort_by_cached_key(|system: &&Kept<'_, System>| {
        let zone = home.zone_name(system.letter.zone);
        (zone.is_empty(), folded(&zone), system.letter.zone)
    });
    let mut flat = Vec::new();
    let mut next: Vec<_> = roots.into_iter().rev().collect();
    while let Some(system) = next.pop() {
        flat.push(system);
        next.extend(parts.remove(&system.id).unwrap_or_default().into_iter().rev());
    }
    flat
}

fn card(given: &Given<'_>, system: &Kept<'_, System>) -> SystemCard {
    let letter = system.letter;
    let (status, ring) = age::told(given.words, letter, given.today).unzip();
    SystemCard {
        name: letter.name.clone(),
        status,
        ring,
        identity: facts::identity(given.home, given.words, letter, given.wish.hidden),
        standing: standing(given, system),
        notes: if given.wish.has(Part::Notes) { letter.notes.clone() } else { String::new() },
        shut_off: shut_off(given, letter),
    }
}

/// The photo of where it shuts off, which says so where nobody wrote anything below it.
fn shut_off(given: &Given<'_>, letter: &System) -> Option<Photo> {
    let hash = letter.shut_off_photo.filter(|_| given.wish.has(Part::Photos))?;
    let mut photo = Photo::of(letter.files.iter().find(|file| file.hash == hash)?);
    if photo.caption.is_empty() {
        given.words.system().shut_off.clone_into(&mut photo.caption);
        photo.described.clone_from(&photo.caption);
    }
    Some(photo)
}

/// What to do when it fails: where it shuts off, the first steps where notes are given, and whom to call where names are.
fn emergency(given: &Given<'_>, letter: &System) -> Vec<Fact> {
    let words = given.words.print();
    let steps = letter.steps.lines().map(str::trim).filter(|step| !step.is_empty() && given.wish.has(Part::Notes));
    let named = letter.call.and_then(|id| given.home.contact(id));
    let number = if letter.call_number.is_empty() { named.map(|contact| contact.phone.as_str()) } else { None };
    let number = number.unwrap_or(&letter.call_number);
    let call = joined(&[named.map(|contact| contact.name.as_str()).unwrap_or_default(), number]);
    let lines = [
        Fact::known(given.words.system().shut_off, letter.shut_off.as_str()),
        Fact::several(words.steps, steps.map(str::to_owned).collect()),
        Fact::known(words.summary.call, call).filter(|_| !given.wish.hidden.names),
    ];
    lines.into_iter().flatten().collect()
}

fn standing(given: &Given<'_>, system: &Kept<'_, System>) -> Vec<Fact> {
    let (words, home) = (given.words, given.home);
    let (said, letter) = (words.system(), system.letter);
    let entries = facts::entries(home, system.id);
    let warranties = facts::warranties(home, words, given.today, system.id).into_iter().map(|(_, told)| told);
    let mut lines = facts::life(home, words, letter);
    lines.extend(emergency(given, letter));
    lines.extend(Fact::several(said.warranties, warranties.collect()));
    lines.extend(Fact::several(said.certificates, facts::certificates(home, words, system.id)));
    if !entries.is_empty() {
        let spent: i64 = entries.iter().map(|entry| rand_cents(entry.letter.cost.as_ref())).sum();
        let spent = (spent > 0 && !given.wish.hidden.costs).then(|| words.money(&Money::rand(spent)));
        let told = facts::logged(words, &entries);
        lines.push(Fact::new(words.print().in_logbook, told).noted(spent.unwrap_or_default()));
    }
    lines
}
