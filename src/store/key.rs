//! Keys of numbered values: a prefix (a space, a file's hash) and a number that rises within it.

use crate::trouble::Trouble;
use indexed_db_futures::cursor::CursorDirection;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use js_sys::Array;
use std::fmt::Display;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// The key of number `n` under `prefix`. Numbers are whole and stay far below 2⁵³, above which a float has gaps.
pub(crate) fn numbered(prefix: impl Display, n: f64) -> JsValue {
    Array::of2(&prefix.to_string().into(), &n.into()).into()
}

/// The key of `name` under `prefix`.
pub(crate) fn named(prefix: impl Display, name: impl Display) -> JsValue {
    Array::of2(&prefix.to_string().into(), &name.to_string().into()).into()
}

/// All keys under `prefix`, as a range.
pub(crate) fn under(prefix: impl Display) -> JsValue {
    let prefix = JsValue::from(prefix.to_string());
    range(&Array::of1(&prefix).into(), &prefix)
}

/// All keys under `prefix` that come after `key`, as a range.
pub(crate) fn after(prefix: impl Display, key: &JsValue) -> JsValue {
    range(key, &prefix.to_string().into())
}

/// `first`, `last` and all keys between them, as a range.
pub(crate) fn between(first: &JsValue, last: &JsValue) -> JsValue {
    IdbKeyRange::bound(first, last).expect("both ends are keys, and the first is not after the last").into()
}

/// What lies between `key` and the end of `prefix`. An array sorts after every number and every text.
fn range(key: &JsValue, prefix: &JsValue) -> JsValue {
    let end = Array::of2(prefix, &Array::new());
    let range = IdbKeyRange::bound_with_lower_open_and_upper_open(key, &end, true, true);
    range.expect("both ends are keys, and the first is before the last").into()
}

/// The number after the last one under `prefix`.
pub(crate) async fn next(store: &ObjectStore<'_>, prefix: impl Display) -> Result<f64, Trouble> {
    let last = store.open_key_cursor().with_query(under(prefix)).with_direction(CursorDirection::Prev).await?;
    let Some(mut last) = last else { return Ok(0.0) };
    let key: Option<Array> = last.next_key().await?;
    Ok(key.and_then(|key| key.get(1).as_f64()).map_or(0.0, |n| n + 1.0))
}

/// Every key of `store` in `range`, in order.
pub(crate) async fn all(store: &ObjectStore<'_>, range: JsValue) -> Result<Vec<JsValue>, Trouble> {
    let keys = store.get_all_keys::<JsValue>().with_query(range).await?;
    Ok(keys.collect::<Result<_, _>>()?)
}
