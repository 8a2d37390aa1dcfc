//! Mails: subject, date and the text of the body.

use mail_parser::MessageParser;

use super::{ImportError, Kind, Source, html};

/// Reads the mail.
pub(super) fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    let mail = MessageParser::default().parse(bytes).ok_or(ImportError::Damaged(Kind::Mail))?;
    // What only comes as HTML has structure, which the library's own text would lose.
    let is_html = mail.text_part(0).is_none_or(mail_parser::MessagePart::is_text_html);
    let body = match mail.body_html(0).filter(|_| is_html) {
        Some(page) => html::read(&page)?.text,
        None => mail.body_text(0).unwrap_or_default().into_owned(),
    };
    if body.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let subject = mail.subject().map(|subject| format!("{}\n\n", subject.trim())).unwrap_or_default();
    Ok(Source::of_text(format!("{subject}{}", body.trim())))
}

#[cfg(test)]
mod tests {
    const HEADER: &str = "From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: =?utf-8?B?QmnDqm4gYuG6o24=?=\r\n";

    #[test]
    fn text_goes_before_html_and_html_keeps_its_structure() {
        let plain = format!(
            "{HEADER}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nR2lhbyBT4bufIFk=\r\n"
        );
        assert_eq!(crate::import::read(plain.as_bytes()).unwrap().text, "Biên bản\n\nGiao Sở Y");
        let page = format!("{HEADER}Content-Type: text/html; charset=utf-8\r\n\r\n<ul><li>Rà soát<li>Báo cáo</ul>");
        assert_eq!(crate::import::read(page.as_bytes()).unwrap().text, "Biên bản\n\n- Rà soát\n- Báo cáo");
    }
}
