//! The lexicon of the user's own: pasted or opened as a file, checked when it is taken.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::analysis::pack::{LONGEST, MOST, PackError};
use crate::web::desk::{Desk, use_desk};
use crate::web::files;
use crate::workspace::{Action, OwnLexicon, Shared};

/// Properties of [`OwnLexiconField`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lexicon as it stands.
    pub lexicon: Shared<OwnLexicon>,
}

/// A field, what became of it, and three buttons.
#[component]
pub fn OwnLexiconField(props: &Props) -> Html {
    let desk = use_desk();
    let lexicon = &props.lexicon;
    let (field, file) = (use_node_ref(), use_node_ref());
    {
        // The field is the browser's while somebody writes; it follows when a lexicon comes from elsewhere.
        let field = field.clone();
        use_effect_with(lexicon.source.clone(), move |source| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|field| field.value() != *source) {
                field.set_value(source);
            }
        });
    }
    let take = {
        let (desk, field) = (desk.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                desk.send(Action::UseLexicon(field.value()));
            }
        })
    };
    let pick = {
        let file = file.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = file.cast::<HtmlInputElement>() {
                file.click();
            }
        })
    };
    let onchange = {
        let (desk, file) = (desk.clone(), file.clone());
        Callback::from(move |_: Event| {
            if let Some(file) = file.cast::<HtmlInputElement>() {
                files::open_lexicon(file.files(), &desk);
                file.set_value("");
            }
        })
    };
    let count = lexicon.count();
    html! {
        <section class="lexicon" aria-labelledby="lexicon-title">
            <h3 id="lexicon-title">{ desk.say("lexicon.title") }</h3>
            <p id="lexicon-what" class="hint">{ desk.say("lexicon.what") }</p>
            <textarea ref={field} id="lexicon" rows="8" spellcheck="false" autocomplete="off"
                aria-labelledby="lexicon-title" aria-describedby="lexicon-what lexicon-outcome"
                aria-invalid={lexicon.error.is_some().then_some("true")}
                placeholder={"{ \"actors\": [\"Đội Xung kích 3\"],\n  \"abbreviations\": { \"BQH\": \"Ban Quản lý hồ\" },\n  \"cues\": { \"order\": [\"ốp ngay\"] } }"} />
            <p id="lexicon-outcome" role="status" class={lexicon.error.is_some().then_some("wrong")}>
                if let Some(error) = &lexicon.error {
                    { words(error, &desk) }{ " " }
                    if count > 0 {
                        { desk.count("lexicon.before", count) }
                    }
                } else if count > 0 {
                    { desk.count("lexicon.used", count) }
                }
            </p>
            <div class="controls">
                <button type="button" id="lexicon-take" class="tool" onclick={take}>{ desk.say("lexicon.take") }</button>
                <button type="button" id="lexicon-open" class="tool" onclick={pick}>{ desk.say("lexicon.open") }</button>
                <input ref={file} id="lexicon-file" type="file" accept=".json,application/json" hidden=true
                    aria-label={desk.say("lexicon.open")} {onchange} />
                <button type="button" id="lexicon-drop" class="tool" disabled={lexicon.source.is_empty()}
                    onclick={desk.on(Action::UseLexicon(String::new()))}>
                    { desk.say("lexicon.drop") }
                </button>
            </div>
        </section>
    }
}

fn words(error: &PackError, desk: &Desk) -> String {
    match error {
        PackError::Form { line, column, problem } => desk.fill(
            "lexicon.form",
            &[("line", &line.to_string()), ("column", &column.to_string()), ("problem", problem)],
        ),
        PackError::NoWord { list, phrase } => {
            desk.fill("lexicon.no-word", &[("list", *list), ("phrase", phrase.as_str())])
        }
        PackError::TooLong { list, phrase } => desk
            .fill("lexicon.too-long", &[("list", *list), ("phrase", phrase.as_str()), ("most", &LONGEST.to_string())]),
        PackError::TooMany(count) => {
            desk.fill("lexicon.too-many", &[("n", &desk.number(*count)), ("most", &desk.number(MOST))])
        }
    }
}
