//! The organisation's profile: what the application form and the organisation overview ask for, the controlled units, and the summary
//! of the management model.

mod units;

use crate::assessment::{Action, Division, Field, LegalStatus, Organisation, ProfileText, Quantity, kept_code, text};
use crate::criteria::Kind;
use crate::eligibility::{Doubt, read_code, size_class};
use crate::findings::{ProfileDoubt, characters, quantity_doubt, text_doubt};
use crate::indicators::{Refusal, read_quantity};
use crate::language::{Language, codes, fill, grouped};
use crate::report::say;
use crate::ui::fields::{Choose, DateSlot, Entry, KeptInput, TextField, Written, choice, date_field, options, select};
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::source_note;
use crate::ui::route::Route;
use yew::prelude::*;

pub fn organisation_page(kit: &Kit, organisation: &Organisation, id: &str) -> Html {
    let words = kit.words();
    let field = |field: ProfileText| text_field(kit, organisation, field);
    let fields = |list: &[ProfileText]| list.iter().map(|&name| field(name)).collect::<Html>();
    use ProfileText as P;
    html! {
        <main class="page wide" key="organisation" onclick={units::acts(kit)}><div class="stack">
            <div class="stack-s"><h1>{ words.organisation_title() }</h1><p class="small">{ words.organisation_intro() }</p>
                <div class="row"><span class="small">{ words.start_offer() }</span><a class="btn" href={Route::Report { id: id.to_owned() }.href()}>{ words.start_title() }</a></div></div>
            <section class="sheet stack" aria-labelledby="basic">
                <h2 id="basic">{ words.organisation_basic() }</h2>
                <div class="form">
                    { field(P::Name) }
                    { labelled("profile-kind-0", say::profile_label(kit.language, "kind"), kind_choice(kit, organisation.kind)) }
                    { credit_code(kit, organisation) }
                    { labelled("profile-registration_date", say::profile_label(kit.language, "registration_date"),
                        date_field(kit, "profile-registration_date".to_owned(), organisation.registration_date, DateSlot::Registration, None)) }
                    { labelled("profile-registration_place", say::profile_label(kit.language, "registration_place"),
                        place_field(kit, "profile-registration_place", organisation.registration_place, None)) }
                    { labelled("profile-legal_status-0", say::profile_label(kit.language, "legal_status"), legal_status_choice(kit, "profile-legal_status-0", organisation.legal_status)) }
                    { fields(&[P::RegisteredAddress, P::Postcode, P::EconomicType, P::Industry, P::LegalRepresentative, P::LegalRepresentativePhone, P::TopManager, P::TopManagerPhone]) }
                    { fields(&[P::QualityBody, P::QualityHead, P::QualityPhone]) }
                </div>
            </section>
            <section class="sheet stack" aria-labelledby="size">
                <h2 id="size">{ words.organisation_size() }</h2>
                <div class="form">
                    { labelled("profile-sector", say::profile_label(kit.language, "sector"), sector_field(kit, organisation)) }
                    { for [Quantity::Staff, Quantity::Revenue, Quantity::Assets].into_iter().map(|quantity| quantity_field(kit, organisation, quantity)) }
                    { fields(&[P::StaffManagers, P::StaffQuality, P::StaffTechnical]) }
                </div>
                { size(kit, organisation) }
            </section>
            <section class="sheet stack" aria-labelledby="contact">
                <h2 id="contact">{ words.organisation_contact() }</h2>
                <div class="form">
                    { fields(&[P::ContactDepartment, P::ContactPerson, P::ContactAddress, P::ContactPostcode, P::ContactPhone, P::ContactMobile, P::ContactEmail]) }
                </div>
            </section>
            <section class="sheet stack" aria-labelledby="record">
                <h2 id="record">{ words.organisation_record() }</h2>
                <div class="form one">
                    { fields(&[P::Certificates, P::Honours, P::Products, P::Customers, P::Suppliers, P::Competitors, P::SupervisionChecks, P::Compliance]) }
                </div>
            </section>
            <section class="sheet stack" aria-labelledby="overview">
                <div class="title"><h2 id="overview">{ words.organisation_overview() }</h2>{ overview_length(kit, organisation) }</div>
                <p class="small">{ words.organisation_overview_intro() }</p>
                <div class="form one">{ fields(&P::OVERVIEW) }</div>
            </section>
            <section class="sheet stack" aria-labelledby="model">
                <div class="stack-s"><h2 id="model">{ words.organisation_model() }</h2><p class="small">{ words.organisation_model_intro() }</p></div>
                <div class="form one">{ fields(&P::MODEL) }</div>
            </section>
            { units::list(kit, organisation) }
        </div></main>
    }
}

fn labelled(id: &str, label: &str, field: Html) -> Html {
    html! { <div class="field"><label for={id.to_owned()}>{ label.to_owned() }</label>{ field }</div> }
}

