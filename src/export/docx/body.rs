//! The blocks of a document as paragraphs and tables.

use super::changes::Changes;
use super::controls::Control;
use super::described::Described;
use super::pages::{section, text_width};
use super::styles::styles;
use super::text::run;
use crate::export::style_set::StyleSet;
use crate::language::Language;
use crate::report::{Block, Chart, ChartShape, Cover, Document, Orientation, ParagraphStyle, Pins};
use docx_rs::{Docx, Footer, Header, PageNum, Paragraph};

/// The style of paragraphs that mark where a piece begins; no such style is defined.
pub(super) const PIECE: &str = "Piece";
/// First paragraph id.
const FIRST_ID: u32 = 0x1000_0000;
/// Bookmarks of charts count from here, those of headings below, those of captions above.
const FIRST_CHART: usize = 1_000_000;
/// Width and height of a chart across the page, in millimetres. LibreOffice draws charts beyond the twentieth on 160 by 90 mm
/// and scales them, so other proportions would come out squeezed.
const LARGE: (u32, u32) = (144, 81);

/// The whole document, ready to be written. Before each of the blocks where a piece begins stands an empty paragraph in the style
/// [`PIECE`], by which the finished markup can be cut.
pub(super) fn build<'a>(document: &'a Document, set: &'a StyleSet, pieces: &[usize], changes: Option<Changes>) -> Built<'a> {
    let chinese = document.language == Language::Zh;
    let mut writer = Writer {
        chinese,
        language: document.language,
        set,
        charts: Vec::new(),
        next_id: FIRST_ID,
        bookmarks: 0,
        bookmarked: 0,
        break_before: false,
        introduces: false,
        orientation: Orientation::Portrait,
        turned: false,
        heading: String::new(),
        tables: Vec::new(),
        controls: Vec::new(),
        changes,
        pins: document.pins(),
        docx: Docx::new().styles(styles(set, document.language)),
    };
    let header = writer.paragraph("Header", &document.header);
    let page = set.footer.unwrap_or(&document.footer);
    let footer = match document.mark.as_str() {
        "" => writer.footer(page),
        mark => writer.footer(&[page, "  ·  ", mark].concat()),
    };
    let mut at = 0;
    while let Some(block) = document.blocks.get(at) {
        writer.mark(pieces, at);
        let beside = writer.small_charts(&document.blocks[at..]);
        if beside > 0 {
            at += beside;
            continue;
        }
        let next = document.blocks.get(at + 1 + covered(block));
        let note = |block: Option<&Block>| {
            matches!(
                block,
                Some(Block::Paragraph {
                    style: ParagraphStyle::Note,
                    ..
                })
            )
        };
        writer.introduces = matches!(next, Some(Block::Table(_) | Block::KeyValues(_))) || note(Some(block)) && note(next);
        writer.block(block, document);
        at += 1 + covered(block);
    }
    writer.mark(pieces, at);
    let mut docx = writer.docx;
    docx.document.section_property = section(set, writer.orientation, !writer.turned);
    let docx = docx.header(Header::new().add_paragraph(header)).footer(Footer::new().add_paragraph(footer));
    Built {
        docx,
        charts: writer.charts,
        tables: writer.tables,
        controls: writer.controls,
    }
}

/// How many of the blocks that follow are written with this one.
fn covered(block: &Block) -> usize {
    if let Block::Written { covers, .. } = block { *covers } else { 0 }
}

/// The document, and what is put into its finished parts.
pub(super) struct Built<'a> {
    pub docx: Docx,
    /// In the order of their places.
    pub charts: Vec<Placed<'a>>,
    /// What is said of each table, in their order.
    pub tables: Vec<Described>,
    /// Whose texts stand in controls, in their order.
    pub controls: Vec<Control>,
}

/// A chart with the size it is drawn in.
pub(super) struct Placed<'a> {
    pub chart: &'a Chart,
    /// In millimetres.
    pub width: u32,
    pub height: u32,
}

pub(super) struct Writer<'a> {
    pub chinese: bool,
    pub language: Language,
    pub set: &'a StyleSet,
    charts: Vec<Placed<'a>>,
    next_id: u32,
    bookmarks: usize,
    /// Captions so far.
    pub bookmarked: usize,
    /// The next paragraph begins a page.
    pub break_before: bool,
    /// The paragraph introduces what follows, a table or another note, and must not be parted from it.
    introduces: bool,
    pub orientation: Orientation,
    /// A page has been turned, so that the first one, without header and footer, lies behind.
    pub turned: bool,
    /// The last heading, for tables without a caption.
    pub heading: String,
    pub tables: Vec<Described>,
    pub controls: Vec<Control>,
    /// Shows what changed in texts; none for a plain draft.
    pub changes: Option<Changes>,
    /// Takes texts apart at the evidence they name.
    pub pins: Pins<'a>,
    pub docx: Docx,
}

impl<'a> Writer<'a> {
    pub fn blank(&mut self, style: &str) -> Paragraph {
        let id = self.next_id;
        self.next_id += 1;
        Paragraph::new().id(format!("{id:08X}")).style(style)
    }

    pub fn paragraph(&mut self, style: &str, text: &str) -> Paragraph {
        let run = run(text, self.chinese);
        self.blank(style).add_run(run)
    }

