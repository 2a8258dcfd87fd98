//! The table of routes: method, path, who may, and who answers. Everything that the API does stands here.

use crate::app::App;
use crate::border::Policy::{Member, MemberSteppedUp, Public, SignedIn};
use crate::border::{self, HASH, RECORD, Row, SPACE, delete, get, post, put};
use crate::error::Error;
use crate::openapi;
use crate::policy;
use crate::routes::{
    address, auth, closing, complaints, contributions, deals, estates, feeds, file, handovers, health, live, logbooks,
    me, members, pair, passkeys,
};
use crate::routes::{
    outlook, plans, pushes, recovery, reminders, report, reporting, requests, shares, space, sync, visits,
};
use crate::site::{self, Site};
use axum::Router;
use model::access::Action::{Add, Erase, Follow, Read};
use wire::file::CHUNK_BYTES;
use wire::push::PUSH_BYTES_MAX;
use wire::{ErrorCode, path};

/// Every route.
pub fn table() -> Vec<Row> {
    let mut rows = vec![
        get(path::HEALTH, Public, health::show_health).says("Whether the server is well, and whether it makes reports as PDF.").gives("Health"),
        get(path::SPACES, SignedIn, space::list_spaces).says("The homes one is a member of.").gives("Memberships"),
        post(path::SPACES, SignedIn, space::create_space)
            .says("Takes a home that was made on a device into the account; again is harmless.")
            .takes("SpaceNew")
            .gives("Membership"),
        delete(&path::space(SPACE), MemberSteppedUp(Erase), space::delete_space)
            .says("Erases a home with everything in it."),
        post(&path::push(SPACE), Member(Add), sync::push_edits)
            .says("Takes in edits. Each gets its own answer; one that was sent before gets the answer it got then.")
            .takes("Push")
            .bytes_max(PUSH_BYTES_MAX)
            .gives("PushReply"),
        get(&path::pull(SPACE), Member(Read), sync::pull_records)
            .says("A page of records as they stand, by the number of their latest revision.")
            .asks(&[
                ("after", "The page after that revision, oldest first."),
                ("before", "The page before that revision, newest first; given both, what lies between them. Without either, the newest page."),
                ("limit", "Records at most: 1 to 1,000, 200 unless said."),
            ])
            .gives("Page"),
        get(&path::history(SPACE, RECORD), Member(Read), sync::show_history)
            .says("Who changed what in a record, and when, oldest first.")
            .gives("History"),
        get(&path::changes(SPACE), Member(Read), sync::show_changes)
            .says("The histories of all records that were changed, oldest first: a page of 500 revisions.")
            .asks(&[("after", "The page after that revision; without it, the first.")])
            .gives("Changes"),
        put(&path::file(SPACE, HASH), Member(Add), file::put_part)
            .says("Takes in a part of a file, and joins and checks the file after the last one.")
            .takes_bytes(CHUNK_BYTES)
            .asks(&[("offset", "Where in the file the part begins."), ("size", "Bytes of the whole file.")])
            .gives("Received"),
        get(&path::file(SPACE, HASH), Member(Read), file::show_file)
            .says("The file, to be saved.")
            .gives("application/octet-stream"),
        get(&path::received(SPACE, HASH), Member(Read), file::show_received)
            .says("How much of a file is here; nothing yet is no error.")
            .gives("Received"),
        get(&path::preview(SPACE, HASH), Member(Read), file::show_preview)
            .says("A small picture of the file, upright and without its metadata.")
            .gives("image/jpeg"),
        get(&path::report(SPACE), Member(Follow), report::show_report)
            .says("The history report of the home, as a tagged PDF. What is hidden is nowhere in it.")
            .asks(&[
                ("sections", "Which, with points between: home, systems, timeline, photos, notes, costs, certificates, warranties, inspections, documents, contacts, contents, requests. Without it, all but notes, documents, contacts, contents and requests."),
                ("from", "Entries from then on: a year, a month or a day."),
                ("until", "Entries until then."),
                ("hide", "What is on no page of it, with a point between: costs, names."),
                ("q", "Entries with these words."),
                ("kind", "Entries of that sort."),
                ("system", "Entries about that system."),
                ("year", "Entries of that year."),
                ("contact", "Entries of that contact."),
                ("cost", "Entries that cost at least so many cents."),
                ("claim", "In place of the history, what an insurer is given after that fault."),
            ])
            .gives("application/pdf"),
        get(path::EVENTS, SignedIn, live::stream_events)
            .says("Server-sent events: where every home of the account stands, then what changes.")
            .gives("text/event-stream"),
        get(path::HEADS, SignedIn, live::list_heads).says("Where every home of the account stands.").gives("Heads"),
    ];
    rows.extend(auth::rows());
    rows.extend(pair::rows());
    rows.extend(passkeys::rows());
    rows.extend(recovery::rows());
    rows.extend(address::rows());
    rows.extend(me::rows());
    rows.extend(closing::rows());
    rows.extend(requests::rows());
    rows.extend(members::rows());
    rows.extend(shares::rows());
    rows.extend(deals::rows());
    rows.extend(estates::rows());
    rows.extend(plans::rows());
    rows.extend(logbooks::rows());
    rows.extend(complaints::rows());
    rows.extend(handovers::rows());
    rows.extend(visits::rows());
    rows.extend(contributions::rows());
    rows.extend(reminders::rows());
    rows.extend(outlook::rows());
    rows.extend(pushes::rows());
    rows.extend(feeds::rows());
    rows.extend(reporting::rows());
    rows.extend(openapi::rows());
    rows
}

/// The whole server: the API, and the app for every other address.
pub fn router(app: App) -> Router {
    router_of(table(), app)
}

/// The same with other rows.
pub(crate) fn router_of(rows: Vec<Row>, app: App) -> Router {
    let https = app.config.origin.is_https();
    let site = Site { folders: app.config.site.clone(), https };
    let routes = rows.into_iter().fold(Router::new(), |router, row| {
        let (path, answer) = row.mount(&app);
        router.route(&path, answer)
    });
    let api = routes.method_not_allowed_fallback(refuse_method).with_state(app);
    // Outermost, so that what is answered in the place of a handler is guarded too.
    policy::secure(border::around(api.merge(site::router(site))), https)
}

async fn refuse_method() -> Error {
    Error::new(ErrorCode::Method, "This path does not take that method.")
}
