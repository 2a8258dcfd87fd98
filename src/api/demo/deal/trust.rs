//! What the household and its plumber think of each other: a registration that was looked up, an insurance that has run out, a review with its answer, and what
//! the plumber may see of what falls due.

use super::{Pen, day};
use model::portal::{Answer, Confirmation, Consent, Due, Registration, Review};

impl Pen {
    pub(super) fn pirb(&self) -> Registration {
        let expires = Some(day::of(self.today.year() + 1, 3, 31));
        Registration { body: "PIRB".into(), number: "18364/07".into(), expires, file: None }
    }

    pub(super) fn insured(&self) -> Registration {
        let (body, number) = ("Public liability insurance".into(), "PL 55201".into());
        Registration { body, number, expires: Some(day::before(self.today, 12)), file: None }
    }

    pub(super) fn confirmation(&self) -> Confirmation {
        let Registration { body, number, expires, .. } = self.pirb();
        let (how, name) = ("Looked for the number on the site of the PIRB".into(), "Naledi".into());
        Confirmation { body, number, expires, how, wrong: None, name, confirmed_at: Some(self.now) }
    }

    pub(super) fn review(&self) -> Review {
        Review {
            of: Some(self.id("sheet")),
            work: Some(5),
            word: Some(3),
            manner: Some(5),
            text: "Good work and a clean roof space afterwards. The bill was higher than the quote.".into(),
            name: "Naledi".into(),
            reviewed_at: Some(self.now),
        }
    }

    pub(super) fn answer(&self) -> Answer {
        let text = "Thank you. The extra half hour was for the valve that was stuck; a credit note follows.".into();
        Answer { of: Some(self.id("review")), text, name: "Faizel".into(), answered_at: Some(self.now) }
    }

    pub(super) fn consent(&self) -> Consent {
        let anode = Due { title: "Look at the anode".into(), on: Some(day::before(self.today, 2).plus_months(36)) };
        Consent { given: true, due: vec![anode], as_of: Some(self.today) }
    }
}
