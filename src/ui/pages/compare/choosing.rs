//! What to compare with: a file, another assessment of this device, or the targets; and what is being compared with now.

use super::other::Other;
use super::{Chosen, ComparePageProps, INPUT};
use crate::archive::{About, Plan, Proposal};
use crate::assessment::ProfileText;
use crate::browser::compared::Compared;
use crate::browser::storage::Card;
use crate::browser::versions::Version;
use crate::language::fill;
use crate::report::say;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::Kit;
use crate::ui::pages::versions::called;
use crate::ui::parts::{day_and_time, moment};
use crate::ui::route::Route;
use yew::prelude::*;

/// What of this device there is to choose from.
pub(super) struct Choices<'a> {
    /// The other assessments.
    pub cards: &'a [Card],
    /// Earlier versions of this one.
    pub former: &'a [Version],
}

pub(super) fn choosing(kit: &Kit, props: &ComparePageProps, chosen: &Chosen, choices: &Choices<'_>, choose: &Callback<Compared>) -> Html {
    let words = kit.words();
    let targets = props.assessment.improvement.targets.iter().any(Option::is_some);
    html! {
        <section class="sheet stack-s choosing" aria-labelledby="choose"><h2 id="choose">{ words.compare_choose() }</h2>
            <div class="row"><button type="button" class="btn main" data-act="pick" aria-controls={INPUT}>{ words.compare_pick() }</button>
                if !choices.former.is_empty() { { former(kit, chosen, choices.former, choose) } }
                if !choices.cards.is_empty() { { device(kit, chosen, choices.cards, choose) } }
                <button type="button" class="btn" data-act="targets" disabled={!targets}>{ words.compare_targets() }</button>
                if !targets { <span class="small">{ words.compare_targets_none() }{ " " }<a href={Route::Next { id: props.id.to_string() }.href()}>{ words.compare_targets_set() }</a></span> }</div>
            <p class="small muted">{ words.compare_drop() }</p>
            { for chosen.trouble.iter().map(|sentence| html! { <p class="problem" role="alert">{ sentence.clone() }</p> }) }
            { for chosen.shown.iter().map(|(compared, other)| present(kit, props, compared, other.as_deref())) }
        </section>
    }
}

fn former(kit: &Kit, chosen: &Chosen, all: &[Version], choose: &Callback<Compared>) -> Html {
    let words = kit.words();
    let here = match &chosen.shown {
        Some((Compared::Version(at), _)) => Some(*at),
        _ => None,
    };
    let none = Entry {
        value: String::new(),
        label: words.versions_choose_none().to_owned(),
        chosen: here.is_none(),
    };
    let entries = all.iter().map(|version| {
        let when = day_and_time(kit.language, version.at);
        let values = [("when", &*when), ("points", &version.points), ("what", &called(words, version))];
        Entry {
            value: version.at.to_string(),
            label: fill(words.versions_entry(), &values),
            chosen: here == Some(version.at),
        }
    });
    let choose = choose.clone();
    let entries = options(std::iter::once(none).chain(entries));
    select(
        "compare-version".to_owned(),
        "short",
        Some(words.versions_choose().to_owned()),
        entries,
        move |at| {
            if let Ok(at) = at.parse() {
                choose.emit(Compared::Version(at));
            }
        },
    )
}

fn device(kit: &Kit, chosen: &Chosen, cards: &[Card], choose: &Callback<Compared>) -> Html {
    let words = kit.words();
    let here = match &chosen.shown {
        Some((Compared::Device(id), _)) => Some(&**id),
        _ => None,
    };
    let none = Entry {
        value: String::new(),
        label: words.compare_device_none().to_owned(),
        chosen: here.is_none(),
    };
    let entries = cards.iter().map(|card| {
        let name = if card.name.trim().is_empty() {
            words.unnamed_organisation()
        } else {
            card.name.trim()
        };
        let values = [("name", name), ("points", &card.points), ("date", &moment(kit.language, card.modified))];
        Entry {
            value: card.id.clone(),
            label: fill(words.compare_device_entry(), &values),
            chosen: here == Some(&card.id),
        }
    });
    let choose = choose.clone();
    let entries = options(std::iter::once(none).chain(entries));
    select(
        "compare-device".to_owned(),
        "short",
        Some(words.compare_device().to_owned()),
        entries,
        move |id| {
            if !id.is_empty() {
                choose.emit(Compared::Device(id.as_str().into()));
            }
        },
    )
}

