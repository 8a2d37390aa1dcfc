//! What stands under what: each block gets the nearest heading or lead-in above it.

use super::{BULLET, Block, LEAD_IN, RUNNING, Shape, Word, at};

/// Gives each block its parent: the nearest heading or lead-in above that stands higher.
pub(super) fn nest(words: &[Word], text: &str, blocks: &mut [Block]) {
    let mut stack: Vec<usize> = Vec::new();
    for index in 0..blocks.len() {
        let Some(block) = blocks.get(index) else { continue };
        let level = block.level;
        let running = block.shape != Shape::Heading && level >= RUNNING - 10;
        let lead_in = ends_with(words, text, block, ":");
        while let Some(&top) = stack.last() {
            let Some(above) = blocks.get(top) else { break };
            // Running text ends a lead-in once its list has begun; right after it, it is what the lead-in announces.
            let closed = if running || level == LEAD_IN {
                above.level >= BULLET || above.level == LEAD_IN && (top + 1 != index || level == LEAD_IN)
            } else {
                above.level >= level
            };
            if !closed {
                break;
            }
            stack.pop();
        }
        let parent = stack.last().copied();
        let opens = block.shape == Shape::Heading || lead_in || block.shape == Shape::ListItem;
        if opens && !matches!(block.shape, Shape::Cell { .. }) {
            stack.push(index);
        }
        if let Some(block) = blocks.get_mut(index) {
            block.parent = parent;
        }
    }
}

pub(super) fn ends_with(words: &[Word], text: &str, block: &Block, mark: &str) -> bool {
    block.end > block.start && at(words, text, block.end - 1) == mark
}
