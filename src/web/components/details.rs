//! What can be known and done about the selected item: why it is here, its group, its words, a remark, leaving it out.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use super::related_items::RelatedItems;
use super::rewording::Rewording;
use super::why::Why;
use crate::analysis::model::Category;
use crate::table::{Column, Label};
use crate::web::desk::use_desk;
use crate::web::document::focus;
use crate::web::names;
use crate::workspace::related::Chosen;
use crate::workspace::{Action, Analysis, Carried, Change, Shared};

/// Properties of [`Details`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The item, and what belongs to it.
    pub chosen: Chosen,
    /// Its words as they are shown.
    pub words: String,
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// The user's remark; none where it is written elsewhere, or there is no place for one.
    pub note: Option<String>,
}

/// The selected item's second half.
#[component]
pub fn Details(props: &Props) -> Html {
    let desk = use_desk();
    let rewording = use_state_eq(|| false);
    let Props { chosen: Chosen { item, related }, words, analysis, note } = props;
    let id = item.id;
    let reword = |open: bool| {
        let rewording = rewording.clone();
        move || rewording.set(open)
    };
    let (open, close) = (reword(true), reword(false));
    let change_note = desk.with(move |event: Event| {
        Action::Correct(id, Change::Note(event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    let dismiss = desk.with(move |_: MouseEvent| {
        focus("result");
        Action::Correct(id, Change::Dismissed(true))
    });
    let inferred: Vec<Carried> = Carried::ALL.into_iter().filter(|value| value.is_open(item)).collect();
    let button = |name: &'static str, drawing: Drawing, key: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class={classes!("tool", name)} {onclick}><Icon of={drawing} />{ desk.say(key) }</button>
        }
    };
    html! {
        <div class="details">
            <RelatedItems category={item.category} related={related.clone()} />
            <Why item={item.clone()} analysis={analysis.clone()} />
            if *rewording {
                <Rewording item={id} words={words.clone()} onclose={Callback::from(move |()| close())} />
            }
            <div class="controls">
                <label>
                    <span>{ desk.say("item.category") }</span>
                    <Regroup item={id} category={item.category} />
                </label>
                if let Some(note) = note {
                    <label class="remark">
                        <span>{ desk.label(Label::Column(Column::Note)) }</span>
                        <input type="text" class="note" value={note.clone()} onchange={change_note} />
                    </label>
                }
                if item.category.is_actionable() && !inferred.is_empty() {
                    { button("confirm", Drawing::Check, "item.confirm",
                        desk.on(Action::Correct(id, Change::Confirm(inferred)))) }
                }
                if !*rewording {
                    { button("reword", Drawing::Edit, "item.reword", Callback::from(move |_: MouseEvent| open())) }
                }
                if let Some(next) = analysis.next(id) {
                    <button type="button" class="tool join" title={next.span.of(&analysis.text).to_owned()}
                        onclick={desk.on(Action::Join(id))}>
                        <Icon of={Drawing::Join} />{ desk.say("item.join") }
                    </button>
                }
                if analysis.is_drawn(id) {
                    { button("undraw", Drawing::Undo, "item.undraw", desk.on(Action::Undraw(id))) }
                }
                { button("reveal", Drawing::Place, "action.reveal", desk.on(Action::Reveal(id))) }
                { button("dismiss", Drawing::Close, "action.dismiss", dismiss) }
            </div>
        </div>
    }
}

/// Properties of [`Regroup`].
#[derive(PartialEq, Properties)]
struct RegroupProps {
    item: u32,
    category: Category,
}

#[component]
fn Regroup(props: &RegroupProps) -> Html {
    let desk = use_desk();
    let item = props.item;
    let onchange = desk.with(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        names::category_named(&name)
            .map_or(Action::Reveal(item), |category| Action::Correct(item, Change::Category(category)))
    });
    html! {
        <select class="regroup" {onchange}>
            { for Category::ALL.into_iter().map(|category| html! {
                <option value={names::category(category)} selected={category == props.category}>
                    { desk.label(Label::Category(category)) }
                </option>
            }) }
        </select>
    }
}
