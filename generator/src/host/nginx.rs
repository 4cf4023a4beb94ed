//! nginx. Each header is a variable that follows from the address: an `add_header` within a
//! `location` would switch all others off.

use super::{ASK, Moved, PRIVATE, Paths, Rule, TYPES, cases, names, regex};

/// A file to include in `http { … }`: maps and a server.
pub fn nginx(rules: &[Rule], moved: &[Moved]) -> String {
    let mut out = String::from("# Made by `nettungen build --hosting`. Include it in the http block.\n");
    for name in names(rules) {
        out.push_str(&map(name, &cases(rules, name)));
    }
    out.push_str("map $uri $nettungen_moved {\n    default \"\";\n");
    for it in moved {
        out.push_str(&format!("    \"~^{}/?$\" {};\n", it.from.replace('.', "\\."), it.to));
    }
    out.push_str("}\n\n");
    out.push_str(&server(rules));
    out
}

fn variable(name: &str) -> String {
    format!("$nettungen_{}", name.to_lowercase().replace('-', "_"))
}

/// The value of a header by address. nginx takes the first pattern that matches, so the later rules stand first.
fn map(name: &str, cases: &[(&Paths, &str)]) -> String {
    let mut out = format!("map $uri {} {{\n", variable(name));
    let common = cases.iter().find(|(paths, _)| **paths == Paths::All).map(|(_, value)| *value);
    let default = common.unwrap_or(if name == "Cache-Control" { ASK } else { "" });
    out.push_str(&format!("    default \"{default}\";\n"));
    // A frame's own policy says who may show it.
    if name == "X-Frame-Options" {
        out.push_str("    \"~/embed/\" \"\";\n");
    }
    for (paths, value) in cases.iter().rev().filter(|(paths, _)| **paths != Paths::All) {
        out.push_str(&format!("    \"~{}\" \"{value}\";\n", regex(paths)));
    }
    out.push_str("}\n");
    out
}

fn server(rules: &[Rule]) -> String {
    let mut out = String::from(
        "server {\n    listen 8080;\n    server_name _;\n    root /srv/nettungen/dist;\n\n    \
         charset utf-8;\n    charset_types text/css text/plain text/csv text/turtle application/json text/javascript application/javascript;\n    \
         absolute_redirect off;\n    server_tokens off;\n    gzip on;\n    gzip_vary on;\n    \
         gzip_types text/css text/plain text/csv text/turtle text/javascript application/javascript application/json application/atom+xml \
         application/xml application/wasm image/svg+xml;\n\n",
    );
    for name in names(rules) {
        out.push_str(&format!("    add_header {name} {} always;\n", variable(name)));
    }
    out.push_str("\n    if ($nettungen_moved) {\n        return 301 $nettungen_moved;\n    }\n");
    out.push_str(&format!("    location ~ \"{PRIVATE}\" {{\n        return 404;\n    }}\n"));
    for (ending, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or(kind);
        out.push_str(&format!(
            "    location ~ \"\\.{ending}$\" {{\n        types {{ }}\n        default_type {kind};\n    }}\n"
        ));
    }
    out.push_str("    location / {\n        try_files $uri $uri/ =404;\n    }\n    error_page 404 /404.html;\n}\n");
    out
}
