//! What a machine must have before the commands can do their work. Each
//! module here makes sure of one thing, or says exactly what to run.

pub(crate) mod browser;
pub(crate) mod debian;
pub(crate) mod machine;
pub(crate) mod wasm_target;
