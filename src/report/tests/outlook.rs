//! The suppliers' list for other programs.

use report::outlook::{Line, csv};
use words::Language;

fn line(suburb: &str, quantity: u64) -> Line {
    let (month, published) = ("2027-01".into(), "2026-12".into());
    Line { month, suburb: suburb.into(), family: "Geyser: Anode".into(), quantity, published }
}

#[test]
fn a_line_for_each_figure_and_no_cell_that_a_program_would_work_out() {
    let words = Language::default().words();
    let rows = [
        ("Rondebosch, Cape Town", "2027-01,\"Rondebosch, Cape Town\",Geyser: Anode,30,2026-12"),
        ("=1+1", "2027-01,'=1+1,Geyser: Anode,30,2026-12"),
        ("@sum(a1)", "2027-01,'@sum(a1),Geyser: Anode,30,2026-12"),
        ("-2\"x\"", "2027-01,\"'-2\"\"x\"\"\",Geyser: Anode,30,2026-12"),
        ("＝1", "2027-01,'＝1,Geyser: Anode,30,2026-12"),
    ];
    for (suburb, expected) in rows {
        let text = csv(words, &[line(suburb, 30)]);
        assert_eq!(text, format!("\u{feff}Month,Suburb,Part,Pieces,Published\r\n{expected}\r\n"));
    }
    assert_eq!(csv(words, &[]).lines().count(), 1);
}
