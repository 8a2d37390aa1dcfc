//! The page's root: holds the state, joins it to the worker, lays out the views.

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::DragEvent;
use yew::prelude::*;

use super::address::{self, use_address};
use super::components::action_table::ActionTable;
use super::components::divider::Divider;
use super::components::earlier_table::EarlierTable;
use super::components::empty_state::{Samples, Welcome};
use super::components::groups_view::GroupsView;
use super::components::header::Header;
use super::components::key_map::KeyMap;
use super::components::notes::Notes;
use super::components::notices::Notices;
use super::components::overview::Overview;
use super::components::print_heading::PrintHeading;
use super::components::source_pane::SourcePane;
use super::components::tabs::Tabs;
use super::components::tray::Tray;
use super::components::working::Working;
use super::desk::Desk;
use super::keeper::Keeper;
use super::pointing::{leave, point};
use super::preferences::{Choices, Start, keep_choices};
use super::shortcuts::use_shortcuts;
use super::worker::Analyst;
use super::{document, files, reveal, today};
use crate::workspace::{Action, Keeping, Layout, Selection, Shared, Side, State, StorageEvent, Storing, View};

/// Properties of [`App`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What the page starts with.
    pub start: Shared<Start>,
}

/// The whole page.
#[component]
pub fn App(props: &Props) -> Html {
    let start = &props.start;
    let state = use_reducer_eq(|| first_state(start));
    let desk = Desk::new(state.lang, state.dispatcher());
    use_effect_with((state.lang, state.theme), |(lang, theme)| {
        document::set_lang(*lang);
        document::set_theme(*theme);
    });
    let analyst = use_analyst(&state, &desk);
    let keeper = use_keeper(&state, &desk, start);
    use_address(&state, &desk);
    use_effect_with((state.view, state.panel), |_| reveal::start());
    use_effect_with((state.selection, state.view, state.panel, state.written), |(selection, ..)| match selection {
        Some(Selection { side: Side::Source, .. }) => reveal::selected("#result"),
        Some(Selection { side: Side::Result, .. }) => reveal::selected("#source-pane"),
        Some(Selection { side: Side::Address, .. }) => {
            reveal::selected("#result");
            reveal::selected("#source-pane");
        }
        None => {}
    });
    let dragging = use_state_eq(|| false);
    let drag = |over: bool| {
        let dragging = dragging.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(over);
        })
    };
    let ondrop = {
        let (desk, dragging) = (desk.clone(), dragging.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(false);
            files::open(event.data_transfer().and_then(|data| data.files()), &desk);
        })
    };
    let key_map = use_state_eq(|| false);
    let keys = |open: bool| {
        let key_map = key_map.clone();
        Callback::from(move |()| key_map.set(open))
    };
    use_shortcuts(&desk, keys(true));
    let empty = state.is_blank();
    let (title, result) = result(&state);
    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <div class={classes!("page", dragging.then_some("dragging"))} data-view={state.view.name()}
                data-empty={empty.to_string()} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}>
                <Header state={state.clone()} {keeper} onkeys={keys(true)} />
                <Notices notices={state.notices.clone()} />
                if !state.tray().is_empty() {
                    <Tray leaves={state.tray()} meeting={state.storing.meeting.to_string()} />
                }
                if let Some(table) = &state.earlier {
                    <EarlierTable table={table.clone()} today={state.today} open={empty} />
                }
                if !empty {
                    <PrintHeading title={state.title()} date={state.meeting_date()} />
                }
                <main class="desk">
                    if empty {
                        <Welcome />
                    }
                    <SourcePane state={state.clone()} />
                    if !empty {
                        <Divider />
                    }
                    if empty {
                        <Samples />
                    } else {
                        <section id="result" class="result" tabindex="-1" aria-busy={state.busy.to_string()}
                            onmouseover={point()} onfocusin={point()} onmouseleave={leave()} onfocusout={leave()}>
                            <Tabs view={state.view} panel={state.panel} tasks={state.table.rows.len()} />
                            <div class="body">
                                <h2 class="unseen">{ desk.say(title) }</h2>
                                if state.busy {
                                    <Working size={state.text.chars().count()} onstop={Callback::from(move |_| analyst.stop())} />
                                }
                                if !state.analysis.text.is_empty() {
                                    <Notes analysis={state.analysis.clone()} corrections={state.corrections.clone()} />
                                    { result }
                                }
                            </div>
                        </section>
                    }
                </main>
                <KeyMap open={*key_map} onclose={keys(false)} />
                if *dragging {
                    <p class="drop" aria-hidden="true">{ desk.say("source.drop") }</p>
                }
            </div>
        </ContextProvider<Desk>>
    }
}

