//! The units of the field and what they are of each other: 亿元 is ten thousand times 万元, ‰ a tenth of %. The one place that knows
//! them, wherever a unit may stand: behind a figure, in brackets beside a name, in a heading, in a caption, in a number format.

/// A unit as a power of ten of its base: 万元 is 10⁴ of 元, % is 10⁻² of one, 万元/人 is 10⁴ of 元/人.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    pub power: i32,
    /// Empty for a multiplier alone, such as `万` or `in thousands`.
    pub base: String,
}

/// Names of a base, narrow and in small letters, with the power of ten they stand for.
const NAMES: &[(&str, &[(&str, i32)])] = &[
    (
        "1",
        &[
            ("小数", 0),
            ("小数形式", 0),
            ("fraction of one", 0),
            ("share of one", 0),
            ("%", -2),
            ("百分比", -2),
            ("百分之", -2),
            ("百分数", -2),
            ("percent", -2),
            ("per cent", -2),
            ("pct", -2),
            ("percentage", -2),
            ("‰", -3),
            ("千分比", -3),
            ("千分之", -3),
            ("千分数", -3),
            ("per mille", -3),
            ("permille", -3),
            ("per mil", -3),
            ("‱", -4),
            ("万分比", -4),
            ("万分之", -4),
            ("bp", -4),
            ("bps", -4),
            ("ppm", -6),
            ("百万分之", -6),
            ("ppb", -9),
        ],
    ),
    (
        "元",
        &[
            ("元", 0),
            ("圆", 0),
            ("块", 0),
            ("块钱", 0),
            ("元人民币", 0),
            ("人民币元", 0),
            ("元整", 0),
            ("元(人民币)", 0),
            ("元rmb", 0),
            ("yuan", 0),
            ("yuan rmb", 0),
            ("rmb yuan", 0),
            ("cny yuan", 0),
            ("chinese yuan", 0),
            ("角", -1),
            ("分钱", -2),
        ],
    ),
    (
        "美元",
        &[
            ("美元", 0),
            ("美金", 0),
            ("usd", 0),
            ("us$", 0),
            ("us dollars", 0),
            ("us dollar", 0),
            ("dollars", 0),
            ("dollar", 0),
            ("$", 0),
        ],
    ),
    ("欧元", &[("欧元", 0), ("eur", 0), ("euro", 0), ("euros", 0), ("€", 0)]),
    ("港元", &[("港元", 0), ("港币", 0), ("hkd", 0), ("hk$", 0), ("hk dollars", 0)]),
    ("日元", &[("日元", 0), ("jpy", 0), ("yen", 0)]),
    ("英镑", &[("英镑", 0), ("gbp", 0), ("£", 0), ("pounds", 0)]),
    (
        "人",
        &[
            ("人", 0),
            ("名", 0),
            ("person", 0),
            ("persons", 0),
            ("people", 0),
            ("staff", 0),
            ("employees", 0),
            ("headcount", 0),
        ],
    ),
    (
        "克",
        &[
            ("克", 0),
            ("g", 0),
            ("千克", 3),
            ("公斤", 3),
            ("kg", 3),
            ("吨", 6),
            ("t", 6),
            ("ton", 6),
            ("tons", 6),
            ("tonne", 6),
            ("tonnes", 6),
        ],
    ),
    (
        "克标准煤",
        &[
            ("克标准煤", 0),
            ("克标煤", 0),
            ("gce", 0),
            ("千克标准煤", 3),
            ("千克标煤", 3),
            ("公斤标准煤", 3),
            ("公斤标煤", 3),
            ("kgce", 3),
            ("吨标准煤", 6),
            ("吨标煤", 6),
            ("tce", 6),
        ],
    ),
    (
        "瓦时",
        &[
            ("瓦时", 0),
            ("wh", 0),
            ("千瓦时", 3),
            ("千瓦小时", 3),
            ("度", 3),
            ("度电", 3),
            ("kwh", 3),
            ("kw·h", 3),
            ("兆瓦时", 6),
            ("mwh", 6),
        ],
    ),
    (
        "米",
        &[
            ("米", 0),
            ("毫米", -3),
            ("mm", -3),
            ("厘米", -2),
            ("cm", -2),
            ("公里", 3),
            ("千米", 3),
            ("km", 3),
        ],
    ),
    ("立方米", &[("立方米", 0), ("立方", 0), ("方", 0), ("m3", 0), ("m³", 0)]),
    ("平方米", &[("平方米", 0), ("平米", 0), ("m2", 0), ("㎡", 0), ("m²", 0)]),
    ("升", &[("升", 0), ("l", 0), ("毫升", -3), ("ml", -3)]),
    ("小时", &[("小时", 0), ("hour", 0), ("hours", 0), ("hr", 0), ("hrs", 0), ("h", 0)]),
    ("分钟", &[("分钟", 0), ("minute", 0), ("minutes", 0), ("min", 0), ("mins", 0)]),
    ("秒", &[("秒", 0), ("second", 0), ("seconds", 0), ("sec", 0), ("毫秒", -3)]),
    ("天", &[("天", 0), ("日", 0), ("day", 0), ("days", 0)]),
    ("分", &[("分", 0), ("point", 0), ("points", 0)]),
    ("倍", &[("倍", 0)]),
];

