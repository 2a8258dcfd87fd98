//! Taking a finished job into the logbook.

use super::portal::content;
use super::{Change, Trouble, engine};
use crate::desk::Desk;
use leptos::prelude::*;
use model::portal::back::{Draft, Proposal};
use model::{FileRef, SpaceId};

/// Takes what a finished job of `deal` proposes into the open home: its files first, then one act that writes all of it.
pub async fn take_in(desk: Desk, deal: SpaceId, proposals: Vec<Proposal>) -> Result<(), Trouble> {
    let home = desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
    for file in proposals.iter().flat_map(|one| files(&one.draft)) {
        let bytes = content(desk, deal, file).await?;
        engine(desk)?.keep_file(home, file, &bytes, None).await?;
    }
    engine(desk)?.save(proposals.into_iter().filter_map(change).collect()).await
}

fn change(Proposal { id, draft, .. }: Proposal) -> Option<Change> {
    match draft {
        Draft::Entry(letter) => Some(Change::new(id, &*letter)),
        Draft::System(letter) => Some(Change::new(id, &*letter)),
        Draft::Warranty(letter) => Some(Change::new(id, &*letter)),
        Draft::Certificate(letter) => Some(Change::new(id, &*letter)),
        Draft::Document(letter) => Some(Change::new(id, &*letter)),
        Draft::Task(letter) => Some(Change::new(id, &*letter)),
        Draft::Contact(before, after) => Change::between(id, &*before, &*after),
        Draft::Statutory(_) => None,
    }
}

/// Files that came with the deal.
fn files(draft: &Draft) -> Vec<&FileRef> {
    match draft {
        Draft::Entry(letter) => letter.files.iter().collect(),
        Draft::Certificate(letter) => letter.files.iter().collect(),
        Draft::Document(letter) => letter.file.iter().collect(),
        _ => Vec::new(),
    }
}