fn text_field(kit: &Kit, organisation: &Organisation, field: ProfileText) -> Html {
    let id = format!("profile-{}", field.key());
    let lines = field.lines();
    let checked = matches!(
        field,
        ProfileText::Postcode | ProfileText::ContactPostcode | ProfileText::ContactMobile | ProfileText::ContactEmail
    );
    let described_by = checked.then(|| AttrValue::from(["doubt-", &id].concat()));
    html! {
        <div key={field.key()} class={classes!("field", (lines > 1).then_some("broad"))}>
            <label for={id.clone()}>{ say::profile_label(kit.language, field.key()) }</label>
            <TextField key={id.clone()} id={id.clone()} slot={Field::Profile(field)} value={organisation.text(field).clone()} {lines} {described_by} />
            if checked { { doubt_note(kit.language, &id, text_doubt(organisation, field)) } }
        </div>
    }
}

/// The credit code with what its characters say.
fn credit_code(kit: &Kit, organisation: &Organisation) -> Html {
    let value = organisation.text(ProfileText::CreditCode);
    let read = read_code(organisation);
    let (class, told) = match &read {
        None => ("", None),
        Some(Ok(code)) => {
            let region = code.region().map(|region| say::region(kit.language, region)).unwrap_or_default();
            (
                "good",
                Some(fill(
                    kit.words().organisation_code_read(),
                    &[("region", &region), ("body", say::body(kit.language, code.body()))],
                )),
            )
        }
        Some(Err(doubt @ Doubt::CodeOfXiamen { .. })) => ("", Some(say::doubt(kit.language, doubt))),
        Some(Err(doubt)) => ("problem", Some(say::doubt(kit.language, doubt))),
    };
    // On leaving the field, so that nothing moves while it is typed into.
    let store = kit.store.clone();
    let tidy = Callback::from(move |event: FocusEvent| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let written = text(input.value());
        let kept = kept_code(written.clone());
        if kept != written {
            input.set_value(&kept);
            store.dispatch(Action::Profile(ProfileText::CreditCode, kept));
        }
    });
    html! {
        <div class="field" onfocusout={tidy}>
            <label for="profile-credit_code">{ say::profile_label(kit.language, "credit_code") }</label>
            <TextField key="profile-credit_code" id="profile-credit_code" slot={Field::Profile(ProfileText::CreditCode)} value={value.clone()} invalid={class == "problem"} described_by="credit-code-read" />
            <small id="credit-code-read" {class}>{ told.unwrap_or_default() }</small>
        </div>
    }
}

fn quantity_field(kit: &Kit, organisation: &Organisation, quantity: Quantity) -> Html {
    let id = format!("profile-{}", quantity.key());
    let kept = organisation.quantity(quantity);
    let shown = kept.map(|value| value.to_string()).unwrap_or_default();
    let (kit, earlier) = (kit.clone(), shown.clone());
    let label = say::profile_label(kit.language, quantity.key());
    let language = kit.language;
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let (words, text) = (kit.words(), say::on_one_line(kit.language, &input.value()));
        let tell = |sentence: &str, value: &str| fill(sentence, &[("field", label), ("text", &text), ("value", value)]);
        match read_quantity(&input.value(), quantity) {
            Ok(read) => {
                let value = read.map(|read| read.value);
                if let Some(read) = read.filter(|read| read.converted || read.cut) {
                    let sentence = if read.cut {
                        words.field_number_cut()
                    } else {
                        words.field_number_understood()
                    };
                    kit.notify.emit(Notice::good(tell(sentence, &grouped(read.value))).of_typed());
                }
                // Also where it is the value that is kept already, written otherwise.
                input.set_value(&value.map(|value| value.to_string()).unwrap_or_default());
                kit.store.dispatch(Action::Quantity(quantity, value));
            }
            Err(refusal) => {
                let sentence = match refusal {
                    Refusal::AmbiguousMultiplier | Refusal::Currency | Refusal::OtherUnit => words.field_number_ambiguous(),
                    _ => words.field_number_refused(),
                };
                input.set_value(&earlier);
                kit.notify.emit(Notice::bad(tell(sentence, "")).of_typed());
            }
        }
    });
    let note = quantity_doubt(organisation, quantity);
    let field = html! { <>
        <KeptInput id={id.clone()} written={Written::Number} value={shown} described_by={["doubt-", &id].concat()} {onchange} />
        { doubt_note(language, &id, note) }
    </> };
    labelled(&id, say::profile_label(language, quantity.key()), field)
}

/// What is doubtful about a field, under it; its element is always there, so that it can describe the field.
fn doubt_note(language: Language, id: &str, doubt: Option<ProfileDoubt>) -> Html {
    html! { <small id={["doubt-", id].concat()}>{ doubt.map(|doubt| say::profile_doubt(language, doubt)).unwrap_or_default() }</small> }
}

/// The size class the figures give, with the source of its bounds.
fn size(kit: &Kit, organisation: &Organisation) -> Html {
    let sectors = &kit.pack.structure().size;
    let Some(sector) = organisation.sector.as_ref().and_then(|id| sectors.iter().find(|sector| *sector.id == **id)) else {
        return Html::default();
    };
    let words = kit.words();
    let told = match size_class(sector, organisation) {
        Some(class) => fill(words.organisation_size_class(), &[("class", say::size_class(kit.language, class))]),
        None => {
            let needed: Vec<&str> = sector
                .bounds
                .iter()
                .map(|bounds| say::profile_label(kit.language, bounds.measure.word()))
                .collect();
            fill(words.organisation_size_needs(), &[("measures", &needed.join(words.list_separator()))])
        }
    };
    html! { <p class="told"><span>{ told }</span> { source_note(kit, &format!("size/{}", sector.id)) }</p> }
}

