//! Memory of the app itself.

/// Makes room for `bytes` that will be needed soon. The allocator asks the browser for 64 KB at a time, and for each the browser takes as long as for all at once.
pub fn reserve(bytes: usize) {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(bytes)));
}
