//! What has to be written, once it is known what the home has.
