//! The `nettungen` command.

use std::process::ExitCode;

// Building is mostly making small strings and giving them back: the system's allocator takes a third of the
// time, and keeps what several threads have freed.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    nettungen::cli::main()
}
