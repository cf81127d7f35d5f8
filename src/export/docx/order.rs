//! The finished markup in the order the schema asks for. `docx-rs` writes properties in the order of its own fields;
//! Word is strict about some of them, and a validator about all (ECMA-376 part 1, annex A).

/// Elements whose children have an order, and that order. Children that are not named keep their places at the end.
const ORDERS: [(&str, &str); 11] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap \
         overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc \
         textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern \
         position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    ),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    ),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar pgBorders lnNumType pgNumType cols vAlign titlePg textDirection docGrid",
    ),
    (
        "style",
        "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr",
    ),
    ("pBdr", "top left bottom right between bar"),
    ("lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr"),
    ("settings", "zoom defaultTabStop updateFields compat docVars rsids"),
    ("rPrDefault", "rPr"),
    ("pPrDefault", "pPr"),
];

/// The same markup with children in order, without empty run properties and table lines, and without the unit that
/// columns of a table's grid do not have.
pub(super) fn in_order(part: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(part);
    let mut out = String::with_capacity(text.len());
    write(&text, &mut out);
    out.into_bytes()
}

fn write(mut rest: &str, out: &mut String) {
    while let Some(start) = rest.find("<w:") {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let Some(close) = tag.find('>') else { break };
        let (open, after) = tag.split_at(close + 1);
        let name = name_of(open);
        if open.ends_with("/>") {
            match name {
                "rPr" | "tblBorders" => {}
                "gridCol" => out.push_str(&open.replace(r#" w:type="dxa""#, "")),
                _ => out.push_str(open),
            }
            rest = after;
            continue;
        }
        out.push_str(open);
        rest = after;
        let Some((_, order)) = ORDERS.iter().find(|(container, _)| *container == name) else {
            continue;
        };
        // None of these stands inside itself.
        let end = ["</w:", name, ">"].concat();
        if let Some((inner, beyond)) = rest.split_once(end.as_str()) {
            sorted(inner, order, out);
            out.push_str(&end);
            rest = beyond;
        }
    }
    out.push_str(rest);
}

fn sorted(inner: &str, order: &str, out: &mut String) {
    let mut children = children(inner);
    children.sort_by_key(|child| order.split_ascii_whitespace().position(|name| name == name_of(child)).unwrap_or(usize::MAX));
    for child in children {
        write(child, out);
    }
}

/// The elements of a piece of markup without text of its own.
fn children(mut rest: &str) -> Vec<&str> {
    let mut found = Vec::new();
    while let Some(close) = rest.find('>') {
        let open = &rest[..=close];
        let end = if open.ends_with("/>") {
            close + 1
        } else {
            let end = ["</w:", name_of(open), ">"].concat();
            rest.find(end.as_str()).map_or(rest.len(), |at| at + end.len())
        };
        let (child, after) = rest.split_at(end);
        found.push(child);
        rest = after;
    }
    found
}

/// `pPr` of `<w:pPr>`, `style` of `<w:style w:type="table">`.
fn name_of(open: &str) -> &str {
    let name = open.trim_start_matches("<w:");
    let end = name.find([' ', '/', '>']).unwrap_or(name.len());
    &name[..end]
}
