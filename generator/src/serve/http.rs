//! As much of HTTP/1.1 as a preview on one's own machine needs: one request a connection.
//!
//! Everything here works on any reader and writer. A request has a greatest size, and those who call
//! set time limits on the socket, so a client can neither fill the memory nor hold a thread.

use std::io::{self, BufRead, Read, Write};

/// Largest head of a request, in bytes.
const MAX_HEAD: u64 = 16 * 1024;
/// Largest body of a request, in bytes: ours hold one path.
const MAX_BODY: usize = 8 * 1024;

/// What a client asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    /// Such as `GET`.
    pub(super) method: String,
    /// The address as it stands in the request, without query and fragment.
    pub(super) path: String,
    /// The header `Host`.
    pub(super) host: String,
    /// Whether the browser says that one of our own pages asks.
    pub(super) from_own_page: bool,
    /// The body.
    pub(super) body: String,
}

/// Why there is nothing to answer to.
#[derive(Debug)]
pub(super) enum Refused {
    /// The client went away or was too slow.
    Gone,
    /// This is not HTTP as we know it; the status to answer with.
    Status(u16),
}

impl From<io::Error> for Refused {
    fn from(_: io::Error) -> Refused {
        Refused::Gone
    }
}

/// Reads one request.
pub(super) fn read_request(from: &mut impl BufRead) -> Result<Request, Refused> {
    let mut head = from.take(MAX_HEAD);
    let first = line(&mut head)?;
    let mut parts = first.split(' ');
    let (Some(method), Some(target), Some(version), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refused::Status(400));
    };
    if !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return Err(Refused::Status(400));
    }
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    let mut request = Request { method: method.to_owned(), path, ..Request::default() };
    let length = headers(&mut head, &mut request)?;
    if length > MAX_BODY {
        return Err(Refused::Status(413));
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    request.body = String::from_utf8(body).map_err(|_| Refused::Status(400))?;
    Ok(request)
}

/// Reads the headers; the length of the body.
fn headers(head: &mut io::Take<impl BufRead>, request: &mut Request) -> Result<usize, Refused> {
    let mut length = 0;
    loop {
        let line = line(head)?;
        if line.is_empty() {
            return Ok(length);
        }
        let Some((name, value)) = line.split_once(':') else { return Err(Refused::Status(400)) };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            // Two hosts: what others take for ours might be neither.
            "host" if !request.host.is_empty() => return Err(Refused::Status(400)),
            "host" => request.host = value.to_owned(),
            "sec-fetch-site" => request.from_own_page = value == "same-origin",
            "content-length" => length = value.parse().map_err(|_| Refused::Status(400))?,
            "transfer-encoding" => return Err(Refused::Status(411)),
            _ => (),
        }
    }
}

fn line(from: &mut io::Take<impl BufRead>) -> Result<String, Refused> {
    let mut bytes = Vec::new();
    from.read_until(b'\n', &mut bytes)?;
    match bytes.strip_suffix(b"\n") {
        Some(line) => {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            String::from_utf8(line.to_vec()).map_err(|_| Refused::Status(400))
        }
        None if from.limit() == 0 => Err(Refused::Status(431)),
        None => Err(Refused::Gone),
    }
}

/// What goes back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Status of HTTP.
    pub status: u16,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
    /// Names this content: the same for the same bytes of the site.
    pub etag: Option<String>,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A line of plain text.
    pub fn text(status: u16, line: &str) -> Answer {
        let bytes = format!("{line}\n").into_bytes();
        Answer { status, content_type: "text/plain; charset=utf-8", bytes, etag: None }
    }

    /// A page.
    pub fn html(status: u16, text: String) -> Answer {
        Answer { status, content_type: "text/html; charset=utf-8", bytes: text.into_bytes(), etag: None }
    }
}

/// Writes an answer; without its content when only the head was asked for.
pub(super) fn write_answer(to: &mut impl Write, answer: &Answer, policy: &str, head_only: bool) -> io::Result<()> {
    let (status, length) = (answer.status, answer.bytes.len());
    let mut head = format!("HTTP/1.1 {status} {}\r\nContent-Length: {length}\r\n", reason(status));
    head.push_str(&common_headers(answer.content_type, policy));
    if let Some(etag) = &answer.etag {
        head.push_str(&format!("ETag: \"{etag}\"\r\n"));
    }
    head.push_str("\r\n");
    to.write_all(head.as_bytes())?;
    if !head_only {
        to.write_all(&answer.bytes)?;
    }
    to.flush()
}

/// The head of an answer that goes on for as long as the client listens.
pub(super) fn write_stream_head(to: &mut impl Write, policy: &str) -> io::Result<()> {
    write!(to, "HTTP/1.1 200 OK\r\n{}\r\n", common_headers("text/event-stream", policy))?;
    to.flush()
}

/// `policy` is the content security policy that the published site has, so that what it stops shows
/// here first.
fn common_headers(content_type: &str, policy: &str) -> String {
    format!(
        "Content-Type: {content_type}\r\nContent-Security-Policy: {policy}\r\nCache-Control: no-store\r\n\
         Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n"
    )
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Request, Refused> {
        read_request(&mut text.as_bytes())
    }

    #[test]
    fn a_request_is_read_whole() {
        let request =
            read("POST /_apne?x HTTP/1.1\r\nhost: a:1\r\nSEC-FETCH-SITE: same-origin\r\nContent-Length: 2\r\n\r\nab")
                .unwrap();
        assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/_apne"));
        assert_eq!((request.host.as_str(), request.body.as_str()), ("a:1", "ab"));
        assert!(request.from_own_page);
        assert!(!read("POST / HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\n\r\n").unwrap().from_own_page);
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let status = |text: &str| match read(text) {
            Err(Refused::Status(status)) => Some(status),
            Err(Refused::Gone) => None,
            Ok(request) => panic!("{request:?}"),
        };
        assert_eq!(status("GET\r\n\r\n"), Some(400));
        assert_eq!(status("GET http://a/ HTTP/1.1\r\n\r\n"), Some(400));
        assert_eq!(status("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), Some(400));
        assert_eq!(status("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"), Some(413));
        assert_eq!(status("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"), Some(411));
        assert_eq!(status(&format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "a".repeat(20_000))), Some(431));
        assert_eq!(status("GET / HTTP/1.1\r\nHost: a\r\n"), None, "it ends in the middle");
        assert_eq!(status("GET /\u{0}\u{ff} HTTP/1.1 x\r\n\r\n"), Some(400));
    }

    #[test]
    fn a_head_has_no_content_but_its_length() {
        let mut out = Vec::new();
        write_answer(&mut out, &Answer::text(200, "hei"), "default-src 'none'", true).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n") && text.ends_with("\r\n\r\n"), "{text}");
    }
}
