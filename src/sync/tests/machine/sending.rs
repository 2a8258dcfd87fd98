//! What a person saved goes out, and the answer comes back.

use crate::tale::{HOME, SCOPE, Tale, accepted, edit, edit_of, opened, page, part, refused, whole, woken};
use model::Edit;
use sync::{Effect, Event, Failure};
use wire::push::EDITS_MAX;
use wire::{Cursor, ErrorCode, PushReply};

#[test]
fn an_edit_goes_out_and_nothing_need_be_fetched_for_it() {
    let mut tale = Tale::in_step(5);
    let edits = [edit(1), edit(2)];
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&edits, "push 1 2");
    tale.pushed(accepted(5, &edits), "settle 1 2");
    tale.on(woken(7, SCOPE), "");
    tale.settled(0, whole(7), "");
    assert!(!tale.status.busy);
}

#[test]
fn what_others_wrote_meanwhile_is_fetched_once_the_answer_is_kept() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.pushed(accepted(8, &[edit(1)]), "settle 1");
    tale.settled(0, whole(5), "pull after 5");
}

#[test]
fn edits_saved_during_a_push_are_read_meanwhile_and_go_out_as_soon_as_it_is_answered() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(Event::Edited(HOME), "load");
    // The store still has what is under way.
    tale.loaded(&[edit(1), edit(2)], "");
    tale.pushed(accepted(5, &[edit(1)]), "settle 1, push 2");
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1), edit(2), edit(3)], "");
    tale.settled(2, whole(6), "");
    tale.pushed(accepted(6, &[edit(2)]), "settle 2, push 3");
    // There is one that the machine was not told of.
    tale.settled(2, whole(7), "load");
    tale.loaded(&[edit(3), edit(4)], "");
    tale.pushed(accepted(7, &[edit(3)]), "settle 3, push 4");
    tale.settled(1, whole(8), "");
    tale.pushed(accepted(8, &[edit(4)]), "settle 4");
    tale.settled(0, whole(9), "");
    assert!(!tale.status.busy);
}

#[test]
fn an_answer_waits_for_the_one_before_it_and_holds_up_what_follows() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    let half = "x".repeat(600_000);
    let all = [1, 2, 3].map(|number| edit_of(number, &half));
    tale.loaded(&all, "push 1");
    tale.pushed(accepted(5, &all[..1]), "settle 1, push 2");
    tale.pushed(accepted(6, &all[1..2]), "");
    tale.settled(2, whole(6), "settle 2, push 3");
    tale.pushed(accepted(7, &all[2..]), "");
    tale.settled(1, whole(7), "settle 3");
    tale.settled(0, whole(8), "");
}

#[test]
fn a_push_that_failed_goes_again_before_what_was_read_meanwhile() {
    for reads_first in [true, false] {
        let mut tale = Tale::in_step(5);
        tale.on(Event::Edited(HOME), "load");
        tale.loaded(&[edit(1)], "push 1");
        tale.on(Event::Edited(HOME), "load");
        if reads_first {
            tale.loaded(&[edit(1), edit(2)], "");
            tale.failed("push", Failure::Network, "wait 1000");
        } else {
            tale.failed("push", Failure::Network, "");
            tale.loaded(&[edit(1), edit(2)], "wait 1000");
        }
        tale.on(Event::Ticked(1000), "load");
        tale.loaded(&[edit(1), edit(2)], "push 1 2");
    }
}

#[test]
fn what_was_read_is_read_again_once_another_tab_may_have_sent_it() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1), edit(2)], "");
    tale.on(Event::Led(false), "");
    tale.pushed(accepted(5, &[edit(1)]), "settle 1");
    tale.settled(0, whole(6), "");
    tale.on(Event::Led(true), "load, pull after 6");
}

#[test]
fn a_long_outbox_is_read_in_parts() {
    let mut tale = Tale::in_step(5);
    let limit = |effects: Vec<Effect>| match effects[..] {
        [Effect::Load { limit, .. }, ..] => limit,
        _ => panic!("{effects:?}"),
    };
    assert_eq!(limit(tale.machine.step(Event::Edited(HOME))), 2 * EDITS_MAX);
}

