//! When to send what: events go in, effects come out, and nothing else happens here.

use crate::{Effect, Event};

/// Decides when to send and fetch. It does no IO and has no clock.
#[derive(Debug, Default)]
pub struct Machine {}

impl Machine {
    /// A machine that knows of no space, no network and nobody signed in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in what happened; what to do next.
    pub fn step(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened { space, .. } => vec![Effect::Load(space)],
            _ => Vec::new(),
        }
    }
}
