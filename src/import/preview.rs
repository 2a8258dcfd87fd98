//! What a person is shown of a plan before anything is written.

use crate::known::called;
use crate::plan::{Step, name};
use crate::proposal::{Problem, Proposal};
use crate::talk::{DOUBTS_MAX, Outcome, PROBLEMS_MAX, Preview, PreviewRow, ROWS_MAX};
use std::collections::BTreeMap;

/// Counts the steps and shows the first of each sort.
pub fn preview(proposals: &[Proposal], steps: &[Step], problems: &[Problem]) -> Preview {
    let mut preview = Preview {
        problems: problems.iter().take(PROBLEMS_MAX).cloned().collect(),
        problems_count: count(problems.len()),
        ..Preview::default()
    };
    let mut shown: BTreeMap<(&str, u8), usize> = BTreeMap::new();
    for step in steps {
        let proposal = &proposals[step.proposal];
        let counts = preview.counts.entry(proposal.kind.to_owned()).or_default();
        let (sort, counted) = match step.outcome {
            Outcome::New => (0, &mut counts.new),
            Outcome::Changed { .. } => (1, &mut counts.changed),
            Outcome::Same => (2, &mut counts.same),
            Outcome::Doubtful { .. } => (3, &mut counts.doubtful),
        };
        *counted += 1;
        for file in step.change.iter().flat_map(|change| &change.attached) {
            preview.files += 1;
            preview.files_bytes += file.size_bytes;
        }
        let shown = shown.entry((proposal.kind, sort)).or_default();
        *shown += 1;
        let most = if matches!(step.outcome, Outcome::Doubtful { .. }) { DOUBTS_MAX } else { ROWS_MAX };
        if *shown <= most {
            preview.rows.push(PreviewRow {
                kind: proposal.kind.to_owned(),
                title: called(&proposal.fields).to_owned(),
                outcome: step.outcome.clone(),
                key: name(proposal),
                at: proposal.at.clone(),
            });
        }
    }
    preview
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
