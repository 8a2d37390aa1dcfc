//! State carried along the text: under which headings and lead-ins a statement stands, who speaks, and what was asked last.

use super::blocks::{Block, Shape};
use super::lexicon::{Cue, GroupId, Lexicon};
use super::statements::Statement;

/// What a cue group means to the discourse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Names a body or person of some rank.
    Rank,
    /// Orders, asks, proposes, commits.
    Act,
    /// Reports or judges.
    Report,
    /// Anything else.
    Other,
}

/// Roles of the groups of a pack, by group number.
#[derive(Debug)]
pub struct Roles(Vec<Role>);

impl Roles {
    /// Reads the roles off the groups' names.
    pub fn of(lexicon: &Lexicon) -> Self {
        let role = |name: &str| match name {
            "rank.chair" => Role::Other,
            "order.strong" | "order.ask" | "request" | "commit" | "propose" | "action.order" | "action.will"
            | "action.must" | "order.must" | "action.mark" => Role::Act,
            _ if name.starts_with("rank.") => Role::Rank,
            _ if name.starts_with("report.") => Role::Report,
            _ => Role::Other,
        };
        Self(lexicon.group_names().map(role).collect())
    }

    /// Role of a group.
    pub fn get(&self, group: GroupId) -> Role {
        self.0.get(usize::from(group)).copied().unwrap_or(Role::Other)
    }
}

/// What was said last of a kind, and how many statements ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The cue.
    pub cue: Cue,
    /// Statements since then; 0 where it stands in the statement's own front.
    pub distance: usize,
    /// Whether it stands in the same block.
    pub same_block: bool,
}

/// The surroundings of one statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Cues inside the statement, as a range into the document's cues.
    pub cues: (usize, usize),
    /// Cues in what was taken from its front.
    pub front_cues: (usize, usize),
    /// Blocks above, nearest first (at most three).
    pub above: [Option<usize>; 3],
    /// The rank named before the first act or report of the statement.
    pub subject: Option<GroupId>,
    /// The rank named right after its first act.
    pub addressee: Option<GroupId>,
    /// The act that rules it from before: own front, an earlier sentence of the block, or the lead-in above.
    pub act: Option<Carried>,
    /// The last body or person that spoke, ordered or asked.
    pub speaker: Option<Carried>,
}

/// Builds the frame of each statement.
pub fn frames(cues: &[Cue], blocks: &[Block], statements: &[Statement], lexicon: &Lexicon) -> Vec<Frame> {
    let roles = Roles::of(lexicon);
    let starts: Vec<usize> = cues.iter().map(|cue| cue.start).collect();
    let within = |from: usize, to: usize| {
        let first = starts.partition_point(|start| *start < from);
        let last = starts.partition_point(|start| *start < to);
        (first, last.max(first))
    };
    let mut frames = Vec::with_capacity(statements.len());
    let mut act: Option<(Cue, usize, usize)> = None;
    let mut speaker: Option<(Cue, usize, usize)> = None;
    for (index, statement) in statements.iter().enumerate() {
        let own = within(statement.start, statement.end);
        let front = within(statement.front, statement.start);
        let mut above = [None; 3];
        let mut parent = blocks.get(statement.block).and_then(|block| block.parent);
        for slot in &mut above {
            *slot = parent;
            parent = parent.and_then(|parent| blocks.get(parent)).and_then(|block| block.parent);
        }
        if blocks.get(statement.block).is_some_and(|block| block.shape == Shape::Heading) {
            act = None;
            speaker = None;
        }
        let front_cues = cues.get(front.0..front.1).unwrap_or_default();
        if let Some(cue) = front_cues.iter().rfind(|cue| roles.get(cue.group) == Role::Act) {
            act = Some((*cue, index, statement.block));
        }
        if let Some(cue) = front_cues.iter().find(|cue| roles.get(cue.group) == Role::Rank) {
            speaker = Some((*cue, index, statement.block));
        }
        let own_cues = cues.get(own.0..own.1).unwrap_or_default();
        let first_act = own_cues.iter().position(|cue| matches!(roles.get(cue.group), Role::Act | Role::Report));
        let subject = own_cues
            .iter()
            .take(first_act.unwrap_or(own_cues.len()))
            .rfind(|cue| roles.get(cue.group) == Role::Rank && cue.start < statement.start + 14);
        let addressee = first_act.and_then(|first| {
            let from = own_cues.get(first)?.end;
            own_cues.iter().find(|cue| cue.start >= from && cue.start <= from + 3 && roles.get(cue.group) == Role::Rank)
        });
        let carried = |last: Option<(Cue, usize, usize)>| {
            last.map(|(cue, at, block)| Carried { cue, distance: index - at, same_block: block == statement.block })
        };
        frames.push(Frame {
            cues: own,
            front_cues: front,
            above,
            subject: subject.map(|cue| cue.group),
            addressee: addressee.map(|cue| cue.group),
            act: carried(act),
            speaker: carried(speaker),
        });
        if let Some(cue) =
            first_act.and_then(|first| own_cues.get(first)).filter(|cue| roles.get(cue.group) == Role::Act)
        {
            act = Some((*cue, index, statement.block));
            if let Some(subject) = subject {
                speaker = Some((*subject, index, statement.block));
            }
        }
    }
    frames
}
