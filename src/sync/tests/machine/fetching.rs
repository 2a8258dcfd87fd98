//! What others wrote comes in, newest first on a new device.

use crate::tale::{HOME, OTHER, SCOPE, Tale, opened, page, part, whole, woken};
use sync::effect::Progress;
use sync::{Effect, Event, Failure};
use wire::live::Live;
use wire::pull::{PAGE_RECORDS, PAGE_RECORDS_MAX};
use wire::{Cursor, Page};

/// A cursor in the midst of the first sync.
fn midway(after: u64, before: u64) -> Cursor {
    Cursor { before: Some(before), ..whole(after) }
}

#[test]
fn a_new_device_fetches_backwards_from_the_newest_and_shows_how_far_it_is() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 0), "pull first");
    tale.pulled(part(9, [9, 8, 7]), "apply 9 before 7 anew, pull before 7");
    tale.applied("");
    assert_eq!(tale.status.first_sync, Some(Progress { space: HOME, have: 3, total: 9 }));
    tale.pulled(part(9, [5, 4]), "apply 9 before 4, pull before 4");
    tale.applied("");
    assert_eq!(tale.status.first_sync, Some(Progress { space: HOME, have: 5, total: 9 }));
    tale.pulled(page(9, [3, 1]), "apply 9");
    tale.applied("");
    assert_eq!((tale.status.first_sync, tale.status.busy), (None, false));
}

#[test]
fn the_first_page_is_small_and_the_others_are_large() {
    let limit = |effects: Vec<Effect>| match effects[..] {
        [Effect::Pull { limit, .. }, ..] => limit,
        _ => panic!("{effects:?}"),
    };
    assert_eq!(limit(Tale::new().machine.step(opened(HOME, None, 0))), PAGE_RECORDS);
    assert_eq!(limit(Tale::new().machine.step(opened(HOME, Some(whole(5)), 0))), PAGE_RECORDS_MAX);
}

#[test]
fn what_is_new_comes_before_what_is_old() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, Some(midway(9, 4)), 0), "pull after 9, pull before 4");
    tale.on(woken(12, SCOPE), "");
    tale.came("before 4", page(10, [1]), "");
    tale.came("after 9", page(10, [10]), "apply 10 before 4, pull after 10");
    tale.applied("apply 10");
    tale.applied("");
    tale.came("after 10", page(12, [12]), "apply 12");
    tale.applied("");
}

#[test]
fn a_long_absence_is_caught_up_page_by_page() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(9, SCOPE), "pull after 5");
    tale.pulled(part(9, [6, 7]), "apply 7, pull after 7");
    tale.applied("");
    tale.pulled(page(9, [9]), "apply 9");
    tale.applied("");
}

#[test]
fn the_next_page_is_fetched_while_one_is_kept_and_waits_for_it() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(9, SCOPE), "pull after 5");
    tale.pulled(part(9, [6, 7]), "apply 7, pull after 7");
    tale.pulled(page(9, [9]), "");
    tale.applied("apply 9");
    tale.applied("");
    assert!(!tale.status.busy);
}

#[test]
fn a_page_after_one_that_could_not_be_kept_is_left() {
    for arrives_first in [true, false] {
        let mut tale = Tale::new();
        tale.on(opened(HOME, Some(midway(9, 7)), 0), "pull after 9, pull before 7");
        tale.came("after 9", page(9, []), "");
        tale.came("before 7", part(9, [6, 5]), "apply 9 before 5, pull before 5");
        if arrives_first {
            tale.came("before 5", page(9, [4]), "");
        }
        tale.failed("apply", Failure::Store, "wait 1000");
        if !arrives_first {
            tale.came("before 5", page(9, [4]), "");
        }
        tale.on(Event::Ticked(1000), "pull after 9, pull before 7");
    }
}

/// The first page of a home with so many records, each with a number of its own up to `head`.
fn newest(head: u64, total: u64) -> Page {
    Page { total, ..part(head, (head - 199..=head).rev()) }
}

/// What lies between two numbers, all of it in one page.
fn piece(after: u64, before: u64) -> Page {
    Page { total: 5000, ..page(5000, (after + 1..before).rev()) }
}

