//! What in the profile is written in a form that is probably a slip: postcode, mobile, e-mail, and figures too large for any
//! organisation. Never more than a doubt: abroad and for people there is nearly every form.

use crate::assessment::{Assessment, Organisation, ProfileText, Quantity};
use crate::typed::narrow;

/// More persons than any employer of the world has.
const MOST_STAFF: u64 = 5_000_000;
/// More revenue than any enterprise of the world has, in 10,000 yuan: ten trillion yuan.
const MOST_REVENUE: u64 = 1_000_000_000;
/// More assets than any bank of the world has, in 10,000 yuan: a hundred trillion yuan.
const MOST_ASSETS: u64 = 10_000_000_000;
/// Revenue of one person, in 10,000 yuan, from which on yuan were probably written for 10,000 yuan: a billion yuan.
const MOST_REVENUE_EACH: u64 = 100_000;
/// The same of assets, of which holdings have much: ten billion yuan.
const MOST_ASSETS_EACH: u64 = 1_000_000;

/// A field of the profile whose content is probably a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileDoubt {
    /// Not six digits.
    Postcode(ProfileText),
    /// Not eleven digits that begin with 1.
    Mobile(ProfileText),
    /// Not one `@` between a name and a domain with a point.
    Email(ProfileText),
    /// More than any organisation has, or more for each person than is likely; by which value.
    Quantity(Quantity, u64),
}

impl ProfileDoubt {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 4] = ["postcode_doubtful", "mobile_doubtful", "email_doubtful", "quantity_doubtful"];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            ProfileDoubt::Postcode(_) => "postcode_doubtful",
            ProfileDoubt::Mobile(_) => "mobile_doubtful",
            ProfileDoubt::Email(_) => "email_doubtful",
            ProfileDoubt::Quantity(..) => "quantity_doubtful",
        }
    }
}

/// All such doubts in the order of the form; none in a fictional sample, whose numbers are nobody's.
pub(super) fn profile_doubts(assessment: &Assessment) -> Vec<ProfileDoubt> {
    if assessment.fictional {
        return Vec::new();
    }
    let organisation = &assessment.organisation;
    let quantities = [Quantity::Staff, Quantity::Revenue, Quantity::Assets];
    let texts = ProfileText::ALL.iter().filter_map(|&field| text_doubt(organisation, field));
    texts
        .chain(quantities.into_iter().filter_map(|quantity| quantity_doubt(organisation, quantity)))
        .collect()
}

/// What is doubtful about one text; several numbers or addresses in one field are looked at one by one.
///
/// `１００００８` and `100 008` are postcodes, `10008` is doubtful; `+86 138-0000-0000` is a mobile, `1380000000` is doubtful;
/// `a.b@example.com` is an address, `a@b`, `a＠example.com` and `a@example。com` are doubtful.
pub fn text_doubt(organisation: &Organisation, field: ProfileText) -> Option<ProfileDoubt> {
    let (fits, doubt): (fn(&str) -> bool, _) = match field {
        ProfileText::Postcode | ProfileText::ContactPostcode => (is_postcode, ProfileDoubt::Postcode(field)),
        ProfileText::ContactMobile => (is_mobile, ProfileDoubt::Mobile(field)),
        ProfileText::ContactEmail => (is_email, ProfileDoubt::Email(field)),
        _ => return None,
    };
    let mut written = organisation
        .text(field)
        .split(['、', '；', ';', '，', ',', '/', '\n'])
        .filter(|part| !part.trim().is_empty());
    written.any(|part| !fits(part.trim())).then_some(doubt)
}

/// What is doubtful about one figure: 612,000,000 (10,000 yuan) of revenue with 860 persons is 711,628 each.
pub fn quantity_doubt(organisation: &Organisation, quantity: Quantity) -> Option<ProfileDoubt> {
    let (most, each) = match quantity {
        Quantity::Staff => (MOST_STAFF, u64::MAX),
        Quantity::Revenue => (MOST_REVENUE, MOST_REVENUE_EACH),
        Quantity::Assets => (MOST_ASSETS, MOST_ASSETS_EACH),
    };
    let value = organisation.quantity(quantity)?;
    let staff = organisation.quantity(Quantity::Staff).filter(|staff| *staff > 0);
    let is_much = value > most || staff.is_some_and(|staff| value / staff > each);
    is_much.then_some(ProfileDoubt::Quantity(quantity, value))
}

/// The digits of a number, without what parts them; none where anything else stands there.
fn digits(text: &str) -> Option<String> {
    let bare: String = narrow(text).chars().filter(|mark| !matches!(mark, ' ' | '-' | '(' | ')')).collect();
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.to_owned())
}

fn is_postcode(text: &str) -> bool {
    digits(text).is_some_and(|digits| digits.len() == 6)
}

fn is_mobile(text: &str) -> bool {
    digits(text).is_some_and(|digits| {
        let own = ["0086", "86"]
            .iter()
            .find_map(|country| digits.strip_prefix(country).filter(|rest| rest.len() == 11));
        let own = own.unwrap_or(&digits);
        own.len() == 11 && own.starts_with('1')
    })
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let plain = |part: &str| !part.contains(|mark: char| mark.is_whitespace() || matches!(mark, '@' | '＠' | '．' | '。'));
    let labels: Vec<&str> = domain.split('.').collect();
    !name.is_empty() && plain(name) && plain(domain) && labels.len() > 1 && labels.iter().all(|label| !label.is_empty())
}
