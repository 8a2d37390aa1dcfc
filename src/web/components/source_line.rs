//! One line of the text with the marks that lie on it.

use yew::prelude::*;

use crate::analysis::model::{Category, Span};
use crate::web::names;
use crate::workspace::Mark;

/// A stretch of a line, inside one mark or none.
#[derive(Clone, PartialEq)]
pub struct Piece {
    text: AttrValue,
    mark: Option<Shade>,
}

/// How a marked stretch looks.
#[derive(Clone, Copy, PartialEq)]
struct Shade {
    item: u32,
    category: Category,
    selected: bool,
}

/// Properties of [`SourceLine`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The line from its first to its last letter.
    pub pieces: Vec<Piece>,
}

/// One line.
#[component]
pub fn SourceLine(props: &Props) -> Html {
    html! {
        <div class="line">
            { for props.pieces.iter().map(piece) }
            if props.pieces.is_empty() {
                <br />
            }
        </div>
    }
}

fn piece(piece: &Piece) -> Html {
    let Some(Shade { item, category, selected }) = piece.mark else { return html! { { piece.text.clone() } } };
    html! {
        <mark data-item={item.to_string()} data-category={names::category(category)}
            class={selected.then_some("selected")}>
            { piece.text.clone() }
        </mark>
    }
}

/// Cuts the `window` of `text` into lines and those along `marks`, which are disjoint and in the order of the text.
pub fn lines(text: &str, window: Span, marks: &[Mark], selected: Option<u32>) -> Vec<Vec<Piece>> {
    let mut rest = marks;
    let mut start = window.start;
    let cut = |line: &str| {
        let span = Span::new(start, start + line.len());
        while rest.first().is_some_and(|mark| mark.span.end <= span.start) {
            rest = rest.get(1..).unwrap_or_default();
        }
        let pieces = pieces(text, span, rest, selected);
        start = span.end + 1;
        pieces
    };
    window.of(text).split('\n').map(cut).collect()
}

fn pieces(text: &str, line: Span, marks: &[Mark], selected: Option<u32>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = line.start;
    let mut add = |from: usize, to: usize, mark: Option<Shade>| {
        let span = Span::new(from, to);
        if !span.is_empty() {
            pieces.push(Piece { text: span.of(text).to_owned().into(), mark });
        }
    };
    for mark in marks.iter().take_while(|mark| mark.span.start < line.end) {
        let (start, end) = (mark.span.start.max(at), mark.span.end.min(line.end));
        add(at, start, None);
        let shade = Shade { item: mark.item, category: mark.category, selected: selected == Some(mark.item) };
        add(start, end, Some(shade));
        at = end.max(at);
    }
    add(at, line.end, None);
    pieces
}
