//! The least that a year may bring to the reserve: regulation 2.

use crate::estate::cents::WHOLE;
use crate::life::Source;

/// Where it comes from.
pub const SOURCE: Source = Source::Published(
    "STSM Regulations 2016, reg 2: Weekend Argus, 19 November 2016; intersect.co.za, 30 March 2017; lmtpsa.wordpress.com",
);

/// Whom it does not bind: a homeowners' association, whose constitution says what it keeps in reserve.
pub const ASSOCIATION_SOURCE: Source = Source::Published("regalis.co.za/solutions/hoa-management");

/// Below that part of the previous year's contributions branch (a) holds, basis points.
const LOW: i64 = 2_500;
/// What branch (a) asks of the budgeted contributions to the administrative fund, basis points.
const SHARE: i64 = 1_500;

/// What regulation 2 looks at, cents. What nobody has said is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Budget {
    /// The scheme is a homeowners' association and no sectional title.
    pub is_association: bool,
    /// It is the year of the first general meeting.
    pub is_first: bool,
    /// The reserve at the end of the previous financial year; below nothing where it is overdrawn.
    pub reserve: Option<i64>,
    /// All contributions to the administrative fund of that previous year: no other levies, and no budget.
    pub contributed: Option<i64>,
    /// All contributions to the administrative fund that are budgeted for the year.
    pub budgeted: Option<i64>,
    /// What is budgeted to be spent from the administrative fund on repairs and maintenance to the common property in the year.
    pub repairs: Option<i64>,
}

/// A figure of the budget that nobody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The reserve.
    Reserve,
    /// Contributions of the previous year.
    Contributed,
    /// Contributions of the year.
    Budgeted,
    /// Repairs of the year.
    Repairs,
}

/// The least that the year may bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minimum {
    /// The regulations do not bind a homeowners' association: its constitution says.
    Constitution,
    /// Regulation 2 does not look at the year of the first general meeting.
    FirstYear,
    /// (a) The reserve is below a quarter of the previous year's contributions: 15 % of the budgeted ones.
    Share {
        /// Cents.
        cents: i64,
    },
    /// (b) The reserve is as much as the previous year's contributions, or more: none.
    None,
    /// (c) It is between: what is budgeted for repairs and maintenance.
    Repairs {
        /// Cents.
        cents: i64,
    },
    /// The previous year had no contributions, and shares of nothing decide nothing: to be confirmed by the managing agent.
    NoBase,
    /// It cannot be told without these. None that the branch does not ask for.
    Missing([Option<Figure>; 2]),
}

impl Minimum {
    /// Cents; none where it cannot be told or does not hold, nought where there is no minimum.
    pub fn cents(self) -> Option<i64> {
        match self {
            Self::Share { cents } | Self::Repairs { cents } => Some(cents),
            Self::None => Some(0),
            Self::Constitution | Self::FirstYear | Self::NoBase | Self::Missing(_) => None,
        }
    }
}

/// The least that a year may bring, by regulation 2. Broken cents are rounded up.
pub fn minimum(budget: &Budget) -> Minimum {
    if budget.is_association {
        return Minimum::Constitution;
    }
    if budget.is_first {
        return Minimum::FirstYear;
    }
    let (Some(reserve), Some(contributed)) = (budget.reserve, budget.contributed) else {
        let reserve = budget.reserve.is_none().then_some(Figure::Reserve);
        return Minimum::Missing([reserve, budget.contributed.is_none().then_some(Figure::Contributed)]);
    };
    if contributed <= 0 {
        return Minimum::NoBase;
    }
    let of_contributed = |rate: i64| i128::from(contributed) * i128::from(rate);
    let held = i128::from(reserve) * i128::from(WHOLE);
    let lacking = |figure| Minimum::Missing([Some(figure), None]);
    if held < of_contributed(LOW) {
        budget.budgeted.map_or(lacking(Figure::Budgeted), |budgeted| Minimum::Share { cents: share(budgeted) })
    } else if held >= of_contributed(WHOLE) {
        Minimum::None
    } else {
        budget.repairs.map_or(lacking(Figure::Repairs), |repairs| Minimum::Repairs { cents: repairs.max(0) })
    }
}

fn share(budgeted: i64) -> i64 {
    let exact = i128::from(budgeted.max(0)) * i128::from(SHARE);
    i64::try_from((exact + i128::from(WHOLE) - 1) / i128::from(WHOLE)).unwrap_or(i64::MAX)
}
