//! The certificates of a scheme on a day and for a purpose, from what its units' logbooks tell of the days ahead.

use super::{Board, Seat};
use crate::basis::Purpose;
use crate::certificate::CertificateType;
use crate::date::Date;
use crate::estate::matrix::{Cell, Code, Overdue, Place, Row, SORTS, Summary, overdue};
use crate::id::RecordId;
use crate::scheme::{Hidden, Proof, UnitStanding};

/// The certificates of every place, on a day and for a purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    /// The day.
    pub on: Date,
    /// The purpose.
    pub purpose: Purpose,
    /// Row by row, as on the board.
    pub rows: Vec<Row>,
    /// How many stand how.
    pub summary: Summary,
}

impl Papers {
    /// What stands on a board.
    pub fn of(board: &Board, on: Date, purpose: Purpose) -> Self {
        let rows: Vec<Row> = board.seats().iter().map(|seat| row(seat, on, purpose)).collect();
        let summary = Summary::of(&rows);
        Self { on, purpose, rows, summary }
    }

    /// Puts in what one place has now.
    pub fn replace(&mut self, seat: &Seat, at: usize) {
        let Some(place) = self.rows.get_mut(at) else { return };
        let now = row(seat, self.on, self.purpose);
        self.summary.replace(place, &now);
        *place = now;
    }

    /// What is asked for and is not there or does not do.
    pub fn overdue(&self, board: &Board) -> Vec<Overdue> {
        let place = |(seat, row): (&Seat, _)| Place { unit: seat.id, responsible: None, row };
        let seats = board.seats().iter();
        let places: Vec<Place<'_>> = seats.zip(&self.rows).map(|(seat, row)| place((seat, row))).collect();
        overdue(&places, self.on)
    }

    /// The units whose owners can be asked for a certificate that they lack or do not show; the common property is the trustees' own matter.
    pub fn asked(&self, board: &Board, sort: CertificateType) -> Vec<RecordId> {
        let seats = board.seats().iter().zip(&self.rows).filter(|(seat, _)| !seat.is_common());
        let lacks = |row: &Row| {
            let code = row[sort as usize].code;
            code.is_lacking() || code == Code::NotShared
        };
        seats.filter(|(_, row)| lacks(row)).map(|(seat, _)| seat.id).collect()
    }
}

/// The certificates of a place. Of which no logbook tells, nothing is shown.
fn row(seat: &Seat, on: Date, purpose: Purpose) -> Row {
    let Some(standing) = &seat.standing else { return [Cell::NOT_SHARED; SORTS] };
    let mut row = [none(standing); SORTS];
    for (cell, sort) in row.iter_mut().zip(CertificateType::ALL) {
        let chain = || standing.proofs.iter().filter(|proof| proof.sort == *sort && proof.purpose == purpose);
        match chain().find(|proof| proof.until.is_none_or(|last| last >= on)) {
            Some(proof) => *cell = found(proof),
            None if chain().next().is_some() => *cell = Cell { code: Code::CannotTell, is_sure: true, until: None },
            None => {}
        }
    }
    row
}

/// How a sort stands of which nothing is told: nothing asks for it, or it is not shown.
fn none(standing: &UnitStanding) -> Cell {
    let is_shown = standing.held || (standing.linked && !standing.hidden.contains(&Hidden::Certificates));
    match is_shown {
        true => Cell { code: Code::NotApplicable, is_sure: true, until: None },
        false => Cell::NOT_SHARED,
    }
}

fn found(proof: &Proof) -> Cell {
    let until = if proof.code.is_lacking() { proof.ended } else { proof.until };
    Cell { code: proof.code, is_sure: !proof.unsure, until }
}