/// Bases with one name alone.
const COUNTED: &[&str] = &[
    "件",
    "项",
    "个",
    "次",
    "人次",
    "件次",
    "台次",
    "户",
    "家",
    "台",
    "套",
    "台套",
    "台/套",
    "批",
    "批次",
    "单",
    "篇",
    "条",
    "起",
    "份",
    "例",
    "宗",
    "场",
    "门",
    "组",
    "支",
    "只",
    "辆",
    "架",
    "艘",
    "栋",
    "座",
    "处",
    "位",
    "名次",
    "学时",
    "课时",
    "工时",
    "工作日",
    "周",
    "个月",
    "月",
    "亩",
    "公顷",
    "头",
    "株",
    "瓶",
    "箱",
    "袋",
    "桶",
    "张",
    "页",
    "本",
    "册",
    "部",
    "款",
    "种",
    "类",
    "层",
    "级",
    "度电",
    "笔",
    "票",
    "枚",
    "颗",
    "盏",
    "株",
    "百分点",
    "个百分点",
    "标准箱",
    "吨公里",
    "人日",
    "人天",
    "人月",
    "人年",
    "车次",
    "航班",
    "班次",
    "吉焦",
    "千焦",
    "大卡",
];

/// Multipliers in front of or behind a base, in words and figures; longer ones first.
const MULTIPLIERS: &[(&str, i32)] = &[
    ("100 million", 8),
    ("hundred million", 8),
    ("10 million", 7),
    ("ten million", 7),
    ("hundred thousand", 5),
    ("100 thousand", 5),
    ("ten thousand", 4),
    ("10 thousand", 4),
    ("thousands of", 3),
    ("millions of", 6),
    ("billions of", 9),
    ("thousands", 3),
    ("millions", 6),
    ("billions", 9),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("hundred", 2),
    ("100,000,000", 8),
    ("100000000", 8),
    ("10,000,000", 7),
    ("1,000,000", 6),
    ("1000000", 6),
    ("100,000", 5),
    ("10,000", 4),
    ("10 000", 4),
    ("10000", 4),
    ("1,000", 3),
    ("1 000", 3),
    ("1000", 3),
    ("100", 2),
    ("'000,000", 6),
    ("'000s", 3),
    ("'000", 3),
    ("000s", 3),
    ("000", 3),
    ("10k", 4),
    ("100m", 8),
    ("mln", 6),
    ("mn", 6),
    ("bn", 9),
    ("k", 3),
    ("m", 6),
];

/// Words for the currency of the kit's figures, which do not say whether yuan or 万元 is meant.
const CURRENCY: &[&str] = &["人民币", "rmb", "cny", "renminbi", "¥", "￥"];

impl Measure {
    fn of(power: i32, base: &str) -> Measure {
        Measure { power, base: base.to_owned() }
    }

    /// The unit a text is, where it is one of the field: `万元`, `人民币（亿元）`, `RMB million`, `10,000 yuan`, `万分之`, `元/人`.
    ///
    /// A currency alone (`RMB`) has the base `¥`: it does not say how many.
    pub fn read(text: &str) -> Option<Measure> {
        // No unit has so long a name.
        if text.trim().len() > 60 {
            return None;
        }
        let narrow = super::narrow(text).to_lowercase();
        // `RMB'000`, as typewriters and word processors write the apostrophe.
        let narrow = narrow.replace(['’', '‘', '`'], "'");
        plain(narrow.trim())
    }

    /// The same, or what a multiplier and a name that is not known are: `万株` is 10⁴ of 株.
    pub(super) fn any(text: &str) -> Measure {
        Measure::read(text).unwrap_or_else(|| {
            let (power, base) = chinese(text);
            Measure::of(power, base.trim())
        })
    }

    /// Whether both count the same thing.
    pub fn is_of(&self, other: &Measure) -> bool {
        self.base == other.base
    }
    /// Whether it is a share of one.
    pub fn is_share(&self) -> bool {
        self.base == "1"
    }
    /// Whether it is a currency alone, without how many of it.
    pub fn is_currency(&self) -> bool {
        self.base == "¥"
    }
}

fn plain(text: &str) -> Option<Measure> {
    let text = text.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '(' | ')' | '[' | ']' | ':' | '.' | '【' | '】' | '〔' | '〕'));
    if text.is_empty() {
        return None;
    }
    if let Some(known) = name(text) {
        return Some(known);
    }
    // A figure of a year is one of a year: `亿元/年`. `in millions`
    for shorter in [
        text.strip_suffix("/年"),
        text.strip_suffix("每年"),
        text.strip_suffix(" per year"),
        text.strip_prefix("in "),
    ] {
        if let Some(found) = shorter.and_then(plain) {
            return Some(found);
        }
    }
    // `人民币万元`, `RMB million`: the currency says of what the multiplier is.
    for currency in CURRENCY {
        if text == *currency {
            return Some(Measure::of(0, "¥"));
        }
        let rest = text.strip_prefix(currency).or_else(|| text.strip_suffix(currency)).map(trimmed);
        if let Some(found) = rest.and_then(plain).filter(|found| found.base.is_empty() || found.base == "元") {
            return Some(Measure::of(found.power, "元"));
        }
    }
    multiplied(text).or_else(|| abbreviated(text)).or_else(|| quotient(text))
}

