//! Typing in an offer that came in, with its quote.

use super::super::Found;
use super::super::known::{cents_typed, day_typed, read, vendor_options};
use crate::browser::photo::Picked;
use crate::components::{AreaField, Button, Glyph, More, Picker, SelectField, TextField, dynamic};
use crate::deeds::portal::add_file;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::ev::Event;
use leptos::prelude::*;
use model::canonical::normal;
use model::scheme::Offer;
use model::{Fault, FaultCode, FileRef, SpaceId};

/// The boxes of an offer.
#[component]
pub fn Adding(
    /// The scheme.
    found: Found,
    /// Its space, in which the quote is kept.
    space: SpaceId,
    /// Takes the offer.
    add: Callback<Offer>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let [vendor, name, cents, by, note] = [(); 5].map(|()| RwSignal::new(String::new()));
    let file = RwSignal::new(None::<FileRef>);
    let options =
        Memo::new(move |_| read(found, |estate| vendor_options(estate, None, said.other_vendor)).unwrap_or_default());
    let pick = Callback::new(move |event: Event| {
        let Some(picked) = Picked::from_input(&event.target().into()).into_iter().next() else { return };
        form.run(add_file(desk, space, picked), move |kept| drop(file.try_set(Some(kept))));
    });
    let take = Callback::new(move |()| {
        let typed = || {
            let offer = Offer {
                vendor: vendor.get_untracked().parse().ok(),
                name: normal(&name.get_untracked()),
                cents: cents_typed(&cents.get_untracked(), "offers.cents")?,
                by: day_typed(&by.get_untracked(), "offers.by")?,
                note: note.get_untracked().trim().to_owned(),
                file: file.get_untracked(),
                ..Offer::default()
            };
            match offer.vendor.is_none() && offer.name.is_empty() {
                true => Err(Fault::new("offers.name", FaultCode::Missing)),
                false => Ok(offer),
            }
        };
        match typed() {
            Ok(offer) => {
                add.run(offer);
                [vendor, name, cents, by, note].iter().for_each(|text| text.set(String::new()));
                file.set(None);
            }
            Err(fault) => form.show(vec![fault]),
        }
    });
    let other = move || {
        let box_of = || view! { <TextField label=said.offer_name value=name error=form.error("offers.name") /> };
        vendor.with(String::is_empty).then(box_of)
    };
    let chosen = move || file.with(|file| file.as_ref().map(|file| view! { <p class="soft">{file.name.clone()}</p> }));
    let optional = words.common().optional;
    view! {
        <More summary=said.add_offer>
            <SelectField label=said.offer_of value=vendor options=Signal::from(options) />
            {dynamic(other)}
            <TextField label=said.offer_price value=cents sign="R" keyboard="decimal" error=form.error("offers.cents") />
            <TextField label=said.offer_by optional value=by kind="date" error=form.error("offers.by") />
            <AreaField label=said.offer_note optional value=note error=form.error("offers.note") />
            {dynamic(chosen)}
            <div class="line">
                <Picker label=said.quote_file glyph=Glyph::PAPERCLIP accept="*/*" quiet=true on_pick=pick />
                <Button label=said.add busy=form.busy() on_press=take />
            </div>
        </More>
    }
}
