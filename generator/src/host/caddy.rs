//! Caddy. Within `route`, directives take effect in the order in which they stand.

use super::{ASK, Moved, PRIVATE, Paths, Rule, TYPES, regex};

/// A `Caddyfile`.
pub fn caddyfile(rules: &[Rule], moved: &[Moved]) -> String {
    let mut out = String::from(
        "# Made by `nettungen build --hosting`. DOMAIN is the address of the site, SITE the folder it was built into.\n\
         {$DOMAIN::8080} {\n\troot * {$SITE:/srv/nettungen/dist}\n\tencode zstd gzip\n\n\troute {\n",
    );
    out.push_str(&format!("\t\theader Cache-Control \"{ASK}\"\n"));
    for (at, rule) in rules.iter().enumerate() {
        out.push_str(&headers(at, rule));
    }
    for (at, it) in moved.iter().enumerate() {
        out.push_str(&format!("\t\t@moved{at} path {0} {0}/\n\t\tredir @moved{at} {1} permanent\n", it.from, it.to));
    }
    for (ending, kind) in TYPES {
        out.push_str(&format!("\t\t@{ending} path *.{ending}\n\t\theader @{ending} Content-Type \"{kind}\"\n"));
    }
    out.push_str(&format!("\t\t@private path_regexp {PRIVATE}\n\t\terror @private 404\n\t\tfile_server\n\t}}\n"));
    out.push_str("\thandle_errors {\n\t\trewrite * /404.html\n\t\tfile_server\n\t}\n}\n");
    out
}

fn headers(at: usize, rule: &Rule) -> String {
    let mut out = String::new();
    let matcher = match rule.paths {
        Paths::All => String::new(),
        _ => {
            out.push_str(&format!("\t\t@rule{at} path_regexp {}\n", regex(&rule.paths)));
            format!("@rule{at} ")
        }
    };
    for (name, value) in &rule.headers {
        out.push_str(&format!("\t\theader {matcher}{name} \"{value}\"\n"));
        // A frame's own policy says who may show it.
        if value.contains("frame-ancestors") {
            out.push_str(&format!("\t\theader {matcher}-X-Frame-Options\n"));
        }
    }
    out
}
