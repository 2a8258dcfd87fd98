//! Paths of the API, built where they are called and matched where they are served.

use model::{ContributionId, FileHash, RecordId, ShareId, SpaceId};

/// What every path begins with.
pub const API: &str = "/api";
/// GET: is the server well.
pub const HEALTH: &str = "/api/health";
/// POST [`CodeRequest`](crate::account::CodeRequest): send a sign-in code by e-mail.
pub const CODE: &str = "/api/auth/code";
/// POST [`CodeTyped`](crate::account::CodeTyped): sign in with it.
pub const CODE_VERIFY: &str = "/api/auth/code/verify";
/// POST: begin signing in with a passkey.
pub const PASSKEY_START: &str = "/api/auth/passkey/start";
/// POST: finish signing in with a passkey.
pub const PASSKEY_FINISH: &str = "/api/auth/passkey/finish";
/// POST: end this session.
pub const SIGN_OUT: &str = "/api/auth/sign-out";
/// GET [`Me`](crate::account::Me); DELETE: erase the account.
pub const ME: &str = "/api/me";
/// POST [`Spoken`](crate::account::Spoken): the language of mails to the account.
pub const LANGUAGE: &str = "/api/me/language";
/// POST [`RecoveryTyped`](crate::account::RecoveryTyped): sign in with a recovery code.
pub const RECOVERY_SIGN_IN: &str = "/api/auth/recovery";
/// POST [`EmailBack`](crate::account::EmailBack): take an address back that an account had.
pub const EMAIL_BACK: &str = "/api/auth/email/back";
/// GET: how many recovery codes are left. POST: make new ones.
pub const RECOVERY: &str = "/api/me/recovery";
/// POST [`EmailNew`](crate::account::EmailNew): send a code to another address.
pub const EMAIL: &str = "/api/me/email";
/// POST [`CodeTyped`](crate::account::CodeTyped): change to it.
pub const EMAIL_VERIFY: &str = "/api/me/email/verify";
/// GET: what closing the account takes with it.
pub const CLOSING: &str = "/api/me/closing";
/// GET: what was billed and paid with the same people, as a PDF.
pub const STATEMENT: &str = "/api/me/statement.pdf";
/// GET: everything that is held about its owner.
pub const EXPORT: &str = "/api/me/export";
/// GET: the account's requests. POST [`RequestNew`](crate::request::RequestNew): file one. DELETE `/{number}`: withdraw one.
pub const REQUESTS: &str = "/api/me/requests";
/// GET: the account's sessions. DELETE: end all but the one that asks. DELETE `/{id}`: end one.
pub const SESSIONS: &str = "/api/me/sessions";
/// GET: the account's passkeys. PUT `/{id}`: name one. DELETE `/{id}`: remove one.
pub const PASSKEYS: &str = "/api/me/passkeys";
/// POST: begin adding a passkey.
pub const PASSKEY_ADD_START: &str = "/api/me/passkeys/start";
/// POST: finish adding a passkey.
pub const PASSKEY_ADD_FINISH: &str = "/api/me/passkeys/finish";
/// GET: the [key](crate::reminder::PushKey) by which this server pushes.
pub const PUSH_KEY: &str = "/api/push/key";
/// PUT [`PushNew`](crate::reminder::PushNew): push to this browser. DELETE: no more.
pub const PUSH: &str = "/api/me/push";
/// POST: a one-time code with which a second device signs in as this account.
pub const PAIR: &str = "/api/me/pair";
/// POST [`PairTyped`](crate::account::PairTyped): sign in with that code.
pub const PAIR_CLAIM: &str = "/api/auth/pair";
/// POST [`SpaceNew`](crate::space::SpaceNew): take a space into the account. GET: the spaces one is a member of.
pub const SPACES: &str = "/api/spaces";
/// Visits by links.
pub const VISITS: &str = "/api/shares";
/// POST [`Accept`](crate::space::Accept): become a member by an invitation.
pub const ACCEPT: &str = "/api/invitations/accept";
/// POST [`SpaceNew`](crate::space::SpaceNew): make a provider's firm.
pub const FIRMS: &str = "/api/firms";
/// POST [`SpaceNew`](crate::space::SpaceNew): make a scheme of many homes.
pub const ESTATES: &str = "/api/estates";
/// POST [`EstateLink`](crate::estate::EstateLink): link a logbook to its unit, or take over the one that the scheme holds.
pub const ESTATE_LINK: &str = "/api/estates/link";
/// POST [`EstateLinkOpen`](crate::estate::EstateLinkOpen): what such a link offers.
pub const ESTATE_LINK_OPEN: &str = "/api/estates/link/open";
/// POST [`DealKeep`](crate::deal::DealKeep): keep a deal in the account, by its link.
pub const DEAL_KEEP: &str = "/api/deals/keep";
/// GET: the [hand-overs](crate::handover::Handovers) that one takes part in.
pub const HANDOVERS: &str = "/api/handovers";
/// GET: server-sent events, [`Live`](crate::live::Live) each.
pub const EVENTS: &str = "/api/events";
/// GET: heads of all spaces, for browsers and networks that cannot hold an event stream.
pub const HEADS: &str = "/api/heads";

