//! The line between text and result in a wide window: dragged, or moved by the arrow keys.

use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::web::desk::use_desk;
use crate::web::document;

/// The text's share of the width, in percent: least, at first, most.
const SHARES: [i32; 3] = [24, 31, 66];
const STEP: i32 = 2;

/// The line.
#[component]
pub fn Divider() -> Html {
    let desk = use_desk();
    let share = use_state_eq(|| SHARES[1]);
    let dragging = use_mut_ref(|| false);
    use_effect_with(*share, |share| document::set_text_share(*share));
    let move_to = {
        let share = share.clone();
        move |percent: i32| share.set(percent.clamp(SHARES[0], SHARES[2]))
    };
    let onpointerdown = {
        let dragging = dragging.clone();
        Callback::from(move |event: PointerEvent| {
            let line = event.target_unchecked_into::<HtmlElement>();
            dragging.replace(line.set_pointer_capture(event.pointer_id()).is_ok());
        })
    };
    let onpointermove = {
        let (dragging, move_to) = (dragging.clone(), move_to.clone());
        Callback::from(move |event: PointerEvent| {
            let width = event.target_unchecked_into::<HtmlElement>().parent_element().map(|desk| desk.client_width());
            if let Some(width) = width.filter(|width| *dragging.borrow() && *width > 0) {
                move_to(event.client_x() * 100 / width);
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| {
        dragging.replace(false);
    });
    let onkeydown = {
        let now = *share;
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowLeft" => move_to(now - STEP),
                "ArrowRight" => move_to(now + STEP),
                "Home" => move_to(SHARES[0]),
                "End" => move_to(SHARES[2]),
                _ => return,
            }
            event.prevent_default();
        })
    };
    html! {
        <div id="divider" class="divider" role="separator" tabindex="0" aria-orientation="vertical"
            aria-label={desk.say("source.divider")} title={desk.say("source.divider")}
            aria-valuenow={share.to_string()} aria-valuemin={SHARES[0].to_string()}
            aria-valuemax={SHARES[2].to_string()} {onpointerdown} {onpointermove} {onpointerup} {onkeydown}>
        </div>
    }
}
