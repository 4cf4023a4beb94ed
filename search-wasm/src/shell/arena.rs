//! The memory of the module: taken from one end, given back all at once.
//!
//! What a query needs is gone when the next one is asked, and an index stays
//! as long as its page: freeing piece by piece would be a seventh of the module.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;

unsafe extern "C" {
    /// Where the linker says that free memory begins.
    static __heap_base: u8;
}

const PAGE: usize = 1 << 16;

/// Memory up to `end` is in use.
pub(super) struct Arena {
    end: Cell<usize>,
}

// SAFETY: the module has no threads.
unsafe impl Sync for Arena {}

impl Arena {
    pub(super) const fn new() -> Arena {
        Arena { end: Cell::new(0) }
    }

    /// Where the memory in use ends.
    pub(super) fn end(&self) -> usize {
        self.end.get()
    }

    /// Takes back all that was given since the memory in use ended at `end`.
    ///
    /// # Safety
    ///
    /// Nothing of that is used any more.
    pub(super) unsafe fn forget(&self, end: usize) {
        self.end.set(end);
    }
}

// SAFETY: every piece begins where the last one ended, or later, and memory is
// there to the end of it.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let start = self.end.get().max(&raw const __heap_base as usize).next_multiple_of(layout.align());
        let Some(end) = start.checked_add(layout.size()) else { return core::ptr::null_mut() };
        let missing = end.saturating_sub(memory_size(0) * PAGE).div_ceil(PAGE);
        if missing > 0 && memory_grow(0, missing) == usize::MAX {
            return core::ptr::null_mut();
        }
        self.end.set(end);
        start as *mut u8
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    /// The last piece grows where it is.
    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if piece as usize + layout.size() == self.end.get() {
            self.end.set(piece as usize);
        }
        // SAFETY: the alignment was valid before, and the caller answers for the size.
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !new.is_null() && new != piece {
            // SAFETY: both are as long, and the new one is another or begins where the old one does.
            unsafe { core::ptr::copy(piece, new, layout.size().min(size)) };
        }
        new
    }
}