/// DELETE: erase the space.
pub fn space(space: SpaceId) -> String {
    format!("{SPACES}/{space}")
}

/// POST [`Push`](crate::Push).
pub fn push(space: SpaceId) -> String {
    format!("{SPACES}/{space}/push")
}

/// GET with the query of a [`Cursor`](crate::Cursor): a [`Page`](crate::Page).
pub fn pull(space: SpaceId) -> String {
    format!("{SPACES}/{space}/pull")
}

/// GET: who changed what, and when, of one record.
pub fn history(space: SpaceId, record: RecordId) -> String {
    format!("{SPACES}/{space}/records/{record}/history")
}

/// GET with `after`, the number of a revision: a page of [`Changes`](crate::space::Changes).
pub fn changes(space: SpaceId) -> String {
    format!("{SPACES}/{space}/changes")
}

/// GET with the query of a report: the history report as a PDF.
pub fn report(space: SpaceId) -> String {
    format!("{SPACES}/{space}/report.pdf")
}

/// GET: the maintenance plan of a scheme as a PDF.
pub fn plan_paper(estate: SpaceId) -> String {
    format!("{SPACES}/{estate}/plan.pdf")
}

/// GET: the same as a workbook.
pub fn plan_workbook(estate: SpaceId) -> String {
    format!("{SPACES}/{estate}/plan.xlsx")
}

/// GET: the links by which parts of the home are shared. POST: make one. DELETE: end all of them.
pub fn shares(space: SpaceId) -> String {
    format!("{SPACES}/{space}/shares")
}

/// PUT: change a link. DELETE: end it.
pub fn share(space: SpaceId, share: ShareId) -> String {
    format!("{SPACES}/{space}/shares/{share}")
}

/// GET: who opened a link, and what they looked at.
pub fn share_log(space: SpaceId, share: ShareId) -> String {
    format!("{SPACES}/{space}/shares/{share}/log")
}

/// POST [`DealNew`](crate::deal::DealNew): open a deal of the home.
pub fn deals(home: SpaceId) -> String {
    format!("{SPACES}/{home}/deals")
}

/// POST [`LogbooksNew`](crate::estate::LogbooksNew): make logbooks that the scheme holds.
pub fn logbooks(estate: SpaceId) -> String {
    format!("{SPACES}/{estate}/logbooks")
}

/// POST [`LogbookOpen`](crate::estate::LogbookOpen): open the logbook that the scheme holds of a unit.
pub fn logbook_open(estate: SpaceId) -> String {
    format!("{SPACES}/{estate}/logbooks/open")
}

