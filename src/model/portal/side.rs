//! The two sides of a deal, and which kinds each of them writes.

use crate::choice::choice;

choice! {
    /// A side of a deal.
    Side {
        /// Members of the home, who ask and decide.
        Client = "client",
        /// Who quotes and works.
        Provider = "provider",
    }
}

/// Kinds that only one side writes.
const OWN: [(&str, Side); 11] = [
    ("request", Side::Client),
    ("decision", Side::Client),
    ("confirmation", Side::Client),
    ("review", Side::Client),
    ("consent", Side::Client),
    ("quote", Side::Provider),
    ("appointment", Side::Provider),
    ("variation", Side::Provider),
    ("job_sheet", Side::Provider),
    ("invoice", Side::Provider),
    ("answer", Side::Provider),
];

/// Kinds that either side writes, each naming itself in `side`.
const EITHERS: [&str; 4] = ["sign_off", "payment", "message", "seen"];

impl Side {
    /// Whether it writes records of that kind. Nobody writes `invoice_number` but the server.
    pub fn writes(self, kind: &str) -> bool {
        OWN.contains(&(kind, self)) || EITHERS.contains(&kind)
    }

    /// The side across.
    pub fn other(self) -> Self {
        match self {
            Self::Client => Self::Provider,
            Self::Provider => Self::Client,
        }
    }
}

/// Whether records of that kind name the side that wrote them in their field `side`, which must be the writer's.
pub fn names_side(kind: &str) -> bool {
    EITHERS.contains(&kind)
}
