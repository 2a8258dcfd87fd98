//! A fault: unit, system and how bad it is; the rules say to whom it goes.

use super::Seen;
use super::quote::{bearer, plain, quoted, rules};
use super::read::{Site, Sites};
use crate::components::{Chip, Choice, FactLine, Facts, Notice, NoticeKind, Section, SelectField, dynamic};
use crate::pages::send::{Send, Ways};
use leptos::prelude::*;
use model::entry::Severity;
use model::estate::responsibility::{Alarm, Bearer, Route, Rule, route};
use model::scheme::Unit;
use words::place::FaultText;

/// The part.
pub fn fault(seen: Seen) -> AnyView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let (unit, system) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let severity = RwSignal::new(Severity::Serious);
    let choose = || (String::new(), said.choose.to_owned());
    let units = Signal::derive(move || {
        let named = seen.sites.with(|sites| {
            let units = sites.iter().flat_map(|sites| &sites.units);
            units.map(|(id, unit)| (id.to_string(), unit.number.clone())).collect::<Vec<_>>()
        });
        [vec![choose()], named].concat()
    });
    let systems = Signal::derive(move || {
        let asked = unit.get();
        let named = seen.sites.with(|sites| {
            let own = sites.iter().flat_map(|sites| &sites.things).filter(|site| site.unit.to_string() == asked);
            own.map(|site| (site.thing.id.to_string(), name(seen, site))).collect::<Vec<_>>()
        });
        [vec![choose()], named].concat()
    });
    let severities = Severity::ALL.iter().map(|one| Chip {
        value: *one,
        name: (words.choice().severity)(*one).to_owned(),
        glyph: None,
    });
    let routed = move || {
        let (unit, system, severity) = (unit.get(), system.get(), severity.get());
        seen.sites.with(|sites| {
            let sites = sites.as_ref()?;
            let is_asked = |site: &&Site| site.unit.to_string() == unit && site.thing.id.to_string() == system;
            let site = sites.things.iter().find(is_asked)?;
            let own = sites.own();
            let route = route(site.asked(sites.scheme.regime), severity, &own);
            Some(told(seen, sites, site, severity, &route))
        })
    };
    view! {
        <Section title=said.fault>
            <div class="form stack paperless">
                <p class="section__note">{said.fault_lead}</p>
                <SelectField label=said.unit value=unit options=units />
                <SelectField label=said.system value=system options=systems />
                <Choice legend=said.severity options=severities.collect() value=severity />
            </div>
        </Section>
        {dynamic(routed)}
    }
    .into_any()
}

fn name(seen: Seen, site: &Site) -> String {
    let sort = (seen.desk.words().choice().system)(site.thing.sort);
    report::joined(&[&site.thing.name, sort])
}

fn told(seen: Seen, sites: &Sites, site: &Site, severity: Severity, route: &Route<'_>) -> AnyView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let title = match route.gap() {
        Some(_) => said.find_out,
        None => (said.goes)(route.first()),
    };
    let answers = [(1, route.repair), (2, route.pay), (3, route.excess)];
    let duties = model::estate::responsibility::Duty::ALL;
    let line = |(at, answer): &(usize, _)| FactLine::words((said.duty)(duties[*at]), bearer(words, answer));
    let lines: Vec<FactLine> = answers.iter().map(line).collect();
    let alarm = route.alarm.map(|alarm| {
        let title = if matches!(alarm, Alarm::Remedy(_)) { said.alarm } else { said.danger };
        view! { <Notice kind=NoticeKind::Warn title /> }
    });
    let remedy = route.alarm.and_then(|alarm| match alarm {
        Alarm::Remedy(law) => Some(quoted(words, &Rule::Law(law))),
        Alarm::Danger => None,
    });
    let behind = rules(answers.iter().map(|(_, answer)| *answer));
    let behind = behind.iter().map(|rule| quoted(words, rule)).collect_view();
    let unit = sites.unit(site.unit).cloned().unwrap_or_default();
    let text = text(seen, sites, site, severity, route, &unit);
    let is_owners = route.gap().is_none() && route.first() != Bearer::Body;
    let reach = reach(seen, sites, &unit, is_owners);
    let send = is_owners.then(|| send(seen, &unit, (said.subject)(&unit.number, &name(seen, site)), text));
    view! {
        <Section title>
            <div class="stack">
                {alarm}
                <Facts lines />
                <ul class="estate-plan__rules stack">{behind} {remedy}</ul>
                {reach}
            </div>
        </Section>
        {send}
    }
    .into_any()
}

/// Whom to call: the owner, or who looks after the scheme.
fn reach(seen: Seen, sites: &Sites, unit: &Unit, is_owners: bool) -> AnyView {
    let said = seen.desk.words().estate_duties();
    let scheme = &sites.scheme;
    let (name, phone, email) = match is_owners {
        true => (&unit.owner, &unit.owner_phone, &unit.owner_email),
        false => (&scheme.agent, &scheme.agent_phone, &scheme.agent_email),
    };
    let known = report::joined(&[name, phone, email]);
    let value = if phone.is_empty() && email.is_empty() { report::joined(&[name, said.no_way]) } else { known };
    let mut lines = vec![FactLine::words(said.call, value)];
    if is_owners && !unit.tenant.is_empty() {
        lines.push(FactLine::words(said.unit, unit.tenant.clone()));
    }
    view! { <Facts lines /> }.into_any()
}

fn text(seen: Seen, sites: &Sites, site: &Site, severity: Severity, route: &Route<'_>, unit: &Unit) -> String {
    let words = seen.desk.words();
    let rule = route.repair.rule.as_ref().map(plain).unwrap_or_default();
    (words.estate_duties().told)(&FaultText {
        scheme: &sites.scheme.name,
        owner: &unit.owner,
        unit: &unit.number,
        system: &name(seen, site),
        severity: (words.choice().severity)(severity),
        repair: bearer(words, &route.repair),
        pay: bearer(words, &route.pay),
        excess: bearer(words, &route.excess),
        rule,
    })
}

/// The text for the owner, and the ways to send it.
fn send(seen: Seen, unit: &Unit, subject: String, text: String) -> AnyView {
    let said = seen.desk.words().estate_duties();
    let ways = Ways { copy: said.copy, copied: said.copied, whatsapp: said.whatsapp, mail: said.mail };
    let (phone, email) = (unit.owner_phone.clone(), unit.owner_email.clone());
    view! {
        <Section title=said.text>
            <p class="estate-plan__text">{text.clone()}</p>
            <Send ways phone email subject text />
        </Section>
    }
    .into_any()
}
