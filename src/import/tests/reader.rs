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

#[test]
fn warracker_tables_of_both_generations_are_read() {
    check("warracker/template.txt", &["warracker/template.csv"], &Answers::default());
    check("warracker/export.txt", &["warracker/export.csv"], &Answers::default());
}

#[test]
fn dumbassets_export_and_template_are_read_with_their_files() {
    check(
        "dumbassets/export.txt",
        &["dumbassets/export.csv", "dumbassets/inv.jpg", "dumbassets/inv.pdf"],
        &Answers::default(),
    );
    check("dumbassets/template.txt", &["dumbassets/template.csv"], &Answers::default());
}

#[test]
fn lubelogger_has_a_table_for_each_sort_of_record() {
    let files = ["service_records", "repair_records", "tax", "supply", "plan", "equipment"];
    let files = files.map(|name| format!("lubelogger/{name}.csv"));
    check("lubelogger/all.txt", &files.each_ref().map(String::as_str), &Answers::default());
}

#[test]
fn atlas_tables_name_each_other() {
    let files = ["work_orders", "assets", "preventive", "locations"].map(|name| format!("atlas/{name}.csv"));
    check("atlas/all.txt", &files.each_ref().map(String::as_str), &Answers::default());
}

#[test]
fn nines_assets_are_read() {
    check("nines/assets.txt", &["nines/assets.csv"], &Answers::default());
}