    pub fn add(&mut self, paragraph: Paragraph) {
        let begins_page = std::mem::take(&mut self.break_before);
        let paragraph = if begins_page { paragraph.page_break_before(true) } else { paragraph };
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn mark(&mut self, pieces: &[usize], at: usize) {
        for _ in pieces.iter().filter(|begins| **begins == at) {
            let mark = self.blank(PIECE);
            self.docx = std::mem::take(&mut self.docx).add_paragraph(mark);
        }
    }

    fn write(&mut self, style: &str, text: &str) {
        let paragraph = self.paragraph(style, text);
        self.add(paragraph);
    }

    fn block(&mut self, block: &'a Block, document: &Document) {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Contents { title } => self.contents(title, document),
            Block::Captions { kind, title } => self.captions(*kind, title, document),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::References(pieces) => self.references(pieces),
            Block::Paragraph { style, text } => {
                let style = match style {
                    ParagraphStyle::Body => "BodyText",
                    ParagraphStyle::Title => "ContentsTitle",
                    ParagraphStyle::Label => "Label",
                    ParagraphStyle::Entry => "Entry",
                    ParagraphStyle::Note => "Note",
                    ParagraphStyle::Missing => "Missing",
                };
                let paragraph = match style {
                    "BodyText" | "Entry" => self.pinned(style, text),
                    style => self.paragraph(style, text),
                };
                let introduces = self.introduces;
                self.add(if introduces { paragraph.keep_next(true) } else { paragraph });
            }
            Block::Table(grid) => {
                let caption = self.caption("Caption", &grid.caption).keep_next(true);
                self.add(caption);
                self.table(grid);
            }
            Block::Chart(chart) => {
                let place = self.chart(chart, LARGE).keep_next(true);
                let caption = self.caption("FigureCaption", &chart.caption);
                self.add(place);
                self.add(caption);
            }
            Block::KeyValues(pairs) => self.key_values(pairs, document.language.words().report_not_filled()),
            Block::Lines(pairs) => self.form_lines(pairs),
            Block::PageBreak => self.break_before = true,
            Block::Turn(orientation) => self.turn(*orientation),
            Block::Written { written, covers, label } => self.text(written, *covers, label.as_deref()),
            Block::Section(_) => {}
        }
    }

    /// The place of a chart: a bookmark that [`super::package`] knows and puts the drawing in.
    fn chart(&mut self, chart: &'a Chart, (width, height): (u32, u32)) -> Paragraph {
        self.charts.push(Placed { chart, width, height });
        let number = self.charts.len();
        self.blank("Chart")
            .add_bookmark_start(FIRST_CHART + number, chart_place(number))
            .add_bookmark_end(FIRST_CHART + number)
    }

    /// Charts of one indicator each, two side by side; how many of the blocks that were.
    fn small_charts(&mut self, blocks: &'a [Block]) -> usize {
        let small = blocks.iter().map_while(|block| match block {
            Block::Chart(chart) if chart.shape == ChartShape::Lines => Some(chart),
            _ => None,
        });
        let small: Vec<&Chart> = small.collect();
        if small.len() < 2 {
            return 0;
        }
        // Half the text's width, less the margins of a cell: 79 by 44 mm on 160.
        let half = text_width(self.set, Orientation::Portrait) as u32 * 254 / 28_800 - 1;
        let cells = small.iter().map(|&chart| {
            let place = self.chart(chart, (half, half * 9 / 16));
            [place, self.caption("FigureCaption", &chart.caption)]
        });
        let cells = cells.collect();
        let captions: Vec<String> = small.iter().map(|chart| chart.caption.told(self.language)).collect();
        self.side_by_side(cells, &captions);
        small.len()
    }

    fn footer(&mut self, text: &str) -> Paragraph {
        let (before, after) = text.split_once("{page}").unwrap_or((text, ""));
        let (before, after) = (run(before, self.chinese), run(after, self.chinese));
        self.blank("Footer").add_run(before).add_page_num(PageNum::new()).add_run(after)
    }

    fn cover(&mut self, cover: &Cover) {
        self.write("CoverAward", &cover.award);
        self.write("Title", &cover.title);
        // Where it is a line of the form, its room is wanted there: a cover is one page.
        if !cover.organisation.is_empty() {
            self.write("CoverOrganisation", &cover.organisation);
        }
        for line in &cover.lines {
            self.write("CoverLine", line);
        }
        if let Some(warning) = &cover.warning {
            self.write("CoverWarning", warning);
        }
        for note in &cover.notes {
            self.write("CoverNote", note);
        }
        self.form_lines(&cover.form);
        self.break_before = true;
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.bookmarks += 1;
        text.clone_into(&mut self.heading);
        let id = self.bookmarks;
        let run = run(text, self.chinese);
        let heading = self.blank(&format!("Heading{}", level.clamp(1, 4)));
        let heading = heading.add_bookmark_start(id, bookmark(id)).add_run(run).add_bookmark_end(id);
        self.add(heading);
    }
}

/// What stands in the part where chart `number` is to be drawn; user text cannot hold it, because its `<` is escaped.
pub(super) fn chart_mark(number: usize) -> String {
    let (id, name) = (FIRST_CHART + number, chart_place(number));
    format!(r#"<w:bookmarkStart w:id="{id}" w:name="{name}" /><w:bookmarkEnd w:id="{id}" />"#)
}

fn chart_place(number: usize) -> String {
    format!("_Chart{number}")
}

pub(super) fn bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}
