//! A checklist that belongs to the firm's jobs.

use crate::fault::FaultCode;
use crate::inspection::Point;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A standard checklist.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Routine {
    /// What it is called.
    pub name: String,
    /// For which jobs, each by words that their titles have; none for all jobs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub jobs: Vec<String>,
    /// What is gone through.
    pub points: Vec<RoutinePoint>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Routine { "name" => name, "jobs" => jobs, "points" => points, "deleted" => deleted });

/// A point of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct RoutinePoint {
    /// What is looked at or done.
    pub title: String,
    /// How.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub how: String,
    /// Whether the job cannot be finished without it.
    pub must: bool,
}

fielded!(RoutinePoint { "title" => title, "how" => how, "must" => must });

impl Routine {
    /// Whether it belongs to a job of that title.
    pub fn is_for(&self, title: &str) -> bool {
        let title = title.to_lowercase();
        let has = |words: &String| title.contains(&words.trim().to_lowercase());
        self.jobs.is_empty() || self.jobs.iter().any(has)
    }

    /// The points that must be gone through and that a job sheet with those `points` does not have.
    pub fn missing<'a>(&'a self, points: &[Point]) -> Vec<&'a str> {
        let is_there = |one: &RoutinePoint| points.iter().any(|point| point.title == one.title);
        self.points.iter().filter(|one| one.must && !is_there(one)).map(|one| one.title.as_str()).collect()
    }
}

impl Letter for Routine {
    const KIND: &'static str = "routine";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.list("jobs", &self.jobs);
        self.jobs.iter().for_each(|words| check.name("jobs", words));
        check.list("points", &self.points);
        if self.points.is_empty() {
            check.fault("points", FaultCode::Missing);
        }
        for point in &self.points {
            check.name("points.title", &point.title);
            check.note("points.how", &point.how);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checklist_belongs_to_jobs_by_their_titles() {
        let rows: [(&[&str], &str, bool); 5] = [
            (&[], "Anything", true),
            (&["geyser"], "New Geyser in the roof", true),
            (&["geyser", " Gas "], "Gas hob", true),
            (&["geyser"], "Blocked drain", false),
            (&["geyser"], "", false),
        ];
        for (jobs, title, expected) in rows {
            let routine = Routine { jobs: jobs.iter().map(|&job| job.to_owned()).collect(), ..Routine::default() };
            assert_eq!(routine.is_for(title), expected, "{jobs:?} {title}");
        }
    }

    #[test]
    fn what_must_be_gone_through_is_missed() {
        let point = |title: &str, must| RoutinePoint { title: title.to_owned(), must, ..RoutinePoint::default() };
        let points = vec![point("Isolate", true), point("Sweep", false), point("Test the valve", true)];
        let routine = Routine { points, ..Routine::default() };
        let done = |title: &str| Point { title: title.to_owned(), ..Point::default() };
        assert_eq!(routine.missing(&[]), ["Isolate", "Test the valve"]);
        assert_eq!(routine.missing(&[done("Isolate")]), ["Test the valve"]);
        assert!(routine.missing(&[done("Test the valve"), done("Isolate")]).is_empty());
    }
}
