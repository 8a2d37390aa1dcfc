//! What the page keeps on this device: an IndexedDB database with one record a meeting and a few settings.

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::workspace::{Refusal, Work};

const NAME: &str = "bienban";
/// Of the stores and their records; [`upgrade`] brings an older database here.
const VERSION: u32 = 1;
const MEETINGS: &str = "meetings";
const SETTINGS: &str = "settings";

/// The open database.
#[derive(Debug)]
pub struct Store {
    database: Database,
}

/// Why the store did not do what it was asked.
#[derive(Debug)]
pub enum StoreError {
    /// Somebody else has changed the meeting since it was read.
    Changed,
    /// The browser refused.
    Refused(Refusal),
}

/// One meeting in the database.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record {
    /// Its name.
    pub id: String,
    /// Counts how often it was written.
    pub revision: u32,
    /// When it was written last, in milliseconds since 1970.
    pub saved: f64,
    /// What a list shows of it.
    pub title: String,
    /// The work as a file.
    pub work: String,
}

impl Record {
    /// The work; none where it is damaged or of a newer version.
    pub fn work(&self) -> Option<Work> {
        Work::read(&self.work).ok()
    }
}

impl Store {
    /// Opens the database, made or brought up to date where need be.
    ///
    /// # Errors
    /// Where the browser gives the page no storage.
    pub async fn open() -> Result<Self, StoreError> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            if let (Ok(database), Ok(old)) = (event.database(), event.old_version()) {
                // What goes wrong here ends the request itself with an error.
                let _reported = upgrade(&database, old);
            }
        });
        let mut database = request.await?;
        // A newer page in another tab waits until every older one lets go of the database.
        database.on_version_change(|event| {
            if let Ok(database) = DatabaseEvent::database(&event) {
                database.close();
            }
        });
        Ok(Self { database })
    }

    /// The meeting of that name.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn meeting(&self, id: &str) -> Result<Option<Record>, StoreError> {
        let found = self.reading(MEETINGS)?.get(JsValue::from(id))?.await?;
        Ok(found.and_then(|record| serde_wasm_bindgen::from_value(record).ok()))
    }

    /// All meetings, the newest first.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn meetings(&self) -> Result<Vec<Record>, StoreError> {
        let all = self.reading(MEETINGS)?.get_all(None, None)?.await?;
        let mut records: Vec<Record> =
            all.into_iter().filter_map(|record| serde_wasm_bindgen::from_value(record).ok()).collect();
        records.sort_by(|a, b| b.saved.total_cmp(&a.saved));
        Ok(records)
    }

    /// Writes a meeting whose record had the revision before the one in `record`, or did not exist.
    ///
    /// # Errors
    /// Where another tab has written it since, or the browser refuses.
    pub async fn save(&self, record: &Record) -> Result<(), StoreError> {
        let transaction = self.database.transaction(&[MEETINGS], TransactionMode::ReadWrite)?;
        let meetings = transaction.object_store(MEETINGS)?;
        let known = meetings.get(JsValue::from(&record.id))?.await?;
        let known = known.and_then(|known| serde_wasm_bindgen::from_value::<Record>(known).ok());
        if known.is_some_and(|known| known.revision + 1 != record.revision) {
            return Err(StoreError::Changed);
        }
        meetings.put(&plain(record)?, None)?.await?;
        commit(transaction).await
    }

    /// Forgets one meeting.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn forget(&self, id: &str) -> Result<(), StoreError> {
        let transaction = self.database.transaction(&[MEETINGS], TransactionMode::ReadWrite)?;
        transaction.object_store(MEETINGS)?.delete(JsValue::from(id))?.await?;
        commit(transaction).await
    }

    /// Forgets all meetings and settings.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn forget_all(&self) -> Result<(), StoreError> {
        let transaction = self.database.transaction(&[MEETINGS, SETTINGS], TransactionMode::ReadWrite)?;
        transaction.object_store(MEETINGS)?.clear()?.await?;
        transaction.object_store(SETTINGS)?.clear()?.await?;
        commit(transaction).await
    }

    /// The setting of that name.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let value = self.reading(SETTINGS)?.get(JsValue::from(name))?.await?;
        Ok(value.and_then(|value| value.as_string()))
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn set(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let transaction = self.database.transaction(&[SETTINGS], TransactionMode::ReadWrite)?;
        transaction.object_store(SETTINGS)?.put(&value.into(), Some(&name.into()))?.await?;
        commit(transaction).await
    }

    fn reading(&self, store: &str) -> Result<ObjectStore, Error> {
        self.database.transaction(&[store], TransactionMode::ReadOnly)?.object_store(store)
    }
}

/// Brings a database of the version `old` to the present one, a step a version; 0 is none.
fn upgrade(database: &Database, old: u32) -> Result<(), Error> {
    if old < 1 {
        let mut by_id = ObjectStoreParams::new();
        by_id.key_path(Some(KeyPath::new_single("id")));
        database.create_object_store(MEETINGS, by_id)?;
        database.create_object_store(SETTINGS, ObjectStoreParams::new())?;
    }
    Ok(())
}

async fn commit(transaction: Transaction) -> Result<(), StoreError> {
    // Once every request has succeeded, only a full disk stands in the way.
    if transaction.commit()?.await?.is_committed() { Ok(()) } else { Err(StoreError::Refused(Refusal::Full)) }
}

fn plain(record: &Record) -> Result<JsValue, StoreError> {
    // A record of strings and numbers always has a form in JavaScript.
    record.serialize(&Serializer::json_compatible()).map_err(|_| StoreError::Refused(Refusal::Denied))
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        let exception = match error {
            Error::DomException(exception) => Some(exception),
            Error::UpdateFailed(value) | Error::TransactionCommitError(value) => value.dyn_into().ok(),
            _ => None,
        };
        let full = exception.is_some_and(|exception: web_sys::DomException| exception.name() == "QuotaExceededError");
        Self::Refused(if full { Refusal::Full } else { Refusal::Denied })
    }
}
