//! Files locked with a passphrase: opened by the kit and by another implementation of the format, and refused in one sentence
//! where they are not whole, not meant for a passphrase, or ask for too much.

use crate::samples::cases;
use age::armor::{ArmoredWriter, Format};
use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use award_kit::language::Language;
use award_kit::lock::{LockError, MOST_WORK, SEED, WORK, is_locked, lock, unlock};
use award_kit::worker::{Arguments, Given, Made, perform};
use proptest::prelude::*;
use std::io::{Read, Write};

const PASSPHRASE: &str = "质量奖 Ünïcode ' \" \\ 2016";
const SEEDED: [u8; SEED] = {
    let mut seed = [0; SEED];
    let mut at = 0;
    while at < SEED {
        seed[at] = at as u8 * 5;
        at += 1;
    }
    seed
};

fn secret(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.to_owned())
}

/// What another implementation writes, with little work so that tests are fast.
fn written_elsewhere(content: &[u8], format: Format) -> Vec<u8> {
    let mut recipient = Recipient::new(secret(PASSPHRASE));
    recipient.set_work_factor(4);
    encrypted(&recipient, content, format)
}

fn encrypted(recipient: &dyn age::Recipient, content: &[u8], format: Format) -> Vec<u8> {
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient)).expect("one recipient");
    let armored = ArmoredWriter::wrap_output(Vec::new(), format).expect("a writer");
    let mut writer = encryptor.wrap_output(armored).expect("a writer");
    writer.write_all(content).expect("written");
    writer.finish().and_then(ArmoredWriter::finish).expect("finished")
}

fn read_elsewhere(locked: &[u8]) -> Vec<u8> {
    let identity = Identity::new(secret(PASSPHRASE));
    let decryptor = age::Decryptor::new(locked).expect("a header");
    let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).expect("the passphrase");
    let mut content = Vec::new();
    reader.read_to_end(&mut content).expect("the content");
    content
}

/// Contents at the borders of the pieces of 64 KiB.
fn contents() -> Vec<Vec<u8>> {
    let sizes = [0, 1, 15, 16, 17, 65_519, 65_520, 65_535, 65_536, 65_537, 131_072, 200_000];
    let byte = |at: usize| (at.wrapping_mul(2_654_435_761) >> 7) as u8;
    sizes.into_iter().map(|size| (0..size).map(byte).collect()).collect()
}

#[test]
fn a_locked_file_is_opened_here_and_by_another_implementation() {
    let contents = [&b"{}"[..], &[0xff; 70_000], b""];
    for content in contents {
        let locked = lock(content, PASSPHRASE, &SEEDED);
        assert!(is_locked(&locked));
        assert_eq!(unlock(&locked, PASSPHRASE).as_deref(), Ok(content));
        assert_eq!(read_elsewhere(&locked), content);
    }
    assert_eq!(
        lock(b"{}", PASSPHRASE, &SEEDED),
        lock(b"{}", PASSPHRASE, &SEEDED),
        "the same input gives the same bytes"
    );
    assert_ne!(lock(b"{}", PASSPHRASE, &SEEDED), lock(b"{}", PASSPHRASE, &[7; SEED]));
}

#[test]
fn what_another_implementation_writes_is_opened_at_every_size() {
    for content in contents() {
        for format in [Format::Binary, Format::AsciiArmor] {
            let locked = written_elsewhere(&content, format);
            assert!(is_locked(&locked[..locked.len().min(64)]));
            assert_eq!(unlock(&locked, PASSPHRASE), Ok(content.clone()), "{} bytes", content.len());
        }
    }
}

#[test]
fn armor_is_read_as_mail_programs_leave_it() {
    let armored = written_elsewhere(b"content", Format::AsciiArmor);
    let text = String::from_utf8(armored).expect("text");
    for changed in [text.replace('\n', "\r\n"), format!("\n \r\n{text}\n\n "), text.trim_end().to_owned()] {
        assert!(is_locked(changed.as_bytes()));
        assert_eq!(unlock(changed.as_bytes(), PASSPHRASE).as_deref(), Ok(&b"content"[..]), "{changed:?}");
    }
    let broken = [
        text.replace("-----END", "----END"),
        text.replacen("\nY", "\n Y", 1),
        text[..text.len() / 2].to_owned(),
        format!("{text}and more"),
    ];
    for broken in broken {
        assert_eq!(unlock(broken.as_bytes(), PASSPHRASE), Err(LockError::Damaged), "{broken:?}");
    }
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let locked = written_elsewhere(b"content", Format::Binary);
    for wrong in ["", " ", "质量奖", &format!("{PASSPHRASE} "), &PASSPHRASE.to_uppercase()] {
        assert_eq!(unlock(&locked, wrong), Err(LockError::WrongPassphrase));
    }
}

#[test]
fn a_file_cut_off_anywhere_opens_nothing() {
    let locked = written_elsewhere(&[7; 66_000], Format::Binary);
    let content = locked.len() - 66_000 - 2 * 16;
    let cuts = (0..content + 40).chain([content + 65_551, content + 65_552, content + 65_553, locked.len() - 1]);
    for cut in cuts {
        let refused = unlock(&locked[..cut], PASSPHRASE).expect_err("it is not whole");
        let known = matches!(refused, LockError::Damaged | LockError::UnknownVersion);
        assert!(known, "{cut}: {refused:?}");
    }
    let mut more = locked;
    more.push(0);
    assert_eq!(unlock(&more, PASSPHRASE), Err(LockError::Damaged));
}

