//! What word processors and browsers put onto the clipboard beside the plain text.

use super::ImportError;
use super::html::WebPage;

/// What plain text has no place for; without any of it, the plain text is the better one.
const STRUCTURE: [&str; 11] = ["<table", "<ul", "<ol", "<li", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "<p"];

/// The text of the clipboard's `html` with its headings, lists and tables, never styles or scripts; none where it has
/// no structure or no text, or is no document that people copy. `parse` hands its tags and texts to the page. Letters of
/// an old font stay as they are.
pub fn pasted(html: &str, parse: impl FnOnce(&mut WebPage) -> Result<(), ImportError>) -> Option<String> {
    let tags = html.to_ascii_lowercase();
    let has = |tag: &str| {
        let mut ends = tags.match_indices(tag).filter_map(|(at, tag)| tags.get(at + tag.len()..)?.chars().next());
        ends.any(|letter| letter.is_whitespace() || matches!(letter, '>' | '/'))
    };
    if !STRUCTURE.into_iter().any(has) {
        return None;
    }
    let mut page = WebPage::default();
    parse(&mut page).ok()?;
    let text = page.finish().ok()?;
    (!text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use crate::import::html::parse;

    fn pasted(html: &str) -> Option<String> {
        super::pasted(html, |page| parse(html, page))
    }

    #[test]
    fn headings_lists_and_tables_keep_their_structure() {
        let word = "<html xmlns:o=\"urn\"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->\
            <h1>Kết luận<o:p></o:p></h1><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.\
            <span>&nbsp;&nbsp; </span></span><![endif]>Sở Y tế báo cáo</p><table><tr><td>Việc</td><td>Ai</td></tr>\
            <tr><td>Sửa đường</td><td>Tổ 1</td></tr><tr><td>Xây cầu</td><td>Tổ 2</td></tr></table>\
            <script>alert(1)</script><!--EndFragment--></body></html>";
        let text = "# Kết luận\n\n1. Sở Y tế báo cáo\n\n| Việc | Ai |\n| Sửa đường | Tổ 1 |\n| Xây cầu | Tổ 2 |";
        assert_eq!(pasted(word).as_deref(), Some(text));
        let page = "<meta charset='utf-8'><b id=\"docs-internal-guid\"><ol><li><p>Một</p></li><li>Hai</li></ol></b>";
        assert_eq!(pasted(page).as_deref(), Some("1. Một\n2. Hai"));
    }

    #[test]
    fn without_structure_the_plain_text_counts() {
        for html in
            ["", "<div style='color:red'><span>let x = 1;</span></div>", "<pre>a</pre>", "<p> </p>", "a <b>b</b>"]
        {
            assert_eq!(pasted(html), None, "{html}");
        }
    }

    #[test]
    fn letters_of_an_old_font_are_left_to_whoever_can_choose() {
        let raw = "Giao Së Y tÕ b¸o c¸o kÕt qu¶";
        assert_eq!(pasted(&format!("<p>{raw}</p>")).as_deref(), Some(raw));
    }
}
