//! The style sheet of the page: one column on the screen, A4 on paper.

use super::text::quoted;
use crate::report::Document;

const SHEET: &str = r#":root { --ink: #1e2328; --soft: #4a5259; --line: #b9b5ab; --well: #f2f1ec; --accent: #0b5a76; --seal: #a8321f; }
* { box-sizing: border-box; }
body { margin: 0; background: #f6f5f1; color: var(--ink); font-size: 15px; line-height: 1.75; font-family: "Times New Roman", "Songti SC", SimSun, "Noto Serif CJK SC", serif; overflow-wrap: anywhere; }
main { background: #fff; max-width: 210mm; margin: 0 auto; padding: 20mm 18mm; }
h1, h2, h3, h4, h5, th, caption, figcaption, .label, .award, .organisation { font-family: Arial, "Heiti SC", SimHei, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 28px; margin: 0; } h2 { font-size: 21px; margin: 1.4em 0 .5em; } h3 { font-size: 18px; margin: 1.2em 0 .4em; } h4 { font-size: 16px; margin: 1em 0 .3em; } h5 { font-size: 15px; margin: .8em 0 .2em; }
p { margin: .35em 0; text-align: justify; } :lang(zh) main > p:not([class]), :lang(zh) .wide > p:not([class]) { text-indent: 2em; } header p { text-align: center; } ul { margin: .35em 0; padding-left: 1.6em; }
.label { font-weight: bold; margin-top: .8em; } .note { font-size: 13px; color: var(--soft); } .missing { color: #7d5100; font-style: italic; } .warning { color: var(--seal); font-weight: bold; }
header { text-align: center; padding: 30mm 0 12mm; } header .note { text-align: left; margin-top: 10mm; } .award, .organisation { font-size: 19px; }
nav ol { list-style: none; padding: 0; } nav .level-2 { padding-left: 1.6em; } a { color: inherit; text-decoration: none; } p a, td a, ul a { text-decoration: underline dotted; } tr:target { outline: 2px solid var(--accent); }
hr { border: 0; border-top: 1px dashed var(--line); margin: 12mm 0; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: 13.5px; line-height: 1.55; } caption, figcaption { font-size: 13.5px; font-weight: bold; padding: .3em 0; text-align: center; }
th, td { border: 1px solid var(--line); padding: 4px 7px; text-align: left; vertical-align: top; overflow-wrap: break-word; } .r, .data td, .data th { white-space: nowrap; } thead th, .pairs th, .group td, .total td { background: var(--well); } .group td, .total td { font-weight: bold; } .pairs th { width: 30%; }
.title { font-size: 21px; text-align: center; margin: 1.4em 0 1em; } .form { display: grid; grid-template-columns: max-content minmax(0, 24em); gap: .9em 1em; justify-content: center; text-align: left; margin: 2.4em 0; } .form dd { margin: 0; border-bottom: 1px solid var(--ink); }
.r { text-align: right; } .c { text-align: center; }
figure { margin: 1em 0; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 14px; align-items: center; } figcaption { grid-column: 1 / -1; grid-row: 2; } svg { display: block; width: 100%; height: auto; } .data { font-size: 12px; margin: 0; }
@media (max-width: 640px) { main { padding: 16px; } figure { grid-template-columns: minmax(0, 1fr); } }
svg text { font: 16px Arial, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; fill: #1e2328; }
@media print {
  p a, td a, ul a { text-decoration: none; } body { background: none; font-size: 10.5pt; } main { max-width: none; margin: 0; padding: 0; } table { font-size: 9.5pt; }
  hr { border: 0; margin: 0; break-after: page; } h2, h3, h4, h5, .label, caption { break-after: avoid; } p, li { orphans: 2; widows: 2; }
  .wide { page: wide; } thead { display: table-header-group; } tr, figure { break-inside: avoid; } nav { break-before: page; }
}
"#;

/// The sheet, with header and page number in the margins of every page but the first. Browsers without margin boxes
/// print their own.
pub(super) fn sheet(document: &Document) -> String {
    let (before, after) = document.footer.split_once("{page}").unwrap_or(("", ""));
    let after = match document.mark.as_str() {
        "" => after.to_owned(),
        mark => [after, " · ", mark].concat(),
    };
    let page = [quoted(before).as_str(), " counter(page) ", &quoted(&after)].concat();
    let header = quoted(&document.header);
    [
        SHEET,
        "@page { size: A4; margin: 22mm 20mm 20mm; font-size: 9pt; color: #4a5259; @top-center { content: ",
        &header,
        "; } @bottom-center { content: ",
        &page,
        "; } }\n@page wide { size: A4 landscape; }\n@page :first { @top-center { content: none; } @bottom-center { content: none; } }\n",
    ]
    .concat()
}
