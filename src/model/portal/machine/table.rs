//! Who may do what in which state.

use super::{Act, Party, Refusal, State};

use Party::{Client, Provider, Tenant, Viewer};
use Refusal as No;
use State as Is;

/// An act, who may do it, and what comes of it in each state: nothing against it, or why not. In any other state it makes no sense.
struct Row(Act, &'static [Party], &'static [(State, Option<Refusal>)]);

const REQUEST_OPEN: &[(State, Option<Refusal>)] = &[
    (Is::Unasked, Some(No::NotAsked)),
    (Is::Asked, None),
    (Is::Offered, None),
    (Is::Agreed, Some(No::Decided)),
    (Is::TakenBack, Some(No::TakenBack)),
];
const ANYWHERE: &[(State, Option<Refusal>)] = &[
    (Is::Unasked, Some(No::NotAsked)),
    (Is::Asked, None),
    (Is::Offered, None),
    (Is::Agreed, None),
    (Is::TakenBack, None),
];
const QUOTE_OPEN: &[(State, Option<Refusal>)] = &[
    (Is::QuoteOpen, None),
    (Is::QuoteChange, None),
    (Is::QuoteExpired, Some(No::Expired)),
    (Is::QuoteSuperseded, Some(No::Superseded)),
    (Is::QuoteApproved, Some(No::Decided)),
    (Is::QuoteDeclined, Some(No::Decided)),
];
const QUOTE_STANDS: &[(State, Option<Refusal>)] = &[
    (Is::QuoteOpen, None),
    (Is::QuoteChange, None),
    (Is::QuoteExpired, None),
    (Is::QuoteSuperseded, Some(No::Superseded)),
    (Is::QuoteApproved, Some(No::Decided)),
    (Is::QuoteDeclined, None),
];
const VARIATION_OPEN: &[(State, Option<Refusal>)] = &[
    (Is::VariationOpen, None),
    (Is::VariationApproved, Some(No::Decided)),
    (Is::VariationDeclined, Some(No::Decided)),
];
const SIGNED: &[(State, Option<Refusal>)] = &[
    (Is::JobAhead, Some(No::NotFinished)),
    (Is::JobAgreed, Some(No::NotFinished)),
    (Is::JobUnderWay, Some(No::NotFinished)),
    (Is::JobFinished, None),
    (Is::JobSigned, None),
];

const TABLE: &[Row] = &[
    Row(
        Act::Ask,
        &[Client, Tenant],
        &[
            (Is::Unasked, None),
            (Is::Asked, None),
            (Is::Offered, None),
            (Is::Agreed, Some(No::Decided)),
            (Is::TakenBack, None),
        ],
    ),
    Row(Act::TakeBack, &[Client], REQUEST_OPEN),
    Row(Act::Offer, &[Provider], REQUEST_OPEN),
    Row(Act::Replace, &[Provider], QUOTE_STANDS),
    Row(Act::Approve, &[Client], QUOTE_OPEN),
    Row(Act::AskChange, &[Client], QUOTE_STANDS),
    Row(Act::Decline, &[Client], QUOTE_OPEN),
    Row(
        Act::Visit,
        &[Provider],
        &[
            (Is::JobAhead, None),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, None),
            (Is::JobSigned, None),
        ],
    ),
    Row(
        Act::Vary,
        &[Provider],
        &[
            (Is::JobAhead, Some(No::NotApproved)),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, Some(No::Finished)),
            (Is::JobSigned, Some(No::Finished)),
        ],
    ),
    Row(Act::ApproveVariation, &[Client], VARIATION_OPEN),
    Row(Act::DeclineVariation, &[Client], VARIATION_OPEN),
    Row(
        Act::Finish,
        &[Provider],
        &[
            // Work that was agreed by word of mouth is written down all the same; what is charged for it is another matter.
            (Is::JobAhead, None),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, Some(No::Finished)),
            (Is::JobSigned, Some(No::Finished)),
        ],
    ),
    Row(
        Act::Correct,
        &[Provider],
        &[
            (Is::JobAhead, Some(No::NotFinished)),
            (Is::JobAgreed, Some(No::NotFinished)),
            (Is::JobUnderWay, Some(No::NotFinished)),
            (Is::JobFinished, None),
            (Is::JobSigned, Some(No::Finished)),
        ],
    ),
    Row(Act::SignOff, &[Client, Provider], SIGNED),
    Row(
        Act::Bill,
        &[Provider],
        &[
            // Consumer Protection Act 68 of 2008, section 15: nothing may be charged for that was not authorised.
            (Is::JobAhead, Some(No::NotApproved)),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, None),
            (Is::JobSigned, None),
        ],
    ),
    Row(
        Act::Credit,
        &[Provider],
        &[
            (Is::InvoiceDraft, None),
            (Is::InvoiceOwed, None),
            (Is::InvoicePaid, None),
            (Is::InvoiceCredited, Some(No::Paid)),
        ],
    ),
    Row(
        Act::Pay,
        &[Client, Provider],
        &[
            (Is::InvoiceDraft, Some(No::NoNumber)),
            (Is::InvoiceOwed, None),
            (Is::InvoicePaid, Some(No::Paid)),
            (Is::InvoiceCredited, Some(No::Paid)),
        ],
    ),
    Row(
        Act::PayDeposit,
        &[Client, Provider],
        &[
            (Is::QuoteOpen, Some(No::NotApproved)),
            (Is::QuoteChange, Some(No::NotApproved)),
            (Is::QuoteExpired, Some(No::NotApproved)),
            (Is::QuoteSuperseded, Some(No::NotApproved)),
            (Is::QuoteApproved, None),
            (Is::QuoteDeclined, Some(No::NotApproved)),
        ],
    ),
    Row(Act::Say, &[Client, Tenant, Provider], ANYWHERE),
    Row(Act::Mark, &[Client, Tenant, Viewer, Provider], ANYWHERE),
    Row(Act::Confirm, &[Client], ANYWHERE),
    Row(
        Act::Review,
        &[Client],
        &[
            // Only what was done and signed for: there are no words about jobs that never were.
            (Is::ReviewAhead, Some(No::NotFinished)),
            (Is::ReviewOpen, None),
            (Is::Reviewed, Some(No::Already)),
            (Is::ReviewAnswered, Some(No::Already)),
        ],
    ),
    Row(
        Act::Answer,
        &[Provider],
        &[
            (Is::ReviewAhead, Some(No::Unknown)),
            (Is::ReviewOpen, Some(No::Unknown)),
            (Is::Reviewed, None),
            (Is::ReviewAnswered, Some(No::Already)),
        ],
    ),
    Row(Act::Consent, &[Client], ANYWHERE),
];

/// Whether `party` may do `act` to what is in `state`.
///
/// # Errors
/// Why not; [`Refusal::Unknown`] where the act is about something else.
pub fn may(act: Act, state: State, party: Party) -> Result<(), Refusal> {
    let row = TABLE.iter().find(|row| row.0 == act).ok_or(Refusal::Unknown)?;
    if !row.1.contains(&party) {
        return Err(Refusal::NotYours);
    }
    let (_, refusal) = row.2.iter().find(|(known, _)| *known == state).ok_or(Refusal::Unknown)?;
    refusal.map_or(Ok(()), Err)
}
