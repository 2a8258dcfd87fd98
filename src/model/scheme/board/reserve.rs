//! What the reserve of a scheme holds against what is used up of its common property.

use crate::date::Date;
use crate::estate::capital::{Fund, Item, Plan, funded};
use crate::estate::score::Reserve;
use crate::estate::year::FinancialYear;
use crate::id::RecordId;
use crate::scheme::{Budget, CapitalItem, Scheme};

/// The month in which the financial year of a scheme ends that has not said: the end of February, as most do. Trade experience, no source.
const YEAR_END: u32 = 2;

/// The reserve by the maintenance plan and the budget of the year that `today` falls into, or the latest before; none where nobody has said what it holds, or
/// the plan has no item that can be counted.
pub fn reserve(scheme: &Scheme, items: &[(RecordId, CapitalItem)], budgets: &[Budget], today: Date) -> Option<Reserve> {
    let year = FinancialYear::ending(scheme.year_end.unwrap_or(YEAR_END))?.of(today);
    let told = budgets.iter().filter(|budget| budget.opening.is_some() && budget.year.is_some_and(|own| own <= year));
    let opening = told.max_by_key(|budget| budget.year)?.opening?;
    let items: Vec<Item> = items.iter().map(|(id, item)| item.item(*id)).collect();
    let plan = Plan { first: year, items, fund: Fund { opening, interest: 0 } };
    let funded = funded(&plan);
    let has_any = funded.left_out.len() < plan.items.len();
    has_any.then_some(Reserve { held_cents: opening, needed_cents: funded.full })
}
