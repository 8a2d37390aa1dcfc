//! Which tasks are wanted: by words, group, party, deadline and state.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Date};
use crate::status::{Progress, Timing};
use crate::table::{Column, Filter, Label, Table, Who};
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::{Action, Shared};

/// Properties of [`FilterBar`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// All tasks.
    pub table: Shared<Table>,
    /// The tasks that are wanted.
    pub filter: Filter,
    /// The number of those.
    pub wanted: usize,
    /// From which the state of tasks is told.
    pub today: Date,
}

const TIMINGS: [(Timing, &str, &str); 4] = [
    (Timing::Overdue, "overdue", "filter.overdue"),
    (Timing::DueSoon, "soon", "filter.due-soon"),
    (Timing::InTime, "later", "filter.in-time"),
    (Timing::NoDeadline, "none", "filter.no-deadline"),
];

/// Stands for nobody in the list of parties, whose keys are never empty and hold no such sign.
const NOBODY: &str = "–";

/// A field and four lists.
#[component]
pub fn FilterBar(props: &Props) -> Html {
    let desk = use_desk();
    let Props { table, filter, wanted, today } = props;
    let parties = use_memo(table.clone(), |table| table.parties().into_iter().cloned().collect::<Vec<_>>());
    let change = |change: fn(&mut Filter, String, Date)| {
        let (filter, today) = (filter.clone(), *today);
        move |value: String| {
            let mut filter = filter.clone();
            change(&mut filter, value, today);
            Action::Filter(filter)
        }
    };
    let search = change(|filter, words, _| filter.words = words);
    let on_search =
        desk.with(move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value()));
    let by_group = change(|filter, name, _| filter.category = names::category_named(&name));
    let by_party = change(|filter, key, _| {
        filter.party = match key.as_str() {
            "" => None,
            NOBODY => Some(Who::Nobody),
            _ => Some(Who::Party(key)),
        };
    });
    let by_timing = change(|filter, name, _| {
        filter.timing = TIMINGS.into_iter().find(|timing| timing.1 == name).map(|timing| timing.0);
    });
    let by_progress = change(|filter, name, today| filter.progress = names::progress_named(&name, today));
    let groups = [Category::Recommendation, Category::Directive].map(|category| Choice {
        value: names::category(category).into(),
        words: desk.label(Label::Category(category)).into(),
        chosen: filter.category == Some(category),
    });
    let nobody = Choice {
        value: NOBODY.into(),
        words: desk.say("filter.nobody").into(),
        chosen: filter.party == Some(Who::Nobody),
    };
    let parties = parties.iter().map(|party| Choice {
        value: party.key.clone().into(),
        words: party.text.clone().into(),
        chosen: matches!(&filter.party, Some(Who::Party(key)) if *key == party.key),
    });
    let timings = TIMINGS.map(|(timing, name, key)| Choice {
        value: name.into(),
        words: desk.say(key).into(),
        chosen: filter.timing == Some(timing),
    });
    let states = names::progresses(*today).map(|(state, name, key)| Choice {
        value: name.into(),
        words: desk.say(key).into(),
        chosen: filter.progress.is_some_and(|progress: Progress| progress.is_like(state)),
    });
    let label = |column: Column| desk.label(Label::Column(column));
    html! {
        <div class="filter" role="search" aria-label={desk.say("table.filter")}>
            <label class="search">
                <Icon of={Drawing::Search} /><span class="unseen">{ desk.say("table.search") }</span>
                <input type="search" id="filter" placeholder={desk.say("table.search.short")}
                    value={filter.words.clone()} oninput={on_search} />
            </label>
            { list("filter-group", label(Column::Category), "table.all-groups", groups.to_vec(), &desk, by_group) }
            { list("filter-party", label(Column::Lead), "table.all-parties",
                std::iter::once(nobody).chain(parties).collect(), &desk, by_party) }
            { list("filter-due", label(Column::Deadline), "filter.all-deadlines", timings.to_vec(), &desk, by_timing) }
            { list("filter-status", label(Column::Status), "filter.all-states", states.to_vec(), &desk, by_progress) }
            if *filter != Filter::default() {
                <button type="button" id="filter-clear" class="bare" title={desk.say("table.clear-filter")}
                    aria-label={desk.say("table.clear-filter")} onclick={desk.on(Action::Filter(Filter::default()))}>
                    <Icon of={Drawing::Close} />
                </button>
            }
            <span class="count" role="status">{ count(*wanted, table.rows.len(), &desk) }</span>
        </div>
    }
}

/// One entry of a list.
#[derive(Clone)]
struct Choice {
    value: AttrValue,
    words: AttrValue,
    chosen: bool,
}

fn list(
    id: &'static str,
    label: &'static str,
    all: &'static str,
    choices: Vec<Choice>,
    desk: &Desk,
    choose: impl Fn(String) -> Action + 'static,
) -> Html {
    let none = !choices.iter().any(|choice| choice.chosen);
    let onchange = desk.with(move |event: Event| choose(event.target_unchecked_into::<HtmlSelectElement>().value()));
    html! {
        <select {id} aria-label={label} class={(!none).then_some("set")} {onchange}>
            <option value="" selected={none}>{ desk.say(all) }</option>
            { for choices.into_iter().map(|Choice { value, words, chosen }| html! {
                <option {value} selected={chosen}>{ words }</option>
            }) }
        </select>
    }
}

fn count(wanted: usize, all: usize, desk: &Desk) -> String {
    if wanted == all {
        desk.count("table.tasks", all)
    } else {
        desk.fill("table.some", &[("n", &desk.number(wanted)), ("all", &desk.number(all))])
    }
}
