//! Real connections on loopback: slow and silent peers, too many of them, and a server that stops. The clock of the runtime is turned on
//! by the tests, so nobody waits.

use super::*;
use axum::routing::{get, post};
use tokio::io::AsyncReadExt;
use tokio::time::Instant;

/// A server of a few routes, and how to stop it.
async fn start(connections_max: usize) -> (SocketAddr, CancellationToken, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a port");
    let address = listener.local_addr().expect("it listens");
    let slow = || async {
        tokio::time::sleep(Duration::from_secs(5)).await;
        "slow"
    };
    let routes = Router::new()
        .route("/", get(|| async { "here" }))
        .route("/slow", get(slow))
        .route("/large", get(|| async { vec![b'x'; 64 * 1024 * 1024] }))
        .route("/length", post(|body: axum::body::Bytes| async move { body.len().to_string() }));
    let stop = CancellationToken::new();
    let serving = serve_at_most(connections_max, listener, true, crate::border::around(routes), stop.clone());
    (address, stop, tokio::spawn(serving))
}

async fn connect(address: SocketAddr) -> TcpStream {
    TcpStream::connect(address).await.expect("somebody listens")
}

async fn say(stream: &mut TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).await.expect("the peer reads");
}

const ASK: &str = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

/// Reads one answer whose body is known to end with `end`.
async fn hear(stream: &mut TcpStream, end: &str) -> String {
    let mut heard = String::new();
    let mut buffer = [0; 4096];
    while !heard.ends_with(end) {
        let count = stream.read(&mut buffer).await.expect("the connection holds");
        assert!(count > 0, "the connection ended after {heard:?}");
        heard.push_str(&String::from_utf8_lossy(&buffer[..count]));
    }
    heard
}

/// How long the server waits until it cuts a silent peer off, seconds.
async fn seconds_until_cut(stream: &mut TcpStream) -> u64 {
    let began = Instant::now();
    let mut rest = Vec::new();
    // Whether it is closed or reset makes no difference to a peer that says nothing.
    let _ = stream.read_to_end(&mut rest).await;
    began.elapsed().as_secs()
}

#[tokio::test(start_paused = true)]
async fn a_half_sent_head_is_cut_off_after_ten_seconds() {
    let (address, ..) = start(10).await;
    for sent in ["", "G", "GET / HTTP/1.1\r\nhost: local"] {
        let mut stream = connect(address).await;
        say(&mut stream, sent).await;
        assert!((10..=12).contains(&seconds_until_cut(&mut stream).await), "{sent:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_head_that_drips_in_is_cut_off_all_the_same() {
    let (address, ..) = start(10).await;
    let mut stream = connect(address).await;
    let began = Instant::now();
    for byte in ASK.as_bytes() {
        tokio::time::sleep(Duration::from_secs(1)).await;
        if stream.write_all(&[*byte]).await.is_err() {
            break;
        }
    }
    assert!((10..=15).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_connection_rests_for_a_minute_and_is_used_again() {
    let (address, ..) = start(10).await;
    let mut stream = connect(address).await;
    for _ in 0..3 {
        say(&mut stream, ASK).await;
        assert!(hear(&mut stream, "here").await.starts_with("HTTP/1.1 200"));
        tokio::time::sleep(Duration::from_secs(50)).await;
    }
    assert!((8..=14).contains(&seconds_until_cut(&mut stream).await), "ten seconds of the minute are left");
}

#[tokio::test(start_paused = true)]
async fn a_second_head_has_ten_seconds_too() {
    let (address, ..) = start(10).await;
    let mut stream = connect(address).await;
    say(&mut stream, ASK).await;
    hear(&mut stream, "here").await;
    say(&mut stream, "GET / HT").await;
    assert!((10..=14).contains(&seconds_until_cut(&mut stream).await));
}

#[tokio::test(start_paused = true)]
async fn a_body_that_stops_arriving_is_answered_after_thirty_seconds() {
    let (address, ..) = start(10).await;
    let mut stream = connect(address).await;
    say(&mut stream, "POST /length HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf").await;
    let began = Instant::now();
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.expect("it is answered and closed");
    assert!((30..=33).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
    assert!(String::from_utf8_lossy(&heard).starts_with("HTTP/1.1 4"), "{}", String::from_utf8_lossy(&heard));
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_does_not_read_is_cut_off_after_a_minute() {
    let (address, ..) = start(1).await;
    let mut stream = connect(address).await;
    say(&mut stream, "GET /large HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    tokio::time::sleep(Duration::from_secs(70)).await;
    // Its place is free again.
    let mut next = connect(address).await;
    say(&mut next, ASK).await;
    assert!(hear(&mut next, "here").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test(start_paused = true)]
async fn one_too_many_is_told_when_to_come_back() {
    let (address, ..) = start(2).await;
    let mut held = [connect(address).await, connect(address).await];
    for stream in &mut held {
        say(stream, ASK).await;
        hear(stream, "here").await;
    }
    let mut third = connect(address).await;
    let mut heard = String::new();
    third.read_to_string(&mut heard).await.expect("an answer");
    assert!(heard.starts_with("HTTP/1.1 503") && heard.contains("retry-after: 1"), "{heard}");
    for guard in
        ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "cache-control: no-store"]
    {
        assert!(heard.contains(guard), "{guard}: {heard}");
    }
    assert!(heard.contains("strict-transport-security: "), "people come by https: {heard}");
    let (_, body) = heard.split_once("\r\n\r\n").expect("a head and a body");
    let body: wire::ErrorBody = serde_json::from_str(body).expect("the one error body");
    assert_eq!(body.code, wire::ErrorCode::Busy);
    drop(held);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut fourth = connect(address).await;
    say(&mut fourth, ASK).await;
    assert!(hear(&mut fourth, "here").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_stops_answers_what_was_begun() {
    let (address, stop, serving) = start(10).await;
    let mut resting = connect(address).await;
    say(&mut resting, ASK).await;
    hear(&mut resting, "here").await;
    let mut busy = connect(address).await;
    say(&mut busy, "GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    stop.cancel();
    assert!(hear(&mut busy, "slow").await.starts_with("HTTP/1.1 200"));
    serving.await.expect("it ends in good order");
    assert!(TcpStream::connect(address).await.is_err());
}
