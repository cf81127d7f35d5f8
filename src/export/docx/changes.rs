//! What changed in a text as Word shows it: insertions and deletions with author and day (`w:ins`, `w:del`), word by word, also of the ends of
//! paragraphs.

use super::text::{attribute, escaped};
use crate::assessment::{Assessment, ProfileText};
use crate::comparison::{Piece, wording};
use crate::date::Date;
use crate::language::Language;

/// Insertions and deletions count from here; controls and bookmarks below.
const FIRST: usize = 5_000_000;

/// Who changed it, and when; without a day the document says none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub author: String,
    pub date: Option<Date>,
}

impl Revision {
    /// Of the organisation, where nobody is named.
    pub fn new(author: Option<&str>, assessment: &Assessment, language: Language, date: Option<Date>) -> Revision {
        let name = assessment.organisation.text(ProfileText::Name).trim();
        let organisation = if name.is_empty() { language.words().report_name_missing() } else { name };
        let author = author.unwrap_or(organisation).to_owned();
        Revision { author, date }
    }
}

/// Writes the changes of a document one after the other.
pub(super) struct Changes {
    pub revision: Revision,
    pub chinese: bool,
    next: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Stays,
    Comes,
    Goes,
}

impl Changes {
    pub fn new(revision: Revision, chinese: bool) -> Changes {
        Changes {
            revision,
            chinese,
            next: FIRST,
        }
    }

    /// The paragraphs of a text that has changed, in a style, with markup before the first run and behind the last.
    pub fn paragraphs(&mut self, style: &str, before: &str, after: &str, [start, end]: [&str; 2]) -> String {
        let mut out = String::new();
        let mut runs = start.to_owned();
        for piece in wording(before, after) {
            let (way, text) = match &piece {
                Piece::Same(text) => (Way::Stays, text),
                Piece::New(text) => (Way::Comes, text),
                Piece::Gone(text) => (Way::Goes, text),
            };
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    out.push_str(&self.paragraph(style, way, &runs));
                    runs.clear();
                }
                if !line.is_empty() {
                    let run = self.run(line, way);
                    runs.push_str(&self.changed(way, &run));
                }
            }
        }
        runs.push_str(end);
        out + &self.paragraph(style, Way::Stays, &runs)
    }

    /// `way` is what became of its end.
    fn paragraph(&mut self, style: &str, way: Way, runs: &str) -> String {
        let end = match way {
            Way::Stays => String::new(),
            way => ["<w:rPr>", &self.changed(way, ""), "</w:rPr>"].concat(),
        };
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}" />{end}</w:pPr>{runs}</w:p>"#)
    }

    fn changed(&mut self, way: Way, inner: &str) -> String {
        let name = match way {
            Way::Stays => return inner.to_owned(),
            Way::Comes => "w:ins",
            Way::Goes => "w:del",
        };
        let (id, author) = (self.next, attribute(&self.revision.author));
        self.next += 1;
        let day = self.revision.date.map_or_else(String::new, |day| format!(r#" w:date="{day}T00:00:00Z""#));
        let open = format!(r#"<{name} w:id="{id}" w:author="{author}"{day}"#);
        if inner.is_empty() {
            format!("{open} />")
        } else {
            format!("{open}>{inner}</{name}>")
        }
    }

    fn run(&self, line: &str, way: Way) -> String {
        let tag = if way == Way::Goes { "w:delText" } else { "w:t" };
        let hint = if self.chinese {
            r#"<w:rPr><w:rFonts w:hint="eastAsia" /></w:rPr>"#
        } else {
            ""
        };
        let pieces = line.split('\t').map(|piece| match piece {
            "" => String::new(),
            piece => format!(r#"<{tag} xml:space="preserve">{}</{tag}>"#, escaped(piece)),
        });
        let inner = pieces.collect::<Vec<String>>().join("<w:tab />");
        format!("<w:r>{hint}{inner}</w:r>")
    }
}