/// POST [`LogbookInvite`](crate::estate::LogbookInvite): invite the owner of a unit.
pub fn logbook_invite(estate: SpaceId) -> String {
    format!("{SPACES}/{estate}/logbooks/invite")
}

/// GET: the [scheme](crate::estate::HomeEstate) of a home. PUT [`EstateShows`](crate::estate::EstateShows): show it other things. DELETE: show it nothing any more.
pub fn home_estate(home: SpaceId) -> String {
    format!("{SPACES}/{home}/estate")
}

/// POST [`BundleAnswer`](crate::estate::BundleAnswer): answer a bundle for one's unit.
pub fn joining(home: SpaceId) -> String {
    format!("{SPACES}/{home}/estate/joining")
}

/// POST [`ComplaintNew`](crate::estate::ComplaintNew): open a case of the scheme of one's unit.
pub fn complaints(home: SpaceId) -> String {
    format!("{SPACES}/{home}/estate/cases")
}

/// POST [`CaseNew`](crate::deal::CaseNew): open a case of a scheme.
pub fn cases(estate: SpaceId) -> String {
    format!("{SPACES}/{estate}/cases")
}

/// PUT [`DealLink`](crate::deal::DealLink): renew the link of a deal.
pub fn deal_link(deal: SpaceId) -> String {
    format!("{SPACES}/{deal}/link")
}

/// POST: end a deal.
pub fn deal_end(deal: SpaceId) -> String {
    format!("{SPACES}/{deal}/end")
}

/// GET: a quote, a job card, an invoice or a credit note of a deal as a PDF.
pub fn paper(deal: SpaceId, record: RecordId) -> String {
    format!("{SPACES}/{deal}/records/{record}/paper.pdf")
}

/// GET: the same of the deal behind a link.
pub fn visit_paper(share: ShareId, record: RecordId) -> String {
    format!("{VISITS}/{share}/records/{record}/paper.pdf")
}

/// POST [`Push`](crate::Push): write into the deal behind a link, as its provider.
pub fn visit_push(share: ShareId) -> String {
    format!("{VISITS}/{share}/push")
}

/// POST [`HandoverNew`](crate::handover::HandoverNew): offer the home to its buyer.
pub fn handover_offer(space: SpaceId) -> String {
    format!("{SPACES}/{space}/handovers")
}

/// POST: accept what was offered.
pub fn handover_accept(id: &str) -> String {
    format!("{HANDOVERS}/{id}/accept")
}

/// POST: stop a hand-over.
pub fn handover_stop(id: &str) -> String {
    format!("{HANDOVERS}/{id}/stop")
}

/// GET: whether the home is [counted](crate::outlook::Counted) in what suppliers are told. PUT [`Agreed`](crate::outlook::Agreed): that it is, or no more.
pub fn counted(space: SpaceId) -> String {
    format!("{SPACES}/{space}/outlook")
}

/// POST [`Proof`](crate::outlook::Proof): what suppliers are told, a [`Told`](crate::outlook::Told).
pub fn outlook(link: ShareId) -> String {
    format!("{API}/outlook/{link}")
}

/// GET: how one is [reminded](crate::reminder::Reminders) of what falls due in a home. PUT [`Settings`](model::reminder::Settings): how one wants to be.
pub fn reminders(space: SpaceId) -> String {
    format!("{SPACES}/{space}/reminders")
}

/// POST: a [secret address](crate::reminder::FeedMade) of the home's calendar, in the place of an earlier one. DELETE: end it.
pub fn feed(space: SpaceId) -> String {
    format!("{SPACES}/{space}/feed")
}

/// GET: the calendar with that token; `.ics` may follow it.
pub fn calendar(token: &str) -> String {
    format!("{API}/feeds/{token}")
}

/// GET: a page that asks whether mails that remind are to end. POST: end them.
pub fn unsubscribe(token: &str) -> String {
    format!("{API}/unsubscribe/{token}")
}

