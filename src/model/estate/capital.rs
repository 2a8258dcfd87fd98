//! The capital plan of a scheme: what rule 22 asks for, what the regulations ask at least, what is needed, and what becomes of the money.
//!
//! The rule's number and the number that is needed are of two types ([`RuleCents`], [`NeededCents`]) and stand side by side ([`beside`]): neither is
//! ever put in the place of the other. What is missing is said as missing and never counted as nothing.

mod beside;
mod contribution;
mod figure;
mod flow;
mod funded;
mod implementation;
mod item;
mod loan;
mod minimum;
mod need;
mod scenario;
mod statutory;
mod work;

pub use beside::{Adopted, Beside, Line, beside};
pub use contribution::{Basis, Rise};
pub use figure::{NeededCents, RuleCents};
pub use flow::{Flow, Funding, Horizon, Row, Special, flow};
pub use funded::{Funded, SOURCES as FUNDED_SOURCES, funded};
pub use implementation::{Implementation, Implemented, Job, Planned, Postponement, Reported, implementation, planned};
pub use item::{Condition, Fund, Item, Missing, Plan, RULE_YEARS, missing};
pub use loan::{Loan, Payment};
pub use minimum::{ASSOCIATION_SOURCE, Budget, Figure, Minimum, SOURCE as MINIMUM_SOURCE, minimum};
pub use need::{Need, need, schedule};
pub use scenario::{Change, Outcome, Scenario, side_by_side};
pub use statutory::{SOURCE as STATUTORY_SOURCE, Statutory, statutory};
pub use work::{Work, works};
