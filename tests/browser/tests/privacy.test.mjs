// No page asks anyone else for anything or keeps anything: each visit checks
// that (harness.mjs). Here each kind of page is visited with that only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, open, setUp, visiting } from '../harness.mjs';
import { PAGES } from '../pages.mjs';

setUp();

for (const [kind, address] of Object.entries(PAGES)) {
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
