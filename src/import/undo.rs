//! Taking an import back.