/// What is compared with now, and what is to be known of it.
fn present(kit: &Kit, props: &ComparePageProps, compared: &Compared, other: Option<&Other>) -> Html {
    let words = kit.words();
    let name = other.map(|other| {
        let organisation = other.brought.project.assessment.organisation.text(ProfileText::Name).trim().to_owned();
        let organisation = if organisation.is_empty() {
            words.unnamed_organisation().to_owned()
        } else {
            organisation
        };
        if other.file.is_empty() {
            (organisation, None)
        } else {
            (other.file.clone(), Some(organisation))
        }
    });
    let heading = match &name {
        Some((name, _)) => fill(words.compare_against(), &[("name", &say::on_one_line(kit.language, name))]),
        None if *compared == Compared::Targets => words.compare_against_targets().to_owned(),
        None => return Html::default(),
    };
    let organisation = name.and_then(|(_, organisation)| organisation);
    html! {
        <div class="why stack-xs" id="compared"><div class="told"><b>{ heading }</b>
                { for organisation.map(|name| html! { <span>{ fill(words.compare_organisation(), &[("name", &name)]) }</span> }) }
                { for other.and_then(|other| whose(kit, props, other)) }
                if other.is_some_and(|other| other.brought.project.assessment.fictional) { <span class="tag">{ words.fictional() }</span> }</div>
            { for other.map(|other| origin(kit, other)) }
            <div class="row"><button type="button" class="btn" data-act="print">{ words.compare_print() }</button><button type="button" class="btn" data-act="word">{ words.compare_word() }</button>
                if other.is_some() { <button type="button" class="btn" data-act="tracked">{ words.compare_tracked() }</button> }
                <button type="button" class="btn quiet" data-act="stop">{ words.compare_stop() }</button>
                <a class="btn quiet" href={Route::Next { id: props.id.to_string() }.href()}>{ words.compare_next() }</a></div>
        </div>
    }
}

fn whose(kit: &Kit, props: &ComparePageProps, other: &Other) -> Option<Html> {
    let words = kit.words();
    let same = other.brought.project.assessment.organisation.is_same_as(&props.assessment.organisation)?;
    Some(match same {
        true => html! { <span class="tag">{ words.compare_of_same() }</span> },
        false => html! { <span class="tag w">{ words.compare_of_other() }</span> },
    })
}

/// By what criteria it was made, in a sentence; none where it is by the present ones.
pub(super) fn carried_note(kit: &Kit, other: &Other) -> Option<String> {
    let words = kit.words();
    let tag = kit.language.tag();
    let Some(carried) = &other.brought.carried else {
        return other.changed.then(|| words.compare_changed().to_owned());
    };
    let values = [
        ("theirs", other.theirs.words(tag).short()),
        ("own", kit.pack_words().short()),
        ("points", &carried.own.points.to_string()),
        ("max", &carried.own.max.to_string()),
    ];
    Some(fill(words.compare_carried(), &values))
}

/// The same, with what carrying it over has changed.
fn origin(kit: &Kit, other: &Other) -> Html {
    let changes = other.brought.carried.as_ref().map(|carried| changes(kit, other, &carried.plan));
    html! { <>{ for carried_note(kit, other).map(|told| html! { <p>{ told }</p> }) }{ for changes }</> }
}

fn changes(kit: &Kit, other: &Other, plan: &Plan) -> Html {
    // Conditions of eligibility are not compared.
    let proposals: Vec<&Proposal> = plan.proposals.iter().filter(|proposal| proposal.about == About::Item).collect();
    if proposals.is_empty() {
        return Html::default();
    }
    let (from, to, language) = (&other.theirs, &kit.pack, kit.language);
    html! {
        <details><summary>{ fill(kit.words().compare_carried_more(), &[("n", &proposals.len().to_string())]) }</summary>
            <ul class="list">{ for proposals.into_iter().map(|proposal| html! {
                <li><span class="tag">{ say::carry_kind(language, proposal.kind) }</span>{ " " }{ say::proposal(from, to, language, proposal) }
                    { for say::proposal_details(from, to, language, proposal).into_iter().map(|detail| html! { <div class="small">{ detail }</div> }) }</li>
            }) }</ul></details>
    }
}
