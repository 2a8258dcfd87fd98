//! Makes a good browser behave like one on a bad day, by replacing single functions of IndexedDB.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(inline_js = r#"
const real = {
    put: IDBObjectStore.prototype.put,
    commit: IDBTransaction.prototype.commit,
    error: Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "error"),
    transaction: IDBDatabase.prototype.transaction,
    open: IDBFactory.prototype.open,
    indexedDB: Object.getOwnPropertyDescriptor(window, "indexedDB"),
};
const full = () => new DOMException("no room", "QuotaExceededError");

export function repair() {
    IDBObjectStore.prototype.put = real.put;
    IDBTransaction.prototype.commit = real.commit;
    Object.defineProperty(IDBTransaction.prototype, "error", real.error);
    IDBDatabase.prototype.transaction = real.transaction;
    IDBFactory.prototype.open = real.open;
    Object.defineProperty(window, "indexedDB", real.indexedDB);
}

export function fill_after(puts) {
    let left = puts;
    IDBObjectStore.prototype.put = function (...args) {
        if (left-- > 0) return real.put.apply(this, args);
        throw full();
    };
}

export function fill_at_commit() {
    const failed = new WeakSet();
    IDBTransaction.prototype.commit = function () {
        failed.add(this);
        this.abort();
    };
    Object.defineProperty(IDBTransaction.prototype, "error", {
        configurable: true,
        get() { return failed.has(this) ? full() : real.error.get.call(this); },
    });
}

export function drop_connection_once() {
    IDBDatabase.prototype.transaction = function (...args) {
        IDBDatabase.prototype.transaction = real.transaction;
        this.close();
        return real.transaction.apply(this, args);
    };
}

export function tell_of_close() {
    IDBDatabase.prototype.transaction = function (...args) {
        IDBDatabase.prototype.transaction = real.transaction;
        const transaction = real.transaction.apply(this, args);
        transaction.addEventListener("complete", () => { this.close(); this.dispatchEvent(new Event("close")); });
        return transaction;
    };
}

let durability = [];
export function note_durability() {
    durability = [];
    IDBDatabase.prototype.transaction = function (...args) {
        const transaction = real.transaction.apply(this, args);
        if (transaction.mode === "readwrite") durability.push(transaction.durability);
        return transaction;
    };
}
export function noted_durability() { return durability.join(" "); }

export function keep_nothing() {
    Object.defineProperty(window, "indexedDB", { configurable: true, get() { return null; } });
}

export function refuse_to_open() {
    IDBFactory.prototype.open = function () { throw new DOMException("storage is switched off", "SecurityError"); };
}
"#)]
extern "C" {
    /// Undoes everything below.
    pub(crate) fn repair();
    /// There is room for so many more values.
    pub(crate) fn fill_after(puts: u32);
    /// The disk turns out to be full when a transaction commits; no request is told.
    pub(crate) fn fill_at_commit();
    /// The next transaction finds its connection closed, without an event: Safari after a page slept.
    pub(crate) fn drop_connection_once();
    /// The connection is closed, with its event, when the next transaction is complete.
    pub(crate) fn tell_of_close();
    /// Notes how durable each write asks to be.
    pub(crate) fn note_durability();
    /// What was noted, with blanks between.
    pub(crate) fn noted_durability() -> String;
    /// There is no IndexedDB: some private modes.
    pub(crate) fn keep_nothing();
    /// Opening is forbidden: storage switched off.
    pub(crate) fn refuse_to_open();
}
