// A small web server for a built site that sends what the real host would:
// the headers of netlify.toml and of the site's own `_headers`.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parse } from 'smol-toml';

const TYPES = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttl': 'text/turtle; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/** Whether an address is meant by a pattern such as `/a/*` or `/:kommune/x`. */
export function matches(pattern, address) {
  const parts = pattern.split(/(\*|:[a-z]+)/).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(address);
}

/** The rules in a `_headers` file: a pattern, then indented `Name: value` lines. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split('\n').filter((it) => it.trim() && !it.trim().startsWith('#'))) {
    if (!/^\s/.test(line)) {
      rules.push({ for: line.trim(), values: {} });
      continue;
    }
    const colon = line.indexOf(':');
    rules.at(-1).values[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return rules;
}

/** All rules of the host's configuration, those of the site last. */
export function headerRules(site, configuration) {
  const own = path.join(site, '_headers');
  const shared = parse(readFileSync(configuration, 'utf8')).headers ?? [];
  return [...shared, ...(existsSync(own) ? parseHeaders(readFileSync(own, 'utf8')) : [])];
}

/** The file of an address, or of the page that says there is none. */
function locate(site, address) {
  const wanted = path.join(site, path.normalize(decodeURIComponent(address)));
  if (!wanted.startsWith(site)) return { file: path.join(site, '404.html'), status: 404 };
  const candidates = [wanted, path.join(wanted, 'index.html'), `${wanted}.html`];
  const file = candidates.find((it) => existsSync(it) && statSync(it).isFile());
  return file ? { file, status: 200 } : { file: path.join(site, '404.html'), status: 404 };
}

/** Serves a site on a free port of this machine; `close` ends it. */
export async function serve(site, configuration) {
  const rules = headerRules(site, configuration);
  const server = createServer((request, response) => {
    const address = new URL(request.url, 'http://site').pathname;
    const { file, status } = locate(site, address);
    for (const rule of rules.filter((it) => matches(it.for, address))) {
      for (const [name, value] of Object.entries(rule.values)) response.setHeader(name, value);
    }
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.writeHead(existsSync(file) ? status : 404);
    if (existsSync(file)) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return { base: `http://127.0.0.1:${server.address().port}`, close };
}
