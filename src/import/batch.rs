//! Stub until the readers come.
use crate::input::Input;
use crate::proposal::{ContentAt, Problem, ProblemCode, Proposal};
use crate::talk::{Answers, Found};
/// Files as opened.
pub struct Batch;
/// Settings.
pub struct Settings<'a> {
    /// Words.
    pub words: &'a words::Words,
    /// Currency.
    pub currency: &'a str,
    /// Year.
    pub year_now: i32,
}
/// Proposals.
pub struct Proposals {
    /// Proposals.
    pub proposals: Vec<Proposal>,
    /// Problems.
    pub problems: Vec<Problem>,
}
impl Batch {
    /// Opens.
    pub fn open(_: Vec<Input>) -> Self {
        Self
    }
    /// Found.
    pub fn found(&self, _: &Answers) -> Found {
        Found::default()
    }
    /// Proposals.
    pub fn proposals(&self, _: &Answers, _: &Settings<'_>) -> Proposals {
        Proposals { proposals: vec![], problems: vec![] }
    }
    /// Reads.
    pub fn read_file(&self, _: &ContentAt) -> Result<Vec<u8>, ProblemCode> {
        Err(ProblemCode::FileMissing)
    }
}
