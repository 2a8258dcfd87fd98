//! Asking a running server whether it is well, for whatever supervises it.

use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the server at `address`.
///
/// # Errors
/// Where it does not answer, or not that it is well.
pub async fn ask(address: SocketAddr) -> Result<(), String> {
    let answer = tokio::time::timeout(PATIENCE, first_line(address)).await;
    match answer {
        Ok(Ok(line)) if line.starts_with("HTTP/1.1 200") => Ok(()),
        Ok(Ok(line)) => Err(format!("{address} says {}", line.lines().next().unwrap_or_default())),
        Ok(Err(error)) => Err(format!("{address}: {error}")),
        Err(_) => Err(format!("{address} does not answer")),
    }
}

async fn first_line(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let ask = format!("GET {} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n", wire::path::HEALTH);
    stream.write_all(ask.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Server;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn a_server_that_is_well_says_so() {
        let server = Server::on_sqlite().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a port");
        let address = listener.local_addr().expect("it listens");
        let serving =
            tokio::spawn(crate::border::serve(listener, false, server.router.clone(), server.app.stop.clone()));
        assert_eq!(ask(address).await, Ok(()));
        server.app.stop.cancel();
        serving.await.expect("it ends");
        assert!(ask(address).await.is_err());
    }
}