/// A new device of a home with 5,000 records that has the newest page.
fn begun() -> Tale {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 0), "pull first");
    let asked = "pull between 3800 and 4801, pull between 2800 and 3801, pull between 1800 and 2801";
    tale.pulled(newest(5000, 5000), &format!("apply 5000 before 4801 anew, {asked}"));
    tale.applied("");
    tale
}

#[test]
fn pieces_of_the_old_are_fetched_at_once_and_kept_in_their_order() {
    let mut tale = begun();
    tale.came("between 2800 and 3801", piece(2800, 3801), "");
    tale.came("between 1800 and 2801", piece(1800, 2801), "");
    tale.came("between 3800 and 4801", piece(3800, 4801), "apply 5000 before 3801, pull between 800 and 1801");
    tale.applied("apply 5000 before 2801, pull before 801");
    tale.applied("apply 5000 before 1801");
    assert_eq!(tale.status.first_sync, Some(Progress { space: HOME, have: 3200, total: 5000 }));
    tale.came("before 801", piece(0, 801), "");
    tale.came("between 800 and 1801", piece(800, 1801), "");
    tale.applied("apply 5000 before 801");
    tale.applied("apply 5000");
    tale.applied("");
    assert_eq!((tale.status.first_sync, tale.status.busy), (None, false));
}

#[test]
fn pieces_are_the_wider_the_fewer_numbers_are_in_use() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 0), "pull first");
    // 2,000 records among 19,800 numbers: 900 of them among 8,910.
    let asked = "pull between 10890 and 19801, pull between 1980 and 10891, pull before 1981";
    tale.pulled(newest(20_000, 2_200), &format!("apply 20000 before 19801 anew, {asked}"));
}

#[test]
fn what_lies_behind_a_piece_that_did_not_fit_into_its_page_is_asked_for_again() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 0), "pull first");
    tale.pulled(
        newest(20_000, 2_200),
        "apply 20000 before 19801 anew, pull between 10890 and 19801, pull between 1980 and 10891, pull before 1981",
    );
    tale.applied("");
    tale.came("before 1981", page(20_000, [7]), "");
    let full = Page { total: 2_200, ..part(20_000, (18_801..=19_800).rev()) };
    // Of the two behind it one has come already; the other has its place until it comes.
    tale.came(
        "between 10890 and 19801",
        full,
        "apply 20000 before 18801, pull between 1880 and 18801, pull before 1881",
    );
    tale.came("between 1980 and 10891", page(20_000, [5000]), "");
    tale.applied("");
}

#[test]
fn a_page_that_is_left_and_does_not_come_does_not_mean_that_there_is_no_network() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, Some(midway(9, 7)), 0), "pull after 9, pull before 7");
    tale.came("after 9", Page { scope: SCOPE + 1, ..page(9, []) }, "pull first");
    tale.came("first", Page { scope: SCOPE + 1, ..page(9, [9]) }, "apply 9 anew");
    tale.came_not("before 7", Failure::Network, "");
    tale.applied("");
    assert_eq!((tale.status.busy, tale.status.offline), (false, false));
}

#[test]
fn pieces_behind_one_that_does_not_come_are_left_and_those_before_it_kept() {
    let mut tale = begun();
    tale.came_not("between 2800 and 3801", Failure::Network, "wait 1000");
    tale.came("between 1800 and 2801", piece(1800, 2801), "");
    tale.came("between 3800 and 4801", piece(3800, 4801), "apply 5000 before 3801");
    tale.applied("");
    tale.on(Event::Ticked(1000), "pull after 5000, pull between 2800 and 3801, pull between 1800 and 2801");
}

#[test]
fn a_page_that_was_kept_does_not_end_the_pause_of_the_one_after_it() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(9, SCOPE), "pull after 5");
    tale.pulled(part(9, [6, 7]), "apply 7, pull after 7");
    tale.failed("pull", Failure::Busy { wait_ms: 5000 }, "wait 5000");
    tale.applied("");
    tale.on(Event::Ticked(5000), "pull after 7");
}

