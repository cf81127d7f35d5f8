//! Numbers as people write them: what is understood, and what is refused and why.

use crate::samples::cases;
use award_kit::indicators::{Reading, Refusal, Series, Share, read_number};
use proptest::prelude::*;

fn read(text: &str, unit: &str) -> Result<f64, Refusal> {
    read_number(text, &[unit]).map(|reading| reading.value)
}

fn reading(text: &str, unit: &str) -> Reading {
    read_number(text, &[unit]).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
}

#[test]
fn chinese_and_western_forms_are_read() {
    // Text, unit, value.
    let table = [
        ("0", "%", 0.0),
        ("12", "", 12.0),
        ("1,234.5", "万元", 1234.5),
        ("12,345,678", "件", 12_345_678.0),
        ("1 234 567.8", "件", 1_234_567.8),
        ("1\u{a0}234", "件", 1234.0),
        ("1\u{202f}234", "件", 1234.0),
        // The space of an input method.
        ("1\u{3000}234", "件", 1234.0),
        ("１２３．４", "件", 123.4),
        ("１，２３４", "件", 1234.0),
        ("\u{3000}12.3 ", "件", 12.3),
        ("\u{feff}12.3\u{200e}", "件", 12.3),
        ("-5.2", "%", -5.2),
        ("\u{2212}5.2", "%", -5.2),
        ("－５．２", "%", -5.2),
        ("+5.2", "%", 5.2),
        ("- 5", "%", -5.0),
        ("(1,234)", "万元", -1234.0),
        ("（12.3%）", "%", -12.3),
        ("(12.3)%", "%", -12.3),
        (".5", "", 0.5),
        ("5.", "", 5.0),
        ("007", "", 7.0),
        ("1.2E+05", "件", 120_000.0),
        ("1.2e-2", "", 0.012),
        ("12.3%", "%", 12.3),
        ("12.3 ％", "%", 12.3),
        ("12.3%", "％", 12.3),
        ("1.2‰", "‰", 1.2),
        ("1.2%", "‰", 12.0),
        ("12.3‰", "%", 1.23),
        ("1.2万", "人", 12_000.0),
        ("1.2万人", "人", 12_000.0),
        ("3亿", "件", 300_000_000.0),
        ("2千", "件", 2000.0),
        ("5百万", "件", 5_000_000.0),
        ("1.5万亿", "元", 1_500_000_000_000.0),
        ("1,200万", "人", 12_000_000.0),
        ("1.2 万 人", "人", 12_000.0),
        ("1.2万元", "万元", 1.2),
        ("3亿元", "万元", 30_000.0),
        ("3亿", "万元", 30_000.0),
        ("5,000元", "万元", 0.5),
        ("25 min", "min", 25.0),
        ("3.5千克", "克", 3500.0),
        ("3.5千克", "千克", 3.5),
        ("3百分点", "百分点", 3.0),
        ("0.181 tce/万元", "tce/万元", 0.181),
        ("2016年", "年", 2016.0),
        ("1000000000000000", "", Series::LIMIT),
        ("¥1,234.50", "元", 1234.5),
        ("￥1,234.50", "元", 1234.5),
        ("(¥1,234)", "元", -1234.0),
        ("¥(1,234)", "元", -1234.0),
        ("¥-5", "元", -5.0),
        ("-¥5", "元", -5.0),
        ("¥5万元", "万元", 5.0),
        ("RMB 12 million", "万元", 1200.0),
        ("1.2亿元人民币", "万元", 12_000.0),
        ("人民币1.2亿元", "万元", 12_000.0),
        ("1,234.50-", "万元", -1234.5),
        ("\u{2011}5", "件", -5.0),
        ("\u{2013}5", "件", -5.0),
        ("\u{fe63}5.2", "件", -5.2),
        ("96.3\u{fe6a}", "%", 96.3),
        ("3.5‱", "%", 0.035),
        ("120 ppm", "‰", 0.12),
        ("3亿", "10,000 yuan", 30_000.0),
        ("12 yuan", "10,000 yuan", 0.0012),
        ("12 kg", "t", 0.012),
        ("1.2 million yuan", "万元", 120.0),
        ("500元/人", "万元/人", 0.05),
        ("3万千瓦时", "千瓦时", 30_000.0),
        ("'12", "件", 12.0),
    ];
    for (text, unit, value) in table {
        assert_eq!(read(text, unit), Ok(value), "{text} in {unit}");
    }
    assert_eq!(read_number("5万元", &["10,000 yuan", "万元"]).map(|reading| reading.value), Ok(5.0));
    assert_eq!(read_number("3亿", &["10,000 yuan", "万元"]).map(|reading| reading.value), Ok(30_000.0));
    assert!(read("-0", "").is_ok_and(|zero| zero == 0.0 && zero.is_sign_positive()));
}

