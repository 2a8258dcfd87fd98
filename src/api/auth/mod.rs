//! Who asks: signing in, sessions and the cookies that carry them.

mod address;
mod client;
mod code;
mod pair;
mod passkey;
mod recovery;
mod session;
mod slow_hash;
mod written;

pub use address::{change as change_email, take_back as take_email_back};
pub use client::{ATTEMPTS_MAX, Client};
pub use code::{CHANGE_COOKIE, CODE_S_MAX, PENDING_COOKIE};
pub use code::{check as check_code, normal_email, send as send_code, send_to_new};
pub use pair::{claim as claim_pair, new as new_pair};
pub use passkey::{finish_adding, finish_sign_in, name as name_passkey, start_adding, start_sign_in};
pub use recovery::{new as new_recovery_codes, sign_in as sign_in_by_recovery};
pub use session::{
    NEVER, Principal, SESSION_COOKIE, SESSION_S_MAX, Token, cookie, find_member, find_principal, set_cookie,
};
pub use slow_hash::hasher;
