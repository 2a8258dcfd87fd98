//! The machine, told as stories: what happens, and what it asks for then.

mod acts;
mod failing;
mod fetching;
mod promise;
mod sending;
mod sharing;
mod tale;
