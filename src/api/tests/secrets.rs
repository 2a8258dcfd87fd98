//! What is secret, right or wrong, current or spent, and wherever a careless program may put it, comes into no log, no row and no answer.

use super::auth::mailed_code;
use super::canary::Log;
use super::home::HOME;
use super::{Answer, Person, Server, on_both};
use axum::body::Body;
use axum::http::{Method, header};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use model::access::Role;
use model::grant::{Grant, Purpose};
use model::link::Link;
use model::{FileHash, ShareId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::account::{Me, PairCode, PairTyped};
use wire::path;
use wire::share::{Open, ShareChange, ShareMade, ShareNew, Visit};
use wire::space::Accept;

/// A link as it is made on a device.
const LINK: Link = Link { share: ShareId(Uuid::from_u128(0x77)), secret: [0xc5; 32] };
const MINUTE_MS: i64 = 60_000;

/// What was secret, and every answer but those whose purpose it is to tell a secret once.
#[derive(Default)]
struct Watch {
    secrets: Vec<String>,
    answers: Vec<Answer>,
}

impl Watch {
    fn keep(&mut self, secret: &str) -> String {
        self.secrets.push(secret.to_owned());
        secret.to_owned()
    }

    /// A proof, in every way in which somebody could write its bytes.
    fn keep_proof(&mut self, proof: FileHash) -> FileHash {
        self.secrets.extend([proof.to_string(), BASE64_URL_SAFE_NO_PAD.encode(proof.0)]);
        proof
    }

    fn hear(&mut self, answer: Answer) {
        self.answers.push(answer);
    }

    async fn check(&self, server: &Server, log: &Log) {
        let log = String::from_utf8_lossy(&log.bytes()).to_lowercase();
        let rows = server.app.storage.dump_for_test().await.to_lowercase();
        assert!(
            log.contains("refused") && log.contains("answered") && rows.contains("accounts.email"),
            "something is watched"
        );
        for secret in &self.secrets {
            assert!(!log.contains(&secret.to_lowercase()), "the log holds {secret}");
            assert!(!rows.contains(&secret.to_lowercase()), "the database holds {secret}");
            server.assert_nowhere(secret);
            for answer in &self.answers {
                assert!(!told(answer).contains(&secret.to_lowercase()), "an answer tells {secret}: {}", told(answer));
            }
        }
    }
}

/// All that an answer says to whoever looks over a shoulder: every header but the cookies, and the body.
fn told(answer: &Answer) -> String {
    let headers = answer.headers.iter().filter(|(name, _)| *name != header::SET_COOKIE);
    let headers: Vec<String> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
    format!("{} {} {}", answer.status, headers.join("\n"), String::from_utf8_lossy(&answer.body)).to_lowercase()
}

/// Puts a secret wherever a careless program may.
async fn misplace(watch: &mut Watch, person: &Person, secret: &str) {
    for path in [
        format!("/s?{secret}"),
        format!("/s/{secret}"),
        format!("/api/shares/{secret}/pull"),
        format!("/api/heads?token={secret}"),
    ] {
        watch.hear(person.get(&path).await);
    }
    for path in
        [format!("{}/{secret}", path::SESSIONS), format!("/api/{secret}"), path::invitations(HOME) + "/" + secret]
    {
        watch.hear(person.delete(&path).await);
    }
    for path in [
        path::CODE_VERIFY,
        path::PAIR_CLAIM,
        path::ACCEPT,
        path::SPACES,
        path::PASSKEY_FINISH,
        &path::visit_open(LINK.share),
    ] {
        for body in [
            json!(secret),
            json!({"auth": secret, "id": secret, "code": [secret], "token": {"is": secret}}),
            json!([[secret]]),
        ] {
            watch.hear(person.post(path, &body).await);
        }
    }
    let said = person.request(Method::GET, path::ME).header(header::AUTHORIZATION, format!("Bearer {secret}"));
    watch.hear(
        person.send(said.header(header::REFERER, format!("http://localhost:8080/s#{secret}")), Body::empty()).await,
    );
}

/// Signs in by a code, wrongly at first. What the session's cookie holds.
async fn sign_in(watch: &mut Watch, server: &Server) -> Person {
    let mut phone = server.stranger();
    let asked = phone.ask("thandi@example.org").await;
    watch.hear(asked);
    let code = watch.keep(&mailed_code(server));
    watch.keep(phone.cookie("-pending").expect("bound"));
    let wrong = watch.keep(&format!("{:08}", (code.parse::<u32>().expect("digits") + 1) % 100_000_000));
    let mut thief = server.stranger();
    watch.hear(thief.type_code(&code).await);
    watch.hear(phone.type_code(&wrong).await);
    misplace(watch, &phone, &code).await;
    let answer = phone.type_code(&code).await;
    phone.account = answer.ok::<Me>().account;
    watch.hear(answer);
    watch.hear(phone.clone().type_code(&code).await);
    let session = watch.keep(phone.cookie("-session").expect("signed in"));
    misplace(watch, &phone, &session).await;
    phone
}

/// Invites somebody and lets in a second device, both twice.
async fn admit(watch: &mut Watch, server: &Server, thandi: &Person) {
    let invited = thandi.invite("anna@example.org", Role::Viewer).await;
    let link = invited.link.expect("it is told once");
    let token = watch.keep(link.split_once('#').expect("a secret").1);
    let anna = server.person("anna").await;
    misplace(watch, &anna, &token).await;
    for _ in 0..2 {
        watch.hear(anna.post(path::ACCEPT, &Accept { token: token.clone() }).await);
    }
    let code: PairCode = thandi.post(path::PAIR, &()).await.ok();
    watch.keep(&code.code);
    misplace(watch, thandi, &code.code).await;
    let mut tablet = server.stranger();
    for _ in 0..2 {
        let answer =
            tablet.post(path::PAIR_CLAIM, &PairTyped { code: code.code.clone(), device: "Tablet".into() }).await;
        tablet.take_cookies(&answer);
        watch.hear(answer);
    }
    watch.keep(tablet.cookie("-session").expect("let in"));
}

/// A link with a passcode: made, opened rightly and wrongly, used, narrowed, ended.
async fn visit(watch: &mut Watch, server: &Server, thandi: &Person) {
    let auth = watch.keep_proof(FileHash::of(&LINK.secret));
    let wrong_auth = watch.keep_proof(FileHash([8; 32]));
    let fragment = watch.keep(&LINK.to_string());
    watch.keep(&BASE64_URL_SAFE_NO_PAD.encode(LINK.secret));
    let new = ShareNew {
        id: LINK.share,
        auth_hash: FileHash::of(&auth.0),
        purpose: Purpose::Buyer,
        name: "The buyer".into(),
        grant: Grant::of(Purpose::Buyer),
        days: 14,
        passcode: true,
        snapshot: false,
        opens_max: None,
        unseen: false,
    };
    let made: ShareMade = thandi.post(&path::shares(HOME), &new).await.ok();
    let digits = watch.keep(&made.passcode.expect("it is told once"));
    let wrong_digits = watch.keep(&format!("{:08}", (digits.parse::<u32>().expect("digits") + 1) % 100_000_000));
    watch.hear(thandi.post(&path::shares(HOME), &new).await);
    let mut visitor = server.stranger();
    let opens = [
        (auth, None),
        (auth, Some(&wrong_digits)),
        (wrong_auth, Some(&digits)),
        (wrong_auth, None),
        (auth, Some(&digits)),
    ];
    for (auth, passcode) in opens {
        let open = Open { auth, passcode: passcode.cloned(), device: "Chrome on Android".into() };
        let answer = visitor.post(&path::visit_open(LINK.share), &open).await;
        visitor.take_cookies(&answer);
        watch.hear(answer);
    }
    let token = watch.keep(visitor.cookie(&LINK.share.0.simple().to_string()).expect("a visit has a cookie"));
    for secret in [fragment, auth.to_string(), digits, token.clone()] {
        misplace(watch, &visitor, &secret).await;
        misplace(watch, thandi, &secret).await;
    }
    let seen = visitor.get(&path::visit(LINK.share)).await;
    seen.ok::<Visit>();
    watch.hear(seen);
    let spoilt =
        visitor.request(Method::GET, &path::visit(LINK.share)).header(header::COOKIE, format!("visit-x={token}"));
    watch.hear(visitor.send(spoilt, Body::empty()).await);
    for path in [path::shares(HOME), path::share_log(HOME, LINK.share), path::changes(HOME), path::members(HOME)] {
        watch.hear(thandi.get(&path).await);
    }
    watch.hear(
        thandi.change(&path::share(HOME, LINK.share), &ShareChange { days: Some(1), ..ShareChange::default() }).await,
    );
    watch.hear(thandi.delete(&path::share(HOME, LINK.share)).await);
    watch.hear(visitor.get(&path::visit(LINK.share)).await);
    watch.hear(visitor.post(&path::visit_close(LINK.share), &Value::Null).await);
}

#[tokio::test]
async fn what_is_secret_is_in_no_log_no_row_and_no_answer() {
    on_both(async |server| {
        let (log, mut watch) = (Log::begin(), Watch::default());
        let thandi = sign_in(&mut watch, &server).await.with_home().await;
        admit(&mut watch, &server, &thandi).await;
        visit(&mut watch, &server, &thandi).await;
        // What has ended is refused in other words.
        server.app.clock.advance_ms(20 * MINUTE_MS);
        let session = thandi.cookie("-session").expect("signed in").to_owned();
        watch.hear(thandi.post(path::SIGN_OUT, &()).await);
        misplace(&mut watch, &thandi, &session).await;
        crate::sweep::sweep(&server.app).await.expect("swept");
        watch.check(&server, &log).await;
    })
    .await;
}
