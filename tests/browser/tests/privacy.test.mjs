// No page asks anyone else for anything or keeps anything: each visit checks
// that (harness.mjs). Here each kind of page is visited with that only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, browse, open, setUp, visiting } from '../harness.mjs';
import { FRAMES, PAGES } from '../pages.mjs';

setUp();

for (const [kind, address] of Object.entries({ ...PAGES, ...FRAMES })) {
  test(`${kind} keeps to itself`, () => visiting({}, async (page) => {
    await open(page, address);
    await page.waitForLoadState('networkidle');
  }));
}

test('the content policy forbids inline scripts and everything foreign', async () => {
  const { headers } = await fetch(base());
  const policy = headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

/** A page on which `leave` takes one to the neutral site, which is answered here. */
const leaving = (visit) => browse(async (page) => {
  await page.route('https://www.yr.no/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Vær</title>' }));
  await page.goto(`${base()}/fjordvik/`);
  await page.goto(`${base()}/fjordvik/sok/#q=krisesenter`);
  await visit(page);
  await page.waitForURL('https://www.yr.no/');
  await page.goBack();
  assert.equal(page.url(), `${base()}/fjordvik/`, 'the page that was left is not gone back to');
});

test('the button to leave takes one away at once, and Back does not return', () => leaving((page) => page.locator('[data-leave]').click()));

test('so does Shift three times, but not twice with something between', () => leaving(async (page) => {
  for (const key of ['Shift', 'Shift', 'a', 'Shift']) await page.keyboard.press(key);
  assert.match(page.url(), /\/sok\//);
  for (let times = 0; times < 2; times++) await page.keyboard.press('Shift');
}));

test('without JavaScript the button is a plain link', () => visiting({ javaScriptEnabled: false }, async (page) => {
  await open(page, '/fjordvik/sok/');
  assert.equal(await page.locator('[data-leave]').getAttribute('href'), 'https://www.yr.no/');
  assert.ok(await page.locator('[data-leave]').isVisible());
}));
