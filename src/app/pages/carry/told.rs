//! Names of what an import speaks of.

use import::proposal::Problem;
use import::talk::Doubt;
use words::Words;

/// What is wrong with something in a file.
pub(super) fn problem(words: &Words, wrong: &Problem) -> String {
    import::told::problem(words, wrong)
}

/// Why a record is doubtful.
pub(super) fn doubt(words: &Words, why: Doubt) -> &'static str {
    import::told::doubt(words, why)
}

/// What a format is called.
pub(super) fn format_name(words: &Words, name: &str) -> String {
    import::told::format(words, name).to_owned()
}

/// What rows become.
pub(super) fn rows_are_name(words: &Words, name: &str) -> String {
    import::told::rows(words, name).to_owned()
}

/// What a column becomes.
pub(super) fn target_name(words: &Words, name: &str) -> String {
    import::told::target(words, name).to_owned()
}

/// Fields of a record, as a list of names.
pub(super) fn field_names(words: &Words, fields: &[String]) -> String {
    fields.iter().map(|field| target_name(words, field)).collect::<Vec<_>>().join(", ")
}
