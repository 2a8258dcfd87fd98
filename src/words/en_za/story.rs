//! Work that was asked for, in English as in South Africa.

use crate::place::Story;

pub(crate) static STORY: Story = Story {
    title: "Work by request",
    work: "Work",
    provider: "Provider",
    asked: "Asked",
    approved: "Approved",
    variations: |count| if count == 1 { "1 variation".into() } else { format!("{count} variations") },
    by: |name| format!("approved by {name}"),
    finished: "Finished",
    billed: "Billed",
    invoices: |count| if count == 1 { "1 invoice".into() } else { format!("{count} invoices") },
    above: |amount| format!("{amount} above what was approved"),
    paid: "Paid",
    messages: "Messages",
    home: "The home",
};