/// The view beside the text, and the key of its name. Each gets no more than it shows, so that typing redraws none.
fn result(state: &State) -> (&'static str, Html) {
    let (analysis, minutes, table) = (state.analysis.clone(), state.minutes.clone(), state.table.clone());
    let chosen = state.chosen();
    match state.panel {
        View::Groups | View::Source => {
            let (corrections, shown) = (state.corrections.clone(), state.shown.clone());
            ("view.groups", html! { <GroupsView {analysis} {minutes} {corrections} {shown} {chosen} /> })
        }
        View::Table => {
            let (filter, layout, today) = (state.filter.clone(), state.layout.clone(), state.today);
            ("view.table", html! { <ActionTable {analysis} {table} {filter} {layout} {today} {chosen} /> })
        }
        View::Overview => {
            let (text, today) = (analysis.text.clone(), state.today);
            ("view.overview", html! { <Overview {text} {minutes} {table} {today} /> })
        }
    }
}

/// The desk as it was left.
fn first_state(start: &Start) -> State {
    let mut state = State::new(start.lang, start.theme, today());
    state.storing = Storing::in_tab(&start.tab);
    state.layout = Layout::of_columns(&start.columns);
    let state = state.apply(Action::UseLexicon(start.lexicon.clone()));
    match start.record.as_ref().and_then(|record| Some((record.id.clone(), record.work()?))) {
        Some((id, work)) => {
            let state = state.apply(Action::Storage(StorageEvent::Resume(Some(id), work)));
            address::place().into_iter().map(Action::Go).fold(state, State::apply)
        }
        None => state,
    }
}

/// What of the state holds for every meeting.
fn choices(state: &State) -> Choices {
    let (lexicon, columns) = (state.lexicon.clone(), state.layout.written_columns());
    Choices { lang: state.lang, theme: state.theme, lexicon, columns }
}

/// Joins the state to the device's storage: each change of the work is kept, each meeting claimed for this tab.
#[hook]
fn use_keeper(state: &UseReducerHandle<State>, desk: &Desk, start: &Shared<Start>) -> Keeper {
    let keeper = {
        let (desk, start) = (desk.clone(), start.clone());
        let report = Callback::from(move |action| desk.send(action));
        use_memo((), move |()| Keeper::new(start.store.clone(), start.record.as_ref(), report))
    };
    let claims = use_mut_ref(|| 0);
    {
        let keeper = keeper.clone();
        use_effect_with((state.storing.meeting.clone(), state.storing.claims), move |(meeting, now)| {
            let by_force = claims.replace(*now) != *now;
            keeper.turn_to(meeting.clone(), by_force);
        });
    }
    {
        let (keeper, state) = (keeper.clone(), state.clone());
        use_effect_with((state.storing.meeting.clone(), state.work()), move |(meeting, work)| {
            if matches!(state.keeping(), Keeping::Pending | Keeping::Refused(_)) {
                keeper.change(meeting.clone(), work.title(), work.clone());
            }
        });
    }
    {
        let keeper = keeper.clone();
        use_effect_with(state.tray(), move |leaves| {
            for leaf in leaves.iter() {
                keeper.keep_new(leaf.meeting.clone(), &leaf.work);
            }
        });
    }
    {
        let (store, choices) = (start.store.clone(), choices(state));
        let first = use_mut_ref(|| choices.clone());
        use_effect_with(choices, move |choices| {
            if let Some(store) = store
                && first.replace(choices.clone()) != *choices
            {
                let choices = choices.clone();
                spawn_local(async move { keep_choices(&store, &choices).await });
            }
        });
    }
    (*keeper).clone()
}

/// Joins the state to a worker: each new edition is analysed, after a pause while somebody types;
/// what corrected items answer is asked for.
#[hook]
fn use_analyst(state: &UseReducerHandle<State>, desk: &Desk) -> Analyst {
    let analyst = {
        let desk = desk.clone();
        use_memo((), move |()| Analyst::start(Callback::from(move |action| desk.send(action))))
    };
    {
        let (analyst, state) = (analyst.clone(), state.clone());
        use_effect_with(state.edition, move |_| {
            let waiting = (!state.is_blank()).then(|| {
                let pause = state.pause;
                Timeout::new(pause, move || analyst.analyse(state.edition, &state.text, state.options()))
            });
            || drop(waiting)
        });
    }
    {
        let (analyst, state) = (analyst.clone(), state.clone());
        use_effect_with((state.asks, state.questions), move |(asks, question)| {
            if *asks {
                analyst.answer(*question, &state.analysis.text, (*state.minutes).clone());
            }
        });
    }
    (*analyst).clone()
}
