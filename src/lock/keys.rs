//! The keys of a locked file: that of the file, drawn anew for each, and what is derived from it and from the passphrase.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The key of a file, a salt or a nonce.
pub(super) type Sixteen = [u8; 16];
/// A key of the cipher.
type Key = [u8; 32];
/// What the key of a file becomes when it is locked: itself and 16 bytes by which a wrong passphrase is known.
pub(super) type Wrapped = [u8; 32];

/// Sixteen bytes of a seed.
pub(super) fn part(seed: &[u8; super::SEED], from: usize) -> Sixteen {
    std::array::from_fn(|at| seed[from + at])
}

/// The key of the content, of the file's key and the nonce that stands before the content.
pub(super) fn payload(file: &Sixteen, nonce: &Sixteen) -> Key {
    derived(file, nonce, b"payload")
}

/// What proves the header to be that of the file's key.
pub(super) fn proof(file: &Sixteen, header: &[u8]) -> Hmac<Sha256> {
    let key = derived(file, &[], b"header");
    let mut proof = <Hmac<Sha256> as Mac>::new_from_slice(&key).expect("HMAC takes keys of any length");
    proof.update(header);
    proof
}

/// The file's key locked by the passphrase.
pub(super) fn wrap(file: &Sixteen, passphrase: &str, salt: &Sixteen, work: u8) -> Wrapped {
    let mut wrapped = file.to_vec();
    let sealed = cipher(passphrase, salt, work).encrypt_in_place(&[0; 12].into(), &[], &mut wrapped);
    sealed.expect("sixteen bytes are not too long for the cipher");
    std::array::from_fn(|at| wrapped[at])
}

/// The file's key; none where it is another passphrase's.
pub(super) fn unwrap(wrapped: &Wrapped, passphrase: &str, salt: &Sixteen, work: u8) -> Option<Sixteen> {
    let mut file = wrapped.to_vec();
    cipher(passphrase, salt, work).decrypt_in_place(&[0; 12].into(), &[], &mut file).ok()?;
    file.try_into().ok()
}

/// The cipher of a passphrase. This is what takes its time.
fn cipher(passphrase: &str, salt: &Sixteen, work: u8) -> ChaCha20Poly1305 {
    let params = scrypt::Params::new(work, 8, 1, 32).expect("r = 8 and p = 1 fit every work up to 63");
    let salt = [b"age-encryption.org/v1/scrypt".as_slice(), salt].concat();
    let mut key: Key = [0; 32];
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key).expect("32 bytes are a length of scrypt");
    ChaCha20Poly1305::new(&key.into())
}

fn derived(from: &[u8], salt: &[u8], info: &[u8]) -> Key {
    let mut key: Key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), from)
        .expand(info, &mut key)
        .expect("32 bytes are a length of HKDF");
    key
}
