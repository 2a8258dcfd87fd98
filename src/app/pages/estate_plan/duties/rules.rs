//! The rules that the scheme made for itself: they stand above the law where they speak of the case.

use super::map::{serving, standings};
use super::quote::quoted;
use super::{DUTIES, Seen};
use crate::components::{
    AreaField, Button, Chip, Choice, Choices, Empty, Glyph, LinkButton, Section, TextField, Weight, dynamic,
};
use crate::deeds::{Change, Trouble, estate};
use crate::desk::Desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::canonical::normal;
use model::estate::responsibility::{Bearer, Duty, Rule};
use model::scheme::{Scheme, SchemeRule};
use model::{Letter, RecordId};

/// The part, or the form of the rule that the address names.
pub fn rules(seen: Seen) -> AnyView {
    let query = use_query_map();
    let named = Memo::new(move |_| query.with(|query| query.get_str("rule").map(str::to_owned)));
    dynamic(move || match named.get().filter(|_| seen.writes.get()) {
        Some(named) => view! { <RuleForm seen named /> }.into_any(),
        None => list(seen),
    })
}

fn list(seen: Seen) -> AnyView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let form = Form::new();
    let shown = move || {
        seen.sites.with(|sites| {
            let sites = sites.as_ref()?;
            let own = sites.own();
            if own.is_empty() {
                return Some(
                    view! { <Empty glyph=Glyph::BOOK_OPEN title=said.no_rules text=said.no_rules_lead /> }.into_any(),
                );
            }
            let writes = seen.writes.get();
            let line = |(at, rule)| {
                let acts = writes.then(|| acts(seen, form, at, &sites.scheme));
                view! { <div class="stack stack--tight"><ul class="estate-plan__rules">{quoted(words, &Rule::Own(rule))}</ul> {acts}</div> }
            };
            let lines = own.iter().enumerate().map(line).collect_view();
            Some(view! { <div class="stack">{lines}</div> }.into_any())
        })
    };
    let add = seen.writes.get_untracked().then(|| {
        let href = format!("{DUTIES}/rules?rule=new");
        view! { <div class="paperless"><LinkButton label=said.add_rule href glyph=Glyph::PLUS weight=Weight::Primary /></div> }
    });
    view! { <Section title=said.parts[2]><div class="stack">{dynamic(shown)} {add}</div></Section> }.into_any()
}

/// What can be done with a rule.
fn acts(seen: Seen, form: Form, at: usize, scheme: &Scheme) -> AnyView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let edit = format!("{DUTIES}/rules?rule={at}");
    let up = (at > 0).then(|| {
        let cite = scheme.rules.get(at).map(|rule| rule.cite.clone()).unwrap_or_default();
        let press = Callback::new(move |()| {
            change(seen, form, move |rules| {
                if at < rules.len() {
                    rules.swap(at - 1, at);
                }
            });
        });
        view! { <Button label=(said.up)(&cite) glyph=Glyph::CHEVRON_UP icon_only=true weight=Weight::Small on_press=press /> }
    });
    view! { <div class="line paperless"><LinkButton label=words.estate_plan().edit href=edit weight=Weight::Small /> {up}</div> }
        .into_any()
}

/// Changes the list of rules.
fn change(seen: Seen, form: Form, act: impl FnOnce(&mut Vec<SchemeRule>)) {
    let known = seen.sites.with_untracked(|sites| sites.as_ref().map(|sites| (sites.id, sites.scheme.clone())));
    let Some((id, before)) = known else { return };
    let mut after = before.clone();
    act(&mut after.rules);
    form.run(async move { keep(seen.desk, id, &before, &after).await }, |()| {});
}

async fn keep(desk: Desk, id: RecordId, before: &Scheme, after: &Scheme) -> Result<(), Trouble> {
    let faults = after.faults();
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    estate::write(desk, Change::between(id, before, after).into_iter().collect()).await
}

/// The form of a rule.
#[component]
fn RuleForm(
    /// The scheme.
    seen: Seen,
    /// Its place, or anything else for a new one.
    named: String,
) -> impl IntoView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let (form, navigate) = (Form::new(), use_navigate());
    let done = Callback::new(move |()| {
        navigate(&format!("{DUTIES}/rules"), NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    let known = seen.sites.get_untracked();
    let at = named.parse::<usize>().ok();
    let base = known.iter().find_map(|sites| sites.scheme.rules.get(at?).cloned());
    let (is_new, base) = (base.is_none(), base.unwrap_or_default());
    let string = |text: &str| RwSignal::new(text.to_owned());
    let (cite, text) = (string(&base.cite), string(&base.words));
    let (sorts, stands) = (RwSignal::new(base.sorts.clone()), RwSignal::new(base.standings.clone()));
    let (serves, duties) = (RwSignal::new(base.serves.clone()), RwSignal::new(base.duties.clone()));
    let bearer = RwSignal::new(base.bearer);
    let known = StoredValue::new(known);
    let put = move |rule: Option<SchemeRule>| {
        let Some((id, before)) = known.with_value(|known| known.as_ref().map(|one| (one.id, one.scheme.clone())))
        else {
            return;
        };
        let mut after = before.clone();
        match (at.filter(|_| !is_new), rule) {
            (Some(at), Some(rule)) => after.rules[at] = rule,
            (Some(at), None) => drop(after.rules.remove(at)),
            (None, Some(rule)) => after.rules.push(rule),
            (None, None) => {}
        }
        form.run(async move { keep(seen.desk, id, &before, &after).await }, move |()| done.run(()));
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        put(Some(SchemeRule {
            cite: normal(&cite.get_untracked()),
            words: normal(&text.get_untracked()),
            sorts: sorts.get_untracked(),
            standings: stands.get_untracked(),
            serves: serves.get_untracked(),
            duties: duties.get_untracked(),
            bearer: bearer.get_untracked(),
        }));
    };
    let remove = Callback::new(move |()| put(None));
    let gone = (!is_new).then(|| view! { <Button label=said.remove weight=Weight::Danger on_press=remove /> });
    let named_sorts = known.with_value(|known| known.as_ref().map(super::Sites::sorts)).unwrap_or_default();
    let sort_chips = named_sorts
        .into_iter()
        .map(|value| Chip { value, name: (words.choice().system)(value).to_owned(), glyph: None })
        .collect();
    let duty_chips = Duty::ALL.iter().map(|one| Chip { value: *one, name: (said.duty)(*one).to_owned(), glyph: None });
    let bearers = Bearer::ALL.iter().map(|one| Chip { value: *one, name: (said.bearer)(*one).to_owned(), glyph: None });
    view! {
        <form class="form stack" novalidate on:submit=save>
            <TextField label=said.cite value=cite error=form.error("rules.cite") />
            <AreaField label=said.words value=text error=form.error("rules.words") />
            <p class="small soft">{said.all}</p>
            <Choices legend=said.sorts options=sort_chips values=sorts />
            <Choices legend=said.standing_label options=standings(seen) values=stands />
            <Choices legend=said.serves_label options=serving(seen) values=serves />
            <Choices legend=said.duties options=duty_chips.collect() values=duties />
            <Choice legend=said.bearer_label options=bearers.collect() value=bearer />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=format!("{DUTIES}/rules") weight=Weight::Quiet />
                {gone}
            </div>
        </form>
    }
}
