//! The firm's checklists in a job record: what must be done has to be ticked before the record is sent.

use crate::components::{Chip, Choices, Notice, NoticeKind, dynamic};
use crate::deeds::portal::visited;
use crate::deeds::stock;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::firm::Routine;
use model::inspection::{Found, Point};
use model::portal::JobSheet;

/// The checklists that belong to a job of that title. By a link none is known.
pub async fn of_job(desk: Desk, title: &str) -> Vec<Routine> {
    if visited(desk).is_some() {
        return Vec::new();
    }
    let all = stock::all::<Routine>(desk).await;
    all.into_iter().map(|(_, routine)| routine).filter(|routine| routine.is_for(title)).collect()
}

/// The points of checklists as they are ticked. A handle.
#[derive(Clone, Copy)]
pub struct Checks {
    routines: StoredValue<Vec<Routine>>,
    /// What the record has besides, by other lists.
    others: StoredValue<Vec<Point>>,
    ticked: RwSignal<Vec<usize>>,
    missed: RwSignal<Vec<String>>,
}

impl Checks {
    /// The points, ticked as a record has them.
    pub fn of(routines: Vec<Routine>, sheet: &JobSheet) -> Self {
        let titles = titles(&routines);
        let was_done = |title: &String| sheet.points.iter().any(|point| point.title == *title);
        let ticked = (0..titles.len()).filter(|at| was_done(&titles[*at])).collect();
        let others = sheet.points.iter().filter(|point| !titles.contains(&point.title)).cloned().collect();
        Self {
            routines: StoredValue::new(routines),
            others: StoredValue::new(others),
            ticked: RwSignal::new(ticked),
            missed: RwSignal::default(),
        }
    }

    /// The points that were done; tracks them.
    pub fn read(self) -> Vec<Point> {
        let titles = self.routines.with_value(|routines| titles(routines));
        let ticked = self.ticked.get().into_iter();
        let done = ticked.map(|at| Point { title: titles[at].clone(), found: Found::Good, ..Point::default() });
        done.chain(self.others.get_value()).collect()
    }

    /// Whether everything that must be done was; what is missing is said beside the points.
    pub fn are_done(self) -> bool {
        let points = untrack(|| self.read());
        let missing: Vec<String> = self.routines.with_value(|routines| {
            routines.iter().flat_map(|routine| routine.missing(&points)).map(str::to_owned).collect()
        });
        let are_done = missing.is_empty();
        self.missed.set(missing);
        are_done
    }
}

/// Titles of all points, each once: what must be done first.
fn titles(routines: &[Routine]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for must in [true, false] {
        for point in routines.iter().flat_map(|routine| &routine.points).filter(|point| point.must == must) {
            if !titles.contains(&point.title) {
                titles.push(point.title.clone());
            }
        }
    }
    titles
}

/// The points to tick; nothing where no checklist belongs to the job.
#[component]
pub fn ChecksField(
    /// The points.
    checks: Checks,
) -> impl IntoView {
    let said = use_desk().words().job();
    let (names, must) = checks.routines.with_value(|routines| {
        let musts = routines.iter().flat_map(|routine| &routine.points).filter(|point| point.must);
        (titles(routines), musts.map(|point| point.title.clone()).collect::<Vec<_>>())
    });
    if names.is_empty() {
        return ().into_any();
    }
    let name = |title: String| if must.contains(&title) { (said.must)(&title) } else { title };
    let chip = |(value, title): (usize, String)| Chip { value, name: name(title), glyph: None };
    let options = names.into_iter().enumerate().map(chip).collect();
    let missed = move || {
        checks.missed.with(|missed| {
            let title = (said.must_first)(&missed.join(", "));
            (!missed.is_empty()).then(|| view! { <Notice kind=NoticeKind::Refused title /> })
        })
    };
    view! {
        <Choices legend=said.checks options values=checks.ticked />
        {dynamic(missed)}
    }
    .into_any()
}
