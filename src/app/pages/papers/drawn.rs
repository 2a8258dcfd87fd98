//! A paper, part by part, as the PDF has it.

use crate::components::{FactLine, Facts, Section, Signed};
use crate::pages::print::{lines, table};
use leptos::prelude::*;
use report::Block;
use report::deal::{Paper, Party, Signature, Sum};

/// The paper under its heading. `pay` stands between what it comes to and what holds besides, `photos` above who signed.
pub fn drawn(paper: &Paper, pay: AnyView, photos: AnyView) -> AnyView {
    let foot = paper.foot.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    view! {
        <div class="paper__parties">{party(&paper.from)} {party(&paper.to)}</div>
        <h1>{paper.title.clone()}</h1>
        <Facts lines=lines(&paper.facts) />
        {paper.blocks.iter().map(block).collect_view()}
        {sums(&paper.sums)}
        {pay}
        {paper.more.iter().map(block).collect_view()}
        {photos}
        {signatures(&paper.signatures)}
        <div class="paper__foot stack stack--tight">{foot}</div>
    }
    .into_any()
}

fn party(party: &Party) -> AnyView {
    let lines = party.lines.iter().map(|line| view! { <span class="paper__line">{line.clone()}</span> }).collect_view();
    view! { <div class="paper__party"><p class="small soft">{party.head}</p><strong>{party.name.clone()}</strong>{lines}</div> }
        .into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Group { text } => view! { <h2>{*text}</h2> }.into_any(),
        Block::Facts { facts } => view! { <Facts lines=lines(facts) /> }.into_any(),
        Block::Table(rows) => table(rows),
        // Of a home, and on no paper of a deal.
        Block::Nothing { .. } | Block::Note { .. } | Block::System(_) | Block::Timeline(_) | Block::Chart(_) => {
            ().into_any()
        }
    }
}

fn sums(all: &[Sum]) -> AnyView {
    let line = |sum: &Sum| match sum.strong {
        true => FactLine::view(sum.name.clone(), view! { <strong>{sum.figure.clone()}</strong> }.into_any()),
        false => FactLine::words(sum.name.clone(), sum.figure.clone()),
    };
    let lines: Vec<FactLine> = all.iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <div class="paper__sums"><Facts lines sums=true /></div> }).into_any()
}

fn signatures(all: &[Signature]) -> AnyView {
    let one = |signature: &Signature| {
        let drawn = (!signature.drawn.is_empty())
            .then(|| view! { <Signed label=signature.described.clone() strokes=signature.drawn.clone() /> });
        view! { <div>{drawn}<p class="small">{signature.told.clone()}</p></div> }
    };
    view! { <div class="paper__signatures">{all.iter().map(one).collect_view()}</div> }.into_any()
}

/// A part of a paper under a heading of its own.
pub fn part(title: &'static str, inner: AnyView) -> AnyView {
    view! { <Section title>{inner}</Section> }.into_any()
}
