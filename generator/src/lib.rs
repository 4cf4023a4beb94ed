//! Nettungen.
