//! What certificates are good for, and why.

use model::basis::{Purpose, Reason, Verdict};
use model::certificate::{Basis, CertificateType};

/// What is said of it.
pub struct CertificateBasis {
    /// The heading over the purposes.
    pub good_for: &'static str,
    /// What a certificate is wanted for.
    pub purpose: fn(Purpose) -> &'static str,
    /// What is found, in a word or two.
    pub verdict: fn(Verdict) -> &'static str,
    /// What it rests on.
    pub basis: fn(Basis) -> &'static str,
    /// Why.
    pub reason: fn(Reason, Basis) -> &'static str,
    /// "until 3 May 2027".
    pub until: fn(&str) -> String,
    /// "it held until 3 May 2025".
    pub was_until: fn(&str) -> String,
    /// Where a rule comes from.
    pub source: fn(&str) -> String,
    /// Where sources disagree on a sort; empty where they do not.
    pub conflict: fn(CertificateType) -> &'static str,
    /// What certificates of a sort cover.
    pub about: fn(CertificateType) -> &'static str,
    /// Who may issue one.
    pub issuer: fn(CertificateType) -> &'static str,
    /// The name of that line.
    pub who_issues: &'static str,
    /// The name of what it covers in general.
    pub what_it_is: &'static str,
    /// None of this is legal advice.
    pub advice: &'static str,
    /// What altered what it covers.
    pub altered_by: &'static str,
    /// Supplements to it.
    pub supplemented_by: &'static str,
    /// Adds a supplement.
    pub add_supplement: &'static str,
    /// Older ones of a sort.
    pub earlier: &'static str,
    /// A newer one of the sort is there.
    pub superseded: &'static str,
    /// The way to the sell-ready check.
    pub check: &'static str,
    /// Box: what it rests on.
    pub own_basis: &'static str,
    /// Box: for how many months.
    pub own_months: &'static str,
    /// Box: where it counts.
    pub jurisdiction: &'static str,
    /// Box: for which change of ownership.
    pub transfer: &'static str,
    /// Box: the test report.
    pub test_report: &'static str,
    /// Box: digital.
    pub digital: &'static str,
    /// Box: registered.
    pub registered: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// What somebody answers who does not know.
    pub not_known: &'static str,
}
