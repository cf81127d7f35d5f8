//! What is missing, each a link to the field where it can be mended, and the lengths with their limits and where those
//! come from.

use crate::assessment::Assessment;
use crate::findings::{Finding, grouped, lengths};
use crate::report::say;
use crate::ui::kit::Kit;
use crate::ui::parts::{place_field, place_route, source_note, wanted_link};
use yew::prelude::*;

pub(super) fn lengths_table(kit: &Kit, assessment: &Assessment) -> Html {
    let words = kit.words();
    let limits = &kit.pack.structure().limits;
    let rows = lengths(&kit.pack, assessment).into_iter().map(|length| {
        let limit = &limits[length.limit];
        let class = if length.written > length.allowed { "tag b" } else { "tag g" };
        let told = if length.written > length.allowed { words.length_over() } else { words.length_within() };
        html! {
            <tr key={limit.id.clone()}><th scope="row">{ kit.pack_words().limit(&limit.id).to_owned() }</th><td class="r">{ format!("{} / {}", length.written, length.allowed) }</td>
                <td><span {class}>{ told }</span></td><td>{ source_note(kit, &format!("limit/{}", limit.id)) }</td></tr>
        }
    });
    html! { <div class="scroll" tabindex="0" role="group" aria-label={words.lengths_title()}><table><thead><tr><th scope="col">{ words.lengths_title() }</th><th scope="col" class="r">{ words.lengths_characters() }</th><th scope="col"><span class="hidden">{ words.lengths_state() }</span></th><th scope="col">{ words.lengths_origin() }</th></tr></thead><tbody>{ for rows }</tbody></table></div> }
}

pub(super) fn findings_list(kit: &Kit, assessment: &Assessment, id: &str, found: &[Finding]) -> Html {
    let line = |finding: &Finding| {
        let address = place_route(kit, assessment, id, finding.place()).href();
        let field = place_field(kit, finding).unwrap_or_default();
        html! { <li><a href={address} data-wanted={field}>{ say::finding(&kit.pack, kit.language, finding) }</a></li> }
    };
    // What one item lacks stands together, under its name where it is more than one thing.
    let lines = grouped(found).into_iter().map(|group| match (group.item, group.findings.as_slice()) {
        (_, [finding]) | (None, [finding, ..]) => line(finding),
        (Some(slot), several) => {
            let lines = several.iter().map(|finding| line(finding));
            html! { <li><b>{ say::item_name(&kit.pack, kit.language, slot) }</b><ul class="jumps">{ for lines }</ul></li> }
        }
        (None, []) => Html::default(),
    });
    html! { <ul class="jumps" onclick={wanted_link()}>{ for lines }</ul> }
}
