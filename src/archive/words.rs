//! The words that stand in a file for the closed choices of the record, each once: for reading, writing and the schema.

use crate::assessment::{Answer, LegalStatus, SelfCheckAnswer};
use crate::json::{FromJson, Place, ToJson};
use serde_json::Value;

macro_rules! words {
    ($($choice:ident as $name:ident { $($(#[$about:meta])* $variant:ident $word:literal,)* })*) => {
        $(
            impl FromJson for $choice {
                fn from_json(place: Place<'_>) -> $choice {
                    place.choice(&[$(($word, $choice::$variant)),*])
                }
            }

            /// Null where the choice has no word.
            impl ToJson for $choice {
                fn to_json(&self) -> Value {
                    #[allow(unreachable_patterns, reason = "not every choice has a variant without a word")]
                    match self {
                        $($choice::$variant => Value::String($word.into()),)*
                        _ => Value::Null,
                    }
                }
            }

            #[cfg(feature = "schema")]
            crate::json::serialize_as_written!($choice);

            #[cfg(feature = "schema")]
            #[derive(schemars::JsonSchema)]
            #[expect(dead_code, reason = "stands for the words in the schema")]
            #[allow(clippy::enum_variant_names, reason = "the words of the file")]
            pub enum $name { $($(#[$about])* #[schemars(rename = $word)] $variant),* }
        )*
    };
}

words! {
    LegalStatus as LegalStatusName {
        LegalPerson "legal_person",
        /// A branch or operating unit of a legal person.
        UnitOfLegalPerson "unit_of_legal_person",
        NotLegalPerson "not_legal_person",
    }
    Answer as AnswerName {
        Met "met",
        NotMet "not_met",
        Undecided "undecided",
    }
    SelfCheckAnswer as SelfCheckName {
        /// The bar does not apply.
        Clear "clear",
        /// The bar applies.
        Applies "applies",
    }
}
