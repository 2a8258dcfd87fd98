//! A real SMTP server that keeps what it gets.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context, Result, ensure};

use super::{free_port, tied};
use crate::{install, place};

/// A running mail server; dropping it stops it and removes its mails.
pub(crate) struct Mail {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Mail {
    /// Starts a server without encryption or sign-in.
    pub(crate) fn start() -> Result<Self> {
        let python = install::python()?;
        let port = free_port()?;
        let folder = std::env::temp_dir().join(format!("codessa-mail-{}-{port}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let mut server = tied(&python);
        server.arg(place::tools().join("smtp.py")).arg(&folder).arg(port.to_string());
        let server =
            server.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("the mail server cannot be started")?;
        let mut mail = Self { server, folder, port };
        let said = mail.server.stdout.take().context("its output is piped")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        ensure!(line.trim() == port.to_string(), "the mail server ended before it was ready");
        Ok(mail)
    }

    /// Where to send mails.
    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Where they are found: files `*.eml` with `MAIL FROM:` and `RCPT TO:` lines, an empty line, and the mail.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Mail {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_mail_that_is_sent_is_found_in_the_folder() {
        let mail = Mail::start().expect("the mail server starts");
        let mut stream = TcpStream::connect(("127.0.0.1", mail.port)).expect("it listens");
        let lines = "HELO test\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n";
        let mut answers = BufReader::new(stream.try_clone().expect("the stream is open"));
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("it greets");
        for line in lines.split_inclusive("\r\n").chain(["Subject: Test\r\n\r\nWords.\r\n.\r\n", "QUIT\r\n"]) {
            stream.write_all(line.as_bytes()).expect("the stream is open");
            answers.read_line(&mut answer).expect("it answers");
        }
        answers.read_to_string(&mut answer).expect("it closes");
        let text = std::fs::read_to_string(mail.folder().join("000001.eml")).expect(&answer);
        assert!(text.starts_with("MAIL FROM:a@example.org\r\nRCPT TO:b@example.org\r\n\r\n"), "{text}");
        assert!(text.contains("Subject: Test\r\n\r\nWords."), "{text}");
    }
}
