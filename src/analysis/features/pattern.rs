//! The statement as a row of classes of words.

use super::{Case, Extractor, Frame, Key, Kind, Lang, NAME_KEY, NUMBER_KEY, Statement, Template, Word, words};

impl Extractor<'_> {
    /// The statement as a row of classes: cue groups, function words, names, numbers, endings.
    pub(super) fn pattern(&self, statement: &Statement, frame: &Frame, add: &mut impl FnMut(Template, [Key; 3])) {
        let mut classes = vec![words::key("start")];
        let mut cues = self.cues(frame.cues).iter().peekable();
        let mut index = statement.start;
        while index < statement.end {
            while cues.next_if(|cue| cue.start < index).is_some() {}
            if let Some(cue) = cues.next_if(|cue| cue.start == index) {
                classes.push(self.group(cue));
                index = cue.end.max(index + 1);
                continue;
            }
            if let Some(class) = self.reading.words.get(index).and_then(|word| self.class(word))
                && !(class == NAME_KEY && classes.last() == Some(&NAME_KEY))
            {
                classes.push(class);
            }
            index += 1;
        }
        classes.push(words::key("end"));
        for three in classes.windows(3).take(40) {
            if let [one, two, three] = three {
                add(Template::Pattern, [*one, *two, *three]);
            }
        }
        let at = |index: usize| classes.get(index).copied().unwrap_or_default();
        add(Template::Opening, [at(1), at(2), 0]);
        add(Template::Opening, [at(1), at(2), at(3)]);
    }

    fn class(&self, word: &Word) -> Option<Key> {
        match word.kind {
            Kind::Digits => Some(NUMBER_KEY),
            Kind::Letters => {
                if self.function_words.contains(&word.key) {
                    return Some(word.key);
                }
                if word.case != Case::Lower {
                    return Some(NAME_KEY);
                }
                if self.reading.lang == Lang::Vi {
                    return Some(words::key("other"));
                }
                let written = word.of(self.reading.text.as_str());
                let ending = ["ed", "ing", "ly", "s"].into_iter().find(|ending| written.ends_with(ending));
                Some(words::key(ending.unwrap_or("other")))
            }
            Kind::Mark => matches!(word.of(self.reading.text.as_str()), "," | ":" | "?" | "(" | "%" | "-" | "–" | "\"")
                .then_some(word.key),
            Kind::Break => None,
        }
    }
}
