//! Transactions: all of it or nothing, with the browser's true reason when it is nothing.
//!
//! Within one, only IndexedDB may be awaited: a browser ends a transaction as soon as it has nothing to do.

use crate::connection::{Connection, Link};
use crate::trouble::{Trouble, is_closed, of_exception};
use indexed_db_futures::Build;
use indexed_db_futures::error::Error;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::transaction::{
    OnTransactionDrop, Transaction, TransactionDurability, TransactionMode, TransactionOptions, TransactionRef,
};
use std::cell::OnceCell;
use std::rc::Rc;
use sync::StoreError;

/// What must be true when a write has returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Durable {
    /// It is on the disk: a person did it, and nobody else has it.
    Disk,
    /// The operating system has it, so it outlives the browser. What a power cut takes, the server still has.
    System,
}

/// What a transaction is begun with.
#[derive(Clone, Copy)]
struct Terms<'s> {
    stores: &'s [&'s str],
    mode: TransactionMode,
    durable: Durable,
}

impl Link {
    /// Reads from `stores` as they stand at one moment.
    pub(crate) async fn read<T>(
        self: &Rc<Self>,
        stores: &[&str],
        work: impl AsyncFnOnce(&TransactionRef<'_>) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        let terms = Terms { stores, mode: TransactionMode::Readonly, durable: Durable::System };
        let work = async |mut transaction: Transaction<'_>| {
            // It ends by itself: to be aborted it would have to wait for the browser.
            transaction.on_drop(OnTransactionDrop::Commit);
            work(&transaction).await.map_err(|trouble| reason(&transaction, trouble))
        };
        self.run(terms, work).await.map_err(|trouble| trouble.0)
    }

    /// Writes to `stores`. If `work` fails, or the browser does, nothing has changed.
    pub(crate) async fn write<T>(
        self: &Rc<Self>,
        stores: &[&str],
        durable: Durable,
        work: impl AsyncFnOnce(&TransactionRef<'_>) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        let terms = Terms { stores, mode: TransactionMode::Readwrite, durable };
        let work = async |transaction: Transaction<'_>| {
            let done = work(&transaction).await.map_err(|trouble| reason(&transaction, trouble))?;
            commit(transaction).await?;
            Ok(done)
        };
        self.run(terms, work).await.map_err(|trouble| trouble.0)
    }

    /// Browsers drop the connections of pages that slept, some without an event, so the first attempt may meet a closed one.
    async fn run<T>(
        self: &Rc<Self>,
        terms: Terms<'_>,
        work: impl AsyncFnOnce(Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let (first, second) = (self.connection().await?, OnceCell::new());
        let transaction = match terms.begin(&first) {
            Err(error) if is_closed(&error) => {
                first.mark_closed();
                let connection = self.connection().await?;
                terms.begin(second.get_or_init(|| connection))?
            }
            begun => begun?,
        };
        // One place from which it is done: what awaits it is compiled once.
        work(transaction).await
    }
}

impl Terms<'_> {
    fn begin<'a>(&self, connection: &'a Connection) -> Result<Transaction<'a>, Error> {
        let durability = match self.durable {
            Durable::Disk => TransactionDurability::Strict,
            Durable::System => TransactionDurability::Relaxed,
        };
        let options = TransactionOptions::new().with_durability(durability);
        connection.db.transaction(self.stores).with_mode(self.mode).with_options(options).build()
    }
}

async fn commit(transaction: Transaction<'_>) -> Result<(), Trouble> {
    let handle = transaction.as_sys().clone();
    // A disk that fills up while the browser commits is told to the transaction, and to no request.
    let told = |error| handle.error().map_or_else(|| Trouble::from(error), |told| of_exception(&told).into());
    transaction.commit().await.map_err(told)
}

/// A request in a transaction that has already failed only says that it was aborted; the transaction says why.
fn reason(transaction: &TransactionRef<'_>, trouble: Trouble) -> Trouble {
    transaction.error().map_or(trouble, Trouble::from)
}
