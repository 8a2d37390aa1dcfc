//! What stands around the statement: fronts, headings, ranks, the order that rules it, and its neighbours.

use super::{Extractor, Frame, Key, NAME_KEY, Statement, Template, plain_key, words};

impl Extractor<'_> {
    pub(super) fn surroundings(&self, statement: &Statement, frame: &Frame, add: &mut impl FnMut(Template, [Key; 3])) {
        for word in self.words(statement.front, statement.start) {
            if let Some(key) = plain_key(word, false).filter(|key| *key != NAME_KEY) {
                add(Template::Front, [key, 0, 0]);
            }
        }
        for cue in self.cues(frame.front_cues) {
            add(Template::FrontCue, [self.group(cue), 0, 0]);
        }
        let shape = self.shape(statement);
        for (height, block) in frame.above.iter().enumerate() {
            let Some(block) = block.and_then(|block| self.reading.blocks.get(block)) else { continue };
            let range = (
                self.reading.cues.partition_point(|cue| cue.start < block.start),
                self.reading.cues.partition_point(|cue| cue.start < block.end),
            );
            let template = if height == 0 { Template::AboveCue } else { Template::HighCue };
            for cue in self.cues(range) {
                add(template, [self.group(cue), 0, 0]);
                if height == 0 {
                    add(Template::ShapeAbove, [shape, self.group(cue), 0]);
                }
            }
            if height == 0 {
                for word in self.words(block.start, block.end.min(block.start + 40)) {
                    if let Some(key) = plain_key(word, true) {
                        add(Template::Above, [key, 0, 0]);
                    }
                }
            }
        }
        let rank = |group: Option<u16>| {
            group.and_then(|group| self.groups.get(usize::from(group)).copied()).unwrap_or(words::key("none"))
        };
        let act = self.cues(frame.cues).iter().find(|cue| self.acts.get(usize::from(cue.group)) == Some(&true));
        let act_key = act.map_or(words::key("none"), |cue| self.phrase(cue));
        let act_group = act.map_or(words::key("none"), |cue| self.group(cue));
        add(Template::Subject, [rank(frame.subject), 0, 0]);
        add(Template::Act, [act_key, rank(frame.subject), rank(frame.addressee)]);
        add(Template::Act, [act_key, rank(frame.subject), 0]);
        add(Template::Act, [act_key, 0, rank(frame.addressee)]);
        let level =
            |group: Option<u16>| group.and_then(|group| self.levels.get(usize::from(group))).copied().unwrap_or(0);
        let giver = level(frame.subject.or(frame.speaker.map(|carried| carried.cue.group)));
        let taker = level(frame.addressee);
        if giver > 0 && taker > 0 {
            let way = match giver.cmp(&taker) {
                std::cmp::Ordering::Less => "up",
                std::cmp::Ordering::Equal => "across",
                std::cmp::Ordering::Greater => "down",
            };
            add(Template::Direction, [words::key(way), act_group, 0]);
            add(Template::Direction, [words::key(way), 0, 0]);
        }
        if let Some(carried) = frame.act {
            let near = distance(carried.distance, carried.same_block);
            add(Template::Ruling, [self.phrase(&carried.cue), 0, 0]);
            add(Template::Ruling, [self.group(&carried.cue), near, 0]);
            let first = self.cues(frame.cues).first().map_or(words::key("none"), |cue| self.group(cue));
            add(Template::RulingCue, [self.group(&carried.cue), first, 0]);
        } else {
            add(Template::Ruling, [words::key("none"), 0, 0]);
        }
        if let Some(carried) = frame.speaker {
            add(Template::Speaker, [self.group(&carried.cue), 0, 0]);
            add(Template::SpeakerAct, [self.group(&carried.cue), act_group, 0]);
            if let Some(ruling) = frame.act {
                add(Template::SpeakerAct, [self.group(&carried.cue), self.phrase(&ruling.cue), words::key("ruling")]);
            }
        }
    }

    pub(super) fn neighbours(&self, index: usize, statement: &Statement, add: &mut impl FnMut(Template, [Key; 3])) {
        let mut look = |other: Option<usize>, template| {
            let Some(other) = other else { return };
            let (Some(neighbour), Some(frame)) = (self.reading.statements.get(other), self.reading.frames.get(other))
            else {
                return;
            };
            if neighbour.block != statement.block {
                return;
            }
            let template = if neighbour.sentence == statement.sentence { Template::SentenceCue } else { template };
            for cue in self.cues(frame.cues) {
                add(template, [self.group(cue), 0, 0]);
            }
        };
        look(index.checked_sub(1), Template::Before);
        look(Some(index + 1), Template::After);
    }
}

/// Whether a group orders, asks, proposes or commits.
pub(super) fn is_act(group: &str) -> bool {
    group.starts_with("order.") && !group.ends_with("verb") && !group.ends_with("manner")
        || group.starts_with("action.") && !group.ends_with("verb")
        || matches!(group, "request" | "commit" | "propose")
}

/// Height of a rank, 0 where the group is none.
pub(super) fn level(group: &str) -> u8 {
    match group {
        "rank.central" => 9,
        "rank.ministry" => 8,
        "rank.province" | "rank.board" => 7,
        "rank.department" | "rank.office" => 6,
        "rank.district" => 5,
        "rank.commune" => 4,
        "rank.inside" | "rank.staff" => 3,
        "rank.people" => 1,
        _ => 0,
    }
}

fn distance(statements: usize, same_block: bool) -> Key {
    words::key(match (statements, same_block) {
        (0, _) => "own",
        (1, true) => "next",
        (2..=4, true) => "near",
        (_, true) => "far",
        (1..=3, false) => "near-block",
        _ => "far-block",
    })
}
