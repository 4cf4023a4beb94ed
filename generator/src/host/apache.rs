//! Apache 2.4: lines for a virtual host, or for `.htaccess` in the site's folder.

use super::{ASK, Moved, PRIVATE, Paths, Rule, TYPES, regex};

/// The lines. They need the modules `headers`, `alias`, `mime`, `setenvif` and `dir`.
pub fn apache(rules: &[Rule], moved: &[Moved]) -> String {
    let mut out = String::from(
        "# Made by `nettungen build --hosting`. For a virtual host, or as .htaccess in the site's folder.\n\
         DirectoryIndex index.html\nErrorDocument 404 /404.html\nAddDefaultCharset utf-8\nOptions -Indexes\n",
    );
    for (ending, kind) in TYPES {
        out.push_str(&format!("AddType \"{kind}\" .{ending}\n"));
    }
    out.push_str(&format!("RedirectMatch 404 \"{PRIVATE}\"\n"));
    for it in moved {
        out.push_str(&format!("RedirectMatch 301 \"^{}/?$\" \"{}\"\n", it.from.replace('.', "\\."), it.to));
    }
    out.push_str(&format!("Header always set Cache-Control \"{ASK}\"\n"));
    for rule in rules {
        out.push_str(&headers(rule));
    }
    out
}

fn headers(rule: &Rule) -> String {
    let mut lines = String::new();
    for (name, value) in &rule.headers {
        lines.push_str(&format!("Header always set {name} \"{value}\"\n"));
        // A frame's own policy says who may show it.
        if value.contains("frame-ancestors") {
            lines.push_str("Header always unset X-Frame-Options\n");
        }
    }
    match rule.paths {
        Paths::All => lines,
        _ => format!("<If \"%{{REQUEST_URI}} =~ m#{}#\">\n{lines}</If>\n", regex(&rule.paths)),
    }
}
