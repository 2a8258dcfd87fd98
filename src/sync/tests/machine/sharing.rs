//! Tabs, the network, and several spaces beside each other.

use crate::tale::{HOME, OTHER, SCOPE, Tale, edit, opened, page, whole, woken};
use model::SpaceId;
use sync::machine::REQUESTS_MAX;
use sync::{Effect, Event, Machine};
use uuid::Uuid;

#[test]
fn only_a_leading_tab_with_a_session_and_a_network_asks_for_anything() {
    use Event::{Connected, Led, SignedIn};
    let gates = [(Led(true), Led(false)), (SignedIn(true), SignedIn(false)), (Connected(true), Connected(false))];
    for closed in 0..gates.len() {
        let mut machine = Machine::new();
        for (at, (open, close)) in gates.iter().enumerate() {
            machine.step(if at == closed { close } else { open }.clone());
        }
        let quiet = |effects: Vec<Effect>| effects.iter().all(|effect| matches!(effect, Effect::Show(_)));
        assert!(quiet(machine.step(opened(HOME, None, 1))) && quiet(machine.step(Event::Edited(HOME))));
        assert!(quiet(machine.step(woken(9, SCOPE))) && quiet(machine.step(Event::Ticked(1_000_000))));
        assert!(!quiet(machine.step(gates[closed].0.clone())), "gate {closed} opens");
    }
}

#[test]
fn a_tab_that_begins_to_lead_goes_on_from_what_the_other_left() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Led(false), "");
    tale.on(Event::Edited(HOME), "");
    tale.on(opened(HOME, Some(whole(8)), 0), "");
    tale.on(Event::Led(true), "pull after 8");
}

#[test]
fn an_outbox_that_was_read_while_the_session_ended_is_read_again() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.on(Event::SignedIn(false), "");
    tale.loaded(&[edit(1)], "");
    tale.on(Event::SignedIn(true), "load, pull after 5");
}

#[test]
fn coming_back_online_asks_what_was_missed() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Connected(false), "");
    assert!(tale.status.offline);
    tale.on(Event::Connected(true), "pull after 5");
    assert!(!tale.status.offline);
    tale.pulled(page(5, []), "");
}

#[test]
fn the_space_that_was_lately_edited_goes_first_and_four_requests_are_enough() {
    let mut machine = Machine::new();
    let spaces: Vec<SpaceId> = (1..=6).map(|number| SpaceId(Uuid::from_u128(number))).collect();
    spaces.iter().for_each(|space| drop(machine.step(opened(*space, Some(whole(1)), 1))));
    machine.step(Event::Edited(spaces[4]));
    machine.step(Event::Edited(spaces[2]));
    machine.step(Event::Led(true));
    let asked: Vec<SpaceId> = machine
        .step(Event::SignedIn(true))
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Load { errand, .. } | Effect::Pull { errand, .. } => Some(errand.space),
            _ => None,
        })
        .collect();
    assert_eq!(asked, [spaces[2], spaces[2], spaces[4], spaces[4]]);
    assert_eq!(asked.len(), REQUESTS_MAX);
}

#[test]
fn a_space_in_trouble_does_not_hold_up_another() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.failed("pull", sync::Failure::Network, "wait 1000");
    tale.on(opened(OTHER, None, 0), "pull first of other");
    let errand = tale.errand("pull", OTHER);
    let page = wire::Page { space: OTHER, ..page(1, [1]) };
    tale.on(Event::Pulled { errand, page, text: String::new() }, "apply 1 anew of other");
    assert!(!tale.status.offline);
}
