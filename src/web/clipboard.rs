//! What is pasted from word processors and other pages, parsed by the browser itself; nothing in it is run or loaded.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DomParser, Element, Node, SupportedType};

use crate::import::{self, ImportError, WebPage};

/// The text of what is pasted with its headings, lists and tables; none where the plain text is the better one.
pub fn structured(event: &ClipboardEvent) -> Option<String> {
    let html = event.clipboard_data()?.get_data("text/html").ok()?;
    import::pasted(&html, |page| {
        let document = DomParser::new().and_then(|parser| parser.parse_from_string(&html, SupportedType::TextHtml));
        document.ok().and_then(|document| document.body()).map_or(Ok(()), |body| walk(&body, page))
    })
}

/// The browser's parser nests elements some hundred levels deep at most.
fn walk(node: &Node, page: &mut WebPage) -> Result<(), ImportError> {
    match node.node_type() {
        Node::TEXT_NODE => page.text(&node.text_content().unwrap_or_default()),
        Node::ELEMENT_NODE => {
            let element: &Element = node.unchecked_ref();
            let name = element.local_name();
            page.start(&name, &|attribute| element.get_attribute(attribute), false)?;
            let mut child = node.first_child();
            while let Some(next) = child {
                walk(&next, page)?;
                child = next.next_sibling();
            }
            page.end(&name)?;
        }
        _ => {}
    }
    Ok(())
}
