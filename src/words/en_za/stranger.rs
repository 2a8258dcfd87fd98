//! The page of who scanned a label of a home that is not theirs, in English as in South Africa.

use crate::place::Stranger;

pub(crate) static STRANGER: Stranger = Stranger {
    title: "Report a fault here",
    lead: "It goes to the people of this home. You need no account, and see nothing of the home.",
    what: "What is wrong?",
    what_example: "Water drips from the ceiling",
    severity: "How bad is it?",
    photo: "Take a photo",
    name: "Your name",
    phone: "Your number",
    who_hint: "So that they can ask you. You need not say it.",
    phone_note: |phone| format!("Can be reached at {phone}."),
    send: "Send",
    sent: "Thank you. It was sent.",
    sent_lead: "The people of this home were told. If there is danger, do not wait for them: switch it off if you can, and call for help.",
    offline: "There is no connection. What you wrote stays here; try again in a moment.",
    closed: "Nothing can be reported by this label.",
    photos_max: |count| format!("At most {count} photos."),
};
