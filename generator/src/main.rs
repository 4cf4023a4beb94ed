//! The `nettungen` command.

use std::process::ExitCode;

// Building is mostly making small strings and giving them back: the system's allocator takes a third of the
// time, and keeps what several threads have freed. Version 2 of this one, because it gives memory back within a
// tenth of a second; version 3 keeps it for a whole one (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    nettungen::cli::main()
}
