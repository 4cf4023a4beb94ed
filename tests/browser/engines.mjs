// The engines that are measured: ours on a built site, MiniSearch and Pagefind over
// the same records. Each is a page whose `ask(q)` says the best ten: ours by id, the
// others by their number among the documents, so that they carry nothing for it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

export const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Day and minute that our engine believes it is. */
const NOW = '{ day: 20779, minute: 720 }';
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/** Serves the site, and `/maal/` from `work`; everything in brotli, and counted. */
export async function serve(site, work) {
  const packed = new Map();
  const log = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = address.startsWith('/maal/') ? path.join(work, address.slice(6)) : path.join(site, address);
    try {
      if (!packed.has(file)) {
        packed.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }));
      }
    } catch {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(file);
    log.push({ file, size: body.length });
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'br', 'Content-Length': body.length,
      'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cache-Control': 'max-age=3600',
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { log, base: `http://localhost:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } };
}

/** A page that loads an engine, asks it what stands in the fragment, and says when it knows. */
const pageOf = (head, script) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}<script type="module">
${script}
globalThis.ask = ask;
const q = decodeURIComponent(location.hash.slice(1));
if (q) { globalThis.found = await ask(q); globalThis.done = performance.now(); } else globalThis.done = 1;
</script>`;

/** The addresses of our index's parts. */
export const partsOf = (site, place) => JSON.parse(readFileSync(path.join(site, place, 'sok/indeks.json'), 'utf8'));

/** Our engine, as the search page loads it. */
export function ours(site, place) {
  const PARTS = partsOf(site, place);
  const engine = `/filer/sok/${readdirSync(path.join(site, 'filer/sok')).find((it) => /^engine\.\w+\.js$/.test(it))}`;
  // An index of parts has a module of its own, as on the search page.
  const named = PARTS.quick || !PARTS.texts ? /^nettungen_search_parts_bg\.\w+\.wasm$/ : /^nettungen_search_bg\.\w+\.wasm$/;
  const module = `/filer/sok/${readdirSync(path.join(site, 'filer/sok')).find((it) => named.test(it))}`;
  const head = [module, PARTS.quick ?? PARTS.core].map((it) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${it}">`).join('');
  const script = `import { openSearch } from ${JSON.stringify(engine)};
const full = (part) => part && new URL(part, location.href).href;
const search = await openSearch("/", Object.fromEntries(Object.entries(${JSON.stringify(PARTS)}).map(([name, part]) => [name, full(part)])));
globalThis.whole = search.whole;
const ask = async (q) => (await search.search({ q, limit: search.parted ? 2 : 10, now: ${NOW} })).hits.map((it) => it.id);`;
  return pageOf(head + `<link rel="modulepreload" href="${engine}">`, script);
}

/** The records as peers take them. */
export function documents(site, place) {
  const text = (it) => it?.nb ?? it?.nn ?? '';
  const { tilbud } = JSON.parse(readFileSync(path.join(site, place, 'data/tilbud.json'), 'utf8'));
  return tilbud.map((it, id) => ({
    id, record: it.id, title: text(it.tittel), summary: text(it.sammendrag), body: text(it.tekst), keywords: (it.søkeord?.nb ?? []).join(' '),
    url: new URL(it.adresse, 'https://nettungen.example').pathname, tema: it.tema ?? [],
  }));
}

/** MiniSearch as its documentation sets it up, with the weights it recommends. */
export async function miniSearch(docs, work, peers) {
  const { default: MiniSearch } = await import(pathToFileURL(path.join(peers, 'node_modules/minisearch/dist/es/index.js')));
  const options = { fields: ['title', 'summary', 'body', 'keywords'], storeFields: ['title', 'url', 'summary'] };
  const search = { boost: { title: 4, keywords: 3, summary: 2 }, prefix: true, fuzzy: 0.2 };
  const start = performance.now();
  const index = new MiniSearch(options);
  index.addAll(docs);
  writeFileSync(path.join(work, 'minisearch.json'), JSON.stringify(index));
  const seconds = (performance.now() - start) / 1000;
  writeFileSync(path.join(work, 'minisearch.js'), readFileSync(path.join(peers, 'node_modules/minisearch/dist/es/index.js')));
  const head = '<link rel="modulepreload" href="/maal/minisearch.js"><link rel="preload" as="fetch" crossorigin="anonymous" href="/maal/minisearch.json">';
  const page = pageOf(head, `import MiniSearch from "/maal/minisearch.js";
const index = MiniSearch.loadJSON(await (await fetch("/maal/minisearch.json")).text(), ${JSON.stringify(options)});
const ask = async (q) => index.search(q, ${JSON.stringify(search)}).slice(0, 10).map((it) => it.id);`);
  return { page, seconds };
}

/** Pagefind over a page for each record. */
export function pagefind(docs, work, peers) {
  const pages = path.join(work, 'pages');
  mkdirSync(pages, { recursive: true });
  const safe = (text) => text.replace(/[<&]/g, (it) => `&#${it.charCodeAt(0)};`);
  for (const it of docs) {
    writeFileSync(path.join(pages, `${it.id}.html`), `<!doctype html><html lang="no"><title>${safe(it.title)}</title><main data-pagefind-body><h1>${safe(it.title)}</h1>`
      + `<p>${safe(it.summary)}<p>${safe(it.body)}<p>${safe(it.keywords)}${it.tema.map((t) => `<span data-pagefind-filter="tema">${t}</span>`).join('')}</main></html>`);
  }
  const start = performance.now();
  execFileSync('npx', ['--prefix', peers, 'pagefind', '--site', pages, '--output-path', path.join(work, 'pagefind')], { stdio: 'ignore', cwd: peers });
  const seconds = (performance.now() - start) / 1000;
  // What its users see: the first ten, with their excerpts.
  const page = pageOf('<link rel="modulepreload" href="/maal/pagefind/pagefind.js">', `import * as pagefind from "/maal/pagefind/pagefind.js";
await pagefind.options({ basePath: "/maal/pagefind/" });
const ask = async (q) => {
  const { results } = await pagefind.search(q);
  const best = await Promise.all(results.slice(0, 10).map((it) => it.data()));
  return best.map((it) => Number(it.url.match(/(\\d+)\\.html/)[1]));
};`);
  return { page, seconds };
}

