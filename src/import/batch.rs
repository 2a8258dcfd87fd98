//! The files of an import as they were chosen, and what they propose.

use crate::attachment::{Files, is_media, is_photo};
use crate::column::Rows;
use crate::form::Form;
use crate::format;
use crate::format::whatsapp::Chat;
use crate::gather::{Gather, problem};
use crate::input::{Content, Input};
use crate::json::List;
use crate::proposal::{ContentAt, Place, Problem, ProblemCode, Proposal};
use crate::sheet::{Reading, Sheet};
use crate::talk::{Answers, Found, FoundFile, Question};
use crate::{question, recognise};
use model::Date;
use model::file::{FILE_BYTES_MAX, PHOTO_BYTES_MAX};
use std::io::Read;

/// The files of an import, recognised and opened.
pub struct Batch {
    opened: Vec<Opened>,
}

/// What a reader knows of the home and the person.
pub struct Settings<'a> {
    /// The person's language.
    pub words: &'a words::Words,
    /// ISO 4217 of the home.
    pub currency: &'a str,
    /// The day that it is.
    pub today: Date,
}

/// What the files propose.
#[derive(Debug, Default)]
pub struct Proposals {
    /// Records, those first that others link to within a file.
    pub proposals: Vec<Proposal>,
    /// What was not as it should be, in the order of the files.
    pub problems: Vec<Problem>,
}

/// A file as it was opened.
pub(crate) struct Opened {
    /// Its name.
    pub(crate) name: String,
    /// Bytes.
    pub(crate) size_bytes: u64,
    /// Its bytes.
    pub(crate) content: Box<dyn Content>,
    /// What it was recognised as.
    pub(crate) format: Option<&'static str>,
    /// Its entries, if it is a zip.
    pub(crate) zip: Option<crate::zip::Zip>,
    /// What is to be read in it.
    pub(crate) parts: Vec<Part>,
    /// What is wrong with it as a whole.
    pub(crate) problem: Option<Problem>,
}

/// Something to be read in a file.
pub(crate) enum Part {
    /// A table.
    Sheet(Box<Sheet>),
    /// A list of objects, which may belong together with others.
    List(List),
    /// A chat.
    Chat(Chat),
}

impl Part {
    /// The format that it is of.
    pub(crate) fn format(&self) -> &'static str {
        match self {
            Self::Sheet(sheet) => sheet.form.format,
            Self::List(list) => list.format,
            Self::Chat(_) => "whatsapp",
        }
    }

    /// What others name is read first: zones, then things, then what was done with them.
    fn rank(&self, answers: &Answers) -> u8 {
        match self {
            Self::Sheet(sheet) => match sheet.rows(answers) {
                Rows::Zone => 0,
                Rows::Contact => 1,
                Rows::Auto | Rows::Item | Rows::System => 2,
                Rows::Entry | Rows::Warranty | Rows::Task => 3,
            },
            Self::List(_) => 2,
            Self::Chat(_) => 3,
        }
    }

    fn rows(&self) -> u32 {
        match self {
            Self::Sheet(sheet) => sheet.table.filled_rows().count() as u32,
            Self::List(list) if format::is_record(list) => list.rows.len() as u32,
            Self::List(_) => 0,
            Self::Chat(chat) => chat.rows(),
        }
    }
}

impl Batch {
    /// Recognises each file by its content, then by its name, and opens the tables in it.
    pub fn open(inputs: Vec<Input>) -> Self {
        Self { opened: inputs.into_iter().map(recognise::open).collect() }
    }

    /// What a person is shown and asked, with what was answered so far, on the day `today`.
    pub fn found(&self, answers: &Answers, today: Date) -> Found {
        let files = self.opened.iter().map(|file| FoundFile {
            name: file.name.clone(),
            size_bytes: file.size_bytes,
            format: file.format.map(str::to_owned),
            rows: file.parts.iter().map(Part::rows).sum(),
            problem: file.problem.clone(),
        });
        let tables = self.sheets().map(|sheet| sheet.found(answers)).collect();
        Found { files: files.collect(), tables, questions: self.questions(answers, today) }
    }

