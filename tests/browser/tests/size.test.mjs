// What a search costs to load, by what the browser asks for. The limits only go
// down; CONTRIBUTING says what the goals are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { EXAMPLE } from '../pages.mjs';
import { openSearch, setUp, SITE, visiting } from '../harness.mjs';

setUp();

/** The most bytes of brotli, and the most requests. */
const MODULE_AND_SCRIPT = 28_200;
const FIRST_ANSWER = { bytes: 54_200, requests: 5 };
const WHOLE = 87_700;

const packed = (address) => brotliCompressSync(readFileSync(path.join(SITE, address)), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
}).length;

/** The addresses of files that a first search loads, besides what every page has. */
async function loaded(query) {
  const addresses = [];
  await visiting({}, async (page) => {
    page.on('request', (request) => addresses.push(new URL(request.url()).pathname));
    await openSearch(page, `${EXAMPLE}/sok/#q=${query}`);
    await page.locator('[data-search-results] [data-id]').first().waitFor();
  });
  return addresses.filter((it) => it.startsWith('/filer/sok/'));
}

test('a search loads no more than it has to', async () => {
  const addresses = await loaded('helsestasjon');
  const sizes = Object.fromEntries(addresses.map((it) => [it, packed(it)]));
  const sum = (keep) => Object.entries(sizes).filter(([it]) => keep.test(it)).reduce((n, [, size]) => n + size, 0);
  const said = JSON.stringify(sizes);
  assert.equal(Object.keys(sizes).length, addresses.length, `loaded twice: ${addresses}`);

  const module = sum(/\.(wasm|js)$/);
  assert.ok(module > 0 && module <= MODULE_AND_SCRIPT, `${module} bytes of module and script: ${said}`);
  const first = sum(/\.(wasm|js)$|kjerne/);
  assert.ok(first <= FIRST_ANSWER.bytes, `${first} bytes before the first answer: ${said}`);
  const whole = sum(/./);
  assert.ok(whole <= WHOLE, `${whole} bytes for the whole search: ${said}`);
  // The page itself, and what it searches with.
  const requests = 1 + addresses.filter((it) => !it.includes('tekst')).length;
  assert.ok(requests <= FIRST_ANSWER.requests, `${requests} requests: ${addresses}`);
  console.log(`module and script ${module}, first answer ${first}, whole search ${whole} bytes of brotli`);
});
