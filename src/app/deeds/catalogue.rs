//! The starter catalogue: a file beside the app, kept on the device by the worker.

use crate::desk::Desk;
use crate::net;
use model::catalogue::Catalogue;
use model::checklist::Checklists;
use model::usual_care::UsualCare;

/// Where the catalogues and their pictures are.
const FOLDER: &str = "/catalogue";

/// The country of every home so far, as its catalogue is named.
const COUNTRY: &str = "za";

/// The catalogue in the person's language; none if it is neither on the device nor to be fetched.
pub async fn read(desk: Desk) -> Option<Catalogue> {
    let text = net::get_text(&format!("{FOLDER}/{COUNTRY}.{}.json", desk.words().tag)).await.ok()?;
    Catalogue::read(&text).ok()
}

/// The checklists of the country; none if they are neither on the device nor to be fetched.
pub async fn checklists(desk: Desk) -> Option<Checklists> {
    let text = net::get_text(&format!("{FOLDER}/checks.{COUNTRY}.{}.json", desk.words().tag)).await.ok()?;
    Checklists::read(&text).ok()
}

/// Where a picture is drawn, by its name in the catalogue.
pub fn picture(name: &str) -> String {
    format!("{FOLDER}/pictures.svg#{name}")
}

/// What systems usually need, in the person's language; none if it is neither on the device nor to be fetched.
pub async fn care(desk: Desk) -> Option<UsualCare> {
    let text = net::get_text(&format!("{FOLDER}/{COUNTRY}.{}.care.json", desk.words().tag)).await.ok()?;
    UsualCare::read(&text).ok()
}
