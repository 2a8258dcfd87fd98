//! HTTP/1.1 over one kept connection: as much of it as servers on this machine speak, and little enough to leave them the processor.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// How long an answer may take; a server under load answers much sooner.
const ANSWER_MAX: Duration = Duration::from_secs(120);

/// A connection that was left alone for longer is opened anew: servers close it some time, without saying so.
const LEFT_MAX: Duration = Duration::from_secs(5);

/// A connection with the headers that every request on it has.
pub(super) struct Connection {
    stream: BufReader<TcpStream>,
    port: u16,
    used: Instant,
    headers: String,
    request: Vec<u8>,
}

/// What a server answered.
pub(super) struct Answer {
    /// The status.
    pub(super) status: u16,
    /// Values of `Set-Cookie`.
    pub(super) cookies: Vec<String>,
    /// The body as it was sent, compressed if that was allowed.
    pub(super) body: Vec<u8>,
}

impl Connection {
    /// Connects to a port of this machine. `headers` are whole lines.
    pub(super) fn open(port: u16, headers: &str) -> Result<Self> {
        let headers = format!("Host: localhost:{port}\r\n{headers}");
        Ok(Self { stream: connect(port)?, port, used: Instant::now(), headers, request: Vec::new() })
    }

    /// Adds lines to the headers of every request from now on.
    pub(super) fn add_headers(&mut self, lines: &str) {
        self.headers.push_str(lines);
    }

    /// Sends a request with a body of JSON, or none, and reads the whole answer.
    pub(super) fn ask(&mut self, method: &str, path: &str, body: &str) -> Result<Answer> {
        if self.used.elapsed() > LEFT_MAX {
            self.stream = connect(self.port)?;
        }
        self.request.clear();
        let headers = &self.headers;
        write!(self.request, "{method} {path} HTTP/1.1\r\n{headers}")?;
        if method != "GET" {
            write!(self.request, "Content-Type: application/json\r\nContent-Length: {}\r\n", body.len())?;
        }
        write!(self.request, "\r\n{body}")?;
        self.stream.get_mut().write_all(&self.request)?;
        let answer = self.answer().with_context(|| format!("{method} {path}"))?;
        self.used = Instant::now();
        Ok(answer)
    }

    /// The same, and anything but success is an error.
    pub(super) fn ask_well(&mut self, method: &str, path: &str, body: &str) -> Result<Answer> {
        let answer = self.ask(method, path, body)?;
        let told = || String::from_utf8_lossy(&answer.body).chars().take(300).collect::<String>();
        ensure!((200..300).contains(&answer.status), "{method} {path} was answered with {}: {}", answer.status, told());
        Ok(answer)
    }

    fn answer(&mut self) -> Result<Answer> {
        let status = self.line()?;
        let status = status.split(' ').nth(1).and_then(|status| status.parse().ok());
        let mut answer =
            Answer { status: status.context("an answer has a status")?, cookies: Vec::new(), body: Vec::new() };
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "transfer-encoding" => chunked = value.trim().eq_ignore_ascii_case("chunked"),
                "set-cookie" => answer.cookies.push(value.trim().to_owned()),
                _ => {}
            }
        }
        if chunked {
            while self.chunk(&mut answer.body)? {}
        } else {
            self.read(length, &mut answer.body)?;
        }
        Ok(answer)
    }

    /// A chunk with its end. Whether another may follow.
    fn chunk(&mut self, body: &mut Vec<u8>) -> Result<bool> {
        let size = self.line()?;
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16)?;
        self.read(size, body)?;
        ensure!(self.line()?.is_empty(), "a chunk ends with an empty line");
        Ok(size > 0)
    }

    fn read(&mut self, size: usize, body: &mut Vec<u8>) -> Result<()> {
        let before = body.len();
        body.resize(before + size, 0);
        Ok(self.stream.read_exact(&mut body[before..])?)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            bail!("the server closed the connection");
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

fn connect(port: u16) -> Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(ANSWER_MAX))?;
    Ok(BufReader::with_capacity(16 * 1024, stream))
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn answers_of_both_sorts_are_read_and_the_connection_is_kept() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let answers = "HTTP/1.1 204 No Content\r\nSet-Cookie: a=1; Path=/\r\nset-cookie: b=2\r\n\r\n\
            HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello\
            HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;x\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n\
            HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\nno";
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("somebody connects");
            stream.write_all(answers.as_bytes()).expect("the stream is open");
            let mut asked = String::new();
            stream.read_to_string(&mut asked).expect("it closes");
            asked
        });
        let mut connection = Connection::open(port, "X-One: 1\r\n").expect("it listens");
        let cookies = connection.ask_well("POST", "/a", "{}").expect("an answer").cookies;
        assert_eq!(cookies, ["a=1; Path=/", "b=2"]);
        for _ in 0..2 {
            assert_eq!(connection.ask_well("GET", "/b", "").expect("an answer").body, b"hello");
        }
        let refused = connection.ask_well("GET", "/c", "").err().expect("no success");
        assert!(refused.to_string().contains("403: no"), "{refused}");
        drop(connection);
        let asked = server.join().expect("the server ends");
        assert!(asked.starts_with("POST /a HTTP/1.1\r\nHost: localhost:"), "{asked}");
        assert!(
            asked.contains("\r\nX-One: 1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}GET /b "),
            "{asked}"
        );
    }
}
