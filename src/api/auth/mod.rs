//! Who asks: sessions and the cookie that carries them.

mod session;

pub use session::{Principal, SESSION_COOKIE, Token, cookie, find_principal};
