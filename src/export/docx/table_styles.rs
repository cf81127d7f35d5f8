//! What `docx-rs` has no words for in the lists of styles and fonts: styles of tables and of what stands in an empty control, and the names a font goes by where
//! the first one is not installed.

/// Grey for what stands in an empty control; lines and margins of tables, so that a reader changes them in one place.
pub(super) const TABLE_STYLES: &str = concat!(
    r#"<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text" /><w:uiPriority w:val="99" /><w:rPr><w:color w:val="595959" /></w:rPr></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table" /><w:uiPriority w:val="99" /><w:semiHidden /><w:unhideWhenUsed />"#,
    r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa" /><w:tblCellMar><w:top w:w="0" w:type="dxa" /><w:left w:w="108" w:type="dxa" /><w:bottom w:w="0" w:type="dxa" /><w:right w:w="108" w:type="dxa" /></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table" /><w:basedOn w:val="TableNormal" /><w:tblPr><w:tblBorders>"#,
    r#"<w:top w:val="single" w:sz="8" w:space="0" w:color="595959" /><w:left w:val="single" w:sz="4" w:space="0" w:color="8C8C8C" /><w:bottom w:val="single" w:sz="8" w:space="0" w:color="595959" />"#,
    r#"<w:right w:val="single" w:sz="4" w:space="0" w:color="8C8C8C" /><w:insideH w:val="single" w:sz="4" w:space="0" w:color="8C8C8C" /><w:insideV w:val="single" w:sz="4" w:space="0" w:color="8C8C8C" /></w:tblBorders>"#,
    r#"<w:tblCellMar><w:top w:w="20" w:type="dxa" /><w:left w:w="85" w:type="dxa" /><w:bottom w:w="20" w:type="dxa" /><w:right w:w="85" w:type="dxa" /></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="table" w:customStyle="1" w:styleId="LayoutTable"><w:name w:val="Layout Table" /><w:basedOn w:val="TableNormal" /><w:tblPr>"#,
    r#"<w:tblCellMar><w:top w:w="60" w:type="dxa" /><w:left w:w="20" w:type="dxa" /><w:bottom w:w="60" w:type="dxa" /><w:right w:w="20" w:type="dxa" /></w:tblCellMar></w:tblPr></w:style>"#,
);

/// The fonts with the names they go by elsewhere: on Windows, on a Mac, and where only free fonts are installed.
pub(super) const FONTS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304" /><w:charset w:val="00" /><w:family w:val="roman" /><w:pitch w:val="variable" /></w:font>"#,
    r#"<w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204" /><w:charset w:val="00" /><w:family w:val="swiss" /><w:pitch w:val="variable" /></w:font>"#,
    r#"<w:font w:name="SimSun"><w:altName w:val="宋体,NSimSun,Songti SC,STSong,Noto Serif CJK SC,Source Han Serif SC" /><w:panose1 w:val="02010600030101010101" /><w:charset w:val="86" /><w:family w:val="roman" /><w:pitch w:val="variable" /></w:font>"#,
    r#"<w:font w:name="SimHei"><w:altName w:val="黑体,Heiti SC,STHeiti,Microsoft YaHei,Noto Sans CJK SC,Source Han Sans SC" /><w:panose1 w:val="02010609060101010101" /><w:charset w:val="86" /><w:family w:val="swiss" /><w:pitch w:val="variable" /></w:font>"#,
    r#"<w:font w:name="FangSong"><w:altName w:val="仿宋,仿宋_GB2312,STFangsong,华文仿宋" /><w:panose1 w:val="02010609060101010101" /><w:charset w:val="86" /><w:family w:val="modern" /><w:pitch w:val="fixed" /></w:font>"#,
    r#"<w:font w:name="KaiTi"><w:altName w:val="楷体,楷体_GB2312,STKaiti,华文楷体" /><w:panose1 w:val="02010609060101010101" /><w:charset w:val="86" /><w:family w:val="modern" /><w:pitch w:val="fixed" /></w:font>"#,
    r#"<w:font w:name="FZXiaoBiaoSong-B05S"><w:altName w:val="方正小标宋简体,方正小标宋_GBK,小标宋,STZhongsong,华文中宋" /><w:charset w:val="86" /><w:family w:val="roman" /><w:pitch w:val="variable" /></w:font>"#,
    r#"</w:fonts>"#,
);
