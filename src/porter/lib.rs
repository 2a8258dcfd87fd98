//! What carries a home in and out, in a worker of its own: the readers of `import` and the archive, over files that stay where the browser has them;
//! and what reads the code of a label in a picture, where the browser cannot.
//!
//! The page speaks to it in messages (`src/app/browser/porter_worker.js`): names of the methods below with JSON text, bytes and files. It holds what it was given
//! until it is dropped with its worker.

mod blob;
mod bringing;
mod restoring;
mod scan;
mod taking;
mod units;
