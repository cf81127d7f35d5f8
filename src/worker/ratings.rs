//! The tasks `rating-sheet`, `worksheet` and `ratings`: what an assessor fills who has no kit at hand, and what comes back as a table.

use super::Arguments;
use crate::archive::{ScoringCopy, subject_of, write_scoring};
use crate::assessment::{ItemChange, text};
use crate::criteria::{ItemSlot, Pack};
use crate::export::{self, ExportError};
use crate::import::{SheetRatings, ratings, read_book};
use crate::language::{Language, codes, fill};
use crate::panel::{Sheet, SheetChange, Subject};
use crate::report::say;
use serde_json::json;

/// Criteria as one file, assessment file, assessor, ids of items parted by commas or empty; as a workbook or as a document.
pub(super) fn blank(language: Language, arguments: &Arguments, on_paper: bool) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let items: Vec<ItemSlot> = arguments.text(3).split(',').filter_map(|id| pack.item_slot(id)).collect();
    let sheet = ScoringCopy::for_assessor(&pack, &project, arguments.text(2), &items).sheet;
    let made = if on_paper {
        export::worksheet(&sheet, &pack, language)
    } else {
        export::rating_sheet(&sheet, &pack, language)
    };
    made.map_err(|error: ExportError| error.sentence(language))
}

/// Criteria as one file, assessment file, name of the file, a table; gives `{files: [{name, content}], refused: [sentence]}` as JSON, each file a
/// scoring copy that was handed back.
pub(super) fn read(language: Language, arguments: &Arguments) -> Result<String, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let name = arguments.text(2);
    let subject = subject_of(&pack, &project.assessment);
    let (copies, refused) = sheets_of(&pack, &subject, name, arguments.content(3), language)?;
    let files = copies.iter().map(|(name, copy)| json!({ "name": name, "content": write_scoring(copy, &pack) }));
    Ok(json!({ "files": files.collect::<Vec<_>>(), "refused": refused }).to_string())
}

/// Scoring copies with their names, and what is to be said of cells that are no rating.
type Sheets = (Vec<(String, ScoringCopy)>, Vec<String>);

/// The sheets of a table as scoring copies with names of their own, and what is to be said of cells that are no rating.
pub fn sheets_of(pack: &Pack, subject: &Subject, name: &str, bytes: &[u8], language: Language) -> Result<Sheets, String> {
    let book = read_book(bytes).map_err(|error| error.sentence(language))?;
    let found = ratings(pack, &book);
    if found.sheets.is_empty() {
        return Err(language.words().by_code(&codes::ERROR, "no_ratings").to_owned());
    }
    let step = pack.structure().scoring.step.to_string();
    let refused = found.refused.iter().map(|(spot, shown)| {
        let values = [
            ("file", name),
            ("cell", &*book.cell_name(*spot)),
            ("shown", &*say::on_one_line(language, shown)),
            ("step", &*step),
        ];
        fill(language.words().by_code(&codes::GATHERED, "cell"), &values)
    });
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let several = found.sheets.len() > 1;
    let copy = |sheet: &SheetRatings| {
        let assessor = if sheet.assessor.is_empty() { stem } else { &sheet.assessor };
        let file = if several { [name, "#", assessor].concat() } else { name.to_owned() };
        (file, ScoringCopy::of_sheet(filled(pack, subject, assessor, sheet)))
    };
    Ok((found.sheets.iter().map(copy).collect(), refused.collect()))
}

fn filled(pack: &Pack, subject: &Subject, assessor: &str, found: &SheetRatings) -> Sheet {
    let mut sheet = Sheet::blank(pack, subject.clone(), assessor, &[]);
    for (slot, percent) in &found.ratings {
        sheet = sheet.changed(*slot, &SheetChange::Item(ItemChange::Percent(Some(*percent))));
    }
    for (slot, [strengths, opportunities, remark]) in &found.words {
        for change in [
            ItemChange::Strengths(text(strengths)),
            ItemChange::Opportunities(text(opportunities)),
            ItemChange::Remark(text(remark)),
        ] {
            sheet = sheet.changed(*slot, &SheetChange::Item(change));
        }
    }
    sheet.handed_back()
}
