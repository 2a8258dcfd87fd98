//! Quotes of the demonstration scheme: two roofers were asked through the portal about the roofs, and both answered. One has lapsed, the other waits for the votes.

use super::estate::{id as kept, space};
use super::pen::uuid;
use super::seed::accepted;
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Incoming;
use model::access::Action;
use model::portal::line::Line;
use model::portal::{Provider, Quote, Request};
use model::scheme::CapitalItem;
use model::{Body, Date, DeviceId, Edit, EditKey, FileHash, Instant, Letter, RecordId, ShareId, SpaceId, Stamp};
use wire::deal::DealLink;

/// Who was asked: the name of their record, theirs, where they have an account, and rand for the work and the scaffolding.
const ASKED: [(&str, &str, &str, i64, i64); 2] = [
    ("table_bay", "Table Bay Roofing", "tablebay@codessa.example", 742_000, 38_000),
    ("cape_flat", "Cape Flat Roofs", "capeflat@codessa.example", 769_500, 24_000),
];

/// Opens the deals of the scheme, and writes what either side wrote there; `vendor` names the record of each vendor.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub(super) async fn settle(
    app: &App,
    owner: &Principal,
    vendor: fn(&str) -> RecordId,
    today: Date,
) -> Result<(), Error> {
    let now = app.clock.now();
    let scheme = app.storage.authorize(owner, Action::Ask, space()).await?;
    for (record, name, email, work, scaffolding) in ASKED {
        let deal = SpaceId(uuid(&format!("scheme deal/{record}")));
        let mut auth_hash = FileHash::default();
        getrandom::fill(&mut auth_hash.0).map_err(Error::broken)?;
        // A link of which nobody knows the secret: it can be renewed.
        let link = DealLink { id: ShareId(uuid::Uuid::new_v4()), auth_hash, name: name.to_owned() };
        let asked = vec![incoming(edit(record, &request(name, vendor(record)), now))];
        app.storage.open_deal(&scheme, deal, link.clone(), asked, now).await?;
        let account = app.storage.account_of(email.to_owned(), "en-ZA", now).await?;
        app.storage.keep_deal(account, link.id, now).await?;
        let provider = Principal { account, session: String::new(), stepped_up: now };
        let scope = app.storage.authorize(&provider, Action::Add, deal).await?;
        let quote = edit(record, &quote(name, work, scaffolding, today), now);
        accepted(app.storage.push(&scope, vec![incoming(quote)], now).await?, &scope)?;
    }
    Ok(())
}

fn incoming(edit: Edit) -> Incoming {
    Incoming { key: edit.key, edit: Ok(edit) }
}

fn edit<T: Letter>(name: &str, letter: &T, now: Instant) -> Edit {
    let of = |what: &str| uuid(&format!("scheme deal/{name}/{}/{what}", T::KIND));
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(14) };
    let (key, id, kind) = (EditKey(of("key")), RecordId(of("id")), T::KIND.to_owned());
    Edit { key, id, kind, stamp, fields: Body::seal(&letter.fields()) }
}

fn request(name: &str, vendor: RecordId) -> Request {
    Request {
        title: "New covering for the roofs of blocks A to D".into(),
        what: "Please look at all four roofs and quote for the covering, with the scaffolding as a line of its own."
            .into(),
        access: "The caretaker opens on weekdays from 8:00.".into(),
        suburb: "Rondebosch".into(),
        name: "Protea Mews".into(),
        provider: name.into(),
        batch: "demonstration-roofs".into(),
        from: Some(kept::<CapitalItem>("roof")),
        contact: Some(vendor),
        ..Request::default()
    }
}

fn quote(name: &str, work: i64, scaffolding: i64, today: Date) -> Quote {
    let line = |id: &str, what: &str, rand: i64| Line {
        id: id.into(),
        what: what.into(),
        quantity: 1_000,
        price: rand * 100,
        ..Line::default()
    };
    Quote {
        on: Some(today.minus_days(6)),
        title: "Roof covering, blocks A to D".into(),
        lines: vec![line("roof", "Covering of four roofs", work), line("stand", "Scaffolding", scaffolding)],
        inclusive: true,
        exclusions: vec!["Rotten timber below the covering".into()],
        valid_until: Some(today.plus_days(400)),
        starts: Some(today.plus_days(75).into()),
        takes_days: Some(35),
        warranty_months: Some(120),
        provider: Provider { name: name.into(), ..Provider::default() },
        ..Quote::default()
    }
}