#[test]
fn what_is_not_certain_is_refused_with_its_reason() {
    use Refusal::*;
    let table = [
        ("", "%", Empty),
        (" \u{a0}", "%", Empty),
        ("12 kWh", "t", OtherUnit),
        ("¥5", "万元", Currency),
        ("¥5", "件", OtherUnit),
        ("(¥1,234)", "万元", Currency),
        ("3.5个百分点", "%", OtherUnit),
        ("无", "%", NoValue),
        ("……", "%", NoValue),
        ("\u{2011}", "%", NoValue),
        ("-5-", "件", NotANumber),
        ("-", "%", NoValue),
        ("——", "%", NoValue),
        ("/", "%", NoValue),
        ("1,23", "件", AmbiguousComma),
        ("0,123", "件", AmbiguousComma),
        ("1.234,5", "件", AmbiguousComma),
        ("1,2345", "件", AmbiguousComma),
        ("1234,567", "件", AmbiguousComma),
        ("1,", "件", AmbiguousComma),
        (",5", "件", AmbiguousComma),
        ("1 234,567", "件", AmbiguousComma),
        ("12 34", "件", BrokenGrouping),
        // Figures below or beside each other in one cell.
        ("91\n900", "分", BrokenGrouping),
        ("91\t900", "分", BrokenGrouping),
        ("91\u{2028}900", "分", BrokenGrouping),
        ("９１\n９００", "分", BrokenGrouping),
        // A second number is no multiplier of the first.
        ("96:100", "分", NotANumber),
        ("96（100）", "分", NotANumber),
        ("96(1000)", "件", NotANumber),
        ("96[1,000]", "件", NotANumber),
        ("1,234 567", "件", BrokenGrouping),
        ("1.2万", "万元", AmbiguousMultiplier),
        ("5千", "万元", AmbiguousMultiplier),
        ("1.2万", "%", AmbiguousMultiplier),
        ("12.3%", "万元", NotAShare),
        ("1‰", "", NotAShare),
        ("12元", "人", OtherUnit),
        ("1.2万美元", "万元", OtherUnit),
        ("2016-12-02", "件", Date),
        ("2016/12/2", "件", Date),
        ("2016.12.2", "件", Date),
        ("2016-12", "件", Date),
        ("12/2016", "件", Date),
        ("2016年", "件", Date),
        ("2016年12月2日", "件", Date),
        ("12月", "件", Date),
        ("1e16", "", TooLarge),
        ("1e100", "", TooLarge),
        ("1000000000000001", "", TooLarge),
        ("99万亿亿", "件", TooLarge),
        ("abc", "", NotANumber),
        ("约12", "", NotANumber),
        ("≥95", "%", NotANumber),
        ("95-98", "%", NotANumber),
        ("1/2", "", NotANumber),
        ("12345-2016", "", NotANumber),
        ("12:30", "min", NotANumber),
        ("--5", "", NotANumber),
        ("(-5)", "", NotANumber),
        ("(5", "", NotANumber),
        ("-(5)", "", NotANumber),
        ("1.2.3", "", NotANumber),
        ("1亿2000万", "元", NotANumber),
        ("一百", "", NotANumber),
        ("N/A", "", NoValue),
        ("Infinity", "", NotANumber),
        ("NaN", "", NotANumber),
        ("0x10", "", NotANumber),
        (".", "", NotANumber),
    ];
    for (text, unit, refusal) in table {
        assert_eq!(read(text, unit), Err(refusal), "{text} in {unit}");
    }
}

#[test]
fn what_was_understood_is_told() {
    let plain = reading("-12.30", "%");
    assert!(plain.is_plain());
    assert_eq!((plain.value, plain.decimals, plain.power, plain.share), (-12.3, 2, 0, None));
    let permille = reading("（１２．３‰）", "%");
    assert!(permille.parentheses && permille.full_width && !permille.unit);
    assert_eq!((permille.power, permille.share), (-1, Some(Share::Permille)));
    let percent = reading("12.3%", "%");
    assert_eq!((percent.power, percent.share, percent.unit), (0, Some(Share::Percent), true));
    let multiplied = reading("1,234.5万人", "人");
    assert!(multiplied.multiplier && multiplied.unit && multiplied.grouped);
    assert_eq!((multiplied.power, multiplied.decimals, multiplied.value), (4, 1, 12_345_000.0));
    for text in ["1,234", "１", "1万", "(1)", "1人", "1e3"] {
        assert!(!reading(text, "人").is_plain(), "{text}");
    }
}

/// Thousands parted by a mark.
fn grouped(whole: u64, mark: &str) -> String {
    let digits = whole.to_string();
    let first = digits.len() % 3;
    let (head, tail) = digits.split_at(first);
    let groups = tail.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let parts: Vec<String> = std::iter::once(head.to_string()).filter(|head| !head.is_empty()).chain(groups).collect();
    parts.join(mark)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_way_of_writing_a_figure_gives_the_same_value(whole in 0..10_000_000_000_u64, part in 0..1000_u32) {
        let plain = format!("{whole}.{part:03}");
        let value: f64 = plain.parse().expect("a number");
        for mark in [",", " ", "\u{a0}", "，", "\u{202f}"] {
            let written = format!("{}.{part:03}", grouped(whole, mark));
            prop_assert_eq!(read(&written, "件"), Ok(value));
            prop_assert_eq!(read(&format!("\u{2212}{written}件"), "件"), Ok(0.0 - value));
        }
        prop_assert_eq!(read(&format!("{plain}%"), "%"), Ok(value));
        let wide: String = plain.chars().map(|mark| char::from_u32(mark as u32 + 0xfee0).expect("full-width")).collect();
        prop_assert_eq!(read(&wide, "件"), Ok(value));
    }

    /// The digits are moved as digits: 1.234万 is the float nearest to 12340, whatever the figure.
    #[test]
    fn a_multiplier_moves_the_point_exactly(whole in 0..10_000_u64, part in 0..100_000_u32) {
        let moved: f64 = format!("{whole}{part:05}e-1").parse().expect("a number");
        prop_assert_eq!(read(&format!("{whole}.{part:05}万"), "人"), Ok(moved));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}|[0-9,. %‰万亿元()（）+-]{0,12}", unit in select_unit()) {
        if let Ok(reading) = read_number(&text, &[unit]) {
            prop_assert!(reading.value.abs() <= Series::LIMIT);
            prop_assert!(text.chars().any(|mark| mark.is_ascii_digit() || ('０'..='９').contains(&mark)));
        }
    }
}

fn select_unit() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["", "%", "‰", "元", "万元", "10,000 yuan"])
}
