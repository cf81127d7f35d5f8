//! Groups F to H of the form: quality level, main economic indicators, market and environment, by year and with the
//! rank in the sector. The indicators are named by the catalogue's ids; a pack without one leaves its row out, and so
//! does a kind of applicant it is not meant for.

use super::{Alignment, Draft, Row, Weight};
use crate::assessment::FigureSlot;
use crate::criteria::Operand;
use crate::report::figures::{rows_by_year, year_columns, years};

/// One row of the form.
enum Asked {
    /// An indicator of the catalogue.
    Indicator(&'static str),
    /// What the record has no field for.
    Nothing(&'static str),
}
use Asked::{Indicator, Nothing};

/// Every row the form asks for; those without a figure and those the record has no field for say so.
pub fn write(draft: &mut Draft<'_>) {
    for (title, asked) in groups(draft) {
        table(draft, title, &asked, true);
    }
}

/// The rows that hold a figure, and nothing of the others.
pub fn given_figures(draft: &mut Draft<'_>) {
    for (title, asked) in groups(draft) {
        table(draft, title, &asked, false);
    }
}

/// The form's groups with their rows.
fn groups(draft: &Draft<'_>) -> [(&'static str, Vec<Asked>); 3] {
    let words = draft.words;
    let level = vec![
        Indicator("conforming-rate"),
        Indicator("premium-rate"),
        Indicator("first-grade-rate"),
        Indicator("service-standard-rate"),
        Indicator("programme-achievement"),
        Nothing(words.report_form_levels()),
    ];
    let economy = vec![
        Indicator("main-revenue"),
        Nothing(words.report_form_total_assets()),
        Nothing(words.report_form_investment_income()),
        Nothing(words.report_form_other_income()),
        Indicator("total-profit"),
        Indicator("taxes-paid"),
        Nothing(words.report_form_sales()),
        Indicator("exports"),
        Indicator("social-contribution"),
        Indicator("asset-contribution"),
        Indicator("capital-preservation"),
        Indicator("debt-ratio"),
        Indicator("current-asset-turnover"),
        Indicator("profit-to-cost"),
        Indicator("labour-productivity"),
        Indicator("product-sales-rate"),
        Nothing(words.report_form_grade_rate()),
        Indicator("quality-loss-rate"),
        Indicator("new-product-rate"),
        Indicator("energy-intensity"),
        Indicator("energy-fall"),
        Indicator("injury-rate"),
        Indicator("budget-execution"),
        Indicator("programme-spending"),
        Indicator("donation-growth"),
    ];
    let market = vec![
        Indicator("market-share"),
        Indicator("customer-satisfaction"),
        Indicator("customer-loyalty"),
        Indicator("beneficiary-satisfaction"),
        Indicator("emission-compliance"),
        Nothing(words.report_form_by_product()),
    ];
    [
        (words.report_form_quality(), level),
        (words.report_form_economy(), economy),
        (words.report_form_market(), market),
    ]
}

/// The last three to five years; the form asks for three.
const YEARS: usize = 5;

fn table(draft: &mut Draft<'_>, title: &str, asked: &[Asked], whole: bool) {
    let words = draft.words;
    let all = years(draft);
    let years = &all[all.len().saturating_sub(YEARS)..];
    let mut rows: Vec<Row> = asked.iter().filter_map(|asked| row(draft, asked, years, whole)).collect();
    if whole || !rows.is_empty() {
        draft.heading(2, title);
    }
    let mut columns = vec![(words.report_figures_indicator().to_owned(), 34, Alignment::Start)];
    columns.extend(year_columns(years, &rows, 1));
    let rank = columns.len();
    if whole || rows.iter().any(|row| row.cells.get(rank).is_some_and(|rank| !rank.is_empty())) {
        columns.push((words.report_figures_rank().to_owned(), 10, Alignment::End));
    }
    if whole {
        columns.push((words.report_form_remark().to_owned(), 18, Alignment::Start));
    }
    for row in &mut rows {
        row.cells.truncate(columns.len());
    }
    draft.table_of(title, columns, rows);
}

/// None where the pack has no such indicator, or it is not meant for the applicant and nothing is entered.
fn row(draft: &Draft<'_>, asked: &Asked, years: &[i32], whole: bool) -> Option<Row> {
    let words = draft.words;
    let id = match asked {
        Nothing(_) if !whole => return None,
        Nothing(label) => {
            let mut cells = vec![String::new(); years.len() + 3];
            cells[0] = (*label).to_owned();
            cells[years.len() + 2] = words.report_form_no_field().to_owned();
            return Some(Row { weight: Weight::Plain, cells });
        }
        Indicator(id) => id,
    };
    let Some(Operand::Indicator(slot)) = draft.pack.operand(id) else {
        return None;
    };
    let reading = draft.results.indicators.get(slot.0)?;
    if !reading.has_figure() && (!whole || !reading.applies) {
        return None;
    }
    let slot = FigureSlot::Catalogue(slot);
    let (name, values) = rows_by_year(draft, &reading.series, slot, years);
    let rank = draft.assessment.figures.record(slot).and_then(|record| record.rank);
    let rank = rank.map_or_else(String::new, |(place, of)| [&place.to_string(), "/", &of.to_string()].concat());
    let remark = match (reading.has_figure(), reading.computed) {
        (false, _) => words.report_not_filled(),
        (true, true) => words.report_form_computed(),
        (true, false) => "",
    };
    let mut cells = vec![name];
    cells.extend(values);
    cells.extend([rank, remark.to_owned()]);
    Some(Row { weight: Weight::Plain, cells })
}
