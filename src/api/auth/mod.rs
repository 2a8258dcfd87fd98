//! Who asks: signing in, sessions and the cookies that carry them.

mod client;
mod code;
mod pair;
mod passkey;
mod session;

pub use client::{ATTEMPTS_MAX, Client};
pub use code::{CODE_S_MAX, PENDING_COOKIE, check as check_code, normal_email, send as send_code};
pub use pair::{claim as claim_pair, new as new_pair};
pub use passkey::{finish_adding, finish_sign_in, start_adding, start_sign_in};
pub use session::{
    NEVER, Principal, SESSION_COOKIE, SESSION_S_MAX, Token, cookie, find_member, find_principal, set_cookie,
};
