//! The hash of what could be guessed by who has the database: Argon2id, which makes every guess dear.

use crate::error::Error;
use argon2::{Algorithm, Argon2, Params, Version};

/// Kilobytes, passes and lanes of a hash. Source: OWASP, "Password Storage Cheat Sheet".
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// What computes it.
pub fn hasher() -> Argon2<'static> {
    let (memory_kib, passes, lanes) = COST;
    let params = Params::new(memory_kib, passes, lanes, None).expect("the cost is within Argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hashes of texts with one salt, hexadecimal, worked out beside the requests.
///
/// # Errors
/// Where the work cannot be done.
pub(super) async fn hashes(texts: Vec<String>, salt: String) -> Result<Vec<String>, Error> {
    let one = move |text: String| {
        let mut hash = [0; 32];
        hasher().hash_password_into(text.as_bytes(), salt.as_bytes(), &mut hash).map_err(|error| error.to_string())?;
        Ok(model::FileHash(hash).to_string())
    };
    let all = tokio::task::spawn_blocking(move || texts.into_iter().map(one).collect::<Result<_, String>>());
    all.await.map_err(Error::broken)?.map_err(Error::broken)
}
