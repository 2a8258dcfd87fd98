//! Which accounts belong together.

use model::AccountId;
use model::estate::holder::{mailbox, together};
use uuid::Uuid;

fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

/// For each account the number of who stands for it.
fn stands(ties: &[(&str, u128)]) -> Vec<(u128, u128)> {
    let ties: Vec<_> = ties.iter().map(|(tie, number)| ((*tie).to_owned(), account(*number))).collect();
    together(&ties).into_iter().map(|(one, other)| (one.0.as_u128(), other.0.as_u128())).collect()
}

#[test]
fn who_has_something_in_common_is_one_also_by_others() {
    assert_eq!(stands(&[]), []);
    assert_eq!(stands(&[("a", 1), ("b", 2)]), [(1, 1), (2, 2)]);
    assert_eq!(stands(&[("a", 2), ("a", 1)]), [(1, 1), (2, 1)]);
    // Two homes, and one who owns a part of both.
    assert_eq!(stands(&[("a", 3), ("b", 2), ("a", 9), ("b", 9), ("c", 4)]), [(2, 2), (3, 2), (4, 4), (9, 2)]);
    // Chains that meet late, in any order.
    let chain = [("a", 8), ("a", 7), ("b", 6), ("b", 5), ("c", 7), ("c", 6), ("d", 1), ("d", 8)];
    assert_eq!(stands(&chain), [1, 5, 6, 7, 8].map(|number| (number, 1)));
}

#[test]
fn a_mailbox_is_one_by_all_of_its_addresses() {
    for (email, expected) in [
        ("ann@example.org", "ann@example.org"),
        ("Ann+9@Example.org", "ann@example.org"),
        ("ann+a+b@example.org", "ann@example.org"),
        ("ann", "ann@"),
    ] {
        assert_eq!(mailbox(email), expected);
    }
}
