//! Every reader against its corpus.

mod check;

use check::check;
use import::talk::Answers;

#[test]
fn homebox_tables_of_both_generations_are_read() {
    check("homebox/new.txt", &["homebox/new.csv"], &Answers::default());
    check("homebox/old.txt", &["homebox/old.csv"], &Answers::default());
}

#[test]
fn a_table_that_somebody_kept_is_read() {
    check("table/inventory.txt", &["table/inventory.csv"], &Answers::default());
    check("table/work.txt", &["table/inventory.csv", "table/work.csv"], &Answers::default());
    check("table/contacts.txt", &["table/contacts.csv"], &Answers::default());
}
