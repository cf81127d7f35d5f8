//! The evidence register in words.

use super::judgement::date;
use super::quoting::{quoted, shortened};
use super::terms::{item_name, profile_label};
use crate::assessment::{Confidentiality, EvidenceKind, FigureSlot, Referrer};
use crate::criteria::Pack;
use crate::findings::{Claims, EvidenceFinding};
use crate::language::{Language, codes, fill};

/// A kind of evidence in a word or two.
pub fn evidence_kind(language: Language, kind: EvidenceKind) -> &'static str {
    language.words().by_code(&codes::EVIDENCE_KIND, kind.word())
}

/// Who may see it, in a word.
pub fn confidentiality(language: Language, confidentiality: Confidentiality) -> &'static str {
    language.words().by_code(&codes::CONFIDENTIALITY, confidentiality.word())
}

/// Bytes for people: `870 B`, `34.5 kB`, `1.2 MB`, rounded up, in powers of ten.
pub fn file_size(bytes: u64) -> String {
    let (unit, tenth) = match bytes {
        0..1_000 => return [&bytes.to_string(), " B"].concat(),
        1_000..999_950 => (" kB", 100),
        _ => (" MB", 100_000),
    };
    let tenths = bytes.div_ceil(tenth);
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), unit].concat()
}

/// What a reference stands at, by name. `own` is the name of an own indicator.
pub fn referrer(pack: &Pack, language: Language, place: Referrer, own: &str) -> String {
    let words = pack.words(language.tag());
    match place {
        Referrer::Condition(slot) => words.condition(&pack.condition(slot).id).to_owned(),
        Referrer::Item(slot, _) | Referrer::Texts(slot) => item_name(pack, language, slot),
        Referrer::Overview(topic) => profile_label(language, topic.key()).to_owned(),
        Referrer::Figure(FigureSlot::Catalogue(slot)) => words.indicator(&pack.indicator(slot).id).to_owned(),
        Referrer::Figure(FigureSlot::Own(_)) => quoted(language, own),
    }
}

/// The most characters of a sentence that is told by its beginning.
const BEGINNING: [usize; 2] = [24, 48];

/// The claims of an item, each by its first words.
pub fn claims(language: Language, claims: &Claims) -> String {
    let most = BEGINNING[usize::from(language == Language::En)];
    let beginnings = claims.sentences.iter().map(|sentence| shortened(language, sentence, most));
    beginnings.collect::<Vec<String>>().join(language.words().term_figure_separator())
}

/// What does not fit in the register, in one sentence that names the entry or the place.
pub(super) fn evidence_finding(pack: &Pack, language: Language, finding: &EvidenceFinding) -> String {
    let text = language.words().by_code(&codes::FINDING, finding.code());
    match finding {
        EvidenceFinding::Unlinked { number, .. } | EvidenceFinding::Nowhere { number, .. } => fill(text, &[("number", number)]),
        EvidenceFinding::Missing { place, number, own } => fill(text, &[("number", number), ("place", &referrer(pack, language, *place, own))]),
        EvidenceFinding::Expired { number, valid_until, .. } => fill(text, &[("number", number), ("date", &date(language, *valid_until))]),
        EvidenceFinding::Old {
            number, date: day, first_year, ..
        } => {
            let (day, year) = (date(language, *day), first_year.to_string());
            fill(text, &[("number", number), ("date", &day), ("year", &year)])
        }
    }
}
