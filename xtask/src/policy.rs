//! The content security policy of the released page: what the page may load, and whom it may talk to.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// Everything not listed here is forbidden. `{scripts}` stands for the digests of the inline scripts.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{scripts}",
    // Only workers whose script the page writes itself: they are bound by this policy, those loaded from a file are not.
    "worker-src blob:",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
];

/// `html` with the policy in its head, before anything that it governs; `None` if there is no head to put it in.
pub fn with_policy(html: &str) -> Option<String> {
    let digests: String = inline_scripts(html).map(|script| format!(" '{}'", digest(script))).collect();
    let policy = POLICY.join("; ").replace("{scripts}", &digests);
    let (before, after) = html.split_once("<head>")?;
    Some(format!("{before}<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// What stands between the tags of every script that is not loaded from a file.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

fn digest(script: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<html><head><meta charset=\"utf-8\"></head><body>\
        <script src=\"a.js\"></script><script type=\"module\">alert(1)</script></body></html>";

    #[test]
    fn only_inline_scripts_get_a_digest() {
        assert_eq!(inline_scripts(HTML).collect::<Vec<_>>(), ["alert(1)"]);
    }

    #[test]
    fn the_digest_is_the_one_a_browser_computes() {
        // The example of the specification: https://www.w3.org/TR/CSP3/#external-hash
        assert_eq!(digest("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn the_policy_comes_first_in_the_head() {
        let html = with_policy(HTML).expect("there is a head");
        let policy = html.find("Content-Security-Policy").expect("there is a policy");
        assert!(policy < html.find("charset").expect("the rest is kept"));
        assert!(html.contains(&digest("alert(1)")));
        assert_eq!(with_policy("<p>no head</p>"), None);
    }
}
