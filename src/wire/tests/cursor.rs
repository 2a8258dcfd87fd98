//! Where a device stands after a page, by what it asked and what came.

use model::{Body, DeviceId, Edit, EditKey, Record, RecordId, SpaceId, Stamp};
use wire::pull::Ask;
use wire::{Cursor, Page};

fn page(head: u64, more: bool, revs: &[u64]) -> Page {
    let edit = Edit {
        key: EditKey::default(),
        id: RecordId::default(),
        kind: "contact".into(),
        stamp: Stamp { at_ms: 1, count: 0, device: DeviceId(1) },
        fields: Body::default(),
    };
    let records = revs.iter().map(|rev| Record { rev: *rev, ..Record::first(&edit) }).collect();
    Page { space: SpaceId::default(), scope: 3, head, more, total: 9, records }
}

fn cursor(after: u64, before: Option<u64>) -> Cursor {
    Cursor { after, before, scope: 3 }
}

#[test]
fn a_cursor_moves_by_what_came() {
    let rows = [
        ("an empty space", None, Ask::First, page(0, false, &[]), cursor(0, None)),
        ("all in one page", None, Ask::First, page(9, false, &[9, 4]), cursor(9, None)),
        ("the newest of many", None, Ask::First, page(9, true, &[9, 7]), cursor(9, Some(7))),
        ("anew", Some(cursor(90, Some(5))), Ask::First, page(9, true, &[9, 7]), cursor(9, Some(7))),
        ("further back", Some(cursor(9, Some(7))), Ask::Between(0, 7), page(12, true, &[6, 3]), cursor(9, Some(3))),
        ("a piece", Some(cursor(9, Some(7))), Ask::Between(2, 7), page(12, false, &[6, 3]), cursor(9, Some(3))),
        ("an empty piece", Some(cursor(9, Some(7))), Ask::Between(2, 7), page(12, false, &[]), cursor(9, Some(3))),
        ("a part of a piece", Some(cursor(9, Some(7))), Ask::Between(2, 7), page(12, true, &[6]), cursor(9, Some(6))),
        ("the last piece", Some(cursor(9, Some(3))), Ask::Between(0, 3), page(12, false, &[1]), cursor(9, None)),
        (
            "a piece that is here",
            Some(cursor(9, Some(3))),
            Ask::Between(4, 7),
            page(12, true, &[6]),
            cursor(9, Some(3)),
        ),
        ("a piece when all is here", Some(cursor(9, None)), Ask::Between(4, 7), page(12, false, &[6]), cursor(9, None)),
        ("the oldest", Some(cursor(9, Some(3))), Ask::Between(0, 3), page(12, false, &[1]), cursor(9, None)),
        ("nothing older", Some(cursor(9, Some(3))), Ask::Between(0, 3), page(12, false, &[]), cursor(9, None)),
        ("some of the new", Some(cursor(9, Some(3))), Ask::After(9), page(20, true, &[11, 15]), cursor(15, Some(3))),
        ("the rest of the new", Some(cursor(15, None)), Ask::After(15), page(20, false, &[18]), cursor(20, None)),
        ("nothing for this member", Some(cursor(15, None)), Ask::After(15), page(20, false, &[]), cursor(20, None)),
        ("less than is here already", Some(cursor(30, None)), Ask::After(15), page(20, false, &[18]), cursor(30, None)),
        ("a part of what is here", Some(cursor(30, None)), Ask::After(15), page(40, true, &[18]), cursor(30, None)),
    ];
    for (what, before, ask, page, expected) in rows {
        assert_eq!(page.advance(before, ask), expected, "{what}");
    }
}
