//! What a push service carries and cannot read: encryption to one browser (RFC 8291, in the form of RFC 8188 that is called aes128gcm).

use aes_gcm::aead::Aead;
use aes_gcm::{Aes128Gcm, KeyInit};
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

/// Bytes of a record, as the browser is told: more than a message ever has.
const RECORD_BYTES: u32 = 4_096;
/// Ends the content of the last record; what follows are zeros, so that the length of a message tells nothing.
const END: u8 = 2;

/// The keys of one browser.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Its public key on the curve P-256, a point in SEC 1 form.
    pub p256dh: Vec<u8>,
    /// A secret that it shares with whoever may push to it, 16 bytes.
    pub auth: [u8; 16],
}

impl Keys {
    /// Whether the point is one.
    pub fn are_sound(&self) -> bool {
        self.p256dh.len() == 65 && PublicKey::from_sec1_bytes(&self.p256dh).is_ok()
    }
}

/// A message to the browser with these keys, filled up to `bytes`. `secret` and `salt` are used this once.
///
/// None where the keys are none, or the message is longer than that.
pub fn seal(message: &[u8], bytes: usize, keys: &Keys, secret: &SecretKey, salt: [u8; 16]) -> Option<Vec<u8>> {
    let theirs = PublicKey::from_sec1_bytes(&keys.p256dh).ok()?;
    let own = secret.public_key().to_sec1_bytes();
    let shared = secret.diffie_hellman(&theirs);
    let about = [&b"WebPush: info\0"[..], &keys.p256dh, &own].concat();
    let input: [u8; 32] = derived(&keys.auth, shared.raw_secret_bytes(), &about)?;
    let key: [u8; 16] = derived(&salt, &input, b"Content-Encoding: aes128gcm\0")?;
    let nonce: [u8; 12] = derived(&salt, &input, b"Content-Encoding: nonce\0")?;
    let zeros = vec![0; bytes.checked_sub(message.len())?];
    let content = [message, &[END], &zeros].concat();
    let sealed = Aes128Gcm::new(&key.into()).encrypt(&nonce.into(), content.as_slice()).ok()?;
    let head = [&salt[..], &RECORD_BYTES.to_be_bytes(), &[u8::try_from(own.len()).ok()?], &own].concat();
    Some([head, sealed].concat())
}

fn derived<const N: usize>(salt: &[u8], input: &[u8], about: &[u8]) -> Option<[u8; N]> {
    let mut key = [0; N];
    Hkdf::<Sha256>::new(Some(salt), input).expand(about, &mut key).ok()?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

    fn bytes(text: &str) -> Vec<u8> {
        BASE64.decode(text).expect("base64")
    }

    /// RFC 8291, appendix A.
    #[test]
    fn the_example_of_the_standard_is_sealed_to_the_last_byte() {
        let keys = Keys {
            p256dh: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            auth: bytes("BTBZMqHH6r4Tts7J_aSIgg").try_into().expect("16 bytes"),
        };
        let secret = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).expect("a key");
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().expect("16 bytes");
        let message = b"When I grow up, I want to be a watermelon";
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert!(keys.are_sound());
        assert_eq!(
            seal(message, message.len(), &keys, &secret, salt).map(|sealed| BASE64.encode(sealed)).as_deref(),
            Some(expected)
        );
        let lengths = [&b"a"[..], b"a longer one"]
            .map(|message| seal(message, 200, &keys, &secret, salt).map(|sealed| sealed.len()));
        assert_eq!(lengths[0], lengths[1], "its length tells nothing");
        assert_eq!(seal(message, 3, &keys, &secret, salt), None);
    }

    #[test]
    fn what_is_no_key_is_found() {
        for p256dh in [vec![], vec![4; 65], vec![0; 65], vec![4; 10_000]] {
            let keys = Keys { p256dh, auth: [0; 16] };
            assert!(!keys.are_sound());
            let secret = SecretKey::from_slice(&[1; 32]).expect("a key");
            assert_eq!(seal(b"", 0, &keys, &secret, [0; 16]), None);
        }
    }
}