    /// What the files do not tell, answered or not.
    fn questions(&self, answers: &Answers, today: Date) -> Vec<Question> {
        let readings: Vec<(&Form, Reading)> = self.sheets().map(|sheet| (sheet.form, sheet.reading(answers))).collect();
        let parts = self.opened.iter().flat_map(|file| &file.parts);
        let chats = parts.filter_map(|part| if let Part::Chat(chat) = part { Some(chat.dates()) } else { None });
        question::of(&readings, &chats.collect::<Vec<_>>(), today)
    }

    fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        self.opened.iter().flat_map(|file| &file.parts).filter_map(|part| match part {
            Part::Sheet(sheet) => Some(&**sheet),
            _ => None,
        })
    }

    /// The records that the files propose.
    pub fn proposals(&self, answers: &Answers, settings: &Settings<'_>) -> Proposals {
        let files = Files::new(&self.opened);
        let answered = answers
            .currency
            .as_deref()
            .filter(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
        let mut to = Gather::new(settings, answered.unwrap_or(settings.currency), &files);
        self.opened.iter().filter_map(|file| file.problem.clone()).for_each(|problem| to.problems.push(problem));
        let mut parts: Vec<&Part> = self.opened.iter().flat_map(|file| &file.parts).collect();
        parts.sort_by_key(|part| part.rank(answers));
        for part in &parts {
            if let Part::Sheet(sheet) = part {
                format::table::wanted(sheet, &sheet.reading(answers), &mut to);
            }
        }
        let lists: Vec<&List> =
            parts.iter().filter_map(|part| if let Part::List(list) = part { Some(list) } else { None }).collect();
        for part in &parts {
            to.from = part.format();
            match part {
                Part::Sheet(sheet) => format::table::read(sheet, &sheet.reading(answers), &mut to),
                // Lists of one format are read together, where the first of them stands.
                Part::List(list) => {
                    let all: Vec<&List> = lists.iter().copied().filter(|other| other.format == list.format).collect();
                    if std::ptr::eq(all[0], list) {
                        format::lists(&all, &mut to);
                    }
                }
                Part::Chat(chat) => chat.read(answers, &mut to),
            }
        }
        Proposals { proposals: to.proposals, problems: to.problems }
    }

    /// The bytes of a file that a proposal names.
    ///
    /// # Errors
    /// [`ProblemCode::FileMissing`] where there is none, [`ProblemCode::FileTooLarge`] beyond the limits of [`model::file`],
    /// [`ProblemCode::FileBroken`] where it cannot be read or is not what the zip says of it.
    pub fn read_file(&self, at: &ContentAt) -> Result<Vec<u8>, ProblemCode> {
        let file = self.opened.get(at.input).ok_or(ProblemCode::FileMissing)?;
        let (name, zip) = match at.entry {
            None => (&file.name, None),
            Some(entry) => {
                let zip = file.zip.as_ref().ok_or(ProblemCode::FileMissing)?;
                (&zip.entries().get(entry).ok_or(ProblemCode::FileMissing)?.name, Some((zip, entry)))
            }
        };
        let bytes_max = if is_photo(name) { PHOTO_BYTES_MAX } else { FILE_BYTES_MAX };
        match zip {
            Some((zip, entry)) => zip.read(&*file.content, entry, bytes_max),
            None if file.size_bytes > bytes_max => Err(ProblemCode::FileTooLarge),
            None => {
                let mut bytes = Vec::new();
                let source = file.content.open().map_err(|_| ProblemCode::FileBroken)?;
                source.take(bytes_max + 1).read_to_end(&mut bytes).map_err(|_| ProblemCode::FileBroken)?;
                if bytes.len() as u64 > bytes_max { Err(ProblemCode::FileTooLarge) } else { Ok(bytes) }
            }
        }
    }
}

impl Opened {
    /// A file of which nothing is known yet.
    pub(crate) fn new(input: Input) -> Self {
        let size_bytes = input.content.size_bytes();
        let media = is_media(&input.name).then_some("media");
        Self {
            name: input.name,
            size_bytes,
            content: input.content,
            format: media,
            zip: None,
            parts: Vec::new(),
            problem: None,
        }
    }

    /// Notes what is wrong with the file as a whole.
    pub(crate) fn fail(&mut self, code: ProblemCode, text: &str) {
        let at = Place { file: self.name.clone(), row: 0 };
        let name = self.name.clone();
        self.problem.get_or_insert_with(|| problem(at, code, &name, text));
    }
}
