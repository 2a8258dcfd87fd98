//! A rule as it is quoted: what it is cited as, its words, where they were read.

use leptos::prelude::*;
use model::estate::responsibility::law::EXCESS;
use model::estate::responsibility::law::EXCESS_PROOF_DAYS;
use model::estate::responsibility::{Answer, Law, Rule};
use words::Words;

/// What a rule is cited as and what it says.
pub fn plain<'a>(rule: &Rule<'a>) -> (&'a str, &'a str) {
    match rule {
        Rule::Law(law) => (law.cite, law.words),
        Rule::Own(own) => (&own.cite, &own.words),
    }
}

/// The rules that answers stand on, each once, in their order.
pub fn rules<'a>(answers: impl IntoIterator<Item = Answer<'a>>) -> Vec<Rule<'a>> {
    let mut all: Vec<Rule<'a>> = Vec::new();
    for rule in answers.into_iter().filter_map(|answer| answer.rule) {
        if !all.contains(&rule) {
            all.push(rule);
        }
    }
    all
}

/// A rule, quoted.
pub fn quoted(words: &Words, rule: &Rule<'_>) -> AnyView {
    let said = words.estate_duties();
    let (cite, text) = plain(rule);
    let cite = if cite.is_empty() { said.usual } else { cite };
    let (before, after) = match rule {
        Rule::Own(_) => (said.own, String::new()),
        Rule::Law(law) => (if law.is_quoted { "" } else { said.meaning }, after(words, law)),
    };
    view! {
        <li class="estate-plan__rule stack stack--tight">
            <strong>{cite.to_owned()}</strong>
            {(!before.is_empty()).then(|| view! { <span class="small soft">{before}</span> })}
            <blockquote>{text.to_owned()}</blockquote>
            {(!after.is_empty()).then(|| view! { <span class="small soft">{after}</span> })}
        </li>
    }
    .into_any()
}

fn after(words: &Words, law: &Law) -> String {
    let said = words.estate_duties();
    let mut parts = vec![(said.source)(&(words.choice().source)(law.source))];
    if law.confirm {
        parts.push(said.confirm.to_owned());
    }
    if *law == EXCESS {
        parts.push((said.proof)(EXCESS_PROOF_DAYS));
    }
    parts.join(" ")
}

/// Who bears a duty, or what has to be found out.
pub fn bearer(words: &Words, answer: &Answer<'_>) -> &'static str {
    let said = words.estate_duties();
    answer.bearer.map_or_else(said.gap, said.bearer)
}
