//! What is refused, field by field: by the form before it is saved, by the server before it is kept.

use model::FaultCode::{
    Fixed, Missing, NotAllowed, NotNormal, NotWhole, TooBig, TooDeep, TooEarly, TooLarge, TooLate, TooLong, TooMany,
    TooSmall, UnknownField, UnknownKind, Unreadable,
};
use model::kind::{KINDS, checked_fields, edit_faults, kind_of};
use model::{Body, FaultCode};
use serde_json::{Value, json};

type Expected<'a> = &'a [(&'a str, FaultCode)];

/// Faults of `fields` as a new record of `kind`, or (`exists`) as a change of one.
#[track_caller]
fn check(kind: &str, exists: bool, fields: &Value, expected: Expected) {
    let body = Body::from_text(fields.to_string()).expect("JSON");
    let faults = edit_faults(kind, &body, exists);
    let found: Vec<(&str, FaultCode)> = faults.iter().map(|fault| (fault.field.as_str(), fault.code)).collect();
    let told: String = fields.to_string().chars().take(120).collect();
    assert_eq!(found, expected, "{kind} {told}");
}

/// A new contact with its name, and one more field.
#[track_caller]
fn check_contact(field: &str, value: Value, expected: Expected) {
    check("contact", false, &json!({"name": "Ann", field: value.clone()}), expected);
    check("contact", true, &json!({ field: value }), expected);
}

#[track_caller]
fn check_system(field: &str, value: Value, expected: Expected) {
    check("system", false, &json!({"name": "Geyser", field: value.clone()}), expected);
    check("system", true, &json!({ field: value }), expected);
}

#[test]
fn of_an_empty_letter_what_must_be_there_is_missing() {
    let rows: [(&str, Expected); 66] = [
        ("property", &[("name", Missing)]),
        ("zone", &[("name", Missing)]),
        ("system", &[("name", Missing)]),
        ("entry", &[("title", Missing), ("when", Missing)]),
        ("document", &[("title", Missing), ("file", Missing)]),
        ("contact", &[("name", Missing)]),
        ("certificate", &[("issued", Missing)]),
        ("warranty", &[("title", Missing)]),
        ("task", &[("title", Missing), ("due", Missing)]),
        ("item", &[("name", Missing)]),
        ("reading", &[("on", Missing)]),
        ("withdrawal", &[("of", Missing)]),
        ("import", &[("from", Missing)]),
        ("label", &[("token", Missing), ("system", Missing)]),
        ("remark", &[("about", Missing), ("text", Missing)]),
        ("deferral", &[("task", Missing), ("due", Missing)]),
        ("claim", &[("warranty", Missing), ("title", Missing), ("asked", Missing)]),
        ("inspection", &[("title", Missing), ("on", Missing)]),
        ("checklist", &[("name", Missing), ("points", Missing)]),
        ("request", &[("title", Missing)]),
        ("quote", &[("on", Missing), ("title", Missing), ("lines", Missing), ("provider.name", Missing)]),
        ("decision", &[("on", Missing), ("name", Missing), ("decided_at", Missing)]),
        ("appointment", &[("from", Missing)]),
        ("variation", &[("quote", Missing), ("on", Missing), ("title", Missing), ("lines", Missing)]),
        ("job_sheet", &[("completed_on", Missing)]),
        ("sign_off", &[("of", Missing), ("signed_at", Missing), ("name", Missing)]),
        ("invoice", &[("on", Missing), ("lines", Missing), ("provider.name", Missing)]),
        ("invoice_number", &[("of", Missing), ("number", Missing)]),
        ("payment", &[("of", Missing), ("on", Missing), ("cents", TooSmall)]),
        ("message", &[("text", Missing), ("sent_at", Missing)]),
        ("seen", &[]),
        ("confirmation", &[("body", Missing), ("how", Missing), ("name", Missing), ("confirmed_at", Missing)]),
        ("review", &[("of", Missing), ("reviewed_at", Missing), ("text", Missing), ("name", Missing)]),
        ("answer", &[("of", Missing), ("answered_at", Missing), ("text", Missing)]),
        ("consent", &[]),
        ("past", &[("text", Missing)]),
        ("firm", &[("name", Missing)]),
        ("price", &[("what", Missing)]),
        ("template", &[("name", Missing), ("lines", Missing)]),
        ("routine", &[("name", Missing), ("points", Missing)]),
        ("duty", &[("deal", Missing), ("member", Missing), ("on", Missing)]),
        ("time", &[("deal", Missing), ("member", Missing), ("on", Missing), ("minutes", TooSmall)]),
        ("scheme", &[("name", Missing)]),
        ("building", &[("name", Missing)]),
        ("unit", &[("number", Missing)]),
        ("siting", &[("unit", Missing), ("system", Missing)]),
        ("twin", &[("unit", Missing), ("held", Missing), ("own", Missing)]),
        ("standing", &[("unit", Missing), ("on", Missing)]),
        ("inventory", &[("unit", Missing), ("on", Missing)]),
        ("tally", &[("on", Missing)]),
        ("capital_item", &[("name", Missing)]),
        ("budget", &[("year", Missing)]),
        ("scenario", &[("name", Missing)]),
        ("capital_job", &[("item", Missing), ("on", Missing)]),
        ("vendor", &[("name", Missing)]),
        ("vendor_job", &[("vendor", Missing), ("title", Missing), ("finished", Missing)]),
        ("bundle", &[("title", Missing)]),
        ("joining", &[("bundle", Missing), ("unit", Missing), ("on", Missing)]),
        ("programme", &[("name", Missing), ("from", Missing), ("months", TooSmall), ("capacity", TooSmall)]),
        ("slot", &[("programme", Missing), ("system", Missing), ("unit", Missing), ("month", Missing)]),
        ("motion", &[("title", Missing), ("put_on", Missing)]),
        ("vote", &[("motion", Missing), ("member", Missing), ("name", Missing), ("at", Missing)]),
        ("ask", &[("title", Missing), ("on", Missing)]),
        ("dispute", &[("title", Missing)]),
        ("dispute_act", &[("party", Missing), ("text", Missing), ("at", Missing)]),
        ("statement", &[("party", Missing), ("text", Missing), ("at", Missing)]),
    ];
    assert_eq!(rows.len(), KINDS.len());
    for (kind, expected) in rows {
        check(kind, false, &json!({}), expected);
    }
    check("certificate", false, &json!({"type": "other", "issued": "2026"}), &[("title", Missing)]);
}

#[test]
fn text_may_be_of_any_script_but_not_empty_enormous_or_undrawable() {
    for name in ["😀", "גז", "مرحبا", "Ünïcode", "a\tb\nc"] {
        check("contact", false, &json!({ "name": name }), &[]);
    }
    for blank in ["", " ", "\u{a0}", "\n"] {
        check("contact", false, &json!({ "name": blank }), &[("name", Missing)]);
        check("contact", true, &json!({ "name": blank }), &[("name", Missing)]);
    }
    check_contact("trade", json!("😀".repeat(200)), &[]);
    check_contact("trade", json!("😀".repeat(201)), &[("trade", TooLong)]);
    check_contact("notes", json!("x".repeat(20_000)), &[]);
    check_contact("notes", json!("x".repeat(20_001)), &[("notes", TooLong)]);
    check_contact("notes", json!("x".repeat(70_000)), &[("fields", TooBig)]);
    check_contact("notes", json!("bell\u{7}"), &[("notes", NotNormal)]);
    check_contact("notes", json!("e\u{301}"), &[("notes", NotNormal)]);
    check_contact("email", json!("nobody"), &[("email", Unreadable)]);
}

#[test]
fn lists_have_an_end_and_their_parts_have_faults_of_their_own() {
    let registration = json!({"body": "PIRB", "number": "1"});
    check_contact("registrations", json!(vec![registration.clone(); 100]), &[]);
    check_contact("registrations", json!(vec![registration; 101]), &[("registrations", TooMany)]);
    check_contact("registrations", json!([{"body": "PIRB"}]), &[("registrations.number", Missing)]);
    let part =
        |quantity: i64| json!({"title": "x", "when": "2026", "parts": [{"name": "Valve", "quantity": quantity}]});
    check("entry", false, &part(1), &[]);
    check("entry", false, &part(0), &[("parts.quantity", TooSmall)]);
    check("entry", false, &part(-1), &[("parts.quantity", TooSmall)]);
}

#[test]
fn what_comes_round_comes_round_after_something() {
    let every = |by: &str, every: i64| json!({"recurrence": {"by": by, "every": every, "season": "before_cape_winter", "unit": "h"}});
    let rows: [(&str, i64, Expected); 8] = [
        ("month", 12, &[]),
        ("month", 0, &[("recurrence.every", TooSmall)]),
        ("week", -1, &[("recurrence.every", TooSmall)]),
        ("month", 1201, &[("recurrence.every", TooLarge)]),
        ("week", 5200, &[]),
        ("meter", 1_000_000_000_000, &[]),
        ("meter", 1_000_000_000_001, &[("recurrence.every", TooLarge)]),
        ("fortnight", 1, &[("recurrence", Unreadable)]),
    ];
    for (by, number, expected) in rows {
        check("task", true, &every(by, number), expected);
    }
    check("task", true, &json!({"recurrence": {"by": "season", "every": 1}}), &[("recurrence.season", Missing)]);
    check("task", true, &json!({"recurrence": {"by": "meter", "every": 1}}), &[("recurrence.unit", Missing)]);
    check("task", true, &json!({"lead_days": -1}), &[("lead_days", TooSmall)]);
    check("task", true, &json!({"parts": [{"name": "", "quantity": 1}]}), &[("parts.name", Missing)]);
}

#[test]
fn dates_lie_within_what_a_home_can_remember() {
    for date in ["1650", "2100-12-31", "2019-03~", "../1700"] {
        check_system("installed", json!(date), &[]);
    }
    for date in ["1600", "1649-12-31", "1000~"] {
        check_system("installed", json!(date), &[("installed", TooEarly)]);
    }
    for date in ["2199", "2101-01-01"] {
        check_system("installed", json!(date), &[("installed", TooLate)]);
    }
    for date in [json!("2026-02-30"), json!("yesterday"), json!(""), json!(2019), json!("0019"), json!(["2019"])] {
        check_system("installed", date, &[("installed", Unreadable)]);
    }
    check("task", true, &json!({"due": "1850-01-01"}), &[("due", TooEarly)]);
    // A house and its papers may be that old; what somebody tells of having done may not.
    for (kind, field) in [("entry", "when"), ("certificate", "issued"), ("warranty", "starts"), ("item", "bought")] {
        let whole = |date: &str| json!({"title": "x", "name": "x", "when": "2020", "issued": "2020", field: date});
        let fields = |date: &str| {
            let known = kind_of(kind).expect("a kind").fields;
            let mut fields = whole(date);
            fields.as_object_mut().expect("an object").retain(|name, _| known.contains(&name.as_str()));
            fields
        };
        check(kind, false, &fields("1900"), &[]);
        check(kind, false, &fields("1850"), &[(field, TooEarly)]);
        check(kind, false, &fields("2199"), &[(field, TooLate)]);
    }
    check("document", true, &json!({"dated": "1850"}), &[]);
    check("task", true, &json!({"due": "2026"}), &[("due", Unreadable)]);
    check("reading", false, &json!({"on": "2199-01-01"}), &[("on", TooLate)]);
    check("property", true, &json!({"year_built": 1600}), &[("year_built", TooSmall)]);
    check("property", true, &json!({"year_built": 2199}), &[("year_built", TooLarge)]);
}

#[test]
fn money_is_whole_cents_of_a_currency_and_not_negative() {
    let price = |cents: Value, currency: &str| json!({"cents": cents, "currency": currency});
    check_system("price", price(json!(0), "ZAR"), &[]);
    check_system("price", price(json!(-1), "ZAR"), &[("price", TooSmall)]);
    check_system("price", price(json!(100_000_000_001_i64), "ZAR"), &[("price", TooLarge)]);
    check_system("price", price(json!(1), "rand"), &[("price", NotAllowed)]);
    check_system("price", price(json!(1.5), "ZAR"), &[("price", NotWhole)]);
    check_system("price", price(json!("1"), "ZAR"), &[("price", Unreadable)]);
    check_system("price", json!({"cents": 1}), &[("price", Unreadable)]);
    check_system("price", json!(12), &[("price", Unreadable)]);
}

#[test]
fn numbers_are_whole_and_exact_for_every_reader() {
    check_system("life_years", json!(200), &[]);
    check_system("life_years", json!(0), &[("life_years", TooSmall)]);
    check_system("life_years", json!(201), &[("life_years", TooLarge)]);
    check_system("life_years", json!(12.0), &[("life_years", NotWhole)]);
    check_system("life_years", json!(9_007_199_254_740_992_i64), &[("life_years", NotWhole)]);
    check_system("life_years", json!(u64::MAX), &[("life_years", NotWhole)]);
    check("item", false, &json!({"name": "Drill", "quantity": -1}), &[("quantity", TooSmall)]);
    check("reading", false, &json!({"on": "2026-11-21", "value_milli": -1}), &[("value_milli", TooSmall)]);
}

#[test]
fn what_no_letter_has_is_refused_by_its_name() {
    check("drone", false, &json!({"name": "x"}), &[("kind", UnknownKind)]);
    check("drone", true, &json!({}), &[("kind", UnknownKind)]);
    check("", false, &json!({}), &[("kind", UnknownKind)]);
    check_contact("shoe_size", json!(44), &[("shoe_size", UnknownField)]);
    check_contact("shoe_size", json!(1.5), &[("shoe_size", UnknownField), ("shoe_size", NotWhole)]);
    // Found by `cargo dev fuzz`: the sender's own name for a field is repeated only where it names one.
    check_contact("", json!(44), &[("fields", UnknownField)]);
    check_contact(&"x".repeat(101), json!(1.5), &[("fields", UnknownField), ("fields", NotWhole)]);
    check_contact("role", json!("wizard"), &[("role", Unreadable)]);
    check_contact("name", json!(5), &[("name", Unreadable)]);
    check_contact("deleted", json!("yes"), &[("deleted", Unreadable)]);
    check("entry", false, &json!({"title": "x", "when": "2026", "deleted": true}), &[("deleted", UnknownField)]);
    for no_object in [json!([]), json!(5), json!("x"), Value::Null] {
        check("contact", false, &no_object, &[("fields", Unreadable)]);
    }
}

#[test]
fn nesting_has_an_end() {
    let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!([inner]));
    check_contact("notes", nested(8), &[("notes", Unreadable)]);
    check_contact("notes", nested(9), &[("notes", TooDeep)]);
    check_contact("notes", nested(100), &[("notes", TooDeep)]);
    let bottomless = format!(r#"{{"name":{}1{}}}"#, "[".repeat(1000), "]".repeat(1000));
    let body = Body::from_text(bottomless).expect("it is JSON, if deeper than anybody reads");
    assert_eq!(edit_faults("contact", &body, false)[0].code, Unreadable);
}

#[test]
fn a_field_that_is_named_twice_is_checked_as_it_is_kept() {
    let body = |text: &str| Body::from_text(text.to_owned()).expect("JSON");
    assert_eq!(edit_faults("contact", &body(r#"{"name":"Ann","name":""}"#), false)[0].code, Missing);
    assert_eq!(edit_faults("contact", &body(r#"{"name":"","name":"Ann"}"#), false), []);
    let fields = checked_fields("contact", &body(r#"{"name":"","name":"Ann"}"#), false).expect("nothing is wrong");
    assert_eq!(Value::Object(fields), json!({"name": "Ann"}));
}

#[test]
fn files_are_known_by_their_hash_and_bounded() {
    type Change = fn(&mut Value);
    let file = |change: Change| {
        let mut file = json!({
            "hash": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "name": "a.jpg", "media": "image/jpeg", "size": 1, "width": 10, "height": 10,
        });
        change(&mut file);
        json!([file])
    };
    let rows: [(Change, Expected); 9] = [
        (|_| {}, &[]),
        (|file| file["size"] = json!(0), &[("files.size", TooSmall)]),
        (|file| file["size"] = json!(25 * 1024 * 1024 + 1), &[("files.size", TooLarge)]),
        (|file| file["width"] = json!(12_001), &[("files.width", TooLarge)]),
        (|file| (file["width"], file["height"]) = (json!(12_000), json!(12_000)), &[("files.height", TooLarge)]),
        (|file| file["media"] = json!("text/html; x=<b>"), &[("files.media", NotAllowed)]),
        (|file| file["name"] = json!(""), &[("files.name", Missing)]),
        (|file| file["hash"] = json!("BA78"), &[("files", Unreadable)]),
        (|file| file["size"] = json!(-1), &[("files", Unreadable)]),
    ];
    for (change, expected) in rows {
        check_system("files", file(change), expected);
    }
}

#[test]
fn a_fact_that_is_there_is_never_changed() {
    for kind in ["entry", "certificate", "reading", "withdrawal"] {
        check(kind, true, &json!({"notes": "x"}), &[("id", Fixed)]);
    }
}

#[test]
fn a_change_answers_for_its_own_fields_only() {
    check("contact", true, &json!({"phone": "021 555 0100"}), &[]);
    check("contact", true, &json!({"phone": null}), &[]);
    check("contact", true, &json!({"name": null}), &[("name", Missing)]);
    check("contact", true, &json!({}), &[]);
    check("task", true, &json!({"title": "Sweep"}), &[]);
    check("document", true, &json!({"title": "Plan", "dated": "2199"}), &[("dated", TooLate)]);
    // Two fields that cannot be read hide each other's faults, and both are named.
    check(
        "system",
        true,
        &json!({"installed": "x", "price": 1, "name": ""}),
        &[("installed", Unreadable), ("price", Unreadable)],
    );
}

#[test]
fn a_label_has_a_token_of_sixteen_bytes() {
    let system = "01932f1e-7c00-7000-8000-000000000001";
    let label = |token: &str| json!({"token": token, "system": system});
    check("label", false, &label("MDEyMzQ1Njc4OWFiY2RlZg"), &[]);
    for token in ["x", "MDEyMzQ1Njc4OWFiY2RlZh", "MDEyMzQ1Njc4OWFiY2Rl/g", &"A".repeat(23)] {
        check("label", false, &label(token), &[("token", Unreadable)]);
    }
    check("label", true, &json!({"replaced": true}), &[]);
    check("label", true, &json!({"token": ""}), &[("token", Missing)]);
}

#[test]
fn a_piece_of_a_past_has_a_place_and_a_text() {
    check("past", false, &json!({"part": 3, "text": "{}"}), &[]);
    check("past", false, &json!({"text": "{}"}), &[]);
    check("past", false, &json!({"part": -1, "text": "{}"}), &[("part", TooSmall)]);
    check("past", false, &json!({"part": "3", "text": 4}), &[("part", Unreadable), ("text", Unreadable)]);
    check("past", true, &json!({"text": "other"}), &[("id", Fixed)]);
}

#[test]
fn the_lines_of_a_paper_are_told_apart_and_five_hundred_of_them_fit() {
    let line = |id: usize| json!({"id": id.to_string(), "what": "Brass elbow 22 mm", "quantity": 2000, "price": 12_345, "vat": "standard"});
    let quote =
        |lines: Vec<Value>| json!({"title": "A", "on": "2026-11-27", "lines": lines, "provider": {"name": "Ann"}});
    check("quote", false, &quote((0..500).map(line).collect()), &[]);
    check("quote", false, &quote((0..501).map(line).collect()), &[("lines", TooMany)]);
    check("quote", false, &quote(vec![line(1), line(1)]), &[("lines.id", FaultCode::Contradicts)]);
    let with = |field: &str, value: Value| {
        let mut line = line(1);
        line[field] = value;
        quote(vec![line])
    };
    check("quote", false, &with("price", json!(-5000)), &[]);
    check("quote", false, &with("quantity", json!(0)), &[("lines.quantity", TooSmall)]);
    check("quote", false, &with("discount", json!(-1)), &[("lines.discount", TooSmall)]);
    check("quote", false, &with("option", json!("best")), &[("lines.option", NotAllowed)]);
    let estimate = json!({"id": "1", "what": "A", "quantity": 1000, "price": 5, "from": 10, "to": 9});
    check("quote", false, &quote(vec![estimate]), &[("lines.to", TooSmall)]);
    let invoice =
        json!({"on": "2026-11-27", "lines": [line(1)], "provider": {"name": "Ann"}, "pay_link": "javascript:alert(1)"});
    check("invoice", false, &invoice, &[("pay_link", NotAllowed)]);
}

#[test]
fn what_a_firm_keeps_has_its_limits() {
    let id = "01932f1e-7c00-7000-8000-000000000001";
    let with = |before: &Value, field: &str, value: Value| {
        let mut fields = before.clone();
        fields[field] = value;
        fields
    };
    let firm = json!({"name": "Ann's Plumbing"});
    check("firm", false, &with(&firm, "email", json!("nobody")), &[("email", Unreadable)]);
    check(
        "firm",
        false,
        &with(&firm, "registrations", json!([{"body": "PIRB"}])),
        &[("registrations.number", Missing)],
    );
    check(
        "firm",
        false,
        &with(&firm, "bank", json!({"bank": "FNB"})),
        &[("bank.holder", Missing), ("bank.account", Missing)],
    );
    let price = json!({"what": "Labour"});
    check("price", false, &with(&price, "price", json!(-1)), &[("price", TooSmall)]);
    check("price", false, &with(&price, "minutes", json!(43_201)), &[("minutes", TooLarge)]);
    let template = json!({"name": "Geyser", "lines": [{"id": "1", "what": "Geyser", "quantity": 1000, "price": 1}]});
    check("template", false, &with(&template, "deposit_percent", json!(101)), &[("deposit_percent", TooLarge)]);
    check("template", false, &with(&template, "valid_days", json!(-1)), &[("valid_days", Unreadable)]);
    check("routine", false, &json!({"name": "A", "points": [{"title": ""}]}), &[("points.title", Missing)]);
    let duty = json!({"deal": id, "member": id, "on": "2026-11-27"});
    check("duty", false, &with(&duty, "start_minutes", json!(1439)), &[]);
    check("duty", false, &with(&duty, "start_minutes", json!(1440)), &[("start_minutes", TooLarge)]);
    check("duty", false, &with(&duty, "order", json!(-1)), &[("order", TooSmall)]);
    let time = with(&duty, "minutes", json!(0));
    check("time", false, &time, &[("minutes", TooSmall)]);
    check("time", false, &with(&time, "amends", json!(id)), &[]);
    check("time", false, &with(&duty, "minutes", json!(1441)), &[("minutes", TooLarge)]);
    check("time", true, &time, &[("id", Fixed)]);
}
