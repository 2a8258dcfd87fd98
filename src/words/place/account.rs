//! Signing in, devices, members, settings.

/// What these pages say.
pub struct Account {
    /// Sign in.
    pub sign_in: &'static str,
    /// With a passkey.
    pub use_passkey: &'static str,
    /// Between two ways.
    pub or: &'static str,
    /// Label of the address.
    pub email: &'static str,
    /// What is sent there.
    pub email_hint: &'static str,
    /// Sends a code.
    pub send_code: &'static str,
    /// The address of somebody who is invited.
    pub invite_email: &'static str,
    /// The code was sent.
    pub read_mail: &'static str,
    /// To whom and for how long.
    pub code_sent: fn(&str) -> String,
    /// Label of the code.
    pub code: &'static str,
    /// Sends another.
    pub send_another: &'static str,
    /// Another address.
    pub other_address: &'static str,
    /// For somebody without a logbook.
    pub new_here: &'static str,
    /// Keep this logbook safe.
    pub keep_title: &'static str,
    /// "It is only on this device: 12 entries".
    pub keep_lead: fn(usize) -> String,
    /// What it brings, three lines.
    pub keep_points: [(&'static str, &'static str); 3],
    /// Later.
    pub not_now: &'static str,
    /// Signed in; everything is being sent.
    pub welcome_back: &'static str,
    /// The device holds another account's homes.
    pub other_account: fn(&str) -> String,
    /// The passkey was not given.
    pub passkey_failed: &'static str,
    /// Settings.
    pub settings: &'static str,
    /// The person.
    pub you: &'static str,
    /// Nobody is signed in.
    pub nobody: &'static str,
    /// What that means.
    pub nobody_hint: &'static str,
    /// Their account: its address, recovery codes, requests, closing.
    pub own_hint: &'static str,
    /// Leads to signing in with a recovery code.
    pub use_recovery: &'static str,
    /// Above the form for it.
    pub recovery_title: &'static str,
    /// What it takes.
    pub recovery_lead: &'static str,
    /// Label of the code.
    pub recovery_code: &'static str,
    /// What one looks like.
    pub recovery_code_form: &'static str,
    /// It is none, or was used.
    pub recovery_wrong: &'static str,
    /// Leads back to the code by e-mail.
    pub use_code: &'static str,
    /// Above the form that takes an address back.
    pub back_title: &'static str,
    /// What it does.
    pub back_lead: &'static str,
    /// Label of the code of the notice.
    pub back_code: &'static str,
    /// It is none, or 72 hours have passed.
    pub back_wrong: &'static str,
    /// Takes it back.
    pub back_do: &'static str,
    /// It was taken back.
    pub back_done: &'static str,
    /// Another account with homes has the address by now.
    pub back_held: &'static str,
    /// Ends all sessions but this one.
    pub end_others: &'static str,
    /// They were ended.
    pub others_ended: &'static str,
    /// Names a passkey.
    pub name_passkey: &'static str,
    /// Label of its name.
    pub passkey_name: &'static str,
    /// "added 18 November 2026, not used yet".
    pub not_used: fn(&str) -> String,
    /// Leads to closing the account.
    pub close: &'static str,
    /// Passkeys.
    pub passkeys: &'static str,
    /// Why one.
    pub passkey_hint: &'static str,
    /// Adds one.
    pub add_passkey: &'static str,
    /// It was added.
    pub passkey_added: &'static str,
    /// Reminders.
    pub reminders: &'static str,
    /// In a line.
    pub reminders_hint: &'static str,
    /// Devices and sessions.
    pub devices: &'static str,
    /// Which this is.
    pub this_device: &'static str,
    /// Where the account is signed in.
    pub signed_in: &'static str,
    /// "last used 18 November 2026".
    pub last_used: fn(&str) -> String,
    /// Ends a session.
    pub end_session: &'static str,
    /// Pairs a second device.
    pub pair_title: &'static str,
    /// How.
    pub pair_hint: &'static str,
    /// Shows the code.
    pub pair_show: &'static str,
    /// "It works until 14:05".
    pub pair_until: &'static str,
    /// This device is about to be signed in by a code.
    pub pair_confirm: &'static str,
    /// What that means.
    pub pair_confirm_hint: &'static str,
    /// Members of the home.
    pub members: &'static str,
    /// What the roles may, in their order: owner, co-owner, viewer.
    pub role_may: [&'static str; 5],
    /// The table of what each role may.
    pub may_title: &'static str,
    /// Its columns: the role, reads, adds, changes, shares, lets others in, hands it over.
    pub may_columns: [&'static str; 7],
    /// May.
    pub may_yes: &'static str,
    /// May not.
    pub may_no: &'static str,
    /// The account that looks.
    pub is_you: &'static str,
    /// Open invitations.
    pub invited: &'static str,
    /// "ends 24 November".
    pub invited_until: fn(&str) -> String,
    /// Takes an invitation back.
    pub uninvite: &'static str,
    /// Invites.
    pub invite_title: &'static str,
    /// What the invited may.
    pub invite_may: &'static str,
    /// Sends it.
    pub send_invitation: &'static str,
    /// It was sent; the link to pass on.
    pub invitation_sent: &'static str,
    /// Copies the link.
    pub copy_link: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Leaves the home.
    pub leave: &'static str,
    /// Other devices need an account.
    pub devices_need_account: &'static str,
    /// Members need an account.
    pub members_need_account: &'static str,
    /// Accepting an invitation.
    pub join_title: &'static str,
    /// What it does.
    pub join_lead: &'static str,
    /// Accepts.
    pub join: &'static str,
    /// Sign in first.
    pub join_sign_in: &'static str,
    /// Unsent changes.
    pub unsent: &'static str,
    /// All is sent.
    pub unsent_none: &'static str,
    /// Something was not sent to a job that is open to this account no more.
    pub left: &'static str,
    /// Why, and what can be done.
    pub left_lead: &'static str,
    /// They wait for an account.
    pub unsent_device_only: &'static str,
    /// They wait for a signal.
    pub unsent_waiting: &'static str,
    /// Waiting ones.
    pub waiting: &'static str,
    /// Refused ones.
    pub refused: &'static str,
    /// Sends now.
    pub send_now: &'static str,
    /// Saves them to a file.
    pub save_file: &'static str,
    /// Lets a refused change go.
    pub let_go: &'static str,
    /// It was let go.
    pub let_gone: &'static str,
    /// A change of a record without a name.
    pub change_of: fn(&str) -> String,
    /// Theme and language.
    pub look: &'static str,
    /// Theme.
    pub theme: &'static str,
    /// As the device, light, dark.
    pub themes: [&'static str; 3],
    /// Language.
    pub language: &'static str,
    /// Storage.
    pub storage: &'static str,
    /// "186 MB of about 2 GB".
    pub storage_used: fn(&str, &str) -> String,
    /// The browser promised to keep it.
    pub storage_kept: &'static str,
    /// It did not, and what that means.
    pub storage_not_kept: &'static str,
    /// Asks it to.
    pub storage_ask: &'static str,
    /// Installing the app.
    pub install: &'static str,
    /// Why.
    pub install_hint: &'static str,
    /// On an iPhone.
    pub install_ios: &'static str,
    /// What the book offers.
    pub book: &'static str,
    /// Print.
    pub print: &'static str,
    /// About the home.
    pub about_home: &'static str,
    /// The scheme that the home is a unit of.
    pub scheme: &'static str,
    /// What stands there.
    pub scheme_hint: &'static str,
    /// Handing the home over, and what is offered to oneself.
    pub handover: &'static str,
    /// What that is.
    pub handover_hint: &'static str,
    /// Leaving.
    pub leaving: &'static str,
    /// Sign out.
    pub sign_out: &'static str,
    /// What that clears; with the number of unsent changes.
    pub sign_out_lead: fn(usize) -> String,
    /// Erase this home.
    pub erase_home: &'static str,
    /// What is lost, by the home's name.
    pub erase_home_lead: fn(&str) -> String,
    /// Erase the account and everything.
    pub erase_all: &'static str,
    /// What is lost.
    pub erase_all_lead: &'static str,
    /// Confirms an erasure.
    pub erase_confirm: &'static str,
    /// Needs a fresh sign-in.
    pub step_up: &'static str,
    /// What suppliers may expect.
    pub supply: &'static str,
    /// What that is.
    pub supply_hint: &'static str,
    /// Glossary.
    pub glossary: &'static str,
    /// What it is for.
    pub glossary_hint: &'static str,
}
