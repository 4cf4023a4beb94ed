// Measures the search of a built site in Chromium, beside Pagefind and
// MiniSearch over the same records: `cargo xtask bench` runs it.
//
//   node measure-search.mjs SITE PLACE WORK PEERS
//
// PLACE is a kommune, or empty for the portal; WORK is an empty folder; PEERS is
// a folder with the packages `pagefind` and `minisearch`, or empty. Prints JSON.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright-core';

const [SITE, PLACE, WORK, PEERS] = process.argv.slice(2);
const HERE = path.dirname(new URL(import.meta.url).pathname);
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** Day and minute that our engine believes it is. */
const NOW = '{ day: 20779, minute: 720 }';
const RUNS = 5;
/** The addresses of our index's parts. */
const PARTS = JSON.parse(readFileSync(path.join(SITE, PLACE, 'sok/indeks.json'), 'utf8'));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

const queries = readdirSync(path.join(HERE, '../relevance')).filter((it) => /^(fjordvik|elvedal|viddalen)\.tsv$/.test(it))
  .flatMap((it) => readFileSync(path.join(HERE, '../relevance', it), 'utf8').split('\n'))
  .filter((it) => it && !it.startsWith('#')).map((it) => it.split('\t')[1]);

const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const spread = (all) => {
  const sorted = [...all].sort((a, b) => a - b);
  return { p50: part(sorted, 0.5), p90: part(sorted, 0.9), p99: part(sorted, 0.99) };
};

