// No page asks anyone else for anything or keeps anything: each visit checks
// that (harness.mjs). Here each kind of page is visited with that only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, setUp, visiting } from '../harness.mjs';
import { PAGES } from '../pages.mjs';

setUp();

for (const [kind, address] of Object.entries(PAGES)) {
  test(`${kind} keeps to itself`, () => visiting({}, async (page) => {
    await open(page, address);
    await page.waitForLoadState('networkidle');
  }));
}

test('the content policy forbids inline scripts and everything foreign', () => visiting({}, async (page) => {
  const response = await page.request.get('/');
  const policy = response.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  assert.equal(response.headers()['referrer-policy'], 'no-referrer');
  assert.equal(response.headers()['x-content-type-options'], 'nosniff');
}));
