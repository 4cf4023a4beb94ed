// What every browser test needs: the site, a browser, and the promises that no
// page may break, checked after each visit.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '../..');
/** The folder of the site that is looked at. */
export const SITE = path.resolve(process.env.NETTUNGEN_SITE ?? path.join(ROOT, 'dist'));
/** The folder of the hosts' configurations that were written with that site. */
export const HOSTING = path.resolve(process.env.NETTUNGEN_HOSTING ?? path.join(ROOT, 'target/tested-hosting'));
/** The browser. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Without these Chromium looks up its maker's servers at every start. */
export const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const NORWEGIAN = { locale: 'nb-NO', timezoneId: 'Europe/Oslo' };

let started;
let browser;

/** Starts a browser. */
export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/**
 * Lets `use` have a clean context of this browser. Chromium's own process may
 * die under a page, rarely, and says nothing of the page by that: `use` is
 * asked once more then, and what dies twice has failed.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {object} options Playwright's context options.
 * @param {(context: import('playwright-core').BrowserContext) => Promise<void>} use
 */
export async function inContext(browser, options, use) {
  try {
    await once(browser, options, use);
  } catch (error) {
    if (!/\b(Page|Target) crashed\b/.test(error.message)) throw error;
    console.error(`Chromium crashed, and is asked once more: ${error.message}`);
    await once(browser, options, use);
  }
}

async function once(browser, options, use) {
  const context = await browser.newContext(options);
  try {
    await use(context);
  } finally {
    await context.close();
  }
}

/** The address of the site's root, without the last slash. */
export const base = () => started.base;

/** The server that was started. */
export const server = () => started;

const ourOwn = () => serve(SITE, path.join(ROOT, 'netlify.toml'));

/** Starts a server, ours or another, and the browser for the tests of one file. */
export function setUp(start = ourOwn) {
  before(async () => {
    assert.ok(existsSync(path.join(SITE, 'index.html')), `no site in ${SITE}: run cargo xtask site`);
    started = await start();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await started?.close();
  });
}

/**
 * Opens a page in a clean browser context, lets `visit` use it, and then checks
 * that the visit left nothing behind and asked nobody else for anything.
 *
 * @param {object} options Playwright's context options; `axe: true` makes `axe` known to the pages.
 * @param {(page: import('playwright-core').Page) => Promise<void>} visit
 */
export function visiting({ axe = false, ...options }, visit) {
  return inContext(browser, { ...NORWEGIAN, baseURL: base(), ...options }, async (context) => {
    if (axe) await context.addInitScript(AXE);
    const page = await context.newPage();
    const faults = watch(page);
    await visit(page);
    await assertNothingKept(context, page, options.javaScriptEnabled !== false);
    assert.deepEqual(faults, []);
  });
}

/** Opens a page for what is no visit to our site alone, such as a page of another. */
export function browse(visit) {
  return inContext(browser, NORWEGIAN, async (context) => visit(await context.newPage()));
}

/** The headers that come with an address. */
export async function headers(address) {
  return Object.fromEntries((await fetch(base() + address)).headers);
}

/** Collects what a well-behaved page never does. */
function watch(page) {
  const faults = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== base()) {
      faults.push(`foreign request: ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => {
    // A page that is left while it loads aborts its requests; that is no fault of the page's.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return faults;
}

async function assertNothingKept(context, page, scripted) {
  assert.deepEqual(await context.cookies(), [], 'a cookie was set');
  if (!scripted) return;
  const kept = await page.evaluate(async () => ({
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(kept, { storage: 0, databases: 0, caches: 0, workers: 0 });
}

/** Opens a page and waits until it has loaded; the answer must be 200. */
export async function open(page, address) {
  const response = await page.goto(address, { waitUntil: 'load' });
  assert.equal(response.status(), 200, address);
}

/** Opens a search page and waits until its engine can answer. */
export async function openSearch(page, address) {
  await open(page, address);
  await page.locator('html[data-search-ready]').waitFor({ state: 'attached' });
}

/** The ids of the results that are shown, best first. */
export function resultIds(page) {
  return page.locator('[data-search-results] [data-id]').evaluateAll((all) => all.map((it) => it.dataset.id));
}
