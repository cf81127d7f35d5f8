//! The organisation's profile: what the application form and the organisation overview ask for.

use crate::assessment::{Action, Division, Field, Kind, LegalStatus, Organisation, ProfileText, Quantity};
use crate::criteria::Measure;
use crate::eligibility::{CreditCode, size_class};
use crate::findings::characters;
use crate::language::fill;
use crate::report::say;
use crate::ui::fields::{Choice, Choose, DateField, DateSlot, NumberField, TextField};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::SourceNote;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OrganisationPageProps {
    pub organisation: Rc<Organisation>,
}

#[component]
pub fn OrganisationPage(props: &OrganisationPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let organisation = &props.organisation;
    let field = |field: ProfileText| text_field(&kit, organisation, field);
    let fields = |list: &[ProfileText]| list.iter().map(|&name| field(name)).collect::<Html>();
    use ProfileText as P;
    html! {
        <main class="page wide"><div class="stack">
            <div class="stack-s"><h1>{ words.organisation_title }</h1><p class="small">{ words.organisation_intro }</p></div>
            <section class="sheet stack" aria-labelledby="basic">
                <h2 id="basic">{ words.organisation_basic }</h2>
                <div class="form">
                    { field(P::Name) }
                    { labelled("profile-kind-0", say::profile_label(kit.language, "kind"), html! { <KindChoice kind={organisation.kind} /> }) }
                    { credit_code(&kit, organisation) }
                    { labelled("profile-registration_date", say::profile_label(kit.language, "registration_date"),
                        html! { <DateField id="profile-registration_date" value={organisation.registration_date} slot={DateSlot::Registration} /> }) }
                    { labelled("profile-registration_place", say::profile_label(kit.language, "registration_place"),
                        html! { <PlaceField id="profile-registration_place" place={organisation.registration_place} /> }) }
                    { labelled("profile-legal_status-0", say::profile_label(kit.language, "legal_status"), html! { <LegalStatusChoice id="profile-legal_status-0" status={organisation.legal_status} /> }) }
                    { fields(&[P::RegisteredAddress, P::Postcode, P::EconomicType, P::Industry, P::LegalRepresentative, P::LegalRepresentativePhone, P::TopManager, P::TopManagerPhone]) }
                    { fields(&[P::QualityBody, P::QualityHead, P::QualityPhone]) }
                </div>
            </section>
            <section class="sheet stack" aria-labelledby="size">
                <h2 id="size">{ words.organisation_size }</h2>
                <div class="form">
                    { labelled("profile-sector", say::profile_label(kit.language, "sector"), html! { <SectorField organisation={organisation.clone()} /> }) }
                    { for [Quantity::Staff, Quantity::Revenue, Quantity::Assets].into_iter().map(|quantity| quantity_field(&kit, organisation, quantity)) }
                    { fields(&[P::StaffManagers, P::StaffQuality, P::StaffTechnical]) }
                </div>
                { size(&kit, organisation) }
            </section>
            <section class="sheet stack" aria-labelledby="contact">
                <h2 id="contact">{ words.organisation_contact }</h2>
                <div class="form">
                    { fields(&[P::ContactDepartment, P::ContactPerson, P::ContactAddress, P::ContactPostcode, P::ContactPhone, P::ContactMobile, P::ContactEmail]) }
                </div>
            </section>
            <section class="sheet stack" aria-labelledby="record">
                <h2 id="record">{ words.organisation_record }</h2>
                <div class="form one">
                    { fields(&[P::Certificates, P::Honours, P::Products, P::Customers, P::Suppliers, P::Competitors, P::SupervisionChecks, P::Compliance]) }
                </div>
            </section>
            <section class="sheet stack" aria-labelledby="overview">
                <div class="title"><h2 id="overview">{ words.organisation_overview }</h2>{ overview_length(&kit, organisation) }</div>
                <p class="small">{ words.organisation_overview_intro }</p>
                <div class="form one">{ fields(&P::OVERVIEW) }</div>
            </section>
        </div></main>
    }
}

