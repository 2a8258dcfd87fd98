//! That a side is content with the finished job, or is not.

use super::drawn;
use super::side::Side;
use crate::date::Instant;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A signature below a job sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct SignOff {
    /// The job sheet; the very version.
    pub of: Option<RecordId>,
    /// Who signs.
    pub side: Side,
    /// Whether something is still to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfinished: Option<bool>,
    /// What there is to say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The name of who signs.
    pub name: String,
    /// The signature, as a picture of a paper that was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<FileRef>,
    /// The signature, drawn: strokes as [`drawn`] has them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub drawn: String,
    /// When, by their device.
    pub signed_at: Option<Instant>,
}

fielded!(SignOff {
    "of" => of,
    "side" => side,
    "unfinished" => unfinished,
    "text" => text,
    "name" => name,
    "signature" => signature,
    "drawn" => drawn,
    "signed_at" => signed_at,
});

impl Letter for SignOff {
    const KIND: &'static str = "sign_off";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        for (field, is_missing) in [("of", self.of.is_none()), ("signed_at", self.signed_at.is_none())] {
            if is_missing {
                check.fault(field, FaultCode::Missing);
            }
        }
        check.note("text", &self.text);
        check.name("name", &self.name);
        drawn::check(&self.drawn, check);
        self.signature.iter().for_each(|file| file.check("signature", check));
    }
}
