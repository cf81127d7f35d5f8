//! A line of text that nothing takes over until a button asks for it by its id: what is typed stays, however often the page around it
//! is drawn meanwhile.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct AskedFieldProps {
    pub id: &'static str,
    /// What stands there at first.
    pub value: AttrValue,
    #[prop_or("input")]
    pub class: &'static str,
}

#[component]
pub fn AskedField(props: &AskedFieldProps) -> Html {
    let typed = use_state(|| props.value.clone());
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value().into()))
    };
    html! { <input class={props.class} id={props.id} maxlength="80" value={(*typed).clone()} autocomplete="off" {oninput} /> }
}
