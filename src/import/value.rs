//! From the text of a cell to a value, and what a whole column says of how its cells are meant.

pub(crate) mod date;
pub(crate) mod money;
pub(crate) mod number;
