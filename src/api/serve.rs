//! A server from its start to its end.

use crate::app::App;
use crate::border;
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::demo;
use crate::router::router;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Serves until it is told to stop, or until what it acknowledges can no longer be kept.
///
/// # Errors
/// What stood in the way, in words for whoever started it.
pub async fn serve(flags: Flags) -> Result<(), String> {
    let listen = flags.listen;
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("{listen}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let demo = flags.demo;
    let app =
        App::open(Config::from_flags(flags, address.port()), Clock::System).await.map_err(|error| error.to_string())?;
    if demo {
        demo::settle(&app).await.map_err(|error| format!("the demonstration home: {error}"))?;
        demo::settle_crew(&app).await.map_err(|error| format!("the demonstration firm: {error}"))?;
        demo::settle_estate(&app).await.map_err(|error| format!("the demonstration scheme: {error}"))?;
        demo::settle_estate_cases(&app).await.map_err(|error| format!("the demonstration cases: {error}"))?;
        demo::settle_supply(&app).await.map_err(|error| format!("the demonstration neighbours: {error}"))?;
    }
    let origin = &app.config.origin;
    println!("listening on http://{address} for {origin}");
    if demo {
        println!("the demonstration home is there: open {origin} and sign in as {}", demo::EMAIL);
        println!("the trade desk of a firm is there too: sign in as {} and open {origin}/desk", demo::CREW_EMAIL);
        println!("and a scheme of many homes: sign in as {} and open {origin}/estate", demo::TRUSTEE_EMAIL);
        println!("and what a supplier reads: `codessa outlook link NAME` makes a link to it");
        println!("the code is written to {}", app.config.data.join("mail").display());
    }
    tokio::spawn(stop_on_signal(app.stop.clone()));
    let outcome = tokio::select! {
        () = border::serve(listener, app.config.origin.is_https(), router(app.clone()), app.stop.clone()) => Ok(()),
        () = app.storage.broken() => Err("a commit failed, so nothing more can be promised".to_owned()),
    };
    app.close().await;
    outcome
}

/// Waits for the wish to stop: from a terminal or from whatever supervises the process.
async fn stop_on_signal(stop: CancellationToken) {
    let interrupted = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
        }
        Err(_) => drop(interrupted.await),
    }
    tracing::info!("stopping");
    stop.cancel();
}
