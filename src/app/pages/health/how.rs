//! How it is worked out: in words, and the weights as tables with where each comes from.

use crate::components::{Cell, Column, More, Table, TableRow};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::entry::Severity;
use model::health::Part;
use model::health::weight::{self, EVIDENCE, Evidence, LATENESS, PARTS, SHARES, UNKNOWN_SHARE};

/// The part of the page, folded away: it is long, and asked for once.
#[component]
pub fn How() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().health_page();
    let told = said.how_told.map(|told| view! { <p>{told}</p> });
    view! {
        <More summary=said.how>
            <div class="stack health-how">{told.into_iter().collect_view()} {parts(desk)} {taken(desk)} {shares(desk)}</div>
        </More>
    }
}

fn parts(desk: Desk) -> AnyView {
    let words = desk.words();
    let said = words.health_page();
    let rows = PARTS.map(|one| {
        let cells = vec![
            Cell::Figure(one.points.to_string()),
            Cell::Figure(one.confidence.to_string()),
            Cell::words((said.source)(one.source)),
        ];
        view! { <TableRow name=(words.health().part)(one.part) cells /> }
    });
    let columns = vec![
        Column::words(said.what),
        Column::figures(said.most),
        Column::figures(said.sure),
        Column::words(said.from),
    ];
    view! { <h3>{said.weights}</h3> <Table caption=said.weights columns>{rows.into_iter().collect_view()}</Table> }
        .into_any()
}

/// What takes how many points.
fn taken(desk: Desk) -> AnyView {
    let words = desk.words();
    let said = words.health_page();
    let faults = Severity::ALL.iter().rev().map(|severity| {
        let name = (words.choice().severity)(*severity).to_lowercase();
        ((said.fault)(&name), weight::fault_points(*severity).to_string())
    });
    let late = LATENESS.iter().rev().map(|(days, points)| ((said.late)(*days), points.to_string()));
    let unknown = weight::weight(Part::Care).points / UNKNOWN_SHARE;
    let shown = |of: fn(&Evidence) -> u32| {
        let all = EVIDENCE.iter().map(of).filter(|points| *points > 0);
        let (least, most) = all.fold((u32::MAX, 0), |(least, most), points| (least.min(points), most.max(points)));
        if least == most { most.to_string() } else { (said.between)(least, most) }
    };
    let evidence = [
        (said.make, shown(|one| one.make.0)),
        (said.photo, shown(|one| one.photo.0)),
        (said.paper, shown(|one| one.paper.0)),
        (said.certificate, shown(|one| one.certificate.0)),
    ];
    let evidence = evidence.into_iter().map(|(name, points)| (name.to_owned(), points));
    let unknown = std::iter::once((said.unknown.to_owned(), unknown.to_string()));
    let all = faults.chain(late).chain(unknown).chain(evidence);
    let rows = all.map(|(name, points)| view! { <TableRow name cells=vec![Cell::Figure(points)] /> });
    let columns = vec![Column::words(said.what), Column::figures(said.most)];
    let rows = rows.collect_view();
    view! { <h3>{said.taken}</h3> <Table caption=said.taken columns>{rows}</Table> }.into_any()
}

/// How much systems count.
fn shares(desk: Desk) -> AnyView {
    let said = desk.words().health_page();
    let rows = SHARES.map(|one| {
        let cells = vec![Cell::Figure(format!("{} ×", one.times)), Cell::words((said.source)(one.source))];
        view! { <TableRow name=(said.risk)(one.risk) cells /> }
    });
    let columns = vec![Column::words(said.what), Column::figures(said.times), Column::words(said.from)];
    let rows = rows.into_iter().collect_view();
    view! { <h3>{said.shares}</h3> <Table caption=said.shares columns>{rows}</Table> }.into_any()
}