/// POST: begin a visit.
pub fn visit_open(share: ShareId) -> String {
    format!("{VISITS}/{share}/open")
}

/// POST: end a visit.
pub fn visit_close(share: ShareId) -> String {
    format!("{VISITS}/{share}/close")
}

/// GET: what the visitor was given.
pub fn visit(share: ShareId) -> String {
    format!("{VISITS}/{share}/pull")
}

/// GET: the [cases](crate::share::VisitCases) of the scheme behind a link.
pub fn visit_cases(share: ShareId) -> String {
    format!("{VISITS}/{share}/cases")
}

/// GET: a file of it. PUT `?offset=…&size=…`: one chunk of a file that is sent by the link.
pub fn visit_file(share: ShareId, hash: FileHash) -> String {
    format!("{VISITS}/{share}/files/{hash}")
}

/// GET: how much of a file that is sent by the link is here, a [`Received`](crate::file::Received).
pub fn visit_received(share: ShareId, hash: FileHash) -> String {
    format!("{VISITS}/{share}/files/{hash}/received")
}

/// POST: send something by the link.
pub fn visit_contributions(share: ShareId) -> String {
    format!("{VISITS}/{share}/contributions")
}

/// GET: the labels by which faults may be reported, a [`Reporting`](crate::reporting::Reporting). PUT: open and close them.
pub fn reporting(space: SpaceId) -> String {
    format!("{SPACES}/{space}/reporting")
}

/// GET: what somebody who scanned a label is told, a [`LabelSeen`](crate::reporting::LabelSeen).
pub fn label(share: ShareId) -> String {
    format!("{VISITS}/{share}/label")
}

/// POST [`ReportNew`](crate::reporting::ReportNew): report a fault by a label.
pub fn reports(share: ShareId) -> String {
    format!("{VISITS}/{share}/reports")
}

/// GET: what was sent by the links of the home.
pub fn contributions(space: SpaceId) -> String {
    format!("{SPACES}/{space}/contributions")
}

/// PUT: take what was sent into the home, or not.
pub fn contribution(space: SpaceId, contribution: ContributionId) -> String {
    format!("{SPACES}/{space}/contributions/{contribution}")
}

/// GET: a file of what was sent and waits.
pub fn contribution_file(space: SpaceId, contribution: ContributionId, hash: FileHash) -> String {
    format!("{SPACES}/{space}/contributions/{contribution}/files/{hash}")
}

/// GET: a small picture of such a file.
pub fn contribution_preview(space: SpaceId, contribution: ContributionId, hash: FileHash) -> String {
    format!("{SPACES}/{space}/contributions/{contribution}/files/{hash}/preview")
}

/// GET: a small picture of a file of it.
pub fn visit_preview(share: ShareId, hash: FileHash) -> String {
    format!("{VISITS}/{share}/files/{hash}/preview")
}

/// GET: the members. DELETE `/{account}`: end a membership.
pub fn members(space: SpaceId) -> String {
    format!("{SPACES}/{space}/members")
}

/// POST: invite. DELETE `/{id}`: take an invitation back.
pub fn invitations(space: SpaceId) -> String {
    format!("{SPACES}/{space}/invitations")
}

/// PUT `?offset=…&size=…`: one chunk as `application/octet-stream`, answered with [`Received`](crate::file::Received). GET: the file.
pub fn file(space: SpaceId, hash: FileHash) -> String {
    format!("{SPACES}/{space}/files/{hash}")
}

/// GET: how much of the file the server has, a [`Received`](crate::file::Received); nothing yet is no error.
pub fn received(space: SpaceId, hash: FileHash) -> String {
    format!("{SPACES}/{space}/files/{hash}/received")
}

/// GET: a small picture of the file, always a JPEG.
pub fn preview(space: SpaceId, hash: FileHash) -> String {
    format!("{SPACES}/{space}/files/{hash}/preview")
}
