// The site behind a real nginx: nothing is blocked, nothing leaves, and every
// file comes with the headers it should.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { base, HOSTING, headers, open, openSearch, resultIds, server, setUp, SITE, visiting } from '../harness.mjs';
import { nginx } from '../nginx.mjs';
import { EXAMPLE, FRAMES, PAGES } from '../pages.mjs';

setUp(() => nginx(SITE, path.join(HOSTING, 'nginx.conf')));

test('every kind of page loads whole: no request is refused, none leaves', () => visiting({}, async (page) => {
  for (const address of [...Object.values(PAGES), ...Object.values(FRAMES)]) {
    await open(page, address);
    await page.waitForLoadState('networkidle');
  }
}));

test('the search module is compiled and answers', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=helsestasjon`);
  await page.locator('[data-search-results] [data-id]').first().waitFor();
  assert.ok((await resultIds(page)).length > 0);
  assert.ok(server().requests().every((it) => !it.includes('?') && !it.includes('helsestasjon ')), 'a query was sent');
}));

test('the search is loaded while one writes on the first page, and not once more', () => visiting({}, async (page) => {
  await open(page, `${EXAMPLE}/`);
  await page.waitForLoadState('networkidle');
  const before = server().requests().length;
  const large = [/sok\.\w+\.js /, /_bg\.\w+\.wasm /, /kjerne\.\w+\.txt /];
  const loaded = () => server().requests().slice(before).filter((line) => large.some((it) => it.test(line)));
  await Promise.all([...large.map((it) => page.waitForResponse((answer) => it.test(`${answer.url()} `))), page.locator('#ask').focus()]);
  await page.locator('#ask').fill('helsestasjon');
  await page.keyboard.press('Enter');
  await page.locator('[data-search-results] [data-id]').first().waitFor();
  assert.equal(loaded().length, large.length, loaded().join('\n'));
}));

test('pages, files and frames come with their headers', async () => {
  const page = await headers(`${EXAMPLE}/`);
  assert.match(page['content-security-policy'], /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
  assert.doesNotMatch(page['content-security-policy'], /unsafe-inline|'unsafe-eval'/);
  assert.equal(page['referrer-policy'], 'no-referrer');
  assert.equal(page['x-content-type-options'], 'nosniff');
  assert.equal(page['x-frame-options'], 'SAMEORIGIN');
  assert.equal(page['cache-control'], 'no-cache');
  const html = await (await fetch(`${base()}${EXAMPLE}/`)).text();
  const file = await headers(html.match(/href="(\/filer\/[^"]+\.css)"/)[1]);
  assert.equal(file['cache-control'], 'public, max-age=31536000, immutable');
  assert.match(file['content-security-policy'], /default-src 'none'/);
  assert.equal((await headers(`${EXAMPLE}/sok/indeks.json`))['cache-control'], 'no-cache');
  assert.equal((await headers('/embed.js'))['cache-control'], 'no-cache');
  const frame = await headers(FRAMES['a frame with tilbud']);
  assert.match(frame['content-security-policy'], /frame-ancestors 'self' https:\/\/www\.fjordvik\.example$/);
  assert.equal(frame['x-frame-options'], undefined);
});

test('open data says what it is, and other sites may read it', async () => {
  const kinds = { 'tilbud.csv': 'text/csv', 'katalog.ttl': 'text/turtle', 'endringer.atom': 'application/atom+xml', 'hsds.json': 'application/json' };
  for (const [name, kind] of Object.entries(kinds)) {
    const said = await headers(`${EXAMPLE}/data/${name}`);
    assert.ok(said['content-type'].startsWith(kind), `${name}: ${said['content-type']}`);
    assert.equal(said['access-control-allow-origin'], '*', name);
    assert.equal(said['x-content-type-options'], 'nosniff', name);
  }
  assert.equal((await headers(`${EXAMPLE}/`))['access-control-allow-origin'], undefined);
});

test('old addresses lead to the new ones, for good', async () => {
  for (const old of ['/fjordvik/tilbud/hfu/', '/fjordvik/tilbud/hfu']) {
    const answer = await fetch(base() + old, { redirect: 'manual' });
    assert.equal(answer.status, 301, old);
    assert.equal(answer.headers.get('location'), '/fjordvik/tilbud/helsestasjon-for-ungdom/', old);
  }
});

test('what is not there says so with the page for it, and what is for the host stays with it', async () => {
  for (const address of ['/finnes-ikke/', '/_headers', '/_redirects', '/.nettungen']) {
    const answer = await fetch(base() + address);
    assert.equal(answer.status, 404, address);
    assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/, address);
    assert.match(await answer.text(), /Vi finner ikke siden/, address);
  }
});
