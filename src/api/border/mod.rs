//! Between the network and the handlers: what comes in is checked and read here, what goes out gets its headers and its line in the log.

mod answer;
mod body;
mod depth;
mod enforce;
mod listen;
mod path;
mod route;

pub use answer::around;
pub use body::{Json, Raw};
pub(crate) use body::{read_json, read_sound_json};
pub use listen::serve;
pub use path::{Path, Query};
pub use route::{CONTRIBUTION, HASH, Policy, RECORD, Row, SHARE, SPACE, Takes, delete, get, post, put};