#[test]
fn pieces_that_were_moved_doubled_or_left_out_open_nothing() {
    let piece = 65_536 + 16;
    let locked = written_elsewhere(&(0..140_000_u32).map(|at| (at >> 9) as u8).collect::<Vec<u8>>(), Format::Binary);
    let (header, content) = locked.split_at(locked.len() - 140_000 - 3 * 16);
    let pieces: Vec<&[u8]> = content.chunks(piece).collect();
    assert_eq!(pieces.len(), 3);
    for order in [&[1, 0, 2][..], &[0, 0, 2], &[0, 2], &[0, 1], &[0, 1, 2, 2], &[2]] {
        let changed: Vec<u8> = order.iter().fold(header.to_vec(), |mut all, at| {
            all.extend_from_slice(pieces[*at]);
            all
        });
        assert_eq!(unlock(&changed, PASSPHRASE), Err(LockError::Damaged), "{order:?}");
    }
}

/// A header as text, and as much of a body as a whole file has.
fn with_header(header: &str) -> Vec<u8> {
    [header.as_bytes(), &[0; 48]].concat()
}

#[test]
fn a_file_that_asks_for_too_much_is_refused_before_any_work() {
    let salt = "c2FsdHNhbHRzYWx0c2FsdA";
    let (body, proof) = ("A".repeat(43), "A".repeat(43));
    for work in [19, 20, 30, 62, 63, 64, 255] {
        let file = with_header(&format!("age-encryption.org/v1\n-> scrypt {salt} {work}\n{body}\n--- {proof}\n"));
        assert_eq!(unlock(&file, PASSPHRASE), Err(LockError::TooMuchWork { work }));
    }
    let odd = ["256", "1000000", "-1", "018", "+5", "0", "", "1e3", "٣", "18 18"];
    for work in odd {
        let file = with_header(&format!("age-encryption.org/v1\n-> scrypt {salt} {work}\n{body}\n--- {proof}\n"));
        assert_eq!(unlock(&file, PASSPHRASE), Err(LockError::Damaged), "{work}");
    }
    let endless = [b"age-encryption.org/v1\n-> scrypt ".to_vec(), vec![b'a'; 5_000_000]].concat();
    assert_eq!(unlock(&endless, PASSPHRASE), Err(LockError::Damaged));
    const { assert!(WORK <= MOST_WORK) };
}

#[test]
fn a_header_that_is_not_one_of_a_passphrase_is_told_apart() {
    let key = age::x25519::Identity::generate();
    let by_key = encrypted(&key.to_public(), b"content", Format::Binary);
    assert_eq!(unlock(&by_key, PASSPHRASE), Err(LockError::NotByPassphrase));
    assert_eq!(unlock(b"age-encryption.org/v2\n-> scrypt a 1\n", PASSPHRASE), Err(LockError::UnknownVersion));
    let locked = written_elsewhere(b"content", Format::Binary);
    let text = String::from_utf8_lossy(&locked).into_owned();
    let ends = text.find("---").expect("a proof");
    // A second recipient, which no file with a passphrase may have.
    let second = [
        &text[..ends],
        "-> scrypt c2FsdHNhbHRzYWx0c2FsdA 4\n",
        &"A".repeat(43),
        "\n",
        &text[ends..ends + 48],
    ]
    .concat();
    assert_eq!(unlock(&with_header(&second), PASSPHRASE), Err(LockError::Damaged));
    for plain in [&b""[..], b"{}", b"PK\x03\x04", b"age", b"-----BEGIN", b" age-encryption.org/v1\n"] {
        assert!(!is_locked(plain));
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn one_changed_byte_anywhere_opens_nothing(at in any::<prop::sample::Index>(), by in 1..=255_u8) {
        let mut locked = written_elsewhere(b"the content of an assessment", Format::Binary);
        let at = at.index(locked.len());
        locked[at] ^= by;
        // More work than the test's file has would be done, up to the limit, and then be refused all the same.
        prop_assert!(unlock(&locked, PASSPHRASE).is_err(), "byte {at}");
    }
}

#[test]
fn the_worker_locks_and_opens() {
    let mut silent = |_: u32, _: u32| {};
    let mut task = |name: &str, given: Vec<Given>| perform(name, Language::En, &Arguments(given), &mut silent);
    let given = |content: Given| vec![content, Given::Text("open".to_owned()), Given::Bytes(SEEDED.to_vec())];
    let Ok(Made::Parts(parts)) = task("lock", given(Given::Text("{}".to_owned()))) else {
        panic!("a locked file")
    };
    assert_eq!(Ok(Made::Parts(parts.clone())), task("lock", given(Given::Bytes(b"{}".to_vec()))));
    let opened = |passphrase: &str| vec![Given::Bytes(parts[0].clone()), Given::Text(passphrase.to_owned())];
    assert_eq!(task("unlock", opened("open")), Ok(Made::Parts(vec![b"{}".to_vec()])));
    let refused = task("unlock", opened("shut")).expect_err("another passphrase");
    assert_eq!(refused, LockError::WrongPassphrase.sentence(Language::En));
    let unseeded = task(
        "lock",
        vec![Given::Text("{}".to_owned()), Given::Text("open".to_owned()), Given::Bytes(vec![0; 3])],
    );
    assert!(unseeded.is_err(), "nothing is locked without randomness");
}

#[test]
fn every_refusal_is_one_sentence() {
    let all = [
        LockError::WrongPassphrase,
        LockError::NotByPassphrase,
        LockError::TooMuchWork { work: 40 },
        LockError::UnknownVersion,
        LockError::Damaged,
    ];
    assert_eq!(all.each_ref().map(LockError::code), LockError::CODES);
    for error in all {
        for language in Language::ALL {
            let sentence = error.sentence(*language);
            assert!(!sentence.contains(['{', '\n']) && sentence.ends_with(['.', '。']), "{sentence}");
        }
    }
}
