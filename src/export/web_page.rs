//! The whole analysis as one file that every browser shows and prints, long after and without this program: no scripts,
//! nothing loaded, and a policy of its own that forbids both.

use super::html::escaped;
use super::paper::Paper;
use crate::analysis::model::Category;
use crate::table::Label;

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = "body{max-width:72rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;\
    color:#1d1d1f;background:#fff}header{text-align:center}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}\
    .table{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:.9rem}\
    th,td{padding:.3rem .5rem;border:1px solid #888;text-align:left;vertical-align:top}th{background:#e7eef4}\
    thead{display:table-header-group}tr{break-inside:avoid}\
    @page{size:A4 landscape;margin:15mm}@media print{body{max-width:none;margin:0;font-size:11pt}}";

/// Writes the report of `paper`: the four groups, then the action table.
pub fn write(paper: &Paper) -> String {
    let meeting = paper.meeting();
    let title = if meeting.is_empty() { paper.say("paper.report") } else { &meeting };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n",
        paper.say("paper.locale"),
        escaped(title).replace("<br>", " ")
    );
    let lines = paper.body().map(|body| ("p", body)).into_iter();
    let lines = lines.chain([("h1", paper.say("paper.report").to_owned()), ("p", meeting)]);
    lines.for_each(|(tag, text)| element(&mut page, tag, &text));
    page.push_str("</header>\n");
    for category in Category::ALL {
        group(&mut page, paper, category);
    }
    page.push_str("<section>\n");
    element(&mut page, "h2", paper.say("paper.tasks"));
    table(&mut page, paper);
    page.push_str("</section>\n</body>\n</html>\n");
    page
}

fn element(page: &mut String, tag: &str, text: &str) {
    page.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(text)));
}

fn group(page: &mut String, paper: &Paper, category: Category) {
    page.push_str("<section>\n");
    element(page, "h2", (paper.form().label)(Label::Category(category)));
    let mut items = paper.items(category).peekable();
    if items.peek().is_none() {
        element(page, "p", paper.say("paper.none"));
    } else {
        page.push_str("<ol>\n");
        items.for_each(|(_, sentence)| element(page, "li", &sentence));
        page.push_str("</ol>\n");
    }
    page.push_str("</section>\n");
}

fn table(page: &mut String, paper: &Paper) {
    let form = paper.form();
    page.push_str("<div class=\"table\"><table>\n<thead><tr>\n");
    for column in form.columns {
        page.push_str(&format!("<th scope=\"col\">{}</th>\n", escaped((form.label)(Label::Column(*column)))));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &paper.table.rows {
        page.push_str("<tr>\n");
        form.columns.iter().for_each(|column| element(page, "td", &row.cell_text(*column, &form)));
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table></div>\n");
}

#[cfg(test)]
mod tests {
    use html5gum::{Token, Tokenizer};

    use super::*;
    use crate::export::paper::samples;
    use crate::table::Column;

    /// The elements with text in them as another reader finds them, each as its name and its text, and all names.
    fn read(page: &str) -> (Vec<(String, String)>, Vec<String>) {
        let (mut texts, mut names) = (Vec::<(String, String)>::new(), Vec::new());
        for Ok(token) in Tokenizer::new(page) {
            match token {
                Token::StartTag(tag) => {
                    names.push(String::from_utf8(tag.name.0).unwrap());
                    assert!(tag.attributes.keys().all(|name| !name.starts_with(b"on")), "{:?}", tag.attributes);
                }
                Token::String(text) if !text.trim_ascii().is_empty() => {
                    texts.push((names.last().unwrap().clone(), String::from_utf8(text.0.to_vec()).unwrap()));
                }
                Token::Error(error) => panic!("{error:?}"),
                _ => {}
            }
        }
        (texts, names)
    }

    #[test]
    fn another_reader_finds_every_item_and_every_cell() {
        let mut paper = samples::paper();
        paper.columns = vec![Column::Source, Column::Task, Column::Deadline, Column::Status];
        let (texts, names) = read(&write(&paper));
        let of = |name: &str| texts.iter().filter(|(tag, _)| tag == name).map(|(_, text)| text.as_str()).collect();
        let (items, cells, heads): (Vec<&str>, Vec<&str>, Vec<&str>) = (of("li"), of("td"), of("th"));
        let expected: Vec<String> =
            Category::ALL.into_iter().flat_map(|group| paper.items(group)).map(|(_, sentence)| sentence).collect();
        assert_eq!(items, expected);
        assert_eq!(heads, ["Nguồn", "Nội dung nhiệm vụ", "Thời hạn", "Tình trạng"]);
        let form = paper.form();
        let rows =
            paper.table.rows.iter().flat_map(|row| form.columns.iter().map(|column| row.cell_text(*column, &form)));
        assert_eq!(cells, rows.collect::<Vec<_>>());
        assert_eq!(of("title") as Vec<&str>, ["Họp giao ban, ngày 14/07/2023"]);
        assert_eq!(names.iter().filter(|name| *name == "h2").count(), 5);
    }

    /// What stands in minutes stays text, and the page could not load or run anything if it did not.
    #[test]
    fn no_markup_of_the_text_survives() {
        let mut paper = samples::paper();
        let hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)> \"&amp;'";
        paper.table.title = Some(hostile.into());
        paper.table.rows[0].task = hostile.into();
        paper.table.rows[1].note = "một\nhai".into();
        let page = write(&paper);
        let (texts, names) = read(&page);
        assert!(texts.contains(&("td".into(), hostile.into())), "{texts:?}");
        assert!(texts.contains(&("title".into(), format!("{hostile}, ngày 14/07/2023"))), "{texts:?}");
        for forbidden in ["script", "img", "link", "iframe", "a"] {
            assert!(!names.iter().any(|name| name == forbidden), "{forbidden}");
        }
        let policy = page.find(POLICY).expect("a policy");
        assert!(policy < page.find("<style").unwrap() && policy < page.find("<title").unwrap());
        assert!(page.contains("<td>một<br>hai</td>"));
    }
}
