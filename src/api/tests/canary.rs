//! Texts that must not be found again, and looking for them: in every file, every row, every line of the log.

use super::Server;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tracing::level_filters::LevelFilter;
use tracing::subscriber::DefaultGuard;

/// What every canary begins with. Nothing else does.
const MARK: &[u8] = b"kanarie";
/// Digits of its number.
const DIGITS: usize = 5;

/// The canary of that number.
pub(crate) fn canary(number: usize) -> String {
    format!("kanarie{number:0DIGITS$}")
}

/// The numbers of the canaries in `bytes`: in capitals or not, as UTF-8 or as UTF-16 in either order.
pub(crate) fn found(bytes: &[u8]) -> BTreeSet<usize> {
    let first = |at: &usize| bytes[*at].eq_ignore_ascii_case(&MARK[0]);
    (0..bytes.len())
        .filter(first)
        .flat_map(|at| [1, 2].into_iter().filter_map(move |step| read(&bytes[at..], step)))
        .collect()
}

/// The number of a canary whose letters stand `step` bytes apart.
fn read(bytes: &[u8], step: usize) -> Option<usize> {
    let mut letters = bytes.iter().step_by(step);
    let is_marked = MARK.iter().all(|letter| letters.next().is_some_and(|byte| byte.eq_ignore_ascii_case(letter)));
    let digit = |byte: &u8| char::from(*byte).to_digit(10);
    let mut number = 0;
    if is_marked {
        for _ in 0..DIGITS {
            number = number * 10 + letters.next().and_then(digit)? as usize;
        }
    }
    is_marked.then_some(number)
}

/// What the server logs on this thread, at every level, until it is dropped.
pub(crate) struct Log {
    bytes: Arc<Mutex<Vec<u8>>>,
    _guard: DefaultGuard,
}

struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no writer panics").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Listens from now on.
    pub(crate) fn begin() -> Self {
        let bytes = Arc::<Mutex<Vec<u8>>>::default();
        let sink = bytes.clone();
        let writer = move || Sink(sink.clone());
        let log = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false).with_writer(writer);
        Self { bytes, _guard: tracing::subscriber::set_default(log.finish()) }
    }

    /// What was logged so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().expect("no writer panics").clone()
    }
}

impl Server {
    /// Every byte that this server keeps: each file below its folder with its name, and each row of its database.
    pub(crate) async fn everything(&self) -> Vec<u8> {
        let mut bytes = self.app.storage.dump_for_test().await.into_bytes();
        gather(&self.app.config.data, &mut bytes);
        bytes
    }
}

fn gather(folder: &Path, bytes: &mut Vec<u8>) {
    for file in std::fs::read_dir(folder).into_iter().flatten() {
        let path = file.expect("the folder is readable").path();
        bytes.extend(path.to_string_lossy().as_bytes());
        match path.is_dir() {
            true => gather(&path, bytes),
            false => bytes.extend(std::fs::read(&path).expect("the file is readable")),
        }
    }
}

#[test]
fn a_canary_is_found_however_it_is_written() {
    let text = canary(7);
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<_>>();
    for bytes in [text.to_uppercase().into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        assert_eq!(found(&[b"ka kanarie0 ", &bytes[..], b"x"].concat()), BTreeSet::from([7]));
    }
    assert_eq!(found(b"kanarie"), BTreeSet::new());
}
