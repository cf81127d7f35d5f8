//! What the figures say: series, level, change, trend, steadiness, comparison, placement, years that stand out, and numbers as
//! people write them.
//!
//! Pure statistics, direction-aware, and the same bits in the page and on the command line. Shares are numbers around 1, never
//! per cent. Where a statistic is not defined the result is none, never zero. [`read_results`] applies them to an assessment under
//! its pack, and `sheet/` reads and writes them as cells; these parts alone know packs and assessments. Must not know: text shown, JSON, the clock, the browser.

mod arithmetic;
mod change;
mod comparison;
mod direction;
mod kendall;
mod level;
mod number;
mod outlier;
mod placement;
mod quantity;
mod results;
mod series;
mod share_of_one;
mod sheet;
mod statistics;
mod steadiness;
mod theil_sen;
mod tolerance;
mod trend;
mod typed;
mod unit_slip;

pub use arithmetic::{median, median_deviation};
pub use change::{Change, compound_rate, since_first, since_previous};
pub use comparison::{Comparison, Course, Standing, compare, standing};
pub use direction::Direction;
pub use kendall::MannKendall;
pub use level::{Attained, Level, Target, against, against_target, attained};
pub use number::{Measure, Reading, Refusal, Share, read_number, read_number_in};
pub use outlier::{Outlier, Scale, modified_z_scores, outlying_years, sudden_steps};
pub use placement::{Placement, RankFault, placement};
pub use quantity::{QuantityReading, read_quantity};
pub use results::{
    AreaReading, FactorHint, FigureDoubt, FigureFinding, Glance, Hint, HintReason, IndicatorReading, ItemReading, Mark, OriginReading, OriginsReading,
    Reference, Results, Subject, evaluate, read_origins, read_results,
};
pub use series::{Series, SeriesFault};
pub use share_of_one::{
    Arriving, arrive_as_shares, arrive_finer, decimals_in_percent, decimals_shown, is_in_percent, is_share_beside, may_be_shares, own_percent_decimals,
    percent_decimals,
};
pub use sheet::{Block, Cell, CellColumn, CellRow, Pasted, Written, block_cells, block_text, clear_cells, copy_cells, paste_cells, pasted_lines, plain_number};
pub use statistics::{Figures, Statistics, statistics};
pub use steadiness::{coefficient_of_variation, relative_residual_spread, residual_spread};
pub use theil_sen::{Line, theil_sen};
pub use tolerance::{FLAT_WITHIN, LEVEL_WITH};
pub use trend::{Evidence, Judgement, Trend, trend};
pub use unit_slip::{UnitSlip, unit_slips};
