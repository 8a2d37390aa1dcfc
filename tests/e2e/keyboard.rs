//! Keys as a person presses them, on whatever has the focus.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use serde_json::json;

use crate::page::Page;

impl Page {
    /// Presses the keys one after the other.
    pub async fn press(&self, keys: &[Key]) {
        for key in keys {
            self.press_letter(*key.to_string().chars().collect::<Vec<_>>().first().expect("a key")).await;
        }
    }

    /// Types the letters.
    pub async fn type_in(&self, letters: &str) {
        for letter in letters.chars() {
            self.press_letter(letter).await;
        }
    }

    /// Presses a letter while other keys are held.
    pub async fn press_with(&self, held: &[Key], letter: char) {
        let value = |key: &Key| key.to_string().chars().next().expect("a key");
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in held {
            actions = actions.then(KeyAction::Down { value: value(key) });
        }
        actions = actions.then(KeyAction::Down { value: letter }).then(KeyAction::Up { value: letter });
        for key in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: value(key) });
        }
        self.client.perform_actions(actions).await.expect("keys");
    }

    async fn press_letter(&self, value: char) {
        let actions = KeyActions::new("keyboard".to_owned());
        let actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(actions).await.expect("a key");
    }

    /// Puts a long text into the field for the minutes; the driver's own pasting takes minutes for one.
    pub async fn put_in(&self, text: &str) {
        let script = "const field = document.querySelector('#source');
            field.value = arguments[0];
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        self.element("#source").await;
        self.run(script, vec![json!(text)]).await;
    }

    /// Gives the focus to the element, once it is there.
    pub async fn focus(&self, selector: &str) {
        self.element(selector).await;
        self.run("document.querySelector(arguments[0]).focus()", vec![json!(selector)]).await;
    }

    /// The item and the column of the cell with the focus, and the kind of element that has it.
    pub async fn focused_cell(&self) -> (String, String, String) {
        let script = "const focus = document.activeElement;
            const name = (place, key) => focus.closest(`[data-${place}]`)?.dataset[place] ?? '';
            return [name('row'), name('column'), focus.tagName]";
        serde_json::from_value(self.run(script, Vec::new()).await).expect("a cell")
    }
}
