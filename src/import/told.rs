//! Whole sentences of an import, from the parts in [`say`](crate::say).

use crate::proposal::Problem;
use crate::say;
use words::Words;

/// What is wrong, with the text that it is about: "Purchase date “31/02/2019”: no date that can be read".
pub fn problem(words: &Words, problem: &Problem) -> String {
    (words.carry().problem)(say::problem(words, problem.code), &problem.what, &problem.text)
}
