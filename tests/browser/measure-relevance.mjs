// Asks our search, MiniSearch, Pagefind and tantivy the judged queries over the same
// records, the example kommuner: `cargo xtask bench` runs it.
//
//   node measure-relevance.mjs SITE WORK PEERS PROGRAM...
//
// SITE is the built example, WORK an empty folder, PEERS as for measure-search.mjs;
// PROGRAM... is `nettungen search` with its options. Prints a line of JSON.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { documents, miniSearch, ours, pagefind, QUIET, serve } from './engines.mjs';
import { judged, worth } from './judged.mjs';

const [SITE, WORK, PEERS, ...PROGRAM] = process.argv.slice(2);
/** Kommune, file of queries, and what the set is called. */
const SETS = [
  ['elvedal', 'elvedal', 'tuned'], ['fjordvik', 'fjordvik', 'tuned'], ['viddalen', 'viddalen', 'tuned'],
  ['fjordvik', 'fjordvik-ferske', 'fresh'], ['viddalen', 'viddalen-ferske', 'fresh'],
  ['fjordvik', 'fjordvik-setninger', 'sentences'],
];

/** What answers in a page of the browser. */
async function inPage(browser, kommune, name, page, docs = []) {
  const work = path.join(WORK, kommune);
  writeFileSync(path.join(work, `${name}.html`), page);
  const site = await serve(SITE, work);
  const tab = await browser.newPage();
  await tab.goto(`${site.base}/maal/${name}.html`);
  await tab.waitForFunction('globalThis.done', null, { timeout: 120_000 });
  await tab.evaluate(() => globalThis.whole);
  const ids = (best) => best.map((it) => docs[it]?.record ?? it);
  return { ask: async (q) => ids(await tab.evaluate((q) => ask(q), q)), close: async () => { await tab.close(); site.close(); } };
}

function tantivy(kommune) {
  const ask = (q) => {
    const [program, ...options] = [...PROGRAM, '--kommune', kommune, '--engine', 'tantivy', '--limit', '10', '--json', '--', q];
    return JSON.parse(execFileSync(program, options, { encoding: 'utf8' })).hits.map((it) => it.id);
  };
  return { ask, close: () => {} };
}

async function engines(browser, kommune) {
  const work = path.join(WORK, kommune);
  mkdirSync(work, { recursive: true });
  const open = { ours: () => inPage(browser, kommune, 'ours', ours(SITE, kommune)), tantivy: () => tantivy(kommune) };
  if (PEERS) {
    const docs = documents(SITE, kommune);
    open.minisearch = async () => inPage(browser, kommune, 'minisearch', (await miniSearch(docs, work, PEERS)).page, docs);
    open.pagefind = () => inPage(browser, kommune, 'pagefind', pagefind(docs, work, PEERS).page, docs);
  }
  return open;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET });
const sums = {};
for (const [kommune, file, set] of SETS) {
  for (const [name, open] of Object.entries(await engines(browser, kommune))) {
    const engine = await open();
    const sum = ((sums[name] ??= {})[set] ??= { queries: 0, ndcg: 0, success: 0 });
    for (const { query, grades } of judged(file, kommune)) {
      const { ndcg, success } = worth(await engine.ask(query), grades);
      sum.queries += 1;
      sum.ndcg += ndcg;
      sum.success += success;
    }
    await engine.close();
  }
}
await browser.close();
for (const sets of Object.values(sums)) {
  for (const sum of Object.values(sets)) {
    sum.ndcg /= sum.queries;
    sum.success /= sum.queries;
  }
}
console.log(JSON.stringify(sums));
