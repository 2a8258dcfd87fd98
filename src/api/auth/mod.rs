//! Who asks: signing in, sessions and the cookies that carry them.

mod code;
mod session;

pub use code::{CODE_S_MAX, PENDING_COOKIE, check as check_code, normal_email, send as send_code};
pub use session::{Principal, SESSION_COOKIE, SESSION_S_MAX, Token, cookie, find_principal, set_cookie};
