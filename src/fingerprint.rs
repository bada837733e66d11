//! Fingerprints: what something is, in short.

/// A fingerprint of bytes.
pub type Fingerprint = [u8; 16];

/// The first half of a BLAKE3 hash: enough to tell any two files of the world apart.
#[must_use]
pub fn shorten(hash: &blake3::Hash) -> Fingerprint {
    let mut half = Fingerprint::default();
    half.copy_from_slice(&hash.as_bytes()[..16]);
    half
}
