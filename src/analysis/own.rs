//! A user's own pack made ready for one language: its cues join those of the lexicon, its names those of the bodies.

use super::lexicon::{Cue, Lexicon};
use super::model::Lang;
use super::pack::Pack;
use super::words::Word;

/// The groups of the lexicon that a list of a pack adds to: of the cues, and of the search for actors.
fn groups(list: &str, lang: Lang) -> (&'static str, Option<&'static str>) {
    match (list, lang) {
        ("cues.order", Lang::Vi) => ("order.strong", Some("order")),
        ("cues.order", Lang::En) => ("action.order", Some("order")),
        ("cues.request", Lang::Vi) => ("request", Some("order")),
        ("cues.request", Lang::En) => ("propose", Some("order")),
        ("cues.commitment", Lang::Vi) => ("commit", Some("duty")),
        ("cues.commitment", Lang::En) => ("action.will", Some("duty")),
        ("cues.result", Lang::Vi) => ("result.reached", None),
        ("cues.result", Lang::En) => ("result.done", None),
        ("cues.fault", _) => ("fault.weak", None),
        ("cues.neutral", _) => ("neutral.event", None),
        ("headings.achievement", _) => ("heading.achievement", None),
        ("headings.shortcoming", _) => ("heading.shortcoming", None),
        ("headings.recommendation", _) => ("heading.recommendation", None),
        ("headings.directive", _) => ("heading.directive", None),
        ("headings.neutral", _) => ("heading.neutral", None),
        (_, Lang::Vi) => ("rank.inside", Some("body")),
        (_, Lang::En) => ("rank.staff", Some("body")),
    }
}

/// A pack made ready for one language.
#[derive(Debug)]
pub struct Own {
    cues: Lexicon,
    /// What the search for actors looks at, in groups named as in the language's own pack.
    pub parties: Lexicon,
    /// Short forms, each a group named by its full form.
    pub abbreviations: Lexicon,
}

impl Own {
    /// Makes `pack` ready for `lang`.
    pub fn new(pack: &Pack, lang: Lang) -> Self {
        let (mut cues, mut parties, mut abbreviations) = (Lexicon::new(), Lexicon::new(), Lexicon::new());
        let names: Vec<String> = pack.abbreviations.iter().flat_map(|(short, full)| [short, full]).cloned().collect();
        for (list, phrases) in pack.lists().into_iter().chain([("actors", names.as_slice())]) {
            let (group, party) = groups(list, lang);
            phrases.iter().for_each(|phrase| cues.insert(phrase, group));
            if let Some(party) = party {
                phrases.iter().for_each(|phrase| parties.insert(phrase, party));
            }
        }
        pack.abbreviations.iter().for_each(|(short, full)| abbreviations.insert(short, full));
        Self { cues, parties, abbreviations }
    }

    /// Adds the pack's cues to those of the `lexicon`; of a place that both know the pack says what it is.
    pub fn add(&self, words: &[Word], lexicon: &Lexicon, cues: &mut Vec<Cue>) {
        let found = self.cues.find(words);
        let covers = |cue: &Cue| {
            let after = found.partition_point(|own| own.start <= cue.start);
            after.checked_sub(1).and_then(|at| found.get(at)).is_some_and(|own| cue.end <= own.end)
        };
        cues.retain(|cue| !covers(cue));
        cues.extend(found.iter().filter_map(|own| {
            let group = lexicon.group(self.cues.group_name(own.group))?;
            Some(Cue { group, ..*own })
        }));
        cues.sort_by_key(|cue| (cue.start, std::cmp::Reverse(cue.end)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::analyze;
    use super::super::model::{Category, Minutes, Options};
    use super::*;

    const PACK: &str = r#"{
        "cues": {"order": ["ốp ngay"], "fault": ["ba chấm"]},
        "actors": ["Đội Xung Kích 3"],
        "abbreviations": {"BQH": "Ban Quản lý hồ"},
        "headings": {"directive": ["Việc tuần này"]}
    }"#;

    fn with(text: &str, pack: Option<Pack>) -> Minutes {
        analyze(text, &Options { lang: Some(Lang::Vi), pack, ..Options::default() })
    }

    #[test]
    fn every_list_goes_to_groups_that_both_languages_have() {
        for lang in [Lang::Vi, Lang::En] {
            for (list, _) in Pack::default().lists() {
                let (cue, party) = groups(list, lang);
                assert!(Lexicon::of(lang).group(cue).is_some(), "{list}: {cue}");
                assert!(party.is_none_or(|party| Lexicon::parties(lang).group(party).is_some()), "{list}");
            }
        }
    }

    #[test]
    fn a_pack_adds_cues_actors_abbreviations_and_headings() {
        let pack = Pack::read(PACK).unwrap();
        let text = "Giám đốc ốp ngay Đội Xung Kích 3 dọn kho trước ngày 3/5/2024.";
        let item = with(text, Some(pack.clone())).items.into_iter().next().expect("an item");
        assert_eq!(item.category, Category::Directive);
        assert_eq!(item.lead.as_ref().map(|lead| lead.text.as_str()), Some("Đội Xung Kích 3"));
        assert!(item.reasons.iter().any(|reason| reason.rule == "cue:order.strong"), "{:?}", item.reasons);
        let text = "Ông A yêu cầu BQH khẩn trương báo cáo số liệu. Yêu cầu Ban Quản lý hồ sớm hoàn thành hồ sơ.";
        let keys =
            |minutes: Minutes| minutes.items.into_iter().filter_map(|item| Some(item.lead?.key)).collect::<Vec<_>>();
        let found = keys(with(text, Some(pack)));
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], found[1]);
        assert_ne!(keys(with(text, None)), found);
    }

    #[test]
    fn an_empty_pack_changes_nothing() {
        let text = include_str!("../../static/sample-vi.txt");
        assert_eq!(with(text, Some(Pack::read("{}").unwrap())), with(text, None));
    }
}
