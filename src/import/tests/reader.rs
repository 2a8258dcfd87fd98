//! Every reader against its corpus.

mod bad;
mod check;
mod mutate;

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
    check("table/plain.txt", &["table/plain.csv"], &Answers::default());
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

#[test]
fn a_homebox_collection_is_read_with_its_files_and_what_was_done() {
    check("homebox/collection.txt", &["homebox/collection.zip"], &Answers::default());
}

#[test]
fn chats_of_both_sorts_of_phone_are_read_with_their_photos() {
    check("whatsapp/android.txt", &["whatsapp/android.zip"], &Answers::default());
    check(
        "whatsapp/ios.txt",
        &["whatsapp/_chat.txt", "whatsapp/00000012-PHOTO-2024-04-03-18-05-30.jpg"],
        &Answers::default(),
    );
}

#[test]
fn grocy_lists_are_read_together() {
    let files = ["equipment", "chores", "chores_log", "tasks"].map(|name| format!("grocy/{name}.json"));
    check("grocy/all.txt", &files.each_ref().map(String::as_str), &Answers::default());
}

#[test]
fn the_folder_of_dumbassets_is_read() {
    check(
        "dumbassets/folder.txt",
        &["dumbassets/subAssets.json", "dumbassets/assets.json", "dumbassets/inv.jpg"],
        &Answers::default(),
    );
}

#[test]
fn every_sheet_of_a_workbook_is_a_table_whatever_it_says_of_its_size() {
    check("xlsx/estate.txt", &["xlsx/estate.xlsx"], &Answers::default());
}
