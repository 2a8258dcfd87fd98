//! Waking devices: one look at the database every quarter of a second for all streams of this process, and at once after its own pushes.
//!
//! What streams are told is always how things stand, never what happened, so a stream that was too slow for one round is told the same
//! in the next, and several servers on one database need not know of each other.

use crate::app::App;
use crate::auth::Principal;
use model::SpaceId;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, mpsc};
use wire::live::Live;

/// Between two looks. A change made through another server reaches its devices within this.
const LOOK: Duration = Duration::from_millis(250);
/// Between two looks at the least, however many pushes arrive.
const LOOK_MIN: Duration = Duration::from_millis(20);
/// Streams of one session. Tabs hand one over to the next, so a few overlap; more would only cost connections.
const STREAMS_MAX: usize = 4;
/// Rounds that a stream may fall behind before it is skipped until it reads again.
const ROUNDS_MAX: usize = 8;

/// The streams of this process.
#[derive(Default)]
pub struct Hub {
    streams: Mutex<Vec<Stream>>,
    woken: Notify,
}

struct Stream {
    session: String,
    told: HashMap<SpaceId, Live>,
    sender: mpsc::Sender<Vec<Live>>,
}

/// How one space stands for the account of one session: the session's id, and nothing more where it is a member of none.
pub struct Standing {
    /// The session.
    pub session: String,
    /// The space, its head and the version of the access.
    pub live: Option<Live>,
}

impl Hub {
    /// Looks at the database soon.
    pub fn wake(&self) {
        self.woken.notify_one();
    }

    /// A stream for a session: first how everything stands, then what changes. It ends with the session.
    pub fn watch(&self, principal: &Principal) -> mpsc::Receiver<Vec<Live>> {
        let (sender, receiver) = mpsc::channel(ROUNDS_MAX);
        let mut streams = self.streams();
        let same = |stream: &Stream| stream.session == principal.session;
        if streams.iter().filter(|stream| same(stream)).count() >= STREAMS_MAX
            && let Some(oldest) = streams.iter().position(same)
        {
            streams.remove(oldest);
        }
        streams.push(Stream { session: principal.session.clone(), told: HashMap::new(), sender });
        drop(streams);
        self.wake();
        receiver
    }

    fn streams(&self) -> MutexGuard<'_, Vec<Stream>> {
        // A panic between two statements of this file leaves the list whole.
        self.streams.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The sessions that somebody still listens for.
    fn sessions(&self) -> Vec<String> {
        let mut streams = self.streams();
        streams.retain(|stream| !stream.sender.is_closed());
        let mut sessions: Vec<String> = streams.iter().map(|stream| stream.session.clone()).collect();
        sessions.sort_unstable();
        sessions.dedup();
        sessions
    }

    /// Tells every stream of `asked` how things stand, and ends those whose session has ended.
    fn tell(&self, asked: &[String], standings: Vec<Standing>) {
        let mut now: HashMap<String, Vec<Live>> = HashMap::new();
        for standing in standings {
            now.entry(standing.session).or_default().extend(standing.live);
        }
        self.streams().retain_mut(|stream| match now.get(&stream.session) {
            Some(live) => stream.tell(live),
            // A stream that came while the database was asked is not ended for not having been asked about.
            None => asked.binary_search(&stream.session).is_err(),
        });
    }
}

impl Stream {
    /// Tells what is not known yet; whether anybody still listens.
    fn tell(&mut self, now: &[Live]) -> bool {
        let changed = now.iter().filter(|live| self.told.get(&live.space) != Some(live)).copied();
        let ended = self.told.values().filter(|told| now.iter().all(|live| live.space != told.space));
        let news: Vec<Live> = changed.chain(ended.map(|told| Live { scope: None, ..*told })).collect();
        if news.is_empty() {
            return !self.sender.is_closed();
        }
        match self.sender.try_send(news) {
            Ok(()) => {
                self.told = now.iter().map(|live| (live.space, *live)).collect();
                true
            }
            Err(mpsc::error::TrySendError::Full(_)) => true,
            Err(mpsc::error::TrySendError::Closed(_)) => false,
        }
    }
}

/// Looks and tells until the server stops; then every stream ends.
pub async fn run(app: App) {
    while !app.stop.is_cancelled() {
        let sessions = app.live.sessions();
        if !sessions.is_empty() {
            match app.storage.standings(&sessions, app.clock.now()).await {
                Ok(standings) => app.live.tell(&sessions, standings),
                Err(error) => tracing::warn!(?error, "devices could not be woken; the next look is soon"),
            }
        }
        let pause = if sessions.is_empty() { Duration::MAX } else { LOOK };
        tokio::select! {
            () = app.stop.cancelled() => {}
            () = app.live.woken.notified() => {}
            () = tokio::time::sleep(pause) => {}
        }
        tokio::time::sleep(LOOK_MIN).await;
    }
    app.live.streams().clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{AccountId, Instant};
    use uuid::Uuid;

    fn live(space: u128, head: u64) -> Live {
        Live { space: SpaceId(Uuid::from_u128(space)), head, scope: Some(1), closed: false }
    }

    fn principal(session: &str) -> Principal {
        Principal { account: AccountId::default(), session: session.into(), stepped_up: Instant(0) }
    }

    fn round(hub: &Hub, live: &[Live]) {
        let standing = |live: &Live| Standing { session: "a".into(), live: Some(*live) };
        hub.tell(&["a".to_owned()], live.iter().map(standing).collect());
    }

    #[test]
    fn a_stream_is_told_how_things_stand_then_only_what_changes() {
        let hub = Hub::default();
        let mut stream = hub.watch(&principal("a"));
        round(&hub, &[live(1, 5), live(2, 0)]);
        round(&hub, &[live(1, 5), live(2, 0)]);
        round(&hub, &[live(1, 6), live(2, 0)]);
        round(&hub, &[live(1, 6)]);
        assert_eq!(stream.try_recv(), Ok(vec![live(1, 5), live(2, 0)]));
        assert_eq!(stream.try_recv(), Ok(vec![live(1, 6)]));
        assert_eq!(stream.try_recv(), Ok(vec![Live { scope: None, ..live(2, 0) }]));
        assert!(stream.try_recv().is_err());
    }

    #[test]
    fn a_slow_stream_is_told_the_end_of_it_all() {
        let hub = Hub::default();
        let mut stream = hub.watch(&principal("a"));
        (1..=50).for_each(|head| round(&hub, &[live(1, head)]));
        let heard = || stream.try_recv();
        assert_eq!(std::iter::repeat_with(heard).map_while(Result::ok).count(), ROUNDS_MAX);
        round(&hub, &[live(1, 50)]);
        assert_eq!(stream.try_recv(), Ok(vec![live(1, 50)]));
    }

    #[test]
    fn a_stream_ends_with_its_session_and_the_oldest_when_there_are_too_many() {
        let hub = Hub::default();
        let mut ended = hub.watch(&principal("b"));
        let mut first = hub.watch(&principal("a"));
        let _others = [(); STREAMS_MAX].map(|()| hub.watch(&principal("a")));
        assert!(first.is_closed() || first.try_recv() == Err(mpsc::error::TryRecvError::Disconnected));
        hub.tell(&["a".to_owned(), "b".to_owned()], vec![Standing { session: "a".into(), live: None }]);
        assert_eq!(ended.try_recv(), Err(mpsc::error::TryRecvError::Disconnected));
        assert_eq!(hub.sessions(), ["a"]);
    }
}
