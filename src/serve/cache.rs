//! Files that were made and may be asked for again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;

/// Files by their paths. When they grow too many, all are let go: they can be made again.
#[derive(Debug)]
pub(super) struct Cache {
    limit: usize,
    kept: Mutex<(usize, HashMap<String, Bytes>)>,
}

impl Cache {
    /// Keeps no more than `limit` bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, kept: Mutex::default() }
    }

    /// A file, made if it is not there. Two who ask at once may both make it, and get the same.
    pub(super) fn get<E>(&self, path: &str, make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Bytes, E> {
        if let Some(bytes) = self.kept().1.get(path) {
            return Ok(bytes.clone());
        }
        let bytes = Bytes::from(make()?);
        let mut kept = self.kept();
        let (size, files) = &mut *kept;
        if *size + bytes.len() > self.limit {
            *size = 0;
            files.clear();
        }
        if files.insert(path.to_owned(), bytes.clone()).is_none() {
            *size += bytes.len();
        }
        Ok(bytes)
    }

    /// Whoever panicked while adding a file left none half-added behind.
    fn kept(&self) -> std::sync::MutexGuard<'_, (usize, HashMap<String, Bytes>)> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    #[test]
    fn what_was_made_is_kept_until_it_is_too_much() {
        let cache = Cache::new(10);
        let get = |path: &str, made: &str| cache.get(path, || Ok::<_, Infallible>(made.into())).unwrap();
        assert_eq!(get("a", "un"), "un");
        assert_eq!(get("a", "deux"), "un");
        assert_eq!(get("b", "123456789"), "123456789");
        assert_eq!(get("a", "trois"), "trois");
        assert_eq!(cache.get("c", || Err(1)), Err(1));
    }
}
