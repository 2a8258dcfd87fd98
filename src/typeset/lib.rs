//! A report or a paper of a deal as a PDF: tagged (PDF/UA-1), searchable, on A4. What it says comes as JSON, what it looks like is `report.typ` or `paper.typ`.
//!
//! Typst takes minutes to compile and tens of megabytes when it works, so this crate is apart: nothing but the server knows it, which has it only with
//! its feature `pdf` and runs it in a process of its own, one sheet at a time.

mod letters;
mod squares;

use letters::Letters;
use report::Sheet;
use serde_json::{Value, json};
use std::fmt::{self, Display};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_as_lib::TypstEngine;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const REPORT: &str = include_str!("report.typ");
const PAPER: &str = include_str!("paper.typ");
/// What both share.
const SHARED: &str = include_str!("shared.typ");

/// The families of both: one to read, one for letters that it lacks.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

/// Why a sheet did not become a PDF. Never what its people wrote: the template is wrong, or a photo is none.
#[derive(Debug)]
pub struct Fault(String);

impl Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

/// The PDF of a sheet. The same sheet gives the same bytes.
///
/// # Errors
/// Where it has not the shape that its template reads, or a photo cannot be read.
pub fn pdf(sheet: Sheet) -> Result<Vec<u8>, Fault> {
    let fonts = fonts();
    let (template, report) = text(&sheet, &Letters::of(&fonts))?;
    let photos = sheet.photos.into_iter().map(|(name, content)| (format!("photos/{name}"), content));
    let files: Vec<(String, Vec<u8>)> = photos.chain([("report.json".to_owned(), report)]).collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    let engine = TypstEngine::builder().main_file(template).fonts(fonts);
    let engine =
        engine.with_static_source_file_resolver([("shared.typ", SHARED)]).with_static_file_resolver(files).build();
    let document: PagedDocument = engine.compile().output.map_err(|error| Fault(error.to_string()))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Fault(error.message().to_string()))?;
    let creator = Smart::Custom(Some("Codessa".to_owned()));
    typst_pdf::pdf(&document, &PdfOptions { standards, creator, ..PdfOptions::default() })
        .map_err(|faults| Fault(faults.iter().map(told).collect::<Vec<_>>().join("; ")))
}

fn told(fault: &SourceDiagnostic) -> String {
    fault.message.to_string()
}

/// The faces of the families that are used.
fn fonts() -> Vec<typst::text::Font> {
    let all = typst_assets::fonts().flat_map(|data| typst::text::Font::iter(typst::foundations::Bytes::new(data)));
    all.filter(|font| FAMILIES.contains(&font.info().family.as_str())).collect()
}

/// The template, and what is told as it reads that: which photos there are, a code as squares, and no letter that would be a blank box without a word about it.
fn text(sheet: &Sheet, letters: &Letters) -> Result<(&'static str, Vec<u8>), Fault> {
    let mut report: Value = serde_json::from_slice(&sheet.report).map_err(|error| Fault(error.to_string()))?;
    let is_paper = report.get("template").is_some_and(|template| template == "paper");
    let code = report.pointer("/pay/code").and_then(Value::as_str).map(str::to_owned);
    let replaced = letters.fit(&mut report);
    let lines = if is_paper { "/foot" } else { "/left_out/lines" };
    if let Some(lines) = report.pointer_mut(lines).and_then(Value::as_array_mut).filter(|_| replaced) {
        lines.push(json!(sheet.replaced));
    }
    if let Some(pay) = report.pointer_mut("/pay").and_then(Value::as_object_mut) {
        pay.insert("squares".to_owned(), json!(code.and_then(|code| squares::of(&code))));
    }
    let names: Vec<&str> = sheet.photos.iter().map(|(name, _)| name.as_str()).collect();
    let fields = report.as_object_mut().ok_or_else(|| Fault("a report is an object".to_owned()))?;
    fields.insert("photos".to_owned(), json!(names));
    let told = serde_json::to_vec(&report).map_err(|error| Fault(error.to_string()))?;
    Ok((if is_paper { PAPER } else { REPORT }, told))
}

#[cfg(test)]
mod tests;
