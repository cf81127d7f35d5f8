//! Colours, fonts and effects that a document offers for what is added to it. The kit's own styles name theirs; the part is there
//! because Word asks for one (ISO/IEC 29500-1, 14.2.7), in its smallest form.

pub(super) const THEME: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Report"><a:themeElements><a:clrScheme name="Report">"#,
    r#"<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1E2328"/></a:dk2><a:lt2><a:srgbClr val="EDEFF2"/></a:lt2>"#,
    r#"<a:accent1><a:srgbClr val="0B5A76"/></a:accent1><a:accent2><a:srgbClr val="7D5100"/></a:accent2><a:accent3><a:srgbClr val="595959"/></a:accent3><a:accent4><a:srgbClr val="9C2A00"/></a:accent4>"#,
    r#"<a:accent5><a:srgbClr val="1F4E4A"/></a:accent5><a:accent6><a:srgbClr val="8C8C8C"/></a:accent6><a:hlink><a:srgbClr val="0B5A76"/></a:hlink><a:folHlink><a:srgbClr val="595959"/></a:folHlink></a:clrScheme>"#,
    r#"<a:fontScheme name="Report"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface="SimHei"/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface="SimSun"/><a:cs typeface=""/></a:minorFont></a:fontScheme>"#,
    r#"<a:fmtScheme name="Report"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>"#,
    r#"<a:lnStyleLst><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>"#,
    r#"<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>"#,
    r#"<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"#,
);
