//! Ready to sell: the check.

use model::basis::Municipality;
use model::ready::Step;

/// What the page says.
pub struct Ready {
    /// The title.
    pub title: &'static str,
    /// What it does.
    pub lead: &'static str,
    /// Box: the day of transfer.
    pub on: &'static str,
    /// Box: the municipality.
    pub place: &'static str,
    /// Municipalities.
    pub municipality: fn(Municipality) -> &'static str,
    /// Where no day is chosen.
    pub choose: &'static str,
    /// "For a transfer on 31 March 2027".
    pub for_day: fn(&str) -> String,
    /// The day has passed.
    pub past: &'static str,
    /// What to do, as a heading.
    pub step: fn(Step) -> &'static str,
    /// "2 to order, 1 to find out, 4 fit"; counts of order, ask, fit.
    pub summary: fn(usize, usize, usize) -> String,
    /// "Order between 1 December 2026 and 3 March 2027".
    pub order: fn(&str, &str) -> String,
    /// "If your contract asks: order between …".
    pub order_if: fn(&str, &str) -> String,
    /// "Order at once: usually it takes 28 days".
    pub order_now: fn(u32) -> String,
    /// "Usually 28 days from the order".
    pub lead_time: fn(u32) -> String,
    /// How long it takes.
    pub takes: &'static str,
    /// What it costs.
    pub cost: &'static str,
    /// What this home paid, and when.
    pub paid: fn(&str) -> String,
    /// The certificate in the book.
    pub in_book: &'static str,
    /// What it rests on.
    pub basis: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// Shares it with a conveyancer.
    pub share: &'static str,
    /// Why the address can be sent.
    pub share_hint: &'static str,
    /// The foot.
    pub foot: &'static str,
}
