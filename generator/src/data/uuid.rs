//! Names that never change as UUIDs (RFC 9562, version 5).
//!
//! HSDS wants UUIDs. Made from a record's id they are the same in every build, on every machine.

use uuid::Uuid;

/// A namespace of our own: version 5 of `nettungen.no` in the namespace of domain names.
const NAMESPACE: Uuid = Uuid::from_u128(0x70ec_b0f3_ac8e_5c92_8150_9d23_435f_b4ca);

/// The UUID of something that is called `name` for good.
pub(super) fn of(name: &str) -> String {
    Uuid::new_v5(&NAMESPACE, name.as_bytes()).hyphenated().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_namespace_is_ours() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_DNS, b"nettungen.no"));
    }

    /// They are in files that others keep: what makes them must never change.
    #[test]
    fn ids_are_the_same_for_good() {
        assert_eq!(of("tilbud/fjordvik/helsestasjon"), "12a73016-c091-52be-9b71-3b71cf5f8495");
        assert_ne!(of("a"), of("b"));
    }
}
