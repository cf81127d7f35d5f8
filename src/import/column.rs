//! What a column of a table can mean.

/// The meaning of a column; with a year where it is about one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    pub meaning: Meaning,
    /// The year of values, benchmarks and reasons; none: the year stands in the row, or it is the last one.
    pub year: Option<i32>,
}

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What can stand in a column.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Meaning { $($(#[$doc])* $name,)* }

        impl Meaning {
            /// All of them, in the order they are offered in.
            pub const ALL: &'static [Meaning] = &[$(Meaning::$name,)*];

            /// The code that stands in what is remembered, and by which words are looked up.
            pub const fn code(self) -> &'static str {
                match self { $(Meaning::$name => $code,)* }
            }
        }
    };
}

meanings! {
    /// Not taken over.
    Skip = "skip",
    /// Id of the indicator or input.
    Id = "id",
    /// The printed number, such as `4.7.1-3`.
    Number = "number",
    Name = "name",
    /// Unit of the row's figures, where it is another than the indicator's.
    Unit = "unit",
    /// The year of the row, where there is a row per indicator and year.
    Year = "year",
    Value = "value",
    Target = "target",
    TargetLow = "target_low",
    TargetHigh = "target_high",
    Benchmark = "benchmark",
    Whose = "whose",
    BenchmarkName = "benchmark_name",
    Rank = "rank",
    RankOf = "rank_of",
    Origins = "origins",
    Evidence = "evidence",
    Projected = "projected",
    /// Whether the row holds values, targets or benchmarks, where there is a row for each.
    Kind = "kind",
    /// Computed by the formula instead of typed.
    Computed = "computed",
    /// Why a year has no value.
    Gap = "gap",
    /// Read for indicators that are added, as all below.
    Direction = "direction",
    Formula = "formula",
    /// Item and area.
    Clause = "clause",
    Decimals = "decimals",
    Low = "low",
    High = "high",
}

impl Meaning {
    /// The meaning of a code.
    pub fn from_code(code: &str) -> Option<Meaning> {
        Meaning::ALL.iter().copied().find(|meaning| meaning.code() == code)
    }
    /// Whether it is about a year.
    pub const fn has_year(self) -> bool {
        matches!(self, Meaning::Value | Meaning::Benchmark | Meaning::Gap)
    }
    /// Whether a figure in the indicator's unit stands there.
    pub const fn is_figure(self) -> bool {
        matches!(
            self,
            Meaning::Value | Meaning::Benchmark | Meaning::Target | Meaning::TargetLow | Meaning::TargetHigh | Meaning::Projected
        )
    }
    /// Whether it tells which indicator the row is about.
    pub const fn names(self) -> bool {
        matches!(self, Meaning::Id | Meaning::Number | Meaning::Name)
    }
    /// Whether it says something that is entered for an indicator.
    pub const fn is_entered(self) -> bool {
        !self.names() && !self.defines() && !matches!(self, Meaning::Skip | Meaning::Year | Meaning::Kind)
    }
    /// Whether it says what an indicator of one's own is.
    pub const fn defines(self) -> bool {
        matches!(
            self,
            Meaning::Unit | Meaning::Direction | Meaning::Formula | Meaning::Clause | Meaning::Decimals | Meaning::Low | Meaning::High
        )
    }
}

impl Column {
    pub const SKIP: Column = Column::plain(Meaning::Skip);

    /// Without a year.
    pub const fn plain(meaning: Meaning) -> Column {
        Column { meaning, year: None }
    }
    /// Of a year.
    pub const fn of(meaning: Meaning, year: i32) -> Column {
        Column { meaning, year: Some(year) }
    }
    /// As it is remembered: `value:2014`, `name`.
    pub fn code(self) -> String {
        match self.year {
            Some(year) => [self.meaning.code(), ":", &year.to_string()].concat(),
            None => self.meaning.code().to_owned(),
        }
    }
    /// Reads what [`Column::code`] wrote.
    pub fn from_code(code: &str) -> Option<Column> {
        match code.split_once(':') {
            None => Meaning::from_code(code).map(Column::plain),
            Some((meaning, year)) => {
                let (meaning, year) = (Meaning::from_code(meaning)?, year.parse().ok()?);
                (meaning.has_year() && (1..=9999).contains(&year)).then(|| Column::of(meaning, year))
            }
        }
    }
}
