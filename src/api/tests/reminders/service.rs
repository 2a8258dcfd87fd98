//! A push service on this machine, and a browser behind it: takes pushes, checks who sends them, and opens what only the browser can.

use crate::tests::Person;
use aes_gcm::aead::Aead;
use aes_gcm::{Aes128Gcm, KeyInit};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use hkdf::Hkdf;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::{PublicKey, SecretKey};
use serde_json::Value;
use sha2::Sha256;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use wire::path;
use wire::reminder::{PushKey, PushNew};

/// A push as it came.
#[derive(Clone, Debug)]
pub(super) struct Arrived {
    head: String,
    body: Vec<u8>,
}

/// The service.
pub(super) struct Service {
    address: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    answer: Arc<Mutex<String>>,
    secret: SecretKey,
    auth: [u8; 16],
}

impl Service {
    pub(super) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}/push/a-browser", listener.local_addr().expect("it has an address"));
        let (arrived, answer) = (Arc::<Mutex<Vec<Arrived>>>::default(), Arc::new(Mutex::new("201 Created".to_owned())));
        let (kept, said) = (arrived.clone(), answer.clone());
        tokio::spawn(async move {
            while let Ok((mut connection, _)) = listener.accept().await {
                let Some(one) = read(&mut connection).await else { continue };
                kept.lock().expect("whole").push(one);
                let answer = said.lock().expect("whole").clone();
                let text = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let _ = connection.write_all(text.as_bytes()).await;
            }
        });
        let secret = SecretKey::from_slice(&[7; 32]).expect("a key");
        Self { address, arrived, answer, secret, auth: [3; 16] }
    }

    /// What it answers from now on: a status, perhaps with more lines of a head.
    pub(super) fn answer(&self, answer: &str) {
        answer.clone_into(&mut self.answer.lock().expect("whole"));
    }

    /// Allows pushes in somebody's browser, as its push manager describes itself.
    pub(super) async fn subscribe(&self, person: &Person) {
        let new = PushNew {
            endpoint: self.address.clone(),
            p256dh: BASE64.encode(self.secret.public_key().to_sec1_bytes()),
            auth: BASE64.encode(self.auth),
        };
        person.change(path::PUSH, &new).await.done();
    }

    pub(super) fn count(&self) -> usize {
        self.arrived.lock().expect("whole").len()
    }

    /// What the last push says, once it is known who sent it: as the service checks that (RFC 8292), and as the browser opens it (RFC 8291).
    pub(super) async fn last(&self, person: &Person) -> Value {
        let arrived = self.arrived.lock().expect("whole").last().cloned().expect("a push");
        let key: PushKey = person.get(path::PUSH_KEY).await.ok();
        self.check_sender(&arrived.head, &key.key);
        for line in ["POST /push/a-browser HTTP/1.1", "content-encoding: aes128gcm", "ttl: 86400", "urgency: normal"] {
            assert!(arrived.head.lines().any(|found| found == line), "{line}\n{}", arrived.head);
        }
        serde_json::from_slice(&self.opened(&arrived.body)).expect("JSON")
    }

    fn check_sender(&self, head: &str, key: &str) {
        let line = head.lines().find_map(|line| line.strip_prefix("authorization: vapid ")).expect("who sends it");
        let (token, own) = line.split_once(", k=").expect("token and key");
        assert_eq!(own, key, "the key is the one that browsers were told");
        let token = token.strip_prefix("t=").expect("a token");
        let (said, signature) = token.rsplit_once('.').expect("three parts");
        let bytes = |text: &str| BASE64.decode(text).expect("base64url");
        let verifier = VerifyingKey::from_sec1_bytes(&bytes(key)).expect("a key");
        let signature = Signature::from_slice(&bytes(signature)).expect("a signature");
        verifier.verify(said.as_bytes(), &signature).expect("it is signed by that key");
        let parts: Vec<Value> =
            said.split('.').map(|part| serde_json::from_slice(&bytes(part)).expect("JSON")).collect();
        assert_eq!(parts[0]["alg"], "ES256");
        assert_eq!(parts[1]["aud"], self.address.trim_end_matches("/push/a-browser"));
        assert_eq!(parts[1]["sub"], "mailto:keeper@example.org");
        let lasts_s = parts[1]["exp"].as_i64().expect("a time") - crate::tests::server::START.0 / 1000;
        assert!((0..=400 * 86_400).contains(&lasts_s));
    }

    fn opened(&self, body: &[u8]) -> Vec<u8> {
        let (salt, rest) = body.split_at(16);
        let (size, rest) = rest.split_at(4);
        assert_eq!(size, 4_096_u32.to_be_bytes());
        let (theirs, sealed) = rest[1..].split_at(usize::from(rest[0]));
        let shared = self.secret.diffie_hellman(&PublicKey::from_sec1_bytes(theirs).expect("a point"));
        let own = self.secret.public_key().to_sec1_bytes();
        let derive = |salt: &[u8], input: &[u8], about: &[u8], key: &mut [u8]| {
            Hkdf::<Sha256>::new(Some(salt), input).expand(about, key).expect("short enough");
        };
        let (mut input, mut key, mut nonce) = ([0; 32], [0; 16], [0; 12]);
        let about = [&b"WebPush: info\0"[..], &own, theirs].concat();
        derive(&self.auth, shared.raw_secret_bytes(), &about, &mut input);
        derive(salt, &input, b"Content-Encoding: aes128gcm\0", &mut key);
        derive(salt, &input, b"Content-Encoding: nonce\0", &mut nonce);
        let mut text = Aes128Gcm::new(&key.into()).decrypt(&nonce.into(), sealed).expect("it is for this browser");
        while text.last() == Some(&0) {
            text.pop();
        }
        assert_eq!(text.pop(), Some(2), "the last record ends so");
        text
    }
}

async fn read(connection: &mut TcpStream) -> Option<Arrived> {
    let mut bytes = Vec::new();
    loop {
        connection.read_buf(&mut bytes).await.ok().filter(|read| *read > 0)?;
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok())?;
        while bytes.len() < end + 4 + length {
            connection.read_buf(&mut bytes).await.ok().filter(|read| *read > 0)?;
        }
        return Some(Arrived { head, body: bytes[end + 4..].to_vec() });
    }
}