#[test]
fn what_was_left_from_the_last_start_goes_out_too() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, Some(whole(5)), 3), "load, pull after 5");
}

#[test]
fn a_batch_is_bounded_in_edits_and_bytes() {
    let check = |outbox: Vec<Edit>, expected: &str| {
        let mut tale = Tale::in_step(5);
        tale.on(Event::Edited(HOME), "load");
        tale.loaded(&outbox, expected);
    };
    check((1..=EDITS_MAX as u128 + 1).map(edit).collect(), "push 2000 edits");
    let half = "x".repeat(600_000);
    check(vec![edit_of(1, &half), edit_of(2, &half), edit(3)], "push 1");
    check(vec![edit(1), edit_of(2, &half), edit(3)], "push 1 2 3");
    check(vec![edit_of(1, &half.repeat(3)), edit(2)], "push 1");
    check(Vec::new(), "");
}

#[test]
fn a_refused_edit_is_kept_as_refused_and_does_not_hold_up_the_others() {
    let mut tale = Tale::in_step(5);
    let edits = [edit(1), edit(2)];
    let mut reply = accepted(5, &edits[1..]);
    reply.answers.extend(refused(&edits[..1], ErrorCode::UnknownKind).answers);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&edits, "push 1 2");
    tale.pushed(reply, "settle 1 2 (1 refused)");
    tale.settled(0, whole(6), "");
}

#[test]
fn a_new_device_fetches_the_first_page_before_it_sends() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 2), "pull first");
    tale.pulled(page(0, []), "apply 0 anew");
    tale.applied("load");
}

#[test]
fn a_device_that_has_no_room_for_the_first_page_sends_all_the_same() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 1), "pull first");
    tale.pulled(page(5, [5]), "apply 5 anew");
    tale.failed("apply", sync::Failure::Store, "load, wait 1000");
}

#[test]
fn answers_and_pages_go_into_the_store_one_after_the_other() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.pushed(accepted(5, &[edit(1)]), "settle 1");
    tale.pulled(page(6, [6]), "");
    // The cursor that the answer left is the one that the page is counted from: it says nothing new.
    tale.settled(0, whole(6), "");

    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.pulled(page(6, [6]), "apply 6");
    tale.pushed(accepted(6, &[edit(1)]), "");
    tale.applied("settle 1");
    tale.settled(0, whole(7), "");
}

#[test]
fn a_page_that_ends_in_the_middle_waits_for_the_push() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(woken(9, SCOPE), "pull after 5");
    tale.pulled(part(9, [6]), "");
    tale.pushed(accepted(9, &[edit(1)]), "settle 1");
    tale.settled(0, whole(5), "apply 6, pull after 6");
    tale.applied("");
}

#[test]
fn an_answer_to_none_of_the_edits_is_a_broken_one() {
    for reply in [accepted(5, &[edit(9)]), accepted(5, &[])] {
        let mut tale = Tale::in_step(5);
        tale.on(Event::Edited(HOME), "load");
        tale.loaded(&[edit(1)], "push 1");
        tale.pushed(reply, "wait 1000");
        tale.on(Event::Ticked(1000), "load");
    }
}

#[test]
fn a_doubled_answer_is_left() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.loaded(&[edit(1)], "");
    tale.pushed(accepted(5, &[edit(1)]), "settle 1");
    tale.pushed(accepted(5, &[edit(1)]), "");
    tale.settled(0, whole(6), "");
    tale.settled(4, whole(2), "");
    tale.pushed(accepted(5, &[edit(1)]), "");
}

#[test]
fn an_answer_that_names_another_access_makes_the_device_begin_anew() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.pushed(PushReply { scope: SCOPE + 1, ..accepted(5, &[edit(1)]) }, "settle 1, pull first");
    tale.settled(0, whole(5), "");
    let narrowed = wire::Page { scope: SCOPE + 1, ..page(6, [6]) };
    tale.pulled(narrowed, "apply 6 anew");
    tale.applied("");
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(2)], "push 2");
    tale.pushed(PushReply { scope: SCOPE + 1, ..accepted(6, &[edit(2)]) }, "settle 2");
    tale.settled(0, Cursor { scope: SCOPE + 1, ..whole(7) }, "");
}
