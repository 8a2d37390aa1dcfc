//! The promise that nothing leaves the device, and how to check it.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::web::desk::use_desk;

/// One sentence, and a panel on demand.
#[component]
pub fn Privacy() -> Html {
    let desk = use_desk();
    html! {
        <div class="privacy">
            <span class="promise"><Icon of={Drawing::Lock} />{ desk.say("privacy.sentence") }</span>
            <button type="button" id="check-privacy" class="link" popovertarget="privacy-panel">
                { desk.say("privacy.check") }
            </button>
            <div id="privacy-panel" class="panel" popover="auto" role="dialog" aria-labelledby="privacy-title">
                <h2 id="privacy-title">{ desk.say("privacy.title") }</h2>
                <ul>
                    <li>{ desk.say("privacy.aeroplane") }</li>
                    <li>{ desk.say("privacy.network") }</li>
                    <li>{ desk.say("privacy.policy") }</li>
                    <li>{ desk.say("privacy.stored") }</li>
                </ul>
                <button type="button" class="tool" popovertarget="privacy-panel" popovertargetaction="hide">
                    { desk.say("action.close") }
                </button>
            </div>
        </div>
    }
}
