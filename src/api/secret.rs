//! The server's own secret: a file beside its data, under which keys lie in the database that would be worth something to who has a copy of that alone.
//!
//! Sealed by AES-256-GCM (NIST SP 800-38D) with a nonce of its own each time, bound to the name of what is sealed.

use crate::error::Error;
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use std::fs;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use uuid::Uuid;

/// Its file, in the folder of the server's data.
const FILE: &str = "secret.key";
/// Only who runs the server reads it.
const MODE: u32 = 0o600;
/// What is sealed begins so; what does not was kept before there was a secret.
const MARK: &str = "sealed1:";
/// Bytes of a nonce.
const NONCE_BYTES: usize = 12;

/// The secret.
pub struct Secret([u8; 32]);

/// What was found where something sealed should be.
#[derive(Debug, PartialEq, Eq)]
pub enum Opened {
    /// It was sealed with this secret.
    Sealed(String),
    /// It was not sealed at all.
    Plain,
    /// It was sealed with another secret, or is not whole.
    Foreign,
}

impl Secret {
    /// The secret in that folder; made when it is first asked for. Of several processes that begin at once all have the same.
    ///
    /// # Errors
    /// Where the file can be neither read nor written, or holds no secret.
    pub fn of(data: &Path) -> Result<Self, Error> {
        let path = data.join(FILE);
        match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => make(data, &path).map_err(Error::broken)?,
            _ => {}
        }
        let text = fs::read_to_string(&path).map_err(Error::broken)?;
        let bytes = BASE64.decode(text.trim()).map_err(Error::broken)?;
        bytes.try_into().map(Self).map_err(|_| Error::broken("the server's secret is none"))
    }

    /// Seals a text under a name.
    pub fn seal(&self, name: &str, text: &str) -> String {
        let nonce: [u8; NONCE_BYTES] = random();
        let payload = Payload { msg: text.as_bytes(), aad: name.as_bytes() };
        let sealed = self.cipher().encrypt(&nonce.into(), payload).expect("a short text can be sealed");
        format!("{MARK}{}", BASE64.encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what was kept under a name.
    pub fn open(&self, name: &str, kept: &str) -> Opened {
        let Some(sealed) = kept.strip_prefix(MARK) else { return Opened::Plain };
        self.opened(name, sealed).map_or(Opened::Foreign, Opened::Sealed)
    }

    fn opened(&self, name: &str, sealed: &str) -> Option<String> {
        let bytes = BASE64.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        let payload = Payload { msg: sealed, aad: name.as_bytes() };
        let text = self.cipher().decrypt(&(*nonce).into(), payload).ok()?;
        String::from_utf8(text).ok()
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.0.into())
    }
}

/// Puts a new secret there in one step, unless somebody else did.
fn make(data: &Path, path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(data)?;
    let half = data.join(format!("{FILE}.{}", Uuid::new_v4()));
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(MODE).open(&half)?;
    file.write_all(BASE64.encode(random::<32>()).as_bytes())?;
    file.sync_all()?;
    let made = fs::hard_link(&half, path);
    fs::remove_file(&half)?;
    match made {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn what_is_sealed_opens_under_its_name_with_its_secret_only() {
        let folder = std::env::temp_dir().join(format!("codessa-secret-{}", Uuid::new_v4()));
        let secret = Secret::of(&folder).expect("it is made");
        let mode = fs::metadata(folder.join(FILE)).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, MODE);
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1, "nothing is left beside it");
        let kept = secret.seal("vapid", "a key");
        assert!(!kept.contains("a key") && kept != secret.seal("vapid", "a key"));
        assert_eq!(Secret::of(&folder).expect("it is read").open("vapid", &kept), Opened::Sealed("a key".into()));
        assert_eq!(secret.open("other", &kept), Opened::Foreign);
        assert_eq!(secret.open("vapid", "a key"), Opened::Plain);
        assert_eq!(secret.open("vapid", MARK), Opened::Foreign);
        assert_eq!(Secret(random()).open("vapid", &kept), Opened::Foreign);
        fs::write(folder.join(FILE), "short").expect("written");
        assert!(Secret::of(&folder).is_err(), "a secret that was cut is not replaced");
        fs::remove_dir_all(folder).expect("removed");
    }
}
