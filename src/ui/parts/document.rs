//! The submission as it will stand on paper, in the page: the same neutral document the exporters read.

use crate::export::drawn_chart;
use crate::report::{Alignment, Block, Chart, Cover, Document, KeyValue, ParagraphStyle, Table, Weight};
use yew::prelude::*;

/// The whole document. `missing` stands where a required value was not given.
pub fn preview(document: &Document, missing: &'static str) -> Html {
    paper(document, document.blocks.iter().map(|content| block(document, content, missing)).collect())
}

/// The sheet that a document stands on.
pub(super) fn paper(document: &Document, content: Html) -> Html {
    html! { <article class="paper" lang={document.language.tag()} aria-label={document.title.clone()}>{ content }</article> }
}

pub(super) fn block(document: &Document, block: &Block, missing: &'static str) -> Html {
    match block {
        Block::Cover(content) => cover(content),
        Block::Contents { title } => contents(document, title),
        Block::Heading { level, text } => heading(*level, text),
        Block::Paragraph { style, text } => html! { <p class={paragraph_class(*style)}>{ text.clone() }</p> },
        Block::Table(content) => table(document, content),
        Block::Chart(content) => chart(document, content),
        Block::KeyValues(pairs) => key_values(pairs, missing),
        Block::Lines(pairs) => key_values(pairs, ""),
        Block::PageBreak => html! { <hr /> },
        Block::References(pieces) => html! { <p class="body">{ pieces.iter().map(|piece| piece.told(document.language)).collect::<String>() }</p> },
        Block::Section(_) | Block::Written { .. } | Block::Captions { .. } | Block::Turn(_) => Html::default(),
    }
}

fn cover(cover: &Cover) -> Html {
    html! {
        <div class="cover">
            <p class="award">{ &cover.award }</p><p class="name">{ &cover.title }</p><p class="organisation">{ &cover.organisation }</p>
            { for cover.lines.iter().map(|line| html! { <p>{ line }</p> }) }
            { for cover.warning.iter().map(|warning| html! { <p class="warning">{ warning }</p> }) }
            { for cover.notes.iter().map(|note| html! { <p class="note">{ note }</p> }) }
            { key_values(&cover.form, "") }
        </div>
    }
}

/// The headings down to the second level; on paper the page numbers stand beside them.
fn contents(document: &Document, title: &str) -> Html {
    let entries = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } if *level <= 2 => Some(html! { <li class={format!("level-{level}")}>{ text }</li> }),
        _ => None,
    });
    html! { <div class="contents"><p class="label">{ title.to_owned() }</p><ol>{ for entries }</ol></div> }
}

/// Headings of the document stand below the page's own.
fn heading(level: u8, text: &str) -> Html {
    let text = text.to_owned();
    match level {
        1 => html! { <h3 class="level-1">{ text }</h3> },
        2 => html! { <h4 class="level-2">{ text }</h4> },
        3 => html! { <h5 class="level-3">{ text }</h5> },
        _ => html! { <h6 class="level-4">{ text }</h6> },
    }
}

fn paragraph_class(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Body => "body",
        ParagraphStyle::Title | ParagraphStyle::Label => "label",
        ParagraphStyle::Entry => "entry",
        ParagraphStyle::Note => "note",
        ParagraphStyle::Missing => "missing",
    }
}

fn lines(text: &str) -> Html {
    text.split('\n').map(|line| html! { <p>{ line.to_owned() }</p> }).collect()
}

/// A chart, and its figures beside it.
#[expect(clippy::disallowed_methods, reason = "what is drawn is made of numbers and of texts that are escaped")]
fn chart(document: &Document, chart: &Chart) -> Html {
    html! { <figure>{ Html::from_html_unchecked(drawn_chart(chart).into()) }{ table(document, &chart.table()) }</figure> }
}

fn table(document: &Document, table: &Table) -> Html {
    let caption = table.caption.told(document.language);
    let alignment = |at: usize| match table.columns.get(at).map(|column| column.alignment) {
        Some(Alignment::End) => "r",
        Some(Alignment::Centre) => "c",
        _ => "",
    };
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={caption.clone()}>
            <table>
                <caption>{ caption }</caption>
                <thead><tr>{ for table.columns.iter().enumerate().map(|(at, column)| html! { <th scope="col" class={alignment(at)}>{ &column.title }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(|row| {
                    let class = match row.weight { Weight::Plain => "", Weight::Group => "group", Weight::Total => "sum" };
                    html! { <tr {class}>{ for row.cells.iter().enumerate().map(|(at, cell)| html! { <td class={alignment(at)}>{ lines(cell) }</td> }) }</tr> }
                }) }</tbody>
            </table>
        </div>
    }
}

fn key_values(pairs: &[KeyValue], missing: &'static str) -> Html {
    html! {
        <dl class="pairs">{ for pairs.iter().map(|pair| html! {
            <><dt>{ &pair.label }</dt><dd>{ match &pair.value { Some(value) => lines(value), None => html! { <p class="missing">{ missing }</p> } } }</dd></>
        }) }</dl>
    }
}
