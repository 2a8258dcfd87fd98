//! The passcode of a link: eight digits that the server makes, tells once, and keeps as an Argon2id hash.

use crate::auth::hasher;
use crate::error::Error;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use wire::share::PASSCODE_DIGITS;

/// A passcode that was made.
pub struct Passcode {
    /// The digits, to be told once.
    pub digits: String,
    /// What is kept of it.
    pub hash: String,
}

impl Passcode {
    /// A new one.
    ///
    /// # Errors
    /// Where the work cannot be done.
    pub async fn random() -> Result<Self, Error> {
        let (mut number, mut salt) = ([0; 8], [0; 16]);
        getrandom::fill(&mut number).expect("the system has random numbers");
        getrandom::fill(&mut salt).expect("the system has random numbers");
        // The remainder of 2^64 favours none by more than one in 10^11.
        let digits = format!("{:0PASSCODE_DIGITS$}", u64::from_le_bytes(number) % 10u64.pow(PASSCODE_DIGITS as u32));
        let typed = digits.clone();
        let hash = tokio::task::spawn_blocking(move || {
            let salt = SaltString::encode_b64(&salt).map_err(|error| error.to_string())?;
            let hash = hasher().hash_password(typed.as_bytes(), &salt).map_err(|error| error.to_string())?;
            Ok::<_, String>(hash.to_string())
        });
        let hash = hash.await.map_err(Error::broken)?.map_err(Error::broken)?;
        Ok(Self { digits, hash })
    }
}

/// Whether a passcode that was typed is the one of that hash.
///
/// # Errors
/// Where the hash is none.
pub(super) async fn is_right(hash: String, typed: String) -> Result<bool, Error> {
    let compared = tokio::task::spawn_blocking(move || {
        let kept = PasswordHash::new(&hash).map_err(|error| error.to_string())?;
        Ok::<_, String>(hasher().verify_password(typed.as_bytes(), &kept).is_ok())
    });
    compared.await.map_err(Error::broken)?.map_err(Error::broken)
}