#[test]
fn a_home_that_is_opened_again_while_its_first_page_comes_is_asked_for_once() {
    let mut tale = Tale::new();
    tale.on(opened(HOME, None, 0), "pull first");
    tale.on(opened(HOME, None, 0), "");
    tale.pulled(page(6, [6]), "apply 6 anew");
    tale.applied("");
}

#[test]
fn a_head_that_is_here_already_is_not_asked_for() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(5, SCOPE), "");
    tale.on(woken(4, SCOPE), "");
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.on(woken(7, SCOPE), "");
    tale.pulled(page(7, [6, 7]), "apply 7");
    tale.applied("");
}

#[test]
fn a_page_without_records_moves_the_cursor_all_the_same() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    tale.pulled(page(6, []), "apply 6");
    tale.applied("");
}

#[test]
fn another_access_means_to_begin_anew_however_it_is_heard_of() {
    let narrowed = |page: Page| Page { scope: SCOPE + 1, ..page };
    let ends = |tale: &mut Tale| {
        tale.pulled(narrowed(part(9, [9, 8])), "apply 9 before 8 anew, pull before 8");
        tale.applied("");
    };

    let mut by_page = Tale::in_step(5);
    by_page.on(woken(6, SCOPE), "pull after 5");
    by_page.pulled(narrowed(page(6, [6])), "pull first");
    ends(&mut by_page);

    let mut by_wake = Tale::in_step(5);
    by_wake.on(woken(5, SCOPE + 1), "pull first");
    ends(&mut by_wake);

    let mut during_a_pull = Tale::in_step(5);
    during_a_pull.on(woken(6, SCOPE), "pull after 5");
    during_a_pull.on(woken(6, SCOPE + 1), "");
    during_a_pull.pulled(page(6, [6]), "pull first");
    ends(&mut during_a_pull);
}

#[test]
fn a_late_word_of_an_earlier_access_is_left() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(5, SCOPE - 1), "");
}

#[test]
fn a_server_that_was_put_back_to_an_earlier_day_is_fetched_anew() {
    let mut tale = Tale::in_step(9);
    tale.on(Event::Connected(true), "pull after 9");
    tale.pulled(page(6, []), "pull first");
    tale.pulled(page(6, [6]), "apply 6 anew");
    tale.applied("");
}

#[test]
fn a_doubled_page_and_one_that_comes_late_are_left() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    let first = tale.errand("pull", HOME);
    tale.pulled(page(6, [6]), "apply 6");
    tale.pulled(page(6, [6]), "");
    tale.applied("");
    tale.applied("");
    tale.on(woken(8, SCOPE), "pull after 6");
    tale.on(Event::Pulled { errand: first, page: page(6, [6]), text: String::new() }, "");
    tale.pulled(page(8, [8]), "apply 8");
}

#[test]
fn a_page_that_leads_nowhere_is_asked_for_again_only_after_a_pause() {
    let of_other = Page { space: OTHER, ..page(9, [9]) };
    for broken in [of_other, part(9, []), part(9, [5])] {
        let mut tale = Tale::in_step(5);
        tale.on(woken(9, SCOPE), "pull after 5");
        let errand = tale.errand("pull", HOME);
        tale.on(Event::Pulled { errand, page: broken, text: String::new() }, "wait 1000");
        tale.on(Event::Ticked(1000), "pull after 5");
    }
}

#[test]
fn pages_of_a_space_that_was_closed_are_left_even_if_it_is_opened_again() {
    let mut tale = Tale::in_step(5);
    tale.on(woken(6, SCOPE), "pull after 5");
    let before = tale.errand("pull", HOME);
    tale.on(Event::Closed(HOME), "");
    tale.pulled(page(6, [6]), "");
    tale.on(opened(HOME, None, 0), "pull first");
    tale.on(Event::Pulled { errand: before, page: page(6, [6]), text: String::new() }, "");
    tale.on(Event::Closed(OTHER), "");
}

#[test]
fn an_access_that_ended_is_told_once() {
    let mut tale = Tale::in_step(5);
    let ended = || Event::Woken(vec![Live { space: HOME, head: 5, scope: None, closed: false }]);
    tale.on(ended(), "lost home");
    tale.on(ended(), "");
    tale.on(woken(9, SCOPE), "");
    tale.on(Event::Edited(HOME), "");
}
