//! What pages share.

use std::sync::{Arc, PoisonError, RwLock};

/// A value that is made when it is first asked for, once however many threads ask, and kept until it is forgotten.
pub(super) struct Kept<T>(RwLock<Option<Arc<T>>>);

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept(RwLock::default())
    }
}

impl<T> Kept<T> {
    /// The value. Who makes it may not ask for it.
    pub(super) fn get(&self, make: impl FnOnce() -> T) -> Arc<T> {
        if let Some(it) = &*self.0.read().unwrap_or_else(PoisonError::into_inner) {
            return Arc::clone(it);
        }
        let mut slot = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slot.get_or_insert_with(|| Arc::new(make())))
    }

    /// Gives it back, once nobody has it any more.
    pub(super) fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
