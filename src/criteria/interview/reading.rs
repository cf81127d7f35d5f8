//! How `interview.json` is read. Every member must be there unless it is an option.

use super::definition::{BandRule, FactorRules, FiguresTell, Interview, ItemQuestions, Question, QuestionKind, Requirement, RuleSet, Structured};
use crate::json::{FromJson, Place, from_members};

from_members! {
    RuleSet { id, factors }
    FactorRules { factor, told, bands }
    BandRule { band, when }
}

impl FromJson for Structured {
    fn from_json(place: Place<'_>) -> Structured {
        let mut file = place.object();
        Structured {
            header: [file.member("format"), file.member("version")],
            interview: Interview {
                questions: file.member("questions"),
                rules: file.member("rules"),
                items: file.member("items"),
                texts: Vec::new(),
            },
        }
    }
}

impl FromJson for Question {
    fn from_json(place: Place<'_>) -> Question {
        let mut question = place.object();
        Question {
            id: question.member("id"),
            kind: question.member("kind"),
            options: question.member_or_default("options"),
            most: question.member_or_default("most"),
            figures: question.member_or_default("figures"),
        }
    }
}

impl FromJson for QuestionKind {
    fn from_json(place: Place<'_>) -> QuestionKind {
        place.choice(&QuestionKind::ALL)
    }
}

impl FromJson for FiguresTell {
    fn from_json(place: Place<'_>) -> FiguresTell {
        place.choice(&FiguresTell::ALL)
    }
}

impl FromJson for ItemQuestions {
    fn from_json(place: Place<'_>) -> ItemQuestions {
        let mut item = place.object();
        ItemQuestions {
            item: item.member("item"),
            rules: item.member("rules"),
            questions: item.member("questions"),
            options: item.member_or_default("options"),
            worded: item.member_or_default("worded"),
        }
    }
}

impl FromJson for Requirement {
    fn from_json(place: Place<'_>) -> Requirement {
        let mut rule = place.object();
        let kinds = ["at_least", "chosen", "count", "share", "number", "years", "within", "any", "all"];
        let kind = rule.place("kind").word(&kinds);
        if let Some("any") = kind {
            return Requirement::Any { of: rule.member("of") };
        }
        if let Some("all") = kind {
            return Requirement::All { of: rule.member("of") };
        }
        let Some(kind) = kind else {
            rule.leave();
            return Requirement::All { of: Vec::new() };
        };
        let question = rule.member("question");
        match kind {
            "at_least" => Requirement::AtLeast {
                question,
                option: rule.member("option"),
            },
            "chosen" => Requirement::Chosen {
                question,
                option: rule.member("option"),
            },
            "count" => Requirement::Count {
                question,
                least: rule.member("least"),
            },
            "share" => Requirement::Share {
                question,
                percent: rule.member("percent"),
            },
            "number" => Requirement::Number {
                question,
                least: rule.member("least"),
            },
            "years" => Requirement::Years {
                question,
                least: rule.member("least"),
            },
            _ => Requirement::Within {
                question,
                months: rule.member("months"),
            },
        }
    }
}
