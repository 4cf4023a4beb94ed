// Measures the search of a built site in Chromium, beside Pagefind and
// MiniSearch over the same records: `cargo xtask bench` runs it.
//
//   node measure-search.mjs SITE PLACE WORK PEERS
//
// PLACE is a kommune, or empty for the portal; WORK is an empty folder; PEERS is
// a folder with the packages `pagefind` and `minisearch`, or empty. Prints JSON.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { documents, miniSearch, ours, pagefind, partsOf, QUIET, serve } from './engines.mjs';
import { judged } from './judged.mjs';

const [SITE, PLACE, WORK, PEERS] = process.argv.slice(2);
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const RUNS = 5;
const PARTS = partsOf(SITE, PLACE);

const queries = ['fjordvik', 'elvedal', 'viddalen'].flatMap((it) => judged(it)).map((it) => it.query);

const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const spread = (all) => {
  const sorted = [...all].sort((a, b) => a - b);
  return { p50: part(sorted, 0.5), p90: part(sorted, 0.9), p99: part(sorted, 0.99) };
};

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

const site = await serve(SITE, WORK);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET });
const engines = { ours: { page: ours(SITE, PLACE) } };
if (PEERS) {
  const docs = documents(SITE, PLACE);
  engines.minisearch = await miniSearch(docs, WORK, PEERS);
  engines.pagefind = pagefind(docs, WORK, PEERS);
}
const said = {};
for (const [name, engine] of Object.entries(engines)) said[name] = await measure(browser, site, name, engine);
await browser.close();
site.close();
console.log(JSON.stringify(said));
