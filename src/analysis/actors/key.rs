//! The normal form of a name, by which rows of one body are grouped.

/// The key of a name.
pub fn of(name: &str) -> String {
    name.to_lowercase()
}
