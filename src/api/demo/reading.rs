//! Meter readings: water and electricity on the last evening of each month.

use super::chance::Chance;
use super::day;
use super::pen::{Pen, Who, id};
use super::photo::Scene;
use model::reading::{Reading, Unit};
use model::system::System;

/// Kilolitres in a month of an ordinary year, January first: more in summer, for the garden.
const WATER_KL: [i64; 12] = [23, 21, 20, 17, 15, 14, 14, 14, 15, 18, 20, 23];
/// Kilowatt-hours in a month without panels: more in winter, for water and warmth.
const POWER_KWH: [i64; 12] = [640, 610, 640, 690, 800, 910, 960, 900, 800, 710, 650, 690];

/// Writes a reading of each meter for every month from April of the first year until the last that is over.
pub(super) fn write(pen: &mut Pen) {
    let mut chance = Chance::of("meters");
    // In litres and watt-hours.
    let (mut water, mut power) = (11_480, 204_300);
    for month_number in 3.. {
        let (years, month) = (month_number / 12, u32::try_from(month_number % 12).expect("less than twelve") + 1);
        let on = day::month(pen.year(years), month).last();
        if on >= pen.today {
            break;
        }
        let season = usize::try_from(month - 1).expect("less than twelve");
        water += WATER_KL[season] * thirst(years) * i64::from(chance.within(88, 113)) / 10;
        power += POWER_KWH[season] * hunger(years, month) * i64::from(chance.within(90, 112)) / 10;
        let mut reading = Reading {
            system: Some(id::<System>("water-meter")),
            unit: Unit::Kilolitre,
            value_milli: water,
            on: Some(on),
            ..Reading::default()
        };
        if month == 12 {
            let file = pen.photo(Scene::Meter, 0, on, "The year’s last reading");
            reading.files.push(file);
        }
        pen.write(&format!("water {on}"), Who::Pieter, on, &reading);
        // Read wrongly once, noticed the next day.
        if (years, month) == (4, 6) {
            let mut wrong = reading.clone();
            wrong.amends = Some(id::<Reading>(&format!("water {on}")));
            wrong.notes = "Read again in daylight.".into();
            wrong.value_milli += 300;
            water += 300;
            pen.write(&format!("water {on} again"), Who::Naledi, on.plus_days(1), &wrong);
        }
        let reading = Reading {
            system: Some(id::<System>("electricity-meter")),
            unit: Unit::KilowattHour,
            value_milli: power,
            on: Some(on),
            ..Reading::default()
        };
        pen.write(&format!("power {on}"), Who::Pieter, on, &reading);
    }
}

/// Water used against an ordinary year, per cent: little while it was rationed, more since the pool.
fn thirst(years: i32) -> i64 {
    match years {
        0 => 105,
        1 => 78,
        2 => 46,
        3 => 66,
        _ => 98,
    }
}

/// Electricity bought against a house without panels, per cent.
fn hunger(years: i32, month: u32) -> i64 {
    let with_panels = years > 6 || (years == 6 && month > 10);
    match (with_panels, month) {
        (false, _) => 100,
        (true, 5..=8) => 62,
        (true, _) => 38,
    }
}
