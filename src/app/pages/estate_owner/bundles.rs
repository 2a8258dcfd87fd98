//! Call-outs that many units share: taking part or not.

use crate::components::{Button, Row, Rows, Section, Status, Tone, Weight};
use crate::deeds::{Trouble, estate_link as deeds};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use leptos::prelude::*;
use model::Money;
use wire::estate::BundleView;

/// The call-outs.
#[component]
pub(super) fn Bundles(bundles: Vec<BundleView>, may: bool, load: Callback<()>) -> impl IntoView {
    let said = use_desk().words().estate_owner();
    let trouble = RwSignal::new(None::<Trouble>);
    let is_empty = bundles.is_empty();
    let rows = bundles.into_iter().map(|bundle| view! { <One bundle may load trouble /> }).collect_view();
    view! {
        <Section title=said.bundles>
            {is_empty.then(|| view! { <p class="soft">{said.no_bundles}</p> })}
            <TroubleNotice trouble back="/scheme" />
            <Rows>{rows}</Rows>
        </Section>
    }
}

#[component]
fn One(bundle: BundleView, may: bool, load: Callback<()>, trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_owner();
    let money = |cents: Option<i64>| cents.map(|cents| words.money(&Money::rand(cents)));
    let (call_out, each) = (money(bundle.call_out), money(bundle.each));
    let by = match bundle.ordered_on {
        Some(day) => Some((said.ordered)(&words.day(day))),
        None => bundle.answer_by.or(bundle.by).map(|day| (said.by)(&words.day(day))),
    };
    let lines = [
        Some(bundle.vendor.clone()),
        Some((said.price)(call_out.as_deref(), each.as_deref())),
        by,
        Some((said.joined)(bundle.joined)),
        Some(bundle.notes.clone()),
    ];
    let text = lines.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let busy = RwSignal::new(false);
    let id = bundle.id;
    let answer = move |joins: bool| {
        Callback::new(move |()| {
            busy.set(true);
            leptos::task::spawn_local(async move {
                match deeds::answer(desk, id, joins).await {
                    Ok(()) => load.run(()),
                    Err(wrong) => drop(trouble.try_set(Some(wrong))),
                }
                busy.try_set(false);
            });
        })
    };
    let end = bundle.joins.map(|joins| {
        let tone = if joins { Tone::Good } else { Tone::Info };
        view! { <Status tone word=(said.answered)(joins) /> }
    });
    let open = may && bundle.ordered_on.is_none();
    let offers =
        [(said.join, true), (said.decline, false)].into_iter().filter(|(_, joins)| bundle.joins != Some(*joins));
    let actions = open.then(|| {
        let buttons =
            offers.map(|(label, joins)| view! { <Button label weight=Weight::Small busy on_press=answer(joins) /> });
        buttons.collect_view()
    });
    view! { <Row title=bundle.title text=text.into_any() end=end.into_any() actions=actions.into_any() /> }
}
