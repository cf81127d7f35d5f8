//! What breaks a rule of writing in the words of an English text.

/// Words in -ize that are so in British English too.
const IZE: &[&str] = &["size", "sized", "sizes", "prize", "prizes", "resize", "resized", "seize", "seized", "capsize"];
const AMERICAN: &[&str] = &[
    "analyze",
    "analyzed",
    "behavior",
    "behaviors",
    "catalog",
    "center",
    "centers",
    "color",
    "colors",
    "defense",
    "favor",
    "favorite",
    "fulfill",
    "fulfillment",
    "gray",
    "honor",
    "honors",
    "judgment",
    "judgments",
    "labeled",
    "labor",
    "license's",
    "liter",
    "liters",
    "meter",
    "meters",
    "modeled",
    "neighbor",
    "neighboring",
    "skillful",
    "traveled",
    "traveling",
    "canceled",
    "canceling",
];
/// Names, keys, languages and pages, which have a capital anywhere.
const NAMES: &[&str] = &[
    "Word",
    "Excel",
    "Edge",
    "Chrome",
    "Chinese",
    "English",
    "Beijing",
    "Tianjin",
    "Shenzhen",
    "Hebei",
    "Changsha",
    "Xiamen",
    "United",
    "States",
    "Fleiss",
    "Henderson",
    "Searle",
    "Hove",
    "Enter",
    "Esc",
    "Ctrl",
    "Shift",
    "Delete",
    "Home",
    "End",
    "Criteria",
    "Panel",
    "Departments",
    "Import",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|mark: char| !mark.is_alphabetic() && mark != '\'').filter(|word| !word.is_empty())
}

/// `organize`, `color`.
pub fn american(text: &str) -> bool {
    words(text).any(|word| {
        let word = word.to_lowercase();
        let ize = ["ize", "izes", "ized", "izing", "ization", "izations"].iter().any(|end| word.ends_with(end));
        (ize && !IZE.contains(&word.as_str())) || AMERICAN.contains(&word.as_str())
    })
}

/// A capital in a word that begins no sentence and is no name: `Improvement Plan`. The kit's own name is one.
pub fn title_case(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    text != "Quality Award Self-Assessment Kit"
        && words.windows(2).any(|pair| {
            let begun = pair[0]
                .chars()
                .next_back()
                .is_some_and(|mark| mark.is_alphabetic() || mark == ',' || mark == ';');
            let word = pair[1].trim_end_matches(|mark: char| !mark.is_alphanumeric());
            let word = word.strip_suffix("'s").unwrap_or(word);
            let mut marks = word.chars();
            let capital = marks.next().is_some_and(|mark| mark.is_ascii_uppercase()) && marks.next().is_some_and(|mark| mark.is_ascii_lowercase());
            begun && capital && word.chars().all(char::is_alphabetic) && !NAMES.contains(&word)
        })
}

/// The sentence of a file that was not read says what becomes of the work and what to do next.
pub fn half_an_error(text: &str) -> bool {
    const NEXT_ZH: &[&str] = &["请", "须"];
    const NEXT_EN: &[&str] = &[
        "check", "correct", "delete", "export", "import", "must", "needed", "open the", "unpack", "choose",
    ];
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if text.contains("未读取") {
        return !text.contains("现有内容") || !(has(NEXT_ZH) || text.contains("可解压"));
    }
    (text.contains("was not read") || text.contains("nothing was read")) && !(text.contains("present work is unchanged") && has(NEXT_EN))
}
