//! Everybody can use it: axe-core finds nothing in any view, and it fits a small or magnified window.

use std::{env, fs};

use serde_json::json;

use crate::{
    browser::{is_left_out, wait_for},
    chromium::devtools,
    page::{MINUTES, Page, journey},
};

/// Contrast and all else of WCAG 2.2 AA, and what axe-core holds for good practice.
const CHECK: &str = "const found = await axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) =>
        `${id}: ${nodes.map(node => `${node.target} ${node.any.map(check => check.message)}`).join(' | ')}`)";

/// Opens what is hidden at first, one after the other; each is checked open.
const PANELS: [(&str, &str); 4] = [
    ("#export-menu", "#export-panel"),
    ("#check-privacy", "#privacy-panel"),
    ("#storage", "#storage-panel"),
    ("#settings", "#settings-panel"),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_view_keeps_anybody_out() {
    journey("axe", |page| async move {
        inject_axe(&page).await;
        for lang in ["vi", "en"] {
            page.click(&format!("#lang-{lang}")).await;
            for theme in ["light", "dark"] {
                choose_theme(&page, theme).await;
                assert_clean(&page, &format!("empty, {lang}, {theme}")).await;
            }
        }
        page.paste(MINUTES).await;
        page.element("#result [data-item], #result [data-row]").await;
        for lang in ["vi", "en"] {
            page.click(&format!("#lang-{lang}")).await;
            for theme in ["light", "dark"] {
                choose_theme(&page, theme).await;
                for view in ["groups", "table", "overview"] {
                    page.click(&format!("#view-{view}")).await;
                    page.element(&format!("#{view}")).await;
                    assert_clean(&page, &format!("{view}, {lang}, {theme}")).await;
                    if view != "overview" {
                        page.click(&format!("#{view} .sentence")).await;
                        page.element(&format!("#{view} .details")).await;
                        assert_clean(&page, &format!("{view} with a choice, {lang}, {theme}")).await;
                        page.click(&format!("#{view} .sentence")).await;
                    }
                }
                for (button, panel) in PANELS {
                    page.click(button).await;
                    page.element(&format!("{panel}:popover-open")).await;
                    assert_clean(&page, &format!("{panel}, {lang}, {theme}")).await;
                    page.run("document.querySelector(arguments[0]).hidePopover()", vec![json!(panel)]).await;
                }
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_and_a_magnified_window_have_all_of_it() {
    journey("small", |page| async move {
        inject_axe(&page).await;
        page.paste(MINUTES).await;
        page.element("#result [data-item], #result [data-row]").await;
        // 320 px, and a window of 1280 px at 200 %, which lays the page out at 640.
        for (width, height) in [(320, 640), (640, 450)] {
            page.resize(width, height).await;
            for view in ["groups", "table", "overview", "source"] {
                page.click(&format!("#view-{view}")).await;
                page.element(&format!(".page[data-view={view}]")).await;
                let root = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
                assert_eq!(page.run(root, Vec::new()).await, 0, "{view} scrolls sideways at {width} px");
                assert_clean(&page, &format!("{view} at {width} px")).await;
                let cut = page.run(CUT_OFF, Vec::new()).await;
                assert_eq!(cut, json!([]), "cut off in {view} at {width} px");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_is_always_seen_and_nothing_moves_where_motion_is_unwanted() {
    if is_left_out("focus", "want no motion") {
        return;
    }
    journey("focus", |page| async move {
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        devtools(&page.client, "Emulation.setEmulatedMedia", still).await.expect("no motion");
        page.paste_minutes_and_view("table").await;
        page.element("#table .task").await;
        page.run("document.activeElement.blur(); window.scrollTo(0, 0)", Vec::new()).await;
        for stop in 0..30 {
            for kind in ["keyDown", "keyUp"] {
                let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
                devtools(&page.client, "Input.dispatchKeyEvent", key).await.expect("a key");
            }
            let seen = page.run(FOCUS_SEEN, Vec::new()).await;
            assert_eq!(seen, "", "after {} times Tab", stop + 1);
        }
        let moving = page
            .run(
                "return [...document.querySelectorAll('*')].filter(element => {
                    const style = getComputedStyle(element);
                    return style.transitionDuration.split(',').some(time => parseFloat(time) > 0)
                        || style.animationDuration.split(',').some(time => parseFloat(time) > 0);
                }).map(element => element.className)",
                Vec::new(),
            )
            .await;
        assert_eq!(moving, json!([]));
    })
    .await;
}

/// Controls and words that lie outside of the window sideways, where nobody can scroll to them.
const CUT_OFF: &str = "return [...document.querySelectorAll('button, input, select, a, h1, h2, h3, p, th, td')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip'))
    .filter(element => !element.closest('[class~=label], thead') && getComputedStyle(element).clipPath === 'none')
    .filter(element => {
        const place = element.getBoundingClientRect();
        return place.width > 1 && (place.left < -1 || place.right > innerWidth + 1);
    })
    .map(element => element.outerHTML.slice(0, 120))";

/// What has the focus though nobody sees it; nothing where it has a ring (the text field's is around its sheet).
const FOCUS_SEEN: &str = "const element = document.activeElement;
    if (element === document.body) return '';
    const ringed = [element, element.closest('.sheet')].some(candidate => {
        const style = candidate && [getComputedStyle(candidate), getComputedStyle(candidate, '::after')];
        return style && style.some(one => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2);
    });
    return ringed ? '' : element.outerHTML.slice(0, 200)";

async fn inject_axe(page: &Page) {
    let path = env::var_os("BIENBAN_AXE").expect("axe-core: run `cargo xtask test`");
    let script = fs::read_to_string(path).expect("axe-core");
    page.reload_behind(&script).await;
}

async fn choose_theme(page: &Page, theme: &str) {
    let wanted = || async {
        let now = page.run("return document.documentElement.dataset.theme", Vec::new()).await;
        if now == theme {
            return Some(());
        }
        page.click("#theme").await;
        None
    };
    wait_for(&format!("the theme {theme}"), wanted).await;
}

async fn assert_clean(page: &Page, what: &str) {
    // Colours change over a moment; in between, no contrast is right.
    let settled = "await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})))";
    page.run(settled, Vec::new()).await;
    let violations = page.run(CHECK, Vec::new()).await;
    assert_eq!(violations, json!([]), "{what}");
}
