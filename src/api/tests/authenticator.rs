//! An authenticator in software: makes ES256 passkeys and answers with them, as WebAuthn level 3 describes; or, on purpose, wrongly.

use model::FileHash;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};

/// A person was there, was verified, and a new key is attached.
pub(super) const PRESENT: u8 = 1;
pub(super) const VERIFIED: u8 = 4;
const ATTACHED: u8 = 64;

/// One passkey and what answers with it. Change a field to have a wrong answer.
#[derive(Clone)]
pub(super) struct Authenticator {
    pub(super) key: SigningKey,
    pub(super) id: Vec<u8>,
    /// What the server calls the account, as it was sent: base64url.
    pub(super) user: String,
    /// How often it answered.
    pub(super) count: u32,
    pub(super) flags: u8,
    pub(super) origin: String,
    /// Which host it believes to answer; otherwise the one in the options.
    pub(super) host: Option<String>,
    /// Which ceremony it believes to be in; otherwise the right one.
    pub(super) kind: Option<&'static str>,
}

impl Authenticator {
    pub(super) fn new(origin: &str) -> Self {
        let mut bytes = [0; 48];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        Self {
            key: SigningKey::from_slice(&bytes[..32]).expect("nearly every number is a key"),
            id: bytes[32..].to_vec(),
            user: String::new(),
            count: 0,
            flags: PRESENT | VERIFIED,
            origin: origin.to_owned(),
            host: None,
            kind: None,
        }
    }

    /// Makes a passkey as `navigator.credentials.create` does.
    pub(super) fn create(&mut self, options: &Value) -> Value {
        self.user = options["user"]["id"].as_str().expect("the account has a name for machines").to_owned();
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = self.data(&options["rp"]["id"], ATTACHED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        // The key as COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point.as_bytes()[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point.as_bytes()[33..65]);
        // {"fmt": "none", "attStmt": {}, "authData": …} as CBOR.
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).expect("under 256 bytes"));
        attestation.extend(data);
        let response = json!({
            "attestationObject": encode(&attestation),
            "clientDataJSON": encode(&self.client_data("webauthn.create", options)),
        });
        self.credential(response)
    }

    /// Answers as `navigator.credentials.get` does.
    pub(super) fn get(&mut self, options: &Value) -> Value {
        self.count += 1;
        let (data, client) = (self.data(&options["rpId"], 0), self.client_data("webauthn.get", options));
        let mut signed = data.clone();
        signed.extend(FileHash::of(&client).0);
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": encode(&data),
            "clientDataJSON": encode(&client),
            "signature": encode(signature.to_der().as_bytes()),
            "userHandle": self.user,
        });
        self.credential(response)
    }

    fn credential(&self, response: Value) -> Value {
        let id = encode(&self.id);
        json!({"id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": response})
    }

    fn data(&self, host: &Value, flags: u8) -> Vec<u8> {
        let host = self.host.as_deref().unwrap_or_else(|| host.as_str().expect("options name the host"));
        let mut data = FileHash::of(host.as_bytes()).0.to_vec();
        data.push(self.flags | flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let kind = self.kind.unwrap_or(kind);
        let data = json!({
            "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        data.to_string().into_bytes()
    }
}

/// Base64url without padding (RFC 4648, 5).
fn encode(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let digits = |chunk: &[u8]| {
        let number = chunk.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)) << (8 * (3 - chunk.len()));
        (0..=chunk.len()).map(|digit| char::from(ALPHABET[number >> (18 - 6 * digit) & 63])).collect::<String>()
    };
    bytes.chunks(3).map(digits).collect()
}
