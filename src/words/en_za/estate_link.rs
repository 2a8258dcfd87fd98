//! Links of a scheme, in English as in South Africa.

use crate::place::EstateLink;
use model::grant::estate::Part;

pub(crate) static ESTATE_LINK: EstateLink = EstateLink {
    title: "Shared by link",
    lead: "Trustees and others see the dashboard without an account: read only, the parts that you choose, until the day that you choose.",
    none_lead: "Send trustees a link to the dashboard, or a meeting pack that stays as it was on the day. Names of owners are hidden unless you show them.",
    new: "Share the dashboard",
    name_example: "Trustees’ meeting, March",
    parts: "What they see",
    part: |part| match part {
        Part::Overview => "Overview and trend",
        Part::Grid => "Systems, and who sees to what",
        Part::Matrix => "Certificates",
        Part::Plan => "Maintenance plan",
        Part::Work => "Work, votes and vendors",
    },
    ticks_lead: "Costs are shown to trustees, who decide on them. Names of owners and tenants, how to reach people, and notes are hidden unless you show them.",
    cases: "Cases",
    cases_hint: "All of them, and only with a passcode. Who is a party, and what was said, is hidden unless you show names and notes; photos and papers unless you show those.",
    pack: "Meeting pack",
    pack_hint: "Shows the scheme as it is now, and does not change afterwards. An owner who withdraws changes no pack; one who erases their account takes their unit out of it. It goes with the link.",
};
