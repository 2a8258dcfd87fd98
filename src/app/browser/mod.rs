//! Powers of the browser, each behind a small function: the only rooms of the app, besides `net` and `pwa`, that know `web_sys`.

pub mod broadcast;
pub mod camera;
pub mod clock;
pub mod derive;
pub mod drag;
pub mod events;
pub mod focus;
pub mod grid;
pub mod headline;
pub mod lock;
pub mod memory;
pub mod network;
pub mod object_url;
pub mod page;
pub mod passkey;
pub mod pdf;
pub mod pen;
pub mod photo;
pub mod porter;
pub mod qr;
pub mod random;
pub mod storage;
pub mod text;
pub mod theme;
pub mod timer;
pub mod viewport;
