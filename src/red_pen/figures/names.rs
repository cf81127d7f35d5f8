//! What texts call the figures of the table: the names in the catalogue, the parts of a name that stand for it, and what reports
//! usually say instead.

/// By id of the indicator or input: what Chinese and English reports call it, in small letters. The words are our own. What may as
/// well mean another thing is left out: 营业收入 is more than 主营业务收入, and 发明专利 may be those of one year.
pub(super) const CALLED: &[(&str, &[&str], &[&str])] = &[
    ("profit", &["利润总额"], &["total profit"]),
    ("net-profit", &["净利润"], &["net profit"]),
    ("taxes", &["纳税总额"], &["taxes paid"]),
    ("staff", &["年末员工", "员工总数"], &[]),
    ("conforming-rate", &["出厂检验合格率"], &["pass rate at final inspection"]),
    ("early-failure-rate", &["返修率"], &["return rate"]),
    ("new-product-rate", &["新产品产值率"], &["new-product output"]),
    ("service-on-time-rate", &["服务准时率"], &["services on time"]),
    ("customer-satisfaction", &["顾客满意度", "客户满意度"], &["customer satisfaction"]),
    ("customer-loyalty", &["重复购买率", "续约率"], &["repurchase", "renewal"]),
    ("customer-churn", &[], &["churn"]),
    (
        "complaints-on-time-rate",
        &["投诉答复及时率", "投诉处理及时率"],
        &["complaints answered on time", "complaints handled on time"],
    ),
    (
        "complaint-handling-satisfaction",
        &["投诉处理满意率", "处理满意率"],
        &["satisfaction with handling"],
    ),
    ("market-share", &["国内市场占有率"], &[]),
    ("exports", &["出口额"], &["exports"]),
    ("asset-contribution", &["总资产贡献率"], &["total-asset contribution"]),
    ("capital-preservation", &["资本保值增值率"], &["capital preservation and appreciation rate"]),
    ("overhead-ratio", &[], &["overhead"]),
    ("labour-productivity", &["劳动生产率"], &["labour productivity"]),
    ("employee-satisfaction", &["员工满意度"], &["staff satisfaction", "employee satisfaction"]),
    ("staff-turnover", &["员工流失率"], &["staff turnover"]),
    ("training-hours-per-person", &["人均培训"], &["training hours per person"]),
    ("training-spend-rate", &["培训经费占比", "培训经费占工资总额"], &["training spend"]),
    ("rd-intensity", &["研发投入强度"], &["r&d intensity"]),
    ("invention-patents", &["有效发明专利"], &["valid invention patents"]),
    ("technology-transfer", &["成果转化率"], &["transfer rate"]),
    ("supplier-pass-rate", &["来料批合格率", "来料合格率"], &["incoming lots passed"]),
    ("equipment-availability", &["设备完好率"], &["equipment availability"]),
    ("oee", &["设备综合效率"], &["equipment effectiveness"]),
    ("inventory-turnover", &["存货周转率", "库存周转率"], &["inventory turnover"]),
    ("development-time", &["开发周期", "研发周期"], &["development lead time"]),
    ("improvement-benefit", &["改进收益", "改进项目收益"], &["improvement benefit"]),
    ("injury-rate", &["千人负伤率"], &[]),
    ("emission-compliance", &["达标排放率"], &["emission compliance"]),
    ("social-contribution", &["公益投入"], &["public-good spending"]),
    ("audit-correction-rate", &["审计问题按期整改率"], &["on-time correction of audit findings"]),
];

/// How the name of something that is measured ends.
const MEASURES: [&str; 22] = [
    "率",
    "度",
    "额",
    "值",
    "比",
    "周期",
    "收入",
    "利润",
    "利润总额",
    "产值",
    "产量",
    "强度",
    "效率",
    "收益",
    "时间",
    "rate",
    "ratio",
    "share",
    "satisfaction",
    "turnover",
    "yield",
    "time",
];

/// Names by which a text may speak of one that is called so in the catalogue: without what stands in brackets, what stands there alone,
/// and the parts of a choice. `早期故障率或返修率` is either, `顾客忠诚度（重复购买率）` is 顾客忠诚度 and 重复购买率.
pub(super) fn variants(name: &str) -> Vec<String> {
    let name = name.to_ascii_lowercase();
    let mut parts = vec![name.clone()];
    if let Some((before, rest)) = name.split_once(['（', '(']) {
        let (inside, after) = rest.split_once(['）', ')']).unwrap_or((rest, ""));
        parts.push([before.trim_end(), after].concat());
        parts.push(inside.to_owned());
    }
    let choices: Vec<String> = parts
        .iter()
        .flat_map(|part| part.split(" or ").flat_map(|part| part.split('或')).map(str::to_owned))
        .collect();
    parts.extend(choices);
    let is_name = |part: &String| *part == name || part.chars().count() > 2 && MEASURES.iter().any(|measure| part.ends_with(measure));
    parts.retain(|part| is_name(part) && !part.contains(['（', '(', '）', ')']));
    parts.dedup();
    parts
}

/// Whether a phrase is the name of something that is measured.
pub(super) fn is_measure(phrase: &str) -> bool {
    MEASURES.iter().any(|measure| phrase.ends_with(measure))
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn a_name_stands_for_what_it_offers() {
        for (name, expected) in [
            ("早期故障率或返修率", "早期故障率或返修率 早期故障率 返修率"),
            ("顾客忠诚度（重复购买率）", "顾客忠诚度 重复购买率"),
            ("受益人或公众满意度", "受益人或公众满意度 公众满意度"),
            ("Market share", "market share"),
        ] {
            let mut found = variants(name);
            found.dedup();
            let found: Vec<String> = found.into_iter().filter(|name| expected.split(' ').any(|known| known == name)).collect();
            for known in expected.split(' ').filter(|_| !name.contains(' ')) {
                assert!(found.iter().any(|name| name == known), "{name}: {known} in {found:?}");
            }
        }
        assert!(!variants("受益人或公众满意度").contains(&"受益人".to_owned()));
    }
}
