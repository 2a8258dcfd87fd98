//! A checklist of one's own: copied from another, and changed.

use super::offer::Offer;
use crate::components::{Button, Glyph, TextField, Weight};
use crate::deeds::inspection;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage, number_typed};
use crate::pages::use_toaster;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::canonical::normal;
use model::checklist::{Checklist, Look};

/// The boxes of a point.
#[derive(Clone)]
struct Boxes {
    /// Tells it from the others.
    key: usize,
    look: Look,
    title: RwSignal<String>,
    how: RwSignal<String>,
}

impl Boxes {
    fn of(key: usize, look: Look) -> Self {
        let (title, how) = (RwSignal::new(look.title.clone()), RwSignal::new(look.how.clone()));
        Self { key, look, title, how }
    }

    fn look(&self) -> Look {
        let text = |typed: RwSignal<String>| normal(&typed.get_untracked());
        Look { title: text(self.title), how: text(self.how), ..self.look.clone() }
    }
}

/// The form.
#[component]
pub fn EditPage(
    /// What is changed, or copied where it is of the catalogue.
    offer: Offer,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.inspect();
    let toaster = use_toaster();
    let form = Form::new();
    let leave = {
        let navigate = use_navigate();
        Callback::new(move |()| {
            navigate("/inspections", NavigateOptions { replace: true, ..NavigateOptions::default() })
        })
    };
    let was = offer.own.map(|id| (id, offer.list.clone()));
    let base = match offer.own {
        Some(_) => offer.list.clone(),
        None => {
            Checklist { copied_from: offer.key.clone(), name: (said.copy_name)(&offer.list.name), ..offer.list.clone() }
        }
    };
    let name = RwSignal::new(base.name.clone());
    let every = RwSignal::new(base.every_months.map(|months| months.to_string()).unwrap_or_default());
    let points = RwSignal::new(
        base.points.iter().cloned().enumerate().map(|(key, look)| Boxes::of(key, look)).collect::<Vec<_>>(),
    );
    let before = was.clone();
    let save = Callback::new(move |()| {
        let every_months = match number_typed(&every.get_untracked(), "every_months") {
            Ok(months) => months,
            Err(fault) => return form.show(vec![fault]),
        };
        let looks = points
            .with_untracked(|points| points.iter().map(Boxes::look).filter(|look| !look.title.is_empty()).collect());
        let list = Checklist { name: normal(&name.get_untracked()), every_months, points: looks, ..base.clone() };
        let was = before.clone();
        form.run(async move { inspection::write(desk, was, &list).await }, move |_| {
            toaster.say(said.saved);
            leave.run(());
        });
    });
    let delete = was.map(|(id, list)| {
        let press = Callback::new(move |()| {
            let (before, gone) = (list.clone(), Checklist { deleted: Some(true), ..list.clone() });
            let name = list.name.clone();
            form.run(async move { inspection::write(desk, Some((id, before)), &gone).await }, move |_| {
                toaster.say((said.deleted)(&name));
                leave.run(());
            });
        });
        view! { <p><Button label=said.delete weight=Weight::Danger glyph=Glyph::TRASH on_press=press /></p> }
    });
    let row = move |boxes: Boxes| {
        let key = boxes.key;
        let drop = Callback::new(move |()| points.update(|points| points.retain(|other| other.key != key)));
        let label = Signal::derive(move || (said.drop_point)(&boxes.title.get()));
        view! {
            <div class="inspect__point stack stack--tight">
                <TextField label=said.point value=boxes.title />
                <TextField label=said.how optional=words.common().optional value=boxes.how />
                <p><Button label weight=Weight::Small on_press=drop /></p>
            </div>
        }
    };
    let add = Callback::new(move |()| {
        points.update(|points| {
            let key = points.iter().map(|boxes| boxes.key + 1).max().unwrap_or_default();
            points.push(Boxes::of(key, Look::default()));
        });
    });
    view! {
        <FormPage title=said.edit back="/inspections" form on_save=save>
            <TextField label=said.name value=name error=form.error("name") />
            <TextField label=said.every unit=said.months keyboard="numeric" optional=words.common().optional value=every error=form.error("every_months") />
            <For each=move || points.get() key=|boxes| boxes.key children=row />
            <p><Button label=said.add_point glyph=Glyph::PLUS weight=Weight::Quiet on_press=add /></p>
            {delete}
        </FormPage>
    }
}
