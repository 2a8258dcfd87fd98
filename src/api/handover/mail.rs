//! What the sides of a hand-over are told by mail. No mail holds more of a home than its name, and no link a secret.

use crate::app::App;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::HandoverRow;
use model::Instant;
use model::date::HOME_AHEAD_MINUTES;
use model::handover::State;
use wire::handover::Handover;
use words::{Language, Words};

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// Who is told.
#[derive(Clone, Copy)]
enum To {
    Seller,
    Buyer,
    CoOwner,
}

/// Tells the sides of a hand-over how it stands, unless somebody else does.
pub(super) async fn tell(app: &App, row: &HandoverRow) -> Result<(), Error> {
    let Handover { id, state, .. } = &row.whole;
    if !app.storage.note_told(id.clone(), *state).await? {
        return Ok(());
    }
    let told = send_all(app, &row.whole).await;
    if told.is_err() {
        app.storage.note_untold(id.clone()).await?;
    }
    told
}

async fn send_all(app: &App, whole: &Handover) -> Result<(), Error> {
    let mut all = Vec::new();
    if whole.state != State::Offered {
        all.push((To::Seller, whole.seller.clone()));
    }
    all.push((To::Buyer, whole.buyer.clone()));
    if matches!(whole.state, State::Offered | State::Done) {
        let others = app.storage.co_owners_of(&whole.id, whole.state).await?;
        all.extend(others.into_iter().map(|email| (To::CoOwner, email)));
    }
    let link = format!("{}/handover", app.config.origin.as_str());
    // Whoever erased their account has no address any more.
    for (to, email) in all.into_iter().filter(|(_, email)| !email.is_empty()) {
        let words = words_for(&app.storage, &email, Language::default()).await?;
        let Some(text) = text(words, to, whole, &link) else { continue };
        let subject = (words.mail().handover_subject)(&whole.home);
        // That it was stopped is told also of a home that was erased: such a mail does not go with it.
        let about = whole.space.filter(|_| whole.state != State::Stopped);
        app.outbox.send(Mail { to: email, subject, text, about }).await?;
    }
    if whole.state == State::Done {
        app.storage.forget_others(whole.id.clone()).await?;
    }
    Ok(())
}

fn text(words: &Words, to: To, whole: &Handover, link: &str) -> Option<String> {
    let mail = words.mail();
    let Handover { home, seller, buyer, .. } = whole;
    Some(match (whole.state, to) {
        (State::Offered, To::CoOwner) => (mail.handover_offered_others)(home, seller, buyer),
        (State::Offered, _) => {
            (mail.handover_offered)(home, seller, &words.day(whole.expires.date(HOME_AHEAD_MINUTES)), link)
        }
        (State::Accepted, _) => (mail.handover_accepted)(home, &moment(words, whole.due?), link),
        (State::Stopped, _) => (mail.handover_stopped)(home),
        (State::Lapsed, _) => (mail.handover_lapsed)(home),
        (State::Done, To::Seller) => (mail.handover_done_seller)(home, buyer, link),
        (State::Done, To::Buyer) => (mail.handover_done_buyer)(home, link),
        (State::Done, To::CoOwner) => (mail.handover_done_others)(home),
    })
}

/// "30 November 2026, 09:00" where the home is.
fn moment(words: &Words, at: Instant) -> String {
    let minute = (at.0.div_euclid(MINUTE_MS) + i64::from(HOME_AHEAD_MINUTES)).rem_euclid(24 * 60);
    format!("{}, {:02}:{:02}", words.day(at.date(HOME_AHEAD_MINUTES)), minute / 60, minute % 60)
}
