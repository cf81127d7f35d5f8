//! Where a text of a document comes from: the place in the assessment at which a person typed it, so that a draft that was edited
//! elsewhere can be brought back place by place.

use crate::assessment::{Assessment, Field, ProfileText, Text, sha256, text};
use crate::criteria::Pack;
use crate::json::push;

/// What the marks of places begin with: the tags of content controls and the names of bookmarks.
const MARK: &str = "_AK_";
/// Letters of a hash in a mark. Word allows 64 in a tag and 40 in a bookmark's name.
const HASH: usize = 16;
/// Letters of a hash in the title of a control, what stands before them, and the longest title that Word accepts.
const SHORT: usize = 8;
const TITLED: &str = "#";
const LONGEST: usize = 64;

/// A text somebody typed, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// JSON pointer of its place in the assessment file.
    pub place: String,
    /// The place in words.
    pub name: String,
    /// As it was typed.
    pub text: Text,
    /// What stood there before, where a document shows what changed.
    pub before: Option<Text>,
}

impl Written {
    /// What tells the place and the text that goes out from all others: `_AK_`, 16 letters of the place's SHA-256, `_`, 16 of the text's.
    pub fn mark(&self) -> String {
        [MARK, &hashed(&self.place), "_", &hashed(&carried(&self.text))].concat()
    }

    /// The name of the place with the beginning of both hashes, for the title of a control: LibreOffice 7.4 keeps that alone.
    pub fn title(&self) -> String {
        let name: String = self.name.chars().take(LONGEST - 2 * SHORT - 2).collect();
        let (place, text) = (hashed(&self.place), hashed(&carried(&self.text)));
        [name.trim_end(), " ", TITLED, &place[..SHORT], &text[..SHORT]].concat()
    }
}

/// What a mark or a title says: the hash of a place and of the text that went out, or the beginnings of both; none where it is none of the kit's.
pub fn read_mark(mark: &str) -> Option<(&str, &str)> {
    let (place, text) = match mark.strip_prefix(MARK) {
        Some(hashes) => {
            let (place, rest) = hashes.split_at_checked(HASH)?;
            // A third part tells marks of one place apart.
            (place, rest.strip_prefix('_')?.get(..HASH)?)
        }
        None => {
            let (_, hashes) = mark.rsplit_once(TITLED)?;
            hashes.split_at_checked(SHORT).filter(|(_, text)| text.len() == SHORT)?
        }
    };
    let is_hash = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hash(place) && is_hash(text)).then_some((place, text))
}

/// The first 16 letters of the SHA-256 of a text.
pub fn hashed(text: &str) -> String {
    let mut hash = sha256(text.as_bytes());
    hash.truncate(HASH);
    hash
}

/// A text as a document can carry it: lines parted by line feeds alone, nothing where it is blank, and U+FFFD for each character XML 1.0
/// cannot hold (production 2, `Char`). What a document brings back is compared in this form.
pub fn carried(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let illegal = |sign: char| matches!(sign, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let lines = text.replace("\r\n", "\n");
    let signs = lines.chars().map(|sign| match sign {
        '\r' | '\u{2028}' | '\u{2029}' => '\n',
        sign if illegal(sign) => char::REPLACEMENT_CHARACTER,
        sign => sign,
    });
    signs.collect()
}

/// The places whose texts documents mark: the profile, and of each item answers, strengths and opportunities.
pub fn marked_fields(pack: &Pack) -> Vec<Field> {
    let mut fields: Vec<Field> = ProfileText::ALL.iter().map(|&text| Field::Profile(text)).collect();
    for (item, known) in pack.items() {
        let factors = pack.rubric_of(item).factors.len();
        let scopes = 0..=known.prompts.len();
        fields.extend(scopes.flat_map(|scope| (0..factors).map(move |factor| Field::Answer { item, scope, factor })));
        fields.extend([Field::Strengths(item), Field::Opportunities(item)]);
    }
    fields
}

/// The place of a field as a JSON pointer into the assessment file, `/items/leadership.governance/answers//approach`; none of fields that documents do not mark.
pub fn place_of(pack: &Pack, field: Field) -> Option<String> {
    let of_item = |item, member: &str| push(&push("/items", &pack.item(item).id), member);
    Some(match field {
        Field::Profile(text) => push("/organisation", text.key()),
        Field::Answer { item, scope, factor } => {
            let prompt = scope.checked_sub(1).and_then(|at| pack.item(item).prompts.get(at));
            let factor = &pack.rubric_of(item).factors.get(factor)?.id;
            push(&push(&of_item(item, "answers"), prompt.map_or("", |prompt| &prompt.id)), factor)
        }
        Field::Strengths(item) => of_item(item, "strengths"),
        Field::Opportunities(item) => of_item(item, "opportunities"),
        _ => return None,
    })
}

/// What stands in a field that documents mark.
pub fn text_of(assessment: &Assessment, field: Field) -> Text {
    match field {
        Field::Profile(of) => assessment.organisation.text(of).clone(),
        Field::Answer { item, scope, factor } => assessment.item(item).answer(scope, factor).clone(),
        Field::Strengths(item) => assessment.item(item).strengths.clone(),
        Field::Opportunities(item) => assessment.item(item).opportunities.clone(),
        _ => text(""),
    }
}

#[cfg(test)]
mod tests {
    use super::{Written, carried, read_mark};

    #[test]
    fn a_mark_says_its_place_and_text_and_fits_a_bookmark() {
        let written = Written {
            place: "/organisation/name".into(),
            name: String::new(),
            text: "京华".into(),
            before: None,
        };
        let mark = written.mark();
        assert!(mark.len() <= 38, "{mark}");
        let (place, text) = read_mark(&mark).expect("a mark");
        assert_eq!([place, text], [super::hashed("/organisation/name"), super::hashed("京华")]);
        assert_eq!(read_mark(&[&mark, "_2"].concat()), Some((place, text)));
        let title = Written {
            name: "名".repeat(90),
            ..written.clone()
        }
        .title();
        assert_eq!(title.chars().count(), 64);
        assert_eq!(read_mark(&title), Some((&place[..8], &text[..8])));
        for other in [
            "",
            "4.1.2 方法 #1",
            "#文文文文文文文文文文文文文文文文",
            "_AK_",
            "_Toc00000001",
            "_AK_文文文文文文文文文文文文文文文文_0123456789abcdef",
            &mark[..30],
        ] {
            assert_eq!(read_mark(other), None, "{other}");
        }
    }

    #[test]
    fn a_text_is_carried_line_by_line() {
        assert_eq!(carried("一\r\n二\r三\u{2028}\u{2028}\t四 \n"), "一\n二\n三\n\n\t四 \n");
        assert_eq!(carried(" \n\t"), "");
        assert_eq!(carried("a\u{1}b\u{b}"), "a\u{fffd}b\u{fffd}");
    }
}
