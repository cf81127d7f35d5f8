//! The clauses of a pack as a report names them: by number and by title, in every language of the pack.

use super::heading::Heading;
use super::likeness::{Known, of_titles, set};
use crate::criteria::{CategorySlot, ItemSlot, Pack};
use std::collections::BTreeSet;

/// What a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Item(ItemSlot),
    Category(CategorySlot),
    Overview,
}

/// Titles of the overview of the organisation, as reports have them.
const OVERVIEW: &[&str] = &[
    "组织概述",
    "组织概况",
    "组织简介",
    "组织描述",
    "企业概述",
    "企业概况",
    "企业简介",
    "公司概述",
    "公司概况",
    "公司简介",
    "单位概况",
    "单位简介",
    "单位概述",
    "申报单位概况",
    "申报组织概述",
    "概述",
    "概况",
    "简介",
    "organisational profile",
    "organizational profile",
    "organisation profile",
    "organization profile",
    "profile of the organisation",
    "company profile",
    "organisation overview",
    "organisational overview",
    "organizational overview",
    "company overview",
    "overview",
    "profile",
    "about us",
    "about the organisation",
];

/// From this likeness on a title stands for another one.
const LIKE: f64 = 0.6;
/// From this likeness on a title does not contradict the number before it.
const RELATED: f64 = 0.3;
/// By how much figures count at most, against and for.
const FIGURES: (f64, f64) = (0.6, 1.6);

struct Title {
    /// Without marks and spaces.
    plain: String,
    words: BTreeSet<String>,
    named: Named,
}

impl Title {
    fn new(title: &str, named: Named) -> Title {
        Title {
            plain: plain(title),
            words: set(title),
            named,
        }
    }
}

pub(super) struct Titles<'a> {
    pack: &'a Pack,
    known: Vec<Title>,
    /// What each item is about.
    about: Known,
}

impl<'a> Titles<'a> {
    pub(super) fn new(pack: &'a Pack) -> Titles<'a> {
        let mut known: Vec<Title> = OVERVIEW.iter().map(|title| Title::new(title, Named::Overview)).collect();
        let mut about = vec![String::new(); pack.items().len()];
        for words in pack.languages().map(|language| pack.words(language)) {
            known.extend(
                pack.categories()
                    .map(|(slot, category)| Title::new(words.category(&category.id), Named::Category(slot))),
            );
            for (at, (slot, item)) in pack.items().enumerate() {
                known.push(Title::new(words.item(&item.id), Named::Item(slot)));
                let prompts = item
                    .prompts
                    .iter()
                    .flat_map(|prompt| [words.prompt_name(&item.id, &prompt.id), words.prompt(&item.id, &prompt.id)]);
                let all: Vec<&str> = [words.item(&item.id); 4].into_iter().chain(prompts).collect();
                about[at].push_str(&all.join(" "));
                about[at].push(' ');
            }
        }
        known.retain(|title| !title.plain.is_empty());
        Titles {
            pack,
            known,
            about: Known::new(&about),
        }
    }

    /// Whether it is the very title of something.
    pub(super) fn is_title(&self, title: &str) -> bool {
        self.exact(title).is_some()
    }

    /// What has this very title.
    pub(super) fn exact(&self, title: &str) -> Option<Named> {
        let title = plain(title);
        self.known.iter().find(|known| known.plain == title).map(|known| known.named)
    }

    /// What a number stands for: an item by its own or one below it, a category by what its items begin with.
    pub(super) fn numbered(&self, number: &[u32]) -> Option<Named> {
        let parts = |number: &str| number.split('.').filter_map(|part| part.parse().ok()).collect::<Vec<u32>>();
        let item = self.pack.items().find(|(_, item)| {
            let own = parts(&item.number);
            own.len() > 1 && number.starts_with(&own)
        });
        item.map(|(slot, _)| Named::Item(slot)).or_else(|| {
            let of = |slot: CategorySlot| self.pack.items_of(slot).next().map(|item| parts(&self.pack.item(item).number));
            let begins = |slot: CategorySlot| {
                of(slot).is_some_and(|first| {
                    let own = first.get(..first.len().saturating_sub(1)).unwrap_or_default();
                    // 4.1 itself, and 4.1.1 that comes before the first item.
                    own.len() > 1 && number.starts_with(own) && number.len() <= first.len()
                })
            };
            self.pack.categories().map(|(slot, _)| slot).find(|slot| begins(*slot)).map(Named::Category)
        })
    }

    /// Whether the title behind a number speaks for what the number stands for: it is empty, or shares words with its title.
    pub(super) fn agrees(&self, named: Named, heading: &Heading<'_>) -> bool {
        let (words, plain) = (set(heading.title), plain(heading.title));
        let mut titles = self.known.iter().filter(|known| known.named == named);
        heading.title.is_empty() || titles.any(|known| of_titles(&known.words, &words) >= RELATED || plain.contains(&known.plain))
    }

    /// What has a title like this one, of items within a category where one is given.
    pub(super) fn like(&self, title: &str, within: Option<CategorySlot>) -> Option<Named> {
        let is_within = |named: Named| match (named, within) {
            (Named::Item(slot), Some(category)) => self.pack.category_of(slot) == category,
            (_, within) => within.is_none(),
        };
        let words = set(title);
        let known = self.known.iter().filter(|known| is_within(known.named));
        let likeness = known.map(|known| (of_titles(&known.words, &words), known.named));
        let best = likeness.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
        (best.0 >= LIKE).then_some(best.1)
    }

    /// How like a text is to what each item asks for, by the order of the pack; none of items outside a category that is given. Results are told in figures, of which the text
    /// has so many times as many as the whole report.
    pub(super) fn likeness(&self, text: &str, within: Option<CategorySlot>, figures: f64) -> Vec<Option<f64>> {
        let of_results = |slot: ItemSlot| self.pack.results_items().any(|item| item == slot);
        let weighed = |(slot, likeness): (ItemSlot, f64)| {
            let told = if of_results(slot) { figures } else { figures.recip() };
            let is_within = within.is_none_or(|category| self.pack.category_of(slot) == category);
            is_within.then_some(likeness * told.clamp(FIGURES.0, FIGURES.1))
        };
        let slots = self.pack.items().map(|(slot, _)| slot);
        slots.zip(self.about.likeness(text)).map(weighed).collect()
    }
}

/// A title in small letters, without marks, spaces and the article.
fn plain(title: &str) -> String {
    let plain: String = title.chars().filter(|mark| mark.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    plain.strip_prefix("the").map(str::to_owned).unwrap_or(plain)
}
