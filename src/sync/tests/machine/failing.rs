//! What goes wrong, and what is done about it.

use crate::tale::{HOME, SCOPE, Tale, accepted, edit, opened, page, whole, woken};
use sync::{Event, Failure};
use wire::{Cursor, ErrorCode};

#[test]
fn each_attempt_without_network_waits_twice_as_long_up_to_five_minutes() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    let mut now_ms = 0;
    for wait_ms in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map(|seconds| seconds * 1000) {
        tale.failed("pull", Failure::Network, &format!("wait {wait_ms}"));
        assert!(tale.status.offline);
        tale.on(Event::Ticked(now_ms + wait_ms - 100), "");
        now_ms += wait_ms;
        tale.on(Event::Ticked(now_ms), "pull after 5");
    }
    tale.pulled(page(6, [6]), "apply 6");
    tale.applied("");
    assert!(!tale.status.offline);
    tale.on(woken(7, SCOPE), "pull after 6");
    tale.failed("pull", Failure::Network, "wait 1000");
}

#[test]
fn contact_ends_a_pause_for_want_of_network_and_no_other() {
    let after = |failure| {
        let mut tale = Tale::in_step(5);
        tale.on(woken(6, SCOPE), "pull after 5");
        tale.failed("pull", failure, "wait 1000");
        tale
    };
    after(Failure::Network).on(woken(6, SCOPE), "pull after 5");
    after(Failure::Network).on(Event::Connected(true), "pull after 5");
    after(Failure::Busy { wait_ms: 300 }).on(woken(6, SCOPE), "");
    after(Failure::Busy { wait_ms: 300 }).on(Event::Connected(true), "");
}

#[test]
fn a_busy_server_is_left_alone_for_as_long_as_it_asks_within_reason() {
    for (asked_ms, waits_ms) in [(0, 1000), (7_000, 7_000), (u64::MAX, 300_000)] {
        let mut tale = Tale::in_step(5);
        tale.on(Event::Edited(HOME), "load");
        tale.loaded(&[edit(1)], "push 1");
        tale.failed("push", Failure::Busy { wait_ms: asked_ms }, &format!("wait {waits_ms}"));
        tale.on(Event::Ticked(waits_ms), "load");
    }
}

#[test]
fn a_timer_that_fires_early_is_asked_for_again() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.failed("pull", Failure::Network, "wait 1000");
    tale.on(Event::Ticked(990), "wait 10");
    tale.on(Event::Ticked(1000), "pull after 5");
}

#[test]
fn a_clock_that_is_set_back_prolongs_no_pause() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Ticked(172_800_000), "");
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.failed("pull", Failure::Network, "wait 1000");
    tale.on(Event::Ticked(0), "pull after 5");
    tale.failed("pull", Failure::Network, "wait 2000");
}

#[test]
fn a_session_that_ended_is_asked_for_once_and_everything_waits_for_it() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.failed("pull", Failure::SignIn, "ask sign-in");
    tale.failed("push", Failure::SignIn, "");
    tale.on(Event::Edited(HOME), "");
    tale.on(woken(7, SCOPE), "");
    tale.on(Event::Ticked(1_000_000), "");
    tale.on(Event::SignedIn(true), "load, pull after 5");
}

#[test]
fn an_answer_that_comes_after_the_session_ended_is_kept() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(Event::SignedIn(false), "");
    tale.pushed(accepted(5, &[edit(1)]), "settle 1");
    tale.settled(1, whole(6), "");
}

#[test]
fn an_answer_for_a_person_who_signed_out_is_left() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.on(Event::SignedIn(false), "");
    tale.on(Event::Closed(HOME), "");
    tale.pushed(accepted(5, &[edit(1)]), "");
    assert!(!tale.status.busy);
}

#[test]
fn a_space_that_is_not_open_any_more_is_told_and_left_alone() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.failed("push", Failure::NoAccess, "lost home");
    tale.on(Event::Edited(HOME), "");
    tale.on(opened(HOME, Some(whole(5)), 1), "load, pull after 5");
}

#[test]
fn who_was_taken_off_a_team_and_comes_back_sends_what_was_left_and_fetches_all_anew() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.failed("push", Failure::NoAccess, "lost home");
    // The device has forgotten what it had fetched, and kept what was not sent.
    tale.on(opened(HOME, Some(Cursor::default()), 1), "load, pull after 0");
    tale.loaded(&[edit(1)], "push 1");
    tale.pushed(accepted(9, &[edit(1)]), "settle 1");
    tale.settled(0, Cursor::default(), "");
    tale.pulled(page(9, []), "pull first");
}

#[test]
fn of_a_push_that_cannot_be_read_the_one_edit_is_found_and_refused() {
    let mut tale = Tale::in_step(5);
    let all = [edit(1), edit(2), edit(3)];
    let unreadable = Failure::Rejected(ErrorCode::Unreadable);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&all, "push 1 2 3");
    tale.failed("push", unreadable, "load");
    tale.loaded(&all, "push 1");
    tale.failed("push", unreadable, "settle 1 (1 refused), push 2");
    tale.settled(2, whole(5), "");
    tale.pushed(accepted(5, &all[1..2]), "settle 2, push 3");
}

#[test]
fn a_role_that_may_not_write_refuses_the_whole_push() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1), edit(2)], "push 1 2");
    tale.failed("push", Failure::Rejected(ErrorCode::Forbidden), "settle 1 2 (2 refused)");
    tale.settled(0, whole(5), "");
}

#[test]
fn a_refusal_of_how_it_was_sent_refuses_no_edit() {
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.failed("push", Failure::Rejected(ErrorCode::CrossSite), "wait 1000");
    tale.on(Event::Ticked(1000), "load");
}

#[test]
fn a_cursor_that_the_server_does_not_take_is_given_up() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.failed("pull", Failure::Rejected(ErrorCode::Invalid), "wait 1000");
    tale.on(Event::Ticked(1000), "pull first");
    tale.failed("pull", Failure::Network, "wait 2000");
    tale.on(Event::Ticked(3000), "pull first");
    tale.pulled(page(6, [6]), "apply 6 anew");
}

#[test]
fn a_full_store_is_tried_again_later_wherever_it_was_full() {
    let full = Failure::Store;
    let mut tale = Tale::in_step(5);
    tale.on(Event::Edited(HOME), "load");
    tale.failed("load", full, "wait 1000");
    tale.on(Event::Ticked(1000), "load");
    tale.loaded(&[edit(1)], "push 1");
    tale.pushed(accepted(5, &[edit(1)]), "settle 1");
    tale.failed("settle", full, "pull after 5, wait 2000");
    tale.pulled(page(6, [6]), "apply 6");
    tale.failed("apply", full, "wait 1000");
    assert!(!tale.status.offline);
    tale.on(Event::Ticked(2000), "pull after 5, wait 1000");
    tale.on(Event::Ticked(3000), "load");
}

#[test]
fn a_failure_of_something_that_is_over_is_left() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    let late = tale.errand("pull", HOME);
    tale.failed("pull", Failure::Network, "wait 1000");
    tale.on(Event::Ticked(1000), "pull after 5");
    tale.on(Event::Failed(late, Failure::NoAccess), "");
    tale.on(Event::Failed(late, Failure::SignIn), "");
    tale.pulled(page(6, [6]), "apply 6");
}
