//! A report as a PDF: tagged (PDF/UA-1), searchable, on A4. What it says comes as JSON, what it looks like is `report.typ`.
//!
//! Typst takes minutes to compile and tens of megabytes when it works, so this crate is apart: nothing but the server knows it, which has it only with
//! its feature `pdf` and runs it in a process of its own, one sheet at a time.

mod letters;

use letters::Letters;
use report::Sheet;
use serde_json::{Value, json};
use std::fmt::{self, Display};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_as_lib::TypstEngine;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("report.typ");

/// The families of `report.typ`: one to read, one for letters that it lacks.
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
/// Where the report has not the shape that `report.typ` reads, or a photo cannot be read.
pub fn pdf(sheet: Sheet) -> Result<Vec<u8>, Fault> {
    let fonts = fonts();
    let report = text(&sheet, &Letters::of(&fonts))?;
    let photos = sheet.photos.into_iter().map(|(name, content)| (format!("photos/{name}"), content));
    let files: Vec<(String, Vec<u8>)> = photos.chain([("report.json".to_owned(), report)]).collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    let engine = TypstEngine::builder().main_file(TEMPLATE).fonts(fonts).with_static_file_resolver(files).build();
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

/// The report as the template reads it: which photos there are, and no letter that would be a blank box without a word about it.
fn text(sheet: &Sheet, letters: &Letters) -> Result<Vec<u8>, Fault> {
    let mut report: Value = serde_json::from_slice(&sheet.report).map_err(|error| Fault(error.to_string()))?;
    let replaced = letters.fit(&mut report);
    if let Some(lines) = report.pointer_mut("/left_out/lines").and_then(Value::as_array_mut).filter(|_| replaced) {
        lines.push(json!(sheet.replaced));
    }
    let names: Vec<&str> = sheet.photos.iter().map(|(name, _)| name.as_str()).collect();
    let fields = report.as_object_mut().ok_or_else(|| Fault("a report is an object".to_owned()))?;
    fields.insert("photos".to_owned(), json!(names));
    serde_json::to_vec(&report).map_err(|error| Fault(error.to_string()))
}

#[cfg(test)]
mod tests;
