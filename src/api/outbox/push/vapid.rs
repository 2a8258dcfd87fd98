//! Who pushes: a key of this server's own, by which a push service knows it again (RFC 8292).

use crate::app::App;
use crate::config::Database;
use crate::error::Error;
use crate::secret::{Opened, Secret};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use model::Instant;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::json;

/// What the key is kept as.
const NAME: &str = "vapid";
/// How long a token is good for, seconds. The standard allows a day.
const TOKEN_S: i64 = 12 * 3_600;

/// The key of this server. Made when it is first asked for, and kept in the database under the server's secret: another one would end every subscription.
pub struct Vapid(SigningKey);

impl Vapid {
    /// The key.
    ///
    /// # Errors
    /// Where the database does not answer, or holds what is no key; where several servers share it and this one has another secret.
    pub async fn load(app: &App) -> Result<Self, Error> {
        let secret = Secret::of(&app.config.data)?;
        let new = secret.seal(NAME, &BASE64.encode(super::random_secret().to_bytes()));
        let kept = app.storage.key(NAME, new.clone(), app.clock.now()).await?;
        let key = match secret.open(NAME, &kept) {
            Opened::Sealed(key) => key,
            Opened::Plain => {
                app.storage.replace_key(NAME, kept.clone(), secret.seal(NAME, &kept)).await?;
                kept
            }
            // Restored without the secret. Nobody else has it who uses this database, so that it begins anew.
            Opened::Foreign if matches!(app.config.database, Database::Sqlite(_)) => {
                tracing::warn!(
                    "the key for pushes was sealed with another secret: a new one is made, and devices have to allow pushes anew"
                );
                app.storage.renew_key(NAME, kept, new.clone()).await?;
                let kept = app.storage.key(NAME, new, app.clock.now()).await?;
                let Opened::Sealed(key) = secret.open(NAME, &kept) else { return Err(foreign()) };
                key
            }
            Opened::Foreign => return Err(foreign()),
        };
        let bytes = BASE64.decode(key).map_err(Error::broken)?;
        SigningKey::from_slice(&bytes).map(Self).map_err(|_| Error::broken("the key for pushes is none"))
    }

    /// The public half, as browsers take it: a point in SEC 1 form, base64url.
    pub fn public(&self) -> String {
        BASE64.encode(self.0.verifying_key().to_sec1_point(false).as_bytes())
    }

    /// The header that proves to the push service at `audience` (an origin) who pushes. `contact` is whom it may write to.
    pub fn authorization(&self, audience: &str, contact: &str, now: Instant) -> String {
        let head = json!({"typ": "JWT", "alg": "ES256"});
        let claims = json!({"aud": audience, "exp": now.0 / 1000 + TOKEN_S, "sub": contact});
        let said = format!("{}.{}", BASE64.encode(head.to_string()), BASE64.encode(claims.to_string()));
        let signature: Signature = self.0.sign(said.as_bytes());
        format!("vapid t={said}.{}, k={}", BASE64.encode(signature.to_bytes()), self.public())
    }
}

/// What is said where another server sealed the key.
fn foreign() -> Error {
    Error::broken(
        "the key for pushes was sealed with another secret: give every server of this database the same secret.key",
    )
}
