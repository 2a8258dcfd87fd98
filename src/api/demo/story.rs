//! What happened once: the events that people tell about a house.

mod drought;
mod moving_in;
mod recent;
mod settled;
mod sun;
mod weather;

use super::pen::Pen;

/// Writes the story of the house, year by year.
pub(super) fn write(pen: &mut Pen) {
    moving_in::write(pen);
    drought::write(pen);
    weather::write(pen);
    sun::write(pen);
    settled::write(pen);
    recent::write(pen);
}