fn overview_length(kit: &Kit, organisation: &Organisation) -> Html {
    let written: usize = ProfileText::OVERVIEW.iter().map(|&topic| characters(organisation.text(topic))).sum();
    html! { <span class="pts small">{ fill(kit.words().characters(), &[("n", &written.to_string())]) }</span> }
}

fn kind_choice(kit: &Kit, kind: Option<Kind>) -> Html {
    let kinds = Kind::ALL;
    let options = kinds.map(|kind| Choose {
        label: say::kind(kit.language, kind),
        action: Action::Kind(Some(kind)),
        tone: "",
    });
    let chosen = kind.and_then(|kind| kinds.iter().position(|&other| other == kind));
    let choice = choice(kit, "profile-kind-0", say::profile_label(kit.language, "kind"), options.into(), chosen);
    html! { <>{ choice }{ kind_note(kit, kind) }</> }
}

/// That items and prompts depend on the kind, and how many items do not apply; nothing where the pack has no such ones.
fn kind_note(kit: &Kit, kind: Option<Kind>) -> Html {
    let words = kit.words();
    let items = || kit.pack.items().map(|(_, item)| item);
    if !items().any(|item| !item.applies_to.is_empty() || item.prompts.iter().any(|prompt| !prompt.applies_to.is_empty())) {
        return Html::default();
    }
    let absent = items().filter(|item| !Kind::among(kind, &item.applies_to)).count();
    let told = kind.filter(|_| absent > 0).map(|kind| {
        let (kind, n) = (say::kind(kit.language, kind), absent.to_string());
        fill(words.term_not_applicable_count(), &[("kind", kind), ("n", &n)])
    });
    html! { <small>{ words.organisation_kind_note() }{ " " }{ told.unwrap_or_default() }</small> }
}

pub fn legal_status_choice(kit: &Kit, id: &str, status: Option<LegalStatus>) -> Html {
    let statuses = [LegalStatus::LegalPerson, LegalStatus::UnitOfLegalPerson, LegalStatus::NotLegalPerson];
    let options = statuses.map(|status| Choose {
        label: say::legal_status(kit.language, status),
        action: Action::LegalStatus(Some(status)),
        tone: "",
    });
    let chosen = status.and_then(|status| statuses.iter().position(|&other| other == status));
    choice(kit, id, say::profile_label(kit.language, "legal_status"), options.into(), chosen)
}

/// Place of registration: Beijing and its districts first, then the other provinces. A place read from a file that the
/// list does not have is shown as it is, never dropped.
pub fn place_field(kit: &Kit, id: &str, place: Option<Division>, label: Option<String>) -> Html {
    let words = kit.words();
    let chosen = place.map(Division::code);
    let listed = |code: &str| words.has_code(&codes::REGION, code) || code.ends_with("0000") && words.has_code(&codes::REGION, &code[..2]);
    let beijing = (1..=19).map(|district| format!("1101{district:02}")).filter(|code| listed(code));
    let beijing = std::iter::once("110000".to_owned()).chain(beijing);
    let others = (12..=82).map(|province| format!("{province}0000")).filter(|code| listed(code));
    let others = others.chain(chosen.clone().filter(|code| !listed(code)));
    let entry = |code: String| Entry {
        label: Division::parse(&code).map_or_else(|| code.clone(), |division| say::region(kit.language, division)),
        chosen: chosen.as_ref() == Some(&code),
        value: code,
    };
    let content = html! {
        <>
            <option value="" selected={chosen.is_none()}>{ words.not_chosen() }</option>
            <optgroup label={words.organisation_beijing()}>{ options(beijing.map(entry)) }</optgroup>
            <optgroup label={words.organisation_other_places()}>{ options(others.map(entry)) }</optgroup>
        </>
    };
    let store = kit.store.clone();
    select(id.to_owned(), "", label, content, move |code| {
        store.dispatch(Action::RegistrationPlace(Division::parse(&code)))
    })
}

fn sector_field(kit: &Kit, organisation: &Organisation) -> Html {
    let chosen = organisation.sector.as_deref();
    let none = Entry {
        value: String::new(),
        label: kit.words().not_chosen().to_owned(),
        chosen: chosen.is_none(),
    };
    let sectors = kit.pack.structure().size.iter().map(|sector| Entry {
        value: sector.id.clone(),
        label: kit.pack_words().sector(&sector.id).to_owned(),
        chosen: chosen == Some(sector.id.as_str()),
    });
    let store = kit.store.clone();
    select(
        "profile-sector".to_owned(),
        "",
        None,
        options(std::iter::once(none).chain(sectors)),
        move |id| {
            store.dispatch(Action::Sector((!id.is_empty()).then(|| id.as_str().into())));
        },
    )
}
