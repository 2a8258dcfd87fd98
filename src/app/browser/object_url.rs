//! Addresses of bytes in memory, for pictures and downloads.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// An address of `content`, until the page goes or [`revoke`] is called. Only media that cannot run in the app's origin keeps its type:
/// photos that are drawn and PDFs that are read; anything else is only ever saved.
pub fn of(content: &[u8], media: &str) -> Option<String> {
    let inert = matches!(
        media,
        "image/jpeg" | "image/png" | "image/webp" | "image/heic" | "application/pdf" | "application/json"
    );
    let options = BlobPropertyBag::new();
    options.set_type(if inert { media } else { "application/octet-stream" });
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// An address of a file that was made here, only to be saved.
pub fn of_blob(blob: &Blob) -> Option<String> {
    Url::create_object_url_with_blob(blob).ok()
}

/// Lets an address go.
pub fn revoke(url: &str) {
    // An address that is gone already needs no letting go.
    let _ = Url::revoke_object_url(url);
}
