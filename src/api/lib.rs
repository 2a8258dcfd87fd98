//! The API, and the server of the app.

pub mod site;