/** Serves the site, and `/maal/` from WORK; everything in brotli, and counted. */
async function serve() {
  const packed = new Map();
  const log = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = address.startsWith('/maal/') ? path.join(WORK, address.slice(6)) : path.join(SITE, address);
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

function ours() {
  const engine = `/filer/sok/${readdirSync(path.join(SITE, 'filer/sok')).find((it) => /^engine\.\w+\.js$/.test(it))}`;
  // An index of parts has a module of its own, as on the search page.
  const named = PARTS.quick || !PARTS.texts ? /^nettungen_search_parts_bg\.\w+\.wasm$/ : /^nettungen_search_bg\.\w+\.wasm$/;
  const module = `/filer/sok/${readdirSync(path.join(SITE, 'filer/sok')).find((it) => named.test(it))}`;
  const head = [module, PARTS.quick ?? PARTS.core].map((it) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${it}">`).join('');
  const script = `import { openSearch } from ${JSON.stringify(engine)};
const full = (part) => part && new URL(part, location.href).href;
const search = await openSearch("/", Object.fromEntries(Object.entries(${JSON.stringify(PARTS)}).map(([name, part]) => [name, full(part)])));
globalThis.whole = search.whole;
const ask = async (q) => (await search.search({ q, limit: search.parted ? 2 : 10, now: ${NOW} })).total;`;
  return pageOf(head + `<link rel="modulepreload" href="${engine}">`, script);
}

/** The records as peers take them. */
function documents() {
  const text = (it) => it?.nb ?? it?.nn ?? '';
  const { tilbud } = JSON.parse(readFileSync(path.join(SITE, PLACE, 'data/tilbud.json'), 'utf8'));
  return tilbud.map((it, id) => ({
    id, title: text(it.tittel), summary: text(it.sammendrag), body: text(it.tekst), keywords: (it.søkeord?.nb ?? []).join(' '),
    url: new URL(it.adresse).pathname, tema: it.tema ?? [],
  }));
}

async function miniSearch(docs) {
  const { default: MiniSearch } = await import(pathToFileURL(path.join(PEERS, 'node_modules/minisearch/dist/es/index.js')));
  const options = { fields: ['title', 'summary', 'body', 'keywords'], storeFields: ['title', 'url', 'summary'] };
  const search = { boost: { title: 4, keywords: 3, summary: 2 }, prefix: true, fuzzy: 0.2 };
  const start = performance.now();
  const index = new MiniSearch(options);
  index.addAll(docs);
  writeFileSync(path.join(WORK, 'minisearch.json'), JSON.stringify(index));
  const seconds = (performance.now() - start) / 1000;
  writeFileSync(path.join(WORK, 'minisearch.js'), readFileSync(path.join(PEERS, 'node_modules/minisearch/dist/es/index.js')));
  const head = '<link rel="modulepreload" href="/maal/minisearch.js"><link rel="preload" as="fetch" crossorigin="anonymous" href="/maal/minisearch.json">';
  const page = pageOf(head, `import MiniSearch from "/maal/minisearch.js";
const index = MiniSearch.loadJSON(await (await fetch("/maal/minisearch.json")).text(), ${JSON.stringify(options)});
const ask = async (q) => index.search(q, ${JSON.stringify(search)}).length;`);
  return { page, seconds };
}

function pagefind(docs) {
  const pages = path.join(WORK, 'pages');
  mkdirSync(pages, { recursive: true });
  const safe = (text) => text.replace(/[<&]/g, (it) => `&#${it.charCodeAt(0)};`);
  for (const it of docs) {
    writeFileSync(path.join(pages, `${it.id}.html`), `<!doctype html><html lang="no"><title>${safe(it.title)}</title><main data-pagefind-body><h1>${safe(it.title)}</h1>`
      + `<p>${safe(it.summary)}<p>${safe(it.body)}<p>${safe(it.keywords)}${it.tema.map((t) => `<span data-pagefind-filter="tema">${t}</span>`).join('')}</main></html>`);
  }
  const start = performance.now();
  execFileSync('npx', ['--prefix', PEERS, 'pagefind', '--site', pages, '--output-path', path.join(WORK, 'pagefind')], { stdio: 'ignore', cwd: PEERS });
  const seconds = (performance.now() - start) / 1000;
  // What its users see: the first ten, with their excerpts.
  const page = pageOf('<link rel="modulepreload" href="/maal/pagefind/pagefind.js">', `import * as pagefind from "/maal/pagefind/pagefind.js";
await pagefind.options({ basePath: "/maal/pagefind/" });
const ask = async (q) => {
  const { results } = await pagefind.search(q);
  await Promise.all(results.slice(0, 10).map((it) => it.data()));
  return results.length;
};`);
  return { page, seconds };
}

/** Fresh browser, slow network: time to the first answer, bytes and requests. */
async function cold(browser, site, name, asked) {
  const rows = [];
  for (const q of asked) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    site.log.length = 0;
    await page.goto(`${site.base}/maal/${name}.html#${encodeURIComponent(q)}`, { timeout: 300_000 });
    await page.waitForFunction('globalThis.done', null, { timeout: 300_000 });
    const ms = await page.evaluate('done');
    // The rest of our index comes after the answer.
    const late = PARTS.quick ? [PARTS.core, PARTS.texts] : [PARTS.texts];
    const first = site.log.filter((it) => !late.some((address) => it.file.endsWith(address)));
    rows.push({ ms, bytes: first.reduce((sum, it) => sum + it.size, 0), requests: first.length });
    await context.close();
  }
  return rows;
}

/** The whole index there, every query asked once before. */
async function warm(browser, site, name) {
  const page = await browser.newPage();
  await page.goto(`${site.base}/maal/${name}.html`, { timeout: 300_000 });
  await page.waitForFunction('globalThis.done', null, { timeout: 300_000 });
  const times = await page.evaluate(async (queries) => {
    await ask(queries[0]);
    await globalThis.whole?.catch(() => {});
    for (const q of queries) await ask(q);
    const times = [];
    for (let round = 0; round < 3; round++) {
      for (const q of queries) {
        const start = performance.now();
        await ask(q);
        times.push(performance.now() - start);
      }
    }
    return times;
  }, queries);
  await page.close();
  return spread(times);
}

async function measure(browser, site, name, { page, seconds }) {
  writeFileSync(path.join(WORK, `${name}.html`), page);
  const few = queries.filter((_, at) => at % Math.floor(queries.length / 20) === 0);
  const once = await cold(browser, site, name, few);
  const again = await cold(browser, site, name, Array(RUNS).fill('hjelp til økonomi'));
  return {
    seconds, cold: spread(again.map((it) => it.ms)).p50,
    bytes: spread(once.map((it) => it.bytes)), requests: spread(once.map((it) => it.requests)), warm: await warm(browser, site, name),
  };
}

const site = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET });
const engines = { ours: { page: ours() } };
if (PEERS) {
  const docs = documents();
  engines.minisearch = await miniSearch(docs);
  engines.pagefind = pagefind(docs);
}
const said = {};
for (const [name, engine] of Object.entries(engines)) said[name] = await measure(browser, site, name, engine);
await browser.close();
site.close();
console.log(JSON.stringify(said));
