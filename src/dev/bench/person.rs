//! A person with a session as in real life: signed in with a mailed code, a member of one home.

use std::path::Path;

use anyhow::{Context, Result};

use super::http::Connection;
use super::letter;
use super::server::Server;

/// Somebody who is signed in, on a connection of their own.
pub(super) struct Person {
    connection: Connection,
    push_path: String,
    pull_path: String,
    /// Revisions of the home so far.
    head: u64,
    /// Pulls so far, from which the next place to pull from is drawn.
    pulls: u64,
}

/// Edits of one push when a home is filled.
const EDITS_MAX: usize = 2_000;
/// Records of one pulled page.
pub(super) const PAGE: u64 = 10;

impl Person {
    /// Signs in as a new account, with one home that is empty.
    pub(super) fn sign_in(server: &Server, name: &str) -> Result<Self> {
        Self::arrive(server, name, "Accept-Encoding: gzip, br\r\n")
    }

    /// The same, of whom every answer can be read as it comes.
    pub(super) fn sign_in_plainly(server: &Server, name: &str) -> Result<Self> {
        Self::arrive(server, name, "")
    }

    fn arrive(server: &Server, name: &str, takes: &str) -> Result<Self> {
        let headers = format!("Origin: {}\r\nSec-Fetch-Site: same-origin\r\n{takes}", server.origin());
        let email = format!("{name}@example.org");
        let mut connection = Connection::open(server.port(), &headers)?;
        let asked = connection.ask_well("POST", "/api/auth/code", &format!(r#"{{"email":"{email}"}}"#))?;
        let code = code(&server.mails(), &email)?;
        let mut verify = Connection::open(server.port(), &format!("{headers}{}", cookie_line(&asked.cookies)))?;
        let signed_in = verify.ask_well("POST", "/api/auth/code/verify", &format!(r#"{{"code":"{code}"}}"#))?;
        let session: Vec<String> = signed_in.cookies.into_iter().filter(|line| !line.contains("Max-Age=0;")).collect();
        connection.add_headers(&cookie_line(&session));
        let home = letter::id();
        connection.ask_well("POST", "/api/spaces", &format!(r#"{{"id":"{home}"}}"#))?;
        let path = format!("/api/spaces/{home}");
        Ok(Self { connection, push_path: format!("{path}/push"), pull_path: format!("{path}/pull"), head: 0, pulls: 0 })
    }

    /// Fills the home up to so many records.
    pub(super) fn fill(&mut self, records: u64) -> Result<()> {
        while self.head < records {
            let edits = EDITS_MAX.min(usize::try_from(records - self.head)?);
            self.push(edits)?;
        }
        Ok(())
    }

    /// Sends one push of so many new entries, and waits until they are on disk.
    pub(super) fn push(&mut self, edits: usize) -> Result<()> {
        let answer = self.connection.ask_well("POST", &self.push_path, &letter::push(edits))?;
        // A refused edit would be cheaper than an accepted one.
        let refused = answer.body.windows(9).any(|window| window == b"\"refused\"");
        anyhow::ensure!(!refused, "an edit was refused: {}", String::from_utf8_lossy(&answer.body));
        self.head += edits as u64;
        Ok(())
    }

    /// Asks for anything else; the body of the answer.
    pub(super) fn ask(&mut self, method: &str, path: &str, body: &str) -> Result<String> {
        let answer = self.connection.ask_well(method, path, body)?;
        Ok(String::from_utf8_lossy(&answer.body).into_owned())
    }

    /// Fetches a page of ten records from somewhere in the home's history.
    pub(super) fn pull(&mut self) -> Result<()> {
        self.pulls += 1;
        let after = letter::scattered(self.pulls) % self.head.saturating_sub(PAGE).max(1);
        let answer = self.connection.ask_well("GET", &format!("{}?after={after}&limit={PAGE}", self.pull_path), "")?;
        anyhow::ensure!(answer.body.len() > 200, "a page without records");
        Ok(())
    }
}

/// Signs in so many people.
pub(super) fn people(server: &Server, count: usize) -> Result<Vec<Person>> {
    (0..count).map(|number| Person::sign_in(server, &format!("person.{number}"))).collect()
}

/// Has every person's home filled up to so many records, a few at a time.
pub(super) fn fill(people: &mut [Person], records: u64) -> Result<()> {
    let share = people.len().div_ceil(4);
    std::thread::scope(|scope| {
        let fillers: Vec<_> = people
            .chunks_mut(share)
            .map(|some| scope.spawn(move || some.iter_mut().try_for_each(|person| person.fill(records))))
            .collect();
        fillers.into_iter().try_for_each(|filler| filler.join().expect("filling does not panic"))
    })
}

fn cookie_line(cookies: &[String]) -> String {
    let pairs: Vec<&str> = cookies.iter().filter_map(|line| line.split(';').next()).collect();
    format!("Cookie: {}\r\n", pairs.join("; "))
}

/// The code in the latest mail to an address. A mail is there before its request is answered.
fn code(mails: &Path, email: &str) -> Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(mails)?.flatten().map(|file| file.path()).collect();
    files.sort();
    let to = format!("To: {email}\n");
    for file in files.iter().rev() {
        let mail = std::fs::read_to_string(file)?;
        if mail.starts_with(&to) {
            let word = |word: &&str| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
            return mail.split_whitespace().find(word).map(str::to_owned).context("a mail has a code");
        }
    }
    anyhow::bail!("no mail to {email}")
}
