//! The `nettungen` command.
fn main() {}
