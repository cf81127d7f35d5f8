//! The lines as a table whose heads sort it, some of them at a time.

use super::View;
use crate::desk::{Column, Line, Listing, State, Wanted};
use crate::language::{Words, codes, fill};
use crate::report::say;
use crate::ui::fields::{Entry, options, select};
use yew::prelude::*;

/// Rows on one page: with more a page has more nodes than a slow computer lays out at once.
pub(super) const ROWS: usize = 50;

/// Sorts by the column whose head was pressed.
pub(super) fn sort(listing: &UseStateHandle<Listing>, word: &str) {
    if let Some(column) = Column::ALL.into_iter().find(|column| column.word() == word) {
        listing.set(listing.sorted_by(column));
    }
}

/// What is looked for, which lines are wanted, and how many those are.
pub(super) fn filters(view: &View<'_>, listing: &UseStateHandle<Listing>, shown: usize) -> Html {
    let words = view.kit.words();
    let wanted = Wanted::ALL
        .into_iter()
        .filter(|wanted| *wanted == Wanted::All || view.lines.iter().any(|line| wanted.takes(line)));
    let wanted = wanted.map(|wanted| Entry {
        value: wanted.code().to_owned(),
        label: words.by_code(&codes::DESK_WANTED, wanted.code()).to_owned(),
        chosen: listing.wanted == wanted,
    });
    let choose = {
        let listing = listing.clone();
        move |value: String| {
            let wanted = Wanted::ALL.into_iter().find(|wanted| wanted.code() == value).unwrap_or_default();
            listing.set(Listing { wanted, ..(*listing).clone() });
        }
    };
    let oninput = {
        let listing = listing.clone();
        Callback::from(move |event: InputEvent| {
            let search = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            listing.set(Listing { search, ..(*listing).clone() });
        })
    };
    let told = [("n", &*shown.to_string()), ("all", &view.lines.len().to_string())];
    html! {
        <div class="row controls"><label for="desk-search">{ words.desk_search() }</label><input class="input short" id="desk-search" type="search" value={listing.search.clone()} {oninput} />
            <label for="desk-filter">{ words.desk_filter() }</label>{ select("desk-filter".to_owned(), "short", None, options(wanted), choose) }
            <span class="small" role="status">{ fill(words.desk_shown(), &told) }</span></div>
    }
}

fn head(words: &Words, column: Column) -> &'static str {
    match column {
        Column::File => words.desk_file(),
        Column::Organisation => words.desk_organisation(),
        Column::Code => words.desk_credit_code(),
        Column::Verdict => words.desk_verdict(),
        Column::Missing => words.desk_missing(),
        Column::Total => words.desk_total(),
        Column::Serious => words.desk_serious(),
        Column::Evidence => words.desk_evidence_files(),
    }
}

/// The table with the rows of one page.
pub(super) fn table(view: &View<'_>, listing: &Listing, shown: &[usize]) -> Html {
    let words = view.kit.words();
    if shown.is_empty() {
        return html! { <p>{ words.desk_nothing() }</p> };
    }
    let heads = Column::ALL.into_iter().map(|column| {
        let sort = match (listing.by == column, listing.down) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let class = if column.is_text() { "" } else { "r" };
        html! { <th scope="col" {class} aria-sort={sort}><button type="button" class="sort" data-sort={column.word()}>{ head(words, column) }</button></th> }
    });
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.desk_title()}><table class="lines">
            <thead><tr>{ for heads }<th scope="col">{ words.desk_marks() }</th></tr></thead>
            <tbody>{ for shown.iter().map(|at| row(view, *at, &view.lines[*at])) }</tbody></table></div>
    }
}

fn row(view: &View<'_>, at: usize, line: &Line) -> Html {
    let (words, language) = (view.kit.words(), view.kit.language);
    let count = |count: Option<usize>| count.map_or_else(String::new, |count| count.to_string());
    let evidence = match (line.evidence_present, line.evidence_files) {
        (Some(present), Some(named)) => [present.to_string(), named.to_string()].join("/"),
        (_, named) => count(named),
    };
    html! {
        <tr key={at}>
            <th scope="row"><button type="button" class="link" data-open={at.to_string()} aria-label={fill(words.desk_open_of(), &[("name", &line.file)])}>{ line.file.clone() }</button></th>
            <td>{ line.organisation.clone() }if !line.problem_text.is_empty() { <span class="small">{ line.problem_text.clone() }</span> }
                { for say::desk_paper(language, line).map(|paper| html! { <span class="small">{ paper }</span> }) }</td>
            <td>{ say::desk_code(language, line) }</td>
            <td>{ say::desk_verdict(language, line) }</td>
            <td class="r">{ count(line.missing) }</td>
            <td class="r">{ line.total.map_or_else(String::new, |total| total.to_string()) }</td>
            <td class="r">{ count(line.serious) }</td>
            <td class="r">{ evidence }</td>
            <td>{ marks(words, line) }</td>
        </tr>
    }
}

/// What deserves a look, in a word each.
pub(super) fn marks(words: &Words, line: &Line) -> Html {
    let unread = words.by_code(&codes::DESK_STATE, State::Unreadable.code());
    let all = [
        (line.state == State::Unreadable, "tag b", unread),
        (line.state == State::Altered, "tag b", words.desk_tag_altered()),
        (!line.same_code.is_empty(), "tag w", words.desk_tag_code()),
        (!line.shared.is_empty(), "tag w", words.desk_tag_shared()),
        (line.is_too_long(), "tag w", words.desk_tag_long()),
    ];
    let marked = all.into_iter().filter(|(there, ..)| *there);
    html! { <span class="tags">{ for marked.map(|(_, class, text)| html! { <span {class}>{ text }</span> }) }</span> }
}

/// Which page of the table this is, with the ways to the others; nothing where all fit on one.
pub(super) fn turning(words: &Words, page: usize, pages: usize) -> Html {
    if pages < 2 {
        return Html::default();
    }
    let told = fill(words.desk_page_of(), &[("page", &(page + 1).to_string()), ("pages", &pages.to_string())]);
    html! {
        <div class="row controls"><button type="button" class="btn" data-act="before" disabled={page == 0}>{ words.desk_before() }</button>
            <span class="small" role="status">{ told }</span>
            <button type="button" class="btn" data-act="after" disabled={page + 1 >= pages}>{ words.desk_after() }</button></div>
    }
}
