//! The API, and the server of the app: from the configuration to the router, then what stands behind it.

pub mod config;
pub mod serve;
pub mod app;
pub mod clock;

pub mod router;
pub mod border;
pub mod routes;
pub mod openapi;
pub mod site;
pub mod policy;

pub mod auth;
pub mod secret;
pub mod outbox;
pub mod remind;
pub mod storage;
pub mod live;
pub mod upload;
pub mod taken;
mod visit;
mod handover;
pub mod preview;
pub mod paper;
pub mod blobs;
pub mod sweep;
pub mod backup;
pub mod health;
pub mod demo;
pub mod carry;
pub mod register;
pub mod outlook;
pub mod whole;
pub mod error;
pub mod estate;

#[cfg(test)]
mod tests;
