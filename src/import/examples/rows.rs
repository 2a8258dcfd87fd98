//! How long Homebox's table of 20,000 things takes from bytes to proposals.

use import::input::Input;
use import::talk::Answers;
use import::{Batch, Settings};
use model::Date;
use std::fmt::Write;
use std::time::Instant;

const ROWS: usize = 20_000;

fn main() {
    let mut text = String::from(
        "HB.purchase_date,HB.warranty_expires,HB.sold_date,HB.import_ref,HB.parent_import_ref,HB.url,HB.name,HB.description,HB.notes,HB.purchase_from,HB.manufacturer,HB.model_number,HB.serial_number,HB.warranty_details,HB.sold_to,HB.sold_notes,HB.location,HB.tags,HB.asset_id,HB.quantity,HB.purchase_price,HB.sold_price,HB.archived,HB.insured,HB.lifetime_warranty,HB.field.Colour\n",
    );
    for row in 0..ROWS {
        let (month, unit) = (row % 12 + 1, row % 400);
        writeln!(
            text,
            "2019-{month:02}-14,2024-{month:02}-14,,ref-{row},,https://hb.example/item/8f1d2c3b-0000-4000-8000-{row:012},Thing number {row},\"Beside the door, left\",\"Bought second-hand\nworks well\",Builders Warehouse,Kwikot,K-{month},SN-{row},Tank only,,,Estate / Unit {unit} / Kitchen,plumbing; water,000-{unit:03},1,{row}.50,0,false,true,false,White"
        )
        .expect("text");
    }
    let bytes = text.into_bytes();
    println!("{ROWS} rows, {} KB", bytes.len() / 1024);
    let today = Date::of(2026, 11, 26).expect("a day");
    let settings = Settings { words: words::Language::EnZa.words(), currency: "ZAR", today };
    for _ in 0..3 {
        let input = Input { name: "rows.csv".into(), content: Box::new(bytes.clone()) };
        let began = Instant::now();
        let batch = Batch::open(vec![input]);
        let opened = began.elapsed();
        let found = batch.found(&Answers::default(), today);
        let shown = began.elapsed();
        let proposals = batch.proposals(&Answers::default(), &settings);
        println!(
            "opened {} ms, found {} ms, {} proposals of {} rows {} ms; in all {} ms",
            opened.as_millis(),
            (shown - opened).as_millis(),
            proposals.proposals.len(),
            found.files[0].rows,
            (began.elapsed() - shown).as_millis(),
            began.elapsed().as_millis(),
        );
    }
    // Linux tells what the process has used at most.
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("{line}"));
    }
}
