//! What is ahead, in English as in South Africa.

use crate::place::Plan;
use model::recurrence::{Basis, By, Recurrence};
use model::season::Season;
use model::task::IntervalBasis;

pub(crate) static PLAN: Plan = Plan {
    late: "Overdue",
    next: "Next 30 days",
    later: "Within a year",
    beyond: "Later",
    empty_title: "Nothing planned yet",
    empty_lead: "The geyser’s anode, the gutters before the rain: see what your systems usually need, each with where that comes from, and take it into your plan with one tap.",
    add: "Add a task",
    usual: "What your systems usually need",
    all_tasks: "All tasks",
    none_fit: "No task fits these filters.",
    system: "System",
    who: "Who",
    sort: "Kind",
    yourself: "yourself",
    year: "The year ahead",
    month: "Month",
    tasks: "Tasks",
    what: "What",
    cost: "Cost",
    count: |tasks| if tasks == 1 { "1 task".into() } else { format!("{tasks} tasks") },
    costs: "What it will cost",
    by_month: "The next 12 months",
    by_year: "The next 10 years",
    cost_note: "In today’s prices: what you paid the last times, else what the task says. What you do yourself counts as nothing.",
    unpriced: |rounds| match rounds {
        0 => String::new(),
        1 => "One task has no price yet, and is not in it.".into(),
        tasks => format!("{tasks} tasks have no price yet, and are not in it."),
    },
    range: |min, max| if min == max { min.into() } else { format!("{min} to {max}") },
    no_price: "No price yet",
    paid_before: "what you paid the last times",
    expected: "what the task says",
    recurrence,
    once: "once",
    interval: |basis, source| match basis {
        IntervalBasis::Owner => "your own interval".into(),
        IntervalBasis::Published => format!("Source: {source}"),
        IntervalBasis::Trade => "trade experience, no source".into(),
    },
    interval_name: "Interval",
    due: "Due",
    due_on: |day| format!("due {day}"),
    late_since: |day| format!("since {day}"),
    missed: |rounds| format!("missed {rounds} times"),
    put_off_until: |until, due| format!("{until} (put off; was due {due})"),
    comes_round: "Comes round",
    systems: "Systems",
    lead: "Told",
    lead_days: |days| if days == 1 { "a day before".into() } else { format!("{days} days before") },
    why: "Why",
    how_to: "How it is done",
    parts: "What is needed",
    notes: "Notes",
    history: "Done before",
    no_history: "Not done yet, as far as this logbook knows. If it was, log it with its date: what comes is counted from there.",
    told_twice: |entries| format!("{entries} people wrote this down; it counts once"),
    deferrals: "Put off and left out",
    left_out: |due| format!("Left out (due {due})"),
    take_back: "Take back",
    log_done: "Mark as done",
    ask_quote: "Ask for a quote",
    put_off: "Put off",
    until: "Until when?",
    leave_out: "Leave out this time",
    reason: "Why?",
    was_put_off: |day| format!("Put off until {day}"),
    was_left_out: "Left out this time",
    never: "Done. It does not come round again.",
    no_reading: "No meter reading tells yet when it is due.",
    orphan: "Not due: its system is gone",
    orphan_lead: "The system was deleted, replaced or taken out of use. The task is kept, and waits.",
    restore_system: "Restore the system",
    delete: "Delete the task",
    gone: "This task was deleted, or is in another home.",
    usual_lead: "Proposed for the systems in your logbook. When it was last done is not known, so that most are due soon: log what was done, and the next day follows.",
    usual_none: "Write down what your home has, a geyser, a gate motor, and what it usually needs stands here.",
    usual_setup: "Set up the home",
    usual_missing: "The list of what systems need could not be fetched. It comes with a connection, and then stays on this device.",
    accept: "Add to the plan",
    accept_all: |tasks| format!("Add all {tasks}"),
    accepted: |title| format!("In your plan: {title}"),
    accepted_all: |tasks| {
        if tasks == 1 { "One task is in your plan".into() } else { format!("{tasks} tasks are in your plan") }
    },
    all_accepted: "All of it is in your plan.",
    first: |day| format!("first {day}"),
};

fn recurrence(rule: &Recurrence, figure: &str) -> String {
    let every = |one: &str, many: &str| {
        if rule.every == 1 { format!("every {one}") } else { format!("every {figure} {many}") }
    };
    let time = match (rule.by, rule.season) {
        (By::Month, _) => every("month", "months"),
        (By::Week, _) => every("week", "weeks"),
        (By::Season, Some(Season::BeforeCapeWinter)) => return "every April, before the winter rain".into(),
        (By::Season, Some(Season::BeforeHighveldStorms)) => return "every September, before the summer storms".into(),
        (By::Season, Some(Season::AutumnAndSpring)) => return "every April and September".into(),
        (By::Season, None) => return "by the season".into(),
        (By::Meter, _) => return format!("every {figure} on the meter"),
    };
    match rule.from {
        Basis::Done => format!("{time} after it was done"),
        Basis::Plan => format!("{time}, whenever it was done"),
    }
}
