//! The cost of an analysis over minutes of 1 KB to 10 MB, made here: `cargo xtask bench`. The bytes analysed in a second
//! stay about the same where the cost grows as the text does.
#![cfg(not(target_arch = "wasm32"))]

use bienban::analysis::analyze;
use bienban::analysis::model::{Date, Lang, Options};
use divan::Bencher;
use divan::counter::BytesCount;

const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

const VIETNAMESE: [&str; 10] = [
    "{h}. Kết quả đạt được\n",
    "Xã {n} được giao {a} tỷ đồng, đã giải ngân {b} tỷ đồng; thu ngân sách đạt {b}% dự toán. ",
    "Tuy nhiên, công tác {w} ở thôn {n} còn chậm, chưa đạt kế hoạch đề ra.\n",
    "Ông Lê Văn {n} cho biết nguyên nhân là thiếu vốn cho {w}.\n\n",
    "{h}. Nhiệm vụ\n",
    "Chủ tịch huyện yêu cầu:\n",
    "- Phòng {n} chủ trì, phối hợp với UBND xã {n} rà soát {w}, báo cáo trước ngày {d}/{m}/2024.\n",
    "- Đề nghị Sở {n} xem xét bố trí {a} tỷ đồng cho {w};\n",
    "Trong tháng {m}, đơn vị sẽ tổ chức {a} lớp tập huấn về {w} tại {n}. ",
    "Cử tri {n} kiến nghị sớm sửa đường, kênh và {w}.\n\n",
];

const ENGLISH: [&str; 10] = [
    "## Item {h}\n",
    "Ann {n} reported that {a} of {b} homes in {n} were connected to the {w}. ",
    "However, the {w} at {n} is still delayed because of missing parts.\n",
    "The committee discussed the {w} at length; no decision was taken.\n\n",
    "ACTION: {n} to send the {w} report to the board by {d} May 2024.\n",
    "- Bob {n} will contact the contractor about the {w} by Friday.\n",
    "- The board suggested that {n} consider a new {w} next year.\n",
    "Spending came to ${a},000 of the ${b}0,000 budget. ",
    "[10:{d}] {n}: we agreed to move the {w}, I can do that tomorrow\n",
    "The {w} was completed on schedule, thanks to {n}.\n\n",
];

const WORDS: [[&str; 6]; 2] = [
    ["cấp nước", "hồ sơ đất đai", "trường học", "cải cách hành chính", "phòng cháy", "nông thôn mới"],
    ["water main", "parking plan", "web page", "roof", "budget", "garden fence"],
];

const SYLLABLES: [&str; 8] = ["Bình", "Nam", "Hà", "Pin", "Mor", "Ly", "Thanh", "Ver"];

/// Minutes of `size` bytes at least; the same each time.
fn minutes(lang: Lang, size: usize) -> String {
    let (lines, words) = match lang {
        Lang::Vi => (VIETNAMESE, WORDS[0]),
        Lang::En => (ENGLISH, WORDS[1]),
    };
    let mut seed = 1u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or_default() % below
    };
    let mut text = String::with_capacity(size + 200);
    let mut number = 0;
    while text.len() < size {
        for line in lines {
            let name = format!("{} {}", SYLLABLES[draw(8)], SYLLABLES[draw(8)]);
            text += &line
                .replace("{h}", &number.to_string())
                .replace("{n}", &name)
                .replace("{w}", words[draw(6)])
                .replace("{a}", &(1 + draw(40)).to_string())
                .replace("{b}", &(41 + draw(40)).to_string())
                .replace("{d}", &(10 + draw(18)).to_string())
                .replace("{m}", &(1 + draw(12)).to_string());
        }
        number += 1;
    }
    text
}

fn bench(bencher: Bencher<'_, '_>, lang: Lang, size: usize) {
    let text = minutes(lang, size);
    let options = Options { date: Some(Date::constant(2024, 1, 15)), lang: Some(lang), ..Options::default() };
    bencher.counter(BytesCount::of_str(&text)).bench(|| analyze(&text, &options));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn vietnamese(bencher: Bencher<'_, '_>, size: usize) {
    bench(bencher, Lang::Vi, size);
}

#[divan::bench(args = SIZES, max_time = 10)]
fn english(bencher: Bencher<'_, '_>, size: usize) {
    bench(bencher, Lang::En, size);
}

fn main() {
    divan::main();
}