fn labelled(id: &str, label: &str, field: Html) -> Html {
    html! { <div class="field"><label for={id.to_owned()}>{ label.to_owned() }</label>{ field }</div> }
}

fn text_field(kit: &Kit, organisation: &Organisation, field: ProfileText) -> Html {
    let id = format!("profile-{}", field.key());
    let lines = field.lines();
    html! {
        <div key={field.key()} class={classes!("field", (lines > 1).then_some("broad"))}>
            <label for={id.clone()}>{ say::profile_label(kit.language, field.key()) }</label>
            <TextField id={id} slot={Field::Profile(field)} value={organisation.text(field).clone()} {lines} />
        </div>
    }
}

/// The credit code with what its characters say.
fn credit_code(kit: &Kit, organisation: &Organisation) -> Html {
    let value = organisation.text(ProfileText::CreditCode);
    let read = (!value.trim().is_empty()).then(|| CreditCode::parse(value));
    let (class, told) = match &read {
        None => ("", None),
        Some(Ok(code)) => {
            let region = code.region().map(|region| say::region(kit.language, region)).unwrap_or_default();
            (
                "good",
                Some(fill(
                    kit.words().organisation_code_read,
                    &[("region", &region), ("body", say::body(kit.language, code.body()))],
                )),
            )
        }
        Some(Err(fault)) => ("problem", Some(say::doubt(kit.language, &crate::eligibility::Doubt::Code(fault.clone())))),
    };
    html! {
        <div class="field">
            <label for="profile-credit_code">{ say::profile_label(kit.language, "credit_code") }</label>
            <TextField id="profile-credit_code" slot={Field::Profile(ProfileText::CreditCode)} value={value.clone()} invalid={matches!(read, Some(Err(_)))} described_by="credit-code-read" />
            <small id="credit-code-read" {class}>{ told.unwrap_or_default() }</small>
        </div>
    }
}

fn quantity_field(kit: &Kit, organisation: &Organisation, quantity: Quantity) -> Html {
    let key = match quantity {
        Quantity::Staff => "staff",
        Quantity::Revenue => "revenue",
        Quantity::Assets => "assets",
    };
    let id = format!("profile-{key}");
    labelled(
        &id,
        say::profile_label(kit.language, key),
        html! { <NumberField id={id.clone()} value={organisation.quantity(quantity)} slot={quantity} /> },
    )
}

/// The size class the figures give, with the source of its bounds.
fn size(kit: &Kit, organisation: &Organisation) -> Html {
    let sectors = &kit.pack.structure().size;
    let Some(sector) = organisation.sector.as_ref().and_then(|id| sectors.iter().find(|sector| *sector.id == **id)) else {
        return Html::default();
    };
    let words = kit.words();
    let told = match size_class(sector, organisation) {
        Some(class) => fill(words.organisation_size_class, &[("class", say::size_class(kit.language, class))]),
        None => {
            let needed: Vec<&str> = sector
                .bounds
                .iter()
                .map(|bounds| say::profile_label(kit.language, measure_key(bounds.measure)))
                .collect();
            fill(words.organisation_size_needs, &[("measures", &needed.join(words.list_separator))])
        }
    };
    html! { <p class="told"><span>{ told }</span> <SourceNote figure={format!("size/{}", sector.id)} /></p> }
}

fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Staff => "staff",
        Measure::Revenue => "revenue",
        Measure::Assets => "assets",
    }
}

fn overview_length(kit: &Kit, organisation: &Organisation) -> Html {
    let written: usize = ProfileText::OVERVIEW.iter().map(|&topic| characters(organisation.text(topic))).sum();
    html! { <span class="pts small">{ fill(kit.words().characters, &[("n", &written.to_string())]) }</span> }
}

#[derive(Properties, PartialEq)]
struct KindChoiceProps {
    kind: Option<Kind>,
}

