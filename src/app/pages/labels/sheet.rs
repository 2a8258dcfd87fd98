//! Sheets of labels as they are printed, and as large.

use super::Order;
use super::systems::Labelled;
use crate::browser::{page, qr};
use crate::components::{Squares, dynamic};
use leptos::prelude::*;
use model::label;

/// Squares of white that a code needs around it (ISO/IEC 18004, section 6.3.8).
const QUIET: usize = 4;

/// What labels are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    /// Avery L7160: 21 labels on A4.
    L7160,
    /// Avery L7651: 65 labels on A4.
    L7651,
    /// A roll that is 62 mm wide, cut after each label.
    Roll,
}

/// How labels lie on a sheet; lengths as CSS has them.
pub(super) struct Form {
    /// Labels beside one another.
    pub(super) columns: usize,
    rows: usize,
    width: &'static str,
    height: &'static str,
    top: &'static str,
    left: &'static str,
    /// The side of a code with the white around it: of a code of 33 squares, 15 mm at least are black and white.
    code: &'static str,
    text: &'static str,
}

impl Form {
    /// Labels on a sheet.
    pub(super) fn places(&self) -> usize {
        self.columns * self.rows
    }
}

impl Paper {
    /// All of them, in the order in which they are offered.
    pub(super) const ALL: [Self; 3] = [Self::L7160, Self::L7651, Self::Roll];

    /// The maker's name of a sheet.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::L7160 => Some("L7160"),
            Self::L7651 => Some("L7651"),
            Self::Roll => None,
        }
    }

    /// How labels lie on it, as its maker says.
    pub(super) fn form(self) -> Form {
        match self {
            Self::L7160 => Form {
                columns: 3,
                rows: 7,
                width: "63.5mm",
                height: "38.1mm",
                top: "15.15mm",
                left: "7.25mm",
                code: "32mm",
                text: "8.5pt",
            },
            Self::L7651 => Form {
                columns: 5,
                rows: 13,
                width: "38.1mm",
                height: "21.2mm",
                top: "10.7mm",
                left: "4.75mm",
                code: "19.4mm",
                text: "6.5pt",
            },
            Self::Roll => Form {
                columns: 1,
                rows: 1,
                width: "62mm",
                height: "40mm",
                top: "0mm",
                left: "0mm",
                code: "33mm",
                text: "9pt",
            },
        }
    }
}

/// The sheets.
#[component]
pub(super) fn Sheets(order: Order) -> impl IntoView {
    let draw = move || {
        let said = order.desk.words().label();
        let paper = order.paper.get();
        let first = order.first.with(|first| first.parse::<usize>().unwrap_or(1)).saturating_sub(1);
        let sheets = laid_out(order.printed(), paper.form().places(), first);
        let sheet = |(at, places): (usize, Vec<Option<Labelled>>)| {
            let form = paper.form();
            let class = if paper == Paper::Roll { "labels__sheet labels__sheet--roll" } else { "labels__sheet" };
            let labels = places.into_iter().map(|system| label(order, paper, system)).collect_view();
            view! {
                <ol
                    class=class
                    aria-label=(said.sheet_number)(at + 1)
                    style:--columns=form.columns.to_string()
                    style:--width=form.width
                    style:--height=form.height
                    style:--top=form.top
                    style:--left=form.left
                    style:--code=form.code
                    style:--text=form.text
                >
                    {labels}
                </ol>
            }
        };
        sheets.into_iter().enumerate().map(sheet).collect_view()
    };
    let name = order.desk.words().label().preview;
    // A sheet is wider than a phone: it is moved under the window, with the keyboard too.
    view! { <div class="labels__sheets" role="region" aria-label=name tabindex="0">{dynamic(draw)}</div> }
}

/// What lies at each place of each sheet, the first at `first` (from 0) of the first.
fn laid_out<T>(labels: Vec<T>, places: usize, first: usize) -> Vec<Vec<Option<T>>> {
    let first = if labels.is_empty() { 0 } else { first.min(places - 1) };
    let mut all: Vec<Option<T>> = (0..first).map(|_| None).chain(labels.into_iter().map(Some)).collect();
    all.resize_with(all.len().next_multiple_of(places), || None);
    let mut sheets = Vec::new();
    while !all.is_empty() {
        let rest = all.split_off(places);
        sheets.push(std::mem::replace(&mut all, rest));
    }
    sheets
}

/// A label, or a place that stays empty.
fn label(order: Order, paper: Paper, system: Option<Labelled>) -> AnyView {
    let Some(system) = system else {
        return view! { <li class="labels__label" aria-hidden="true"></li> }.into_any();
    };
    let desk = order.desk;
    let said = desk.words().label();
    let token = order.labels.with(|labels| labels.get(&system.id).map(|label| label.token.clone()));
    let squares = token.and_then(|token| qr::squares(&label::address(&page::origin(), &token)));
    let home = desk.library.property().map(|home| home.letter.name.clone()).unwrap_or_default();
    let hint = (paper != Paper::L7651).then(|| view! { <small>{said.scan_with}</small> });
    view! {
        <li class="labels__label">
            {match squares {
                Some(squares) => code(&squares, (said.code_of)(&system.name)),
                None => view! { <p class="labels__label labels__code">{said.code_later}</p> }.into_any(),
            }}
            <div class="labels__words">
                <strong>{system.name}</strong>
                <span>{system.zone}</span>
                <span>{home}</span>
                {hint}
            </div>
        </li>
    }
    .into_any()
}

/// A code with the white that it needs.
fn code(squares: &Squares, name: String) -> AnyView {
    let side = squares.width + 2 * QUIET;
    view! {
        <svg class="labels__code" viewBox=format!("-{QUIET} -{QUIET} {side} {side}") role="img" aria-label=name>
            <path d=squares.path() />
        </svg>
    }
    .into_any()
}
