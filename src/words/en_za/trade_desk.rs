//! The trade desk, in English as in South Africa.

use super::count;
use crate::place::TradeDesk;
use model::portal::VisitState;
use model::trade_desk::{Age, Missing, Sort};

pub(crate) static TRADE_DESK: TradeDesk = TradeDesk {
    title: "Trade desk",
    parts_label: "Parts of the trade desk",
    parts: ["Today", "Inbox", "Calendar", "Money"],
    none: "No jobs yet",
    none_lead: "When a client sends you a link to a request, keep it in your account. Your day, what waits for you and what is owed to you then stand here.",
    to_jobs: "All jobs",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    day: |weekday, date| format!("{weekday}, {date}"),
    days: "Other days",
    day_before: "The day before",
    day_after: "The day after",
    today: "Today",
    free: "Nobody expects you on this day",
    free_lead: "When a quote is approved, open the job and say when you come: Mrs Nkosi, 09:00 to 11:00. The visit then stands here, beside others in the same suburb.",
    visits: |visits, ahead, minutes| {
        let all = count(visits, "visit", "visits");
        format!("{all}, {ahead} still to do · {} with clients, the ways between them not counted", hours(minutes))
    },
    round: |visits, minutes| {
        let all = count(visits, "visit", "visits");
        if minutes == 0 { all } else { format!("{all}, {}", hours(minutes)) }
    },
    no_suburb: "Suburb not told",
    who: "Who goes",
    everybody: "Show everybody",
    hours: |from, until| if until.is_empty() { from.to_owned() } else { format!("{from} to {until}") },
    late: "Late",
    visit: |state| match state {
        VisitState::Planned => "Planned",
        VisitState::OnMyWay => "On the way",
        VisitState::There => "There",
        VisitState::Left => "Done",
        VisitState::Cancelled => "Cancelled",
    },
    on_my_way: "I am on my way",
    told: "The client sees it",
    call: |client| if client.is_empty() { "Call the client".to_owned() } else { format!("Call {client}") },
    earlier: |what| format!("Earlier: {what}"),
    later: |what| format!("Later: {what}"),
    moved: |what, place, of| format!("{what}: now {place} of {of}"),
    overdue: "Overdue",
    sorts: "What is waited for",
    every_sort: "Everything",
    sort: |sort| match sort {
        Sort::Overdue => "Overdue invoice",
        Sort::Missed => "Visit without a record",
        Sort::Request => "Request",
        Sort::Change => "Quote to change",
        Sort::Date => "Accepted, no date",
        Sort::Bill => "To bill",
        Sort::Message => "Message",
        Sort::Decision => "Quote awaiting decision",
        Sort::Extra => "Extra work awaiting decision",
        Sort::Due => "Invoice to be paid",
    },
    counted: |name, count| format!("{name} ({count})"),
    next: |sort| match sort {
        Sort::Overdue => "Remind the client",
        Sort::Missed => "Write the job record",
        Sort::Request => "Write the quote",
        Sort::Change => "Write a new version",
        Sort::Date => "Say when you come",
        Sort::Bill => "Write the invoice",
        Sort::Message => "Read the message",
        Sort::Decision => "Ask how they decide",
        Sort::Extra => "Ask for their approval",
        Sort::Due => "Look at it",
    },
    since: |sort, day| match sort {
        Sort::Due => format!("due on {day}"),
        Sort::Overdue => format!("was due on {day}"),
        Sort::Missed => format!("planned for {day}"),
        _ => format!("since {day}"),
    },
    not_sent: "waits to be sent",
    on_you: "Waiting for you",
    on_client: "Waiting for the client",
    nothing: "Nothing is waited for",
    nothing_lead: "New requests, approved quotes without a date, finished jobs to bill and unpaid invoices stand here as they come.",
    calendar_by: "Week or month",
    week: "Week",
    month: "Month",
    week_of: |first, last| format!("{first} to {last}"),
    week_before: "The week before",
    week_after: "The week after",
    month_before: "The month before",
    month_after: "The month after",
    nobody_expected: "No visits",
    day_with: |day, visits, is_late| {
        let all = count(visits, "visit", "visits");
        if is_late { format!("{day}: {all}, one or more late") } else { format!("{day}: {all}") }
    },
    owed: "Owed to you",
    owed_none: "Nothing is owed to you",
    owed_none_lead: "Invoices that are not paid yet stand here, by client and by how long they have been due.",
    owed_by_age: "By days since they were due, with VAT",
    owed_by_client: "What each client owes, with VAT",
    owed_invoices: "Unpaid invoices",
    age: |age| match age {
        Age::Days30 => "0–30 days",
        Age::Days60 => "31–60 days",
        Age::Days90 => "61–90 days",
        Age::Older => "Over 90 days",
    },
    client: "Client",
    no_client: "Client not named",
    total: "Total",
    due: |day| format!("due {day}"),
    days_over: |days| match days {
        0 => "Due today".to_owned(),
        1.. => format!("{} late", count(days.unsigned_abs() as usize, "day", "days")),
        _ => format!("Due in {}", count(days.unsigned_abs() as usize, "day", "days")),
    },
    invoice: |number| if number.is_empty() { "Invoice".to_owned() } else { format!("Invoice {number}") },
    profit: "What jobs leave over",
    profit_lead: "What was billed, less the hours and the parts, all without VAT. What is not known is said, and nothing is counted for it. Only you see this.",
    profit_none: "No job was agreed yet",
    profit_none_lead: "When a client approves your quote, the job stands here. With its time and its parts written down you see what it left over.",
    hour: "What an hour of work costs you",
    hour_hint: "Wages, vehicle and overheads of one hour. It stays on this device.",
    rand: "R",
    job: "Job",
    quoted: "Quoted",
    billed: "Billed",
    time: "Time",
    costs: "Cost",
    margin: "Left over",
    margin_of: |amount, percent| format!("{amount}, {percent} %"),
    minutes: hours,
    unknown: "–",
    not_known: |missing| format!("Not known: {missing}"),
    missing: |missing| match missing {
        Missing::Bill => "not billed yet",
        Missing::Minutes => "time on the job",
        Missing::Hour => "cost of an hour",
        Missing::Parts => "cost of parts",
    },
};

/// Minutes as people say them.
fn hours(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
