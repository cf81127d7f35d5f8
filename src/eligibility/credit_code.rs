//! The unified social credit code of legal persons and other organisations (GB 32100-2015): 18 characters, of which
//! the first two tell the kind of body, the third to eighth the registration region and the last checks the others.

use crate::assessment::{Division, bare_code};

/// Digits and letters without I, O, S, V, Z (GB 32100-2015, table 1); a character's place is its value, 0 to 30.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A code that has passed alphabet, length and check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreditCode {
    characters: [u8; 18],
}

/// What is wrong with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeFault {
    /// Not 18 characters.
    Length { found: usize },
    /// A character outside the alphabet; places count from 1.
    Character { place: usize, found: char },
    /// The region is not six digits.
    Region,
    /// A letter that no code has stands where a figure that looks like it makes the code fit; it is for people to say.
    Lookalike { place: usize, found: char, meant: char },
    /// The last character does not fit the others.
    CheckCharacter { expected: char, found: char },
}

/// Letters that no code has, and the figures they are taken for.
const LOOKALIKES: [(char, char); 4] = [('O', '0'), ('I', '1'), ('Z', '2'), ('S', '5')];

/// The kind of body registered, by the first two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// 11: state organ; 13: people's organisation under the staffing authority.
    StateOrgan,
    /// 12: public institution.
    PublicInstitution,
    /// 51, 52, 53: social organisation, private non-enterprise unit, foundation.
    SocialOrganisation,
    /// 91: enterprise.
    Enterprise,
    /// 92: individual business, not a legal person.
    IndividualBusiness,
    /// 93: farmers' cooperative.
    Cooperative,
    Other,
}

impl CreditCode {
    /// Reads a code; small letters, full-width ones and what copies bring along are accepted ([`bare_code`]).
    ///
    /// The check character is 31 minus the sum of value × 3^(place − 1) modulo 31, all modulo 31:
    /// for `91350100M000100Y4` the sum is 1640, which leaves 28, so the check character has the value 3 (`3`).
    pub fn parse(code: &str) -> Result<CreditCode, CodeFault> {
        let upper: Vec<char> = bare_code(code).chars().collect();
        let fault = match CreditCode::of(&upper) {
            Err(CodeFault::Character { place, found }) => lookalike(&upper).unwrap_or(CodeFault::Character { place, found }),
            read => return read,
        };
        Err(fault)
    }

    fn of(upper: &[char]) -> Result<CreditCode, CodeFault> {
        if upper.len() != 18 {
            return Err(CodeFault::Length { found: upper.len() });
        }
        let mut characters = [0_u8; 18];
        let mut sum = 0_usize;
        let mut weight = 1_usize;
        for (at, &character) in upper.iter().enumerate() {
            let value = value(character).ok_or(CodeFault::Character {
                place: at + 1,
                found: character,
            })?;
            characters[at] = ALPHABET[value];
            if at < 17 {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
        }
        if !characters[2..8].iter().all(u8::is_ascii_digit) {
            return Err(CodeFault::Region);
        }
        let expected = ALPHABET[(31 - sum % 31) % 31];
        if characters[17] != expected {
            return Err(CodeFault::CheckCharacter {
                expected: expected.into(),
                found: characters[17].into(),
            });
        }
        Ok(CreditCode { characters })
    }

    /// The division of the registering authority (GB/T 2260); 100000 is the national authority.
    pub fn region(&self) -> Option<Division> {
        let code: String = self.characters[2..8].iter().map(|&byte| char::from(byte)).collect();
        Division::parse(&code)
    }

    pub fn body(&self) -> Body {
        match &self.characters[..2] {
            b"11" | b"13" => Body::StateOrgan,
            b"12" => Body::PublicInstitution,
            b"51" | b"52" | b"53" => Body::SocialOrganisation,
            b"91" => Body::Enterprise,
            b"92" => Body::IndividualBusiness,
            b"93" => Body::Cooperative,
            _ => Body::Other,
        }
    }
}

/// The first letter that no code has, where with the figures such letters are taken for all of it fits:
/// `9135O100M000100Y43` with 0 for O.
fn lookalike(upper: &[char]) -> Option<CodeFault> {
    let meant = |letter: &char| LOOKALIKES.iter().find(|(like, _)| like == letter).map(|(_, figure)| *figure);
    let read: Vec<char> = upper.iter().map(|letter| meant(letter).unwrap_or(*letter)).collect();
    CreditCode::of(&read).ok()?;
    let (at, found) = upper.iter().enumerate().find(|(_, letter)| meant(letter).is_some())?;
    Some(CodeFault::Lookalike {
        place: at + 1,
        found: *found,
        meant: meant(found)?,
    })
}

fn value(character: char) -> Option<usize> {
    ALPHABET.iter().position(|&letter| char::from(letter) == character)
}
