//! The page to read: nothing on it runs, nothing on it comes from elsewhere, every link leads to a file of the archive.

use crate::round::{contents, written};
use crate::server::home;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

#[test]
fn the_page_stands_alone_and_shows_text_as_text() {
    let mut links_seen = 0;
    for seed in 0..60 {
        let zip = written(&home(seed), &contents());
        let mut zip = archive::zip::Zip::open(Cursor::new(zip)).expect("a zip");
        let names: BTreeSet<String> = zip.entries().iter().map(|entry| entry.name.clone()).collect();
        let mut page = String::new();
        let number = zip.find("README.html").expect("the page");
        zip.unpack(number).expect("an entry").read_to_string(&mut page).expect("UTF-8");
        for found in ["<script", "</style>&", "http://", "https://", "javascript:", " onerror", "@import", "url("] {
            assert!(!page.contains(found), "seed {seed}: {found}");
        }
        assert_eq!(page.matches("</style>").count(), 1);
        for link in links(&page) {
            let is_own = link.starts_with('#') || link.starts_with("tel:") || link.starts_with("mailto:");
            assert!(is_own || names.contains(&decoded(&link)), "seed {seed}: {link}");
            if let Some(anchor) = link.strip_prefix('#') {
                assert!(page.contains(&format!("id=\"{anchor}\"")), "seed {seed}: {link}");
            }
            links_seen += 1;
        }
        balanced(&page);
    }
    assert!(links_seen > 500, "{links_seen}");
}

/// The values of all `href` and `src`.
fn links(page: &str) -> Vec<String> {
    let after =
        |name: &'static str| page.split(name).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
    after("href=\"").chain(after("src=\"")).collect()
}

fn decoded(link: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = link.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().expect("two digits")).to_digit(16).expect("a digit");
        bytes.push(if byte == b'%' { (digit() * 16 + digit()) as u8 } else { byte });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Checks that every element that is opened is closed, in order.
fn balanced(page: &str) {
    let body = &page[page.find("<body>").expect("a body")..];
    let mut open: Vec<&str> = Vec::new();
    for tag in body.split('<').skip(1) {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '/').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some("html") => {}
            Some(name) => assert_eq!(open.pop(), Some(name), "{tag}"),
            None if matches!(name, "img" | "br") => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}
