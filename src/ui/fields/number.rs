//! A field for a whole number; empty is unknown, never zero. What is no number is refused in one sentence, and the
//! earlier value stands.

use super::kept::{KeptInput, Written};
use crate::language::fill;
use crate::report::say;
use crate::typed::whole;
use crate::ui::kit::{Kit, Notice};
use yew::prelude::*;

/// The field. `refusal` is what the user is told when the number is not between 0 and `most`; it names the field, and `{text}` in it is
/// what was written.
pub fn number_field(kit: &Kit, id: String, value: Option<u64>, most: u64, refusal: String, set: impl Fn(Option<u64>) + 'static) -> Html {
    let (notify, language) = (kit.notify.clone(), kit.language);
    let shown = value.map(|value| value.to_string()).unwrap_or_default();
    let earlier = shown.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let written = input.value();
        match whole(&written).filter(|number| *number <= most) {
            None if !written.trim().is_empty() => {
                input.set_value(&earlier);
                let text = say::on_one_line(language, &written);
                notify.emit(Notice::bad(fill(&refusal, &[("text", &text)])).of_typed());
            }
            number => set(number),
        }
    });
    html! { <KeptInput {id} written={Written::Number} value={shown} {onchange} /> }
}
