//! Somebody with a browser: asks the server as the app does, and reads what it answers.

use super::Server;
use crate::app::App;
use crate::auth::{SESSION_COOKIE, Token};
use crate::storage::SessionNew;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use model::AccountId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::net::SocketAddr;
use tower::ServiceExt;
use wire::{ErrorBody, ErrorCode};

/// Where everybody is.
const HERE: ([u8; 4], u16) = ([127, 0, 0, 1], 40_000);

/// A browser.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) account: AccountId,
    cookies: Vec<(String, String)>,
    address: SocketAddr,
    router: Router,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Person {
    pub(super) fn stranger(server: &Server) -> Self {
        Self { account: AccountId::default(), cookies: Vec::new(), address: HERE.into(), router: server.router.clone() }
    }

    pub(super) async fn signed_in(server: &Server, name: &str) -> Self {
        Self::of_app(&server.app, name).await.at(server.router.clone())
    }

    /// Somebody with an account on a server that no test holds.
    pub(super) async fn of_app(app: &App, name: &str) -> Self {
        let account = new_account(app, name).await;
        let token = Token::random();
        let now = app.clock.now();
        let session = SessionNew { account, token_hash: token.hash(), device: "A test".into(), stepped_up: now };
        app.storage.begin_session(session, now).await.expect("a session begins");
        let cookie = (app.config.origin.cookie_name(SESSION_COOKIE), token.as_str().to_owned());
        Self { account, cookies: vec![cookie], address: HERE.into(), router: crate::router::router(app.clone()) }
    }

    pub(super) async fn again(server: &Server, person: &Self) -> Self {
        let (token, now) = (Token::random(), server.app.clock.now());
        let session =
            SessionNew { account: person.account, token_hash: token.hash(), device: "A test".into(), stepped_up: now };
        server.app.storage.begin_session(session, now).await.expect("a session begins");
        let cookie = (server.app.config.origin.cookie_name(SESSION_COOKIE), token.as_str().to_owned());
        Self { cookies: vec![cookie], ..person.clone() }
    }

    /// The same browser at another server.
    pub(crate) fn at(&self, router: Router) -> Self {
        Self { router, ..self.clone() }
    }

    /// The same browser elsewhere.
    pub(crate) fn at_address(&self, address: [u8; 4]) -> Self {
        Self { address: (address, 40_000).into(), ..self.clone() }
    }

    /// Keeps and forgets cookies as an answer says.
    pub(crate) fn take_cookies(&mut self, answer: &Answer) {
        for line in answer.cookies() {
            let pair = line.split(';').next().expect("a split has a first part");
            let (name, value) = pair.split_once('=').expect("a cookie has a value");
            self.cookies.retain(|(kept, _)| kept != name);
            if !line.contains("Max-Age=0;") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// What it holds of the cookie whose name ends so.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(kept, _)| kept.ends_with(name)).map(|(_, value)| value.as_str())
    }

    /// Makes it hold a cookie, as somebody could who has copied it.
    pub(crate) fn hold(&mut self, name: &str, value: &str) {
        self.cookies.push((format!("codessa-dev-{name}"), value.to_owned()));
    }

    /// The header in which it sends its cookies.
    pub(crate) fn cookie_line(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path), Body::empty()).await
    }

    pub(crate) async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.send_json(Method::POST, path, body).await
    }

    pub(crate) async fn change(&self, path: &str, body: &impl Serialize) -> Answer {
        self.send_json(Method::PUT, path, body).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send_json(Method::DELETE, path, &Value::Null).await
    }

    async fn send_json(&self, method: Method, path: &str, body: &impl Serialize) -> Answer {
        let body = serde_json::to_vec(body).expect("test bodies can be written");
        let request = self.request(method, path).header(header::CONTENT_TYPE, "application/json");
        self.send(request, Body::from(body)).await
    }

    /// A request as the app's pages send it.
    pub(crate) fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let mut request = Request::builder().method(&method).uri(path);
        if !method.is_safe() {
            request = request.header("sec-fetch-site", "same-origin");
        }
        for (name, value) in &self.cookies {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        request.extension(ConnectInfo(self.address))
    }

    pub(crate) async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request.body(body).expect("the request is sound");
        let (head, body) = self.router.clone().oneshot(request).await.expect("a router cannot fail").into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("the body arrives").to_vec();
        Answer { status: head.status, headers: head.headers, body }
    }
}

impl Answer {
    /// The body of a request that was answered as asked.
    #[track_caller]
    pub(crate) fn ok<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).expect("the answer is of the expected shape")
    }

    /// A request that was answered as asked, without a body.
    #[track_caller]
    pub(crate) fn done(&self) {
        assert_eq!(self.status, StatusCode::NO_CONTENT, "{}", String::from_utf8_lossy(&self.body));
    }

    /// The body of a refusal with this code and the status that goes with it.
    #[track_caller]
    pub(crate) fn refused(&self, code: ErrorCode) -> ErrorBody {
        let body: ErrorBody = serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{} {}", self.status, String::from_utf8_lossy(&self.body)));
        assert_eq!((body.code, self.status.as_u16()), (code, code.status()), "{body:?}");
        body
    }

    /// What it sets cookies to.
    pub(crate) fn cookies(&self) -> Vec<&str> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.map(|line| line.to_str().expect("cookies are plain text")).collect()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("headers are plain text"))
    }
}

async fn new_account(app: &App, name: &str) -> AccountId {
    let account = AccountId(uuid::Uuid::now_v7());
    app.storage
        .add_account(account, &format!("{name}@example.org"), "en-ZA", app.clock.now())
        .await
        .expect("it is new");
    account
}