#[component]
fn KindChoice(props: &KindChoiceProps) -> Html {
    let kit = use_kit();
    let kinds = [Kind::Manufacturing, Kind::Service, Kind::PublicWelfare];
    let options = kinds.map(|kind| Choose {
        label: say::kind(kit.language, kind).into(),
        action: Action::Kind(Some(kind)),
        tone: "",
    });
    html! {
        <Choice id="profile-kind-0" label={say::profile_label(kit.language, "kind").to_owned()} options={options.to_vec()}
            chosen={props.kind.and_then(|kind| kinds.iter().position(|&other| other == kind))} />
    }
}

#[derive(Properties, PartialEq)]
pub struct LegalStatusChoiceProps {
    pub id: AttrValue,
    pub status: Option<LegalStatus>,
}

#[component]
pub fn LegalStatusChoice(props: &LegalStatusChoiceProps) -> Html {
    let kit = use_kit();
    let statuses = [LegalStatus::LegalPerson, LegalStatus::UnitOfLegalPerson, LegalStatus::NotLegalPerson];
    let options = statuses.map(|status| Choose {
        label: say::legal_status(kit.language, status).into(),
        action: Action::LegalStatus(Some(status)),
        tone: "",
    });
    html! {
        <Choice id={props.id.clone()} label={say::profile_label(kit.language, "legal_status").to_owned()} options={options.to_vec()}
            chosen={props.status.and_then(|status| statuses.iter().position(|&other| other == status))} />
    }
}

#[derive(Properties, PartialEq)]
pub struct PlaceFieldProps {
    pub id: AttrValue,
    pub place: Option<Division>,
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// Place of registration: Beijing's districts first, then the other provinces.
#[component]
pub fn PlaceField(props: &PlaceFieldProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let onchange = {
        let store = kit.store.clone();
        Callback::from(move |event: Event| {
            let code = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            store.dispatch(Action::RegistrationPlace(Division::parse(&code)));
        })
    };
    let beijing = std::iter::once("110000".to_owned()).chain((1..=19).map(|district| format!("1101{district:02}")));
    let beijing = beijing.filter(|code| code.ends_with("0000") || words.has_code("region", code));
    let others = (12..=82)
        .filter(|province| words.has_code("region", &province.to_string()))
        .map(|province| format!("{province}0000"));
    let chosen = props.place.map(Division::code);
    let listed = |code: &String| words.has_code("region", code) || code.ends_with("0000");
    // A place read from a file that the list does not have is shown as it is, never dropped.
    let foreign = chosen.clone().filter(|code| !listed(code));
    let option = |code: String| {
        let name = Division::parse(&code)
            .map(|division| say::region(kit.language, division))
            .unwrap_or_else(|| code.clone());
        html! { <option value={code.clone()} selected={chosen.as_ref() == Some(&code)}>{ name }</option> }
    };
    html! {
        <select class="input" id={props.id.clone()} aria-label={props.label.clone()} {onchange}>
            <option value="" selected={chosen.is_none()}>{ words.not_chosen }</option>
            <optgroup label={say::region(kit.language, Division::parse("110000").expect("six digits"))}>{ for beijing.map(option) }</optgroup>
            <optgroup label={words.organisation_other_places}>{ for others.chain(foreign).map(option) }</optgroup>
        </select>
    }
}

#[derive(Properties, PartialEq)]
struct SectorFieldProps {
    organisation: Rc<Organisation>,
}

#[component]
fn SectorField(props: &SectorFieldProps) -> Html {
    let kit = use_kit();
    let onchange = {
        let store = kit.store.clone();
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            store.dispatch(Action::Sector((!id.is_empty()).then(|| id.as_str().into())));
        })
    };
    let chosen = props.organisation.sector.as_deref();
    html! {
        <select class="input" id="profile-sector" {onchange}>
            <option value="" selected={chosen.is_none()}>{ kit.words().not_chosen }</option>
            { for kit.pack.structure().size.iter().map(|sector| html! {
                <option value={sector.id.clone()} selected={chosen == Some(sector.id.as_str())}>{ kit.pack_words().sector(&sector.id).to_owned() }</option>
            }) }
        </select>
    }
}
