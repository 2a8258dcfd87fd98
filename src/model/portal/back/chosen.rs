//! What is taken of the proposals: what somebody leaves out nothing else names.

use super::{Draft, Proposal};
use crate::contact::Contact;
use crate::id::RecordId;

/// The proposals that are not left out. A contact or a part that is left out, and that the home does not have already, is named by none of them: what would
/// have been about the part is about the system that it was fitted to.
pub fn chosen(all: Vec<Proposal>, is_left_out: impl Fn(RecordId) -> bool) -> Vec<Proposal> {
    let (out, mut kept): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| is_left_out(one.id));
    for absent in &out {
        match &absent.draft {
            Draft::Contact(before, _) if **before == Contact::default() => {
                kept.iter_mut().for_each(|one| without_contact(&mut one.draft, absent.id));
            }
            Draft::System(part) => {
                kept.iter_mut().for_each(|one| in_place(&mut one.draft, absent.id, part.parent));
            }
            _ => {}
        }
    }
    kept
}

fn without_contact(draft: &mut Draft, id: RecordId) {
    let named = match draft {
        Draft::Entry(entry) => &mut entry.contact,
        Draft::System(system) => &mut system.fitted_by,
        Draft::Warranty(warranty) => &mut warranty.contact,
        Draft::Certificate(certificate) => &mut certificate.contact,
        Draft::Document(document) => &mut document.contact,
        Draft::Task(task) => &mut task.contact,
        Draft::Statutory(_) | Draft::Contact(..) => return,
    };
    if *named == Some(id) {
        *named = None;
    }
}

/// A part's own warranty is all that names it.
fn in_place(draft: &mut Draft, part: RecordId, parent: Option<RecordId>) {
    if let Draft::Warranty(warranty) = draft
        && warranty.systems.contains(&part)
    {
        warranty.systems = parent.into_iter().collect();
    }
}
