//! Taking a home out, and bringing one back whole.
