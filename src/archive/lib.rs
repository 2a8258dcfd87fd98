//! A home in one file: an archive that anybody can open, and from which an equal logbook comes back.
