//! What has to be said before figures are taken over: the unit of those beside which none stands, whether a table whose title names a part is of the whole,
//! and which way is better for rows that become indicators of one's own. Each is asked once for a table, never for each cell.

use super::columns;
use super::picked::Picked;
use crate::criteria::Aim;
use crate::import::{NewOwn, PartNamed, Plan, UnitAsked};
use crate::language::{Language, fill};
use crate::ui::fields::{Entry, options};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The file after an answer; `place` is the table and what was asked: `0 unit 4 元`, `0 way 净利润`.
pub fn answered(picked: &Picked, place: &str, value: &str) -> Option<Picked> {
    let mut parts = place.splitn(3, ' ');
    let (table, what, of) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?);
    match what {
        "unit" => picked.with_unit(table, of, value),
        _ => picked.with_direction(table, of, Aim::ALL.into_iter().find(|aim| aim.word() == value)),
    }
}

pub fn questions(kit: &Kit, picked: &Picked, plan: &Plan) -> Html {
    let words = kit.words();
    // What the table says itself needs no answer.
    let is_asked = |own: &&NewOwn| {
        picked
            .sheets
            .get(own.spot.table)
            .is_some_and(|sheet| sheet.mapping.direction(&own.indicator.name).is_some())
    };
    let rows: Vec<&NewOwn> = plan.undecided.iter().chain(plan.own.iter().filter(is_asked)).collect();
    let title = fill(words.import_own_rows(), &[("n", &rows.len().to_string())]);
    html! {
        <>{ for plan.parts.iter().map(|part| of_part(kit, picked, part)) }
            { for plan.units.iter().map(|asked| unit(kit, picked, asked)) }
            if !rows.is_empty() {
                <details open={true}><summary>{ title.clone() }</summary>
                    <div class="scroll" tabindex="0" role="group" aria-label={title}><table><thead><tr><th scope="col">{ words.import_cell() }</th><th scope="col">{ words.import_indicator() }</th><th scope="col">{ words.grid_unit() }</th><th scope="col">{ words.grid_own_aim() }</th></tr></thead>
                        <tbody>{ for rows.into_iter().map(|own| direction(kit, picked, own)) }</tbody></table></div>
                </details>
            }</>
    }
}

fn table_name(kit: &Kit, picked: &Picked, table: usize) -> String {
    picked.book.tables.get(table).map_or_else(String::new, |table| columns::name(kit, table))
}

fn unit(kit: &Kit, picked: &Picked, asked: &UnitAsked) -> Html {
    let words = kit.words();
    let english = kit.language == Language::En;
    let cell = asked.cells.first().map_or_else(String::new, |spot| picked.book.cell_name(*spot));
    let (n, name, kept) = (asked.cells.len().to_string(), table_name(kit, picked, asked.table), asked.kept_in(english));
    let told = fill(words.import_unit_asked(), &[("n", &n), ("name", &name), ("cell", &cell), ("unit", &kept)]);
    let chosen = asked.answer.as_deref().unwrap_or_default();
    let open = std::iter::once((String::new(), words.import_unit_open().to_owned()));
    let units = asked.choices(english).into_iter().map(|unit| (unit.clone(), unit));
    let list = options(open.chain(units).map(|(value, label)| Entry {
        chosen: value == chosen,
        value,
        label,
    }));
    let place = [&asked.table.to_string(), " unit ", asked.family.as_str()].concat();
    html! { <div class="stack-xs"><p>{ told }</p><select class="input" data-asked={place} aria-label={words.import_unit_choice()}>{ list }</select></div> }
}

fn of_part(kit: &Kit, picked: &Picked, part: &PartNamed) -> Html {
    let words = kit.words();
    let whole = picked.sheets.get(part.table).is_some_and(|sheet| sheet.mapping.whole);
    let told = fill(
        words.import_part_named(),
        &[("title", &columns::in_words(kit, &part.title)), ("name", &table_name(kit, picked, part.table))],
    );
    let act = ["whole ", &part.table.to_string()].concat();
    html! { <div class="row"><span>{ told }</span><button type="button" class={classes!("btn", whole.then_some("main"))} aria-pressed={whole.to_string()} data-import={act}>{ words.import_part_whole() }</button></div> }
}

fn direction(kit: &Kit, picked: &Picked, own: &NewOwn) -> Html {
    let words = kit.words();
    let decided = picked.sheets.get(own.spot.table).and_then(|sheet| sheet.mapping.direction(&own.indicator.name));
    let open = Entry {
        value: String::new(),
        label: words.import_own_open().to_owned(),
        chosen: decided.is_none(),
    };
    let aims = Aim::ALL.into_iter().map(|aim| Entry {
        value: aim.word().to_owned(),
        label: match aim {
            Aim::Higher => words.grid_higher(),
            Aim::Lower => words.grid_lower(),
            Aim::Range => words.grid_range(),
        }
        .to_owned(),
        chosen: decided == Some(aim),
    });
    let name = columns::in_words(kit, &own.indicator.name);
    let label = fill(words.import_own_direction(), &[("name", &name)]);
    let place = [&own.spot.table.to_string(), " way ", &*own.indicator.name].concat();
    html! {
        <tr><td>{ picked.book.cell_name(own.spot) }</td><td>{ name }</td><td>{ columns::in_words(kit, &own.indicator.unit) }</td>
            <td><select class="input" data-asked={place} aria-label={label}>{ options(std::iter::once(open).chain(aims)) }</select></td></tr>
    }
}
