//! Whether the work is safe on this device; the button opens what is stored.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use super::storage_panel::StoragePanel;
use crate::web::desk::use_desk;
use crate::web::keeper::Keeper;
use crate::workspace::{Keeping, State};

/// Properties of [`KeepingStatus`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// All that the page shows.
    pub state: UseReducerHandle<State>,
    /// The page's end of the storage.
    pub keeper: Keeper,
}

/// One word and the panel behind it.
#[component]
pub fn KeepingStatus(props: &Props) -> Html {
    let desk = use_desk();
    let openings = use_state_eq(|| 0_u32);
    let keeping = props.state.keeping();
    let (name, words) = match keeping {
        Keeping::Nothing => ("nothing", "keeping.nothing"),
        Keeping::Pending => ("pending", "keeping.pending"),
        Keeping::Kept => ("kept", "keeping.kept"),
        Keeping::Elsewhere => ("elsewhere", "keeping.elsewhere"),
        Keeping::Refused(_) => ("refused", "keeping.refused"),
    };
    let onclick = {
        let openings = openings.clone();
        Callback::from(move |_| openings.set(*openings + 1))
    };
    html! {
        <div class="keeping">
            <button type="button" id="storage" class="link" data-keeping={name} popovertarget="storage-panel" {onclick}
                title={desk.say("storage.title")}>
                if keeping == Keeping::Kept {
                    <Icon of={Drawing::Check} />
                }
                { desk.say(words) }
            </button>
            <StoragePanel state={props.state.clone()} keeper={props.keeper.clone()} opening={*openings} />
        </div>
    }
}
