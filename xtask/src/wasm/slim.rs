//! Takes out of the compiled module what only makes messages for panics.
//!
//! Nobody reads them in the browser: the module's own panic handler ignores
//! its argument and stops. The compiler cannot know that the formatting of
//! such messages is never run, since the standard library refers to it by
//! function pointers; by name it is easily told.

use anyhow::{Context as _, bail};

/// Parts of the mangled names of functions that are only reached by panicking.
const ONLY_IN_PANICS: [&str; 7] = [
    "4core3fmt",
    "4core9panicking",
    "slice_index_fail",
    "slice_error_fail",
    "13assert_failed",
    "14do_count_chars",
    "23char_count_general_case",
];

/// No locals, `unreachable`, end.
const STOP: [u8; 3] = [0x00, 0x00, 0x0b];

/// A section of a module: its number and where its content is.
struct Section {
    id: u8,
    start: usize,
    end: usize,
}

/// The module with the bodies of those functions replaced by a stop.
///
/// # Errors
///
/// When the bytes are no WebAssembly module with names.
pub(super) fn without_messages(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let sections = sections(module).context("not a WebAssembly module")?;
    let n_imports = sections.iter().find(|it| it.id == 2).map_or(Some(0), |it| imports(module, it));
    let n_imports = n_imports.context("cannot read the imports")?;
    let stopped = stopped(module, &sections).context("the module has no names")?;
    if stopped.is_empty() {
        bail!("no function that makes messages was found: have they other names now?");
    }
    let mut slim = module[..8].to_vec();
    for it in &sections {
        let mut content = module[it.start..it.end].to_vec();
        if it.id == 10 {
            content = bodies(&content, n_imports, &stopped).context("cannot read the code")?;
        }
        slim.push(it.id);
        write_number(&mut slim, content.len());
        slim.extend(content);
    }
    Ok(slim)
}

fn sections(module: &[u8]) -> Option<Vec<Section>> {
    let mut sections = Vec::new();
    let mut at = 8;
    while let Some(&id) = module.get(at) {
        at += 1;
        let length = number(module, &mut at)?;
        sections.push(Section { id, start: at, end: at + length });
        at += length;
    }
    (module.starts_with(b"\0asm") && at == module.len()).then_some(sections)
}

/// How many functions are imported; they are numbered first.
fn imports(module: &[u8], section: &Section) -> Option<usize> {
    let mut at = section.start;
    let mut n_functions = 0;
    for _ in 0..number(module, &mut at)? {
        for _ in 0..2 {
            at += number(module, &mut at)?;
        }
        let kind = *module.get(at)?;
        at += 1;
        number(module, &mut at)?;
        if kind != 0 {
            return None;
        }
        n_functions += 1;
    }
    Some(n_functions)
}

/// The numbers of the functions to stop, by the section of names.
fn stopped(module: &[u8], sections: &[Section]) -> Option<Vec<usize>> {
    let mut numbers = Vec::new();
    for it in sections.iter().filter(|it| it.id == 0) {
        let mut at = it.start;
        let length = number(module, &mut at)?;
        let is_names = module.get(at..at + length)? == b"name";
        at += length;
        while is_names && at < it.end {
            let part = *module.get(at)?;
            at += 1;
            let end = number(module, &mut at)? + at;
            if part == 1 {
                function_names(module, at, &mut numbers)?;
            }
            at = end;
        }
    }
    Some(numbers)
}

fn function_names(module: &[u8], mut at: usize, numbers: &mut Vec<usize>) -> Option<()> {
    for _ in 0..number(module, &mut at)? {
        let function = number(module, &mut at)?;
        let length = number(module, &mut at)?;
        let name = std::str::from_utf8(module.get(at..at + length)?).ok()?;
        at += length;
        if ONLY_IN_PANICS.iter().any(|it| name.contains(it)) {
            numbers.push(function);
        }
    }
    Some(())
}

fn bodies(code: &[u8], n_imports: usize, stopped: &[usize]) -> Option<Vec<u8>> {
    let mut at = 0;
    let n_functions = number(code, &mut at)?;
    let mut out = Vec::new();
    write_number(&mut out, n_functions);
    for function in n_imports..n_imports + n_functions {
        let length = number(code, &mut at)?;
        let body = code.get(at..at + length)?;
        at += length;
        let body = if stopped.contains(&function) { &STOP } else { body };
        write_number(&mut out, body.len());
        out.extend(body);
    }
    Some(out)
}

/// Reads a LEB128 number.
fn number(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let (mut n, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        n |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte < 0x80 {
            return Some(n);
        }
        if shift > 28 {
            return None;
        }
    }
}

fn write_number(out: &mut Vec<u8>, mut n: usize) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

#[cfg(test)]
mod tests {
    use super::without_messages;

    /// A type, two functions, their code, and their names.
    fn module(name: &str) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([1, 4, 1, 0x60, 0, 0]);
        bytes.extend([3, 3, 2, 0, 0]);
        bytes.extend([10, 9, 2, 3, 0, 0x01, 0x0b, 3, 0, 0x01, 0x0b]);
        let names = [&[0, 1, b'a', 1, name.len() as u8], name.as_bytes()].concat();
        let part = [&[1, names.len() as u8 + 1, 2], names.as_slice()].concat();
        let section = [b"\x04name".as_slice(), &part].concat();
        bytes.extend([0, section.len() as u8]);
        bytes.extend(section);
        bytes
    }

    #[test]
    fn what_makes_messages_stops_and_the_rest_stays() {
        let before = module("_RNvNtC_4core3fmt5write");
        let after = without_messages(&before).unwrap();
        assert_eq!(after.len(), before.len());
        let code = after.windows(9).find(|it| it[0] == 10 && it[1] == 9).unwrap();
        assert_eq!(code, [10, 9, 2, 3, 0, 0x01, 0x0b, 3, 0]);
        assert!(after.windows(3).any(|it| it == [0x00, 0x00, 0x0b]));
    }

    #[test]
    fn a_module_without_such_functions_or_names_is_an_error() {
        assert!(without_messages(&module("other")).is_err());
        assert!(without_messages(b"not a module").is_err());
    }
}