/// Multipliers as reports write them right beside the code of a currency.
const ABBREVIATED: &[(&str, i32)] = &[
    ("'000s", 3),
    ("000's", 3),
    ("'000", 3),
    ("000", 3),
    ("mio", 6),
    ("mil", 6),
    ("mln", 6),
    ("mn", 6),
    ("mm", 6),
    ("bln", 9),
    ("bn", 9),
    ("k", 3),
    ("m", 6),
    ("b", 9),
];

/// `RMBm`, `RMBbn`, `KCNY`, `RMB 000's`, `RMB mil.`, `USDm`: a multiplier and the code of a currency with nothing between them, or a space.
fn abbreviated(text: &str) -> Option<Measure> {
    let base = |code: &str| match code {
        "rmb" | "cny" => Some("元"),
        "usd" | "us$" => Some("美元"),
        "eur" => Some("欧元"),
        "hkd" | "hk$" => Some("港元"),
        "jpy" => Some("日元"),
        "gbp" => Some("英镑"),
        _ => None,
    };
    ABBREVIATED.iter().find_map(|(word, power)| {
        let around = [text.strip_suffix(word), text.strip_prefix(word)];
        let code = around
            .into_iter()
            .flatten()
            .find_map(|rest| base(rest.trim_matches(|mark: char| mark.is_whitespace() || mark == '.')))?;
        Some(Measure::of(*power, code))
    })
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '(' | ')' | ',' | ':' | '-'))
}

fn name(text: &str) -> Option<Measure> {
    for (base, names) in NAMES {
        if let Some((_, power)) = names.iter().find(|(name, _)| *name == text) {
            return Some(Measure::of(*power, base));
        }
    }
    COUNTED.contains(&text).then(|| Measure::of(0, text))
}

/// A multiplier with or without a base: `万元`, `million yuan`, `yuan million`, `thousands of persons`, `千`.
fn multiplied(text: &str) -> Option<Measure> {
    // `10亿元`, `1万元`
    if let Some(rest) = text.strip_prefix('1').map(|rest| rest.trim_start_matches('0'))
        && chinese(rest).0 > 0
    {
        let tens = (text.len() - rest.len() - 1) as i32;
        return plain(rest).map(|found| Measure::of(found.power + tens, &found.base));
    }
    let (power, rest) = chinese(text);
    if power > 0 {
        let base = if rest.is_empty() { Some(Measure::of(0, "")) } else { plain(rest) };
        return base.map(|base| Measure::of(power + base.power, &base.base));
    }
    for (word, power) in MULTIPLIERS {
        // A letter alone is a multiplier only beside a currency or a name, never as part of a word.
        let before = text
            .strip_prefix(word)
            .filter(|rest| !rest.starts_with(|mark: char| mark.is_ascii_alphanumeric()));
        let behind = text
            .strip_suffix(word)
            .filter(|rest| !rest.ends_with(|mark: char| mark.is_ascii_alphanumeric()));
        for rest in [before, behind].into_iter().flatten().map(trimmed) {
            let rest = rest.strip_prefix("of ").unwrap_or(rest);
            if rest.is_empty() && word.len() > 2 {
                return Some(Measure::of(*power, ""));
            }
            if let Some(base) = name(rest).or_else(|| CURRENCY.contains(&rest).then(|| Measure::of(0, "元"))) {
                return Some(Measure::of(power + base.power, &base.base));
            }
        }
    }
    None
}

/// One unit over another: `万元/人`, `10,000 yuan per person`.
fn quotient(text: &str) -> Option<Measure> {
    let (over, under) = ["/", " per ", "每"].iter().find_map(|mark| text.split_once(mark))?;
    let under = if under.contains('/') { return None } else { plain(under)? };
    let over = plain(over)?;
    // `万元/%` is a list of two.
    if over.is_share() || under.is_share() {
        return None;
    }
    (!over.base.is_empty() && !under.base.is_empty()).then(|| Measure::of(over.power - under.power, &[over.base.as_str(), "/", &under.base].concat()))
}

/// The power of ten of the Chinese multipliers a name begins with, and the rest: 万元 is 4 and 元, 百万 6 and nothing.
pub(super) fn chinese(name: &str) -> (i32, &str) {
    let mut rest = name;
    let mut power = 0;
    while let Some((more, behind)) = rest.chars().next().and_then(|mark| Some((ten_to(mark)?, rest.strip_prefix(mark)?))) {
        power += more;
        rest = behind;
    }
    (power, rest.trim_start())
}

fn ten_to(mark: char) -> Option<i32> {
    match mark {
        '十' => Some(1),
        '百' => Some(2),
        '千' | '仟' => Some(3),
        '万' | '萬' => Some(4),
        '亿' | '億' => Some(8),
        _ => None,
    }
}
