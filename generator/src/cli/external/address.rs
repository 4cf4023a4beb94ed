//! Addresses: which may be asked, how they are written in a request, and where a redirect leads.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::check::host;

/// Whether `ip` is an address that the whole world can reach.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let special = a == 0 || a >= 240 || (a, b, c) == (192, 0, 0) || (a == 198 && (b == 18 || b == 19));
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || shared
        || special)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    if let Some(inner) = ip.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    // Only 2000::/3 is handed out. In it, Teredo, examples and 6to4 are no places of their own.
    (a & 0xe000) == 0x2000 && (a, b) != (0x2001, 0) && (a, b) != (0x2001, 0xdb8) && a != 0x2002
}

/// Whether the name in `url` is one of this machine or its network, as far as the name tells.
pub(super) fn is_local_name(url: &str) -> bool {
    let host = host(url).trim_end_matches('.').to_ascii_lowercase();
    if let Ok(ip) = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        return !is_public(ip);
    }
    let ends = [".localhost", ".local", ".internal", ".lan", ".home.arpa"];
    !host.contains('.') || ends.into_iter().any(|end| host.ends_with(end))
}

/// `url` as it is written in a request: without letters that only people read. `None` when its site has
/// such letters in its name.
pub(super) fn as_sent(url: &str) -> Option<String> {
    let start = url.find("://")? + 3;
    let end = url[start..].find(['/', '?', '#']).map_or(url.len(), |at| start + at);
    if !url[..end].is_ascii() {
        return None;
    }
    let rest = url[end..].split('#').next().unwrap_or_default();
    let mut out = url[..end].to_owned();
    for byte in rest.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>[]\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

/// Where `location`, in the answer to a request for `url`, leads; `None` when not to a page on the web.
pub(super) fn joined(url: &str, location: &str) -> Option<String> {
    let location = location.trim().split('#').next().unwrap_or_default();
    let lower = location.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Some(location.to_owned());
    }
    let start = url.find("://")?;
    if let Some(rest) = location.strip_prefix("//") {
        return Some(format!("{}://{rest}", &url[..start]));
    }
    let root_end = url[start + 3..].find(['/', '?']).map_or(url.len(), |at| start + 3 + at);
    let (root, path) = url.split_at(root_end);
    let path = path.split('?').next().unwrap_or_default();
    if location.starts_with('/') {
        return Some(format!("{root}{location}"));
    }
    if location.starts_with('?') {
        return Some(format!("{root}{}{location}", if path.is_empty() { "/" } else { path }));
    }
    // A word with a colon before any slash is another scheme.
    let first = location.split('/').next().unwrap_or_default();
    if location.is_empty() || first.contains(':') {
        return None;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(format!("{root}{folder}/{location}"))
}
