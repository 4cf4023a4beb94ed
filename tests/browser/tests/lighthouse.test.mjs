// Lighthouse: accessibility, best practices and search engines, 100 of 100.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { base, CHROMIUM, QUIET, setUp } from '../harness.mjs';
import { EXAMPLE, PAGES } from '../pages.mjs';

setUp();

const LOOKED_AT = {
  'the portal': PAGES.portal,
  'a kommune': PAGES['a kommune'],
  'search': PAGES.search,
  'a tilbud': PAGES['a tilbud'],
  'a report': `${EXAMPLE}/rapport/lovpalagt/`,
};

// Search engines are asked to leave out what is made up, and search pages. The server of the tests has no
// certificate; that of the public has.
const SKIPPED = ['is-crawlable', 'is-on-https', 'redirects-http'];

test('Lighthouse has nothing to mend', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: [...QUIET, '--headless=new'], userDataDir: profile });
  try {
    for (const [kind, address] of Object.entries(LOOKED_AT)) {
      const { lhr } = await lighthouse(base() + address, {
        port: chrome.port,
        logLevel: 'silent',
        onlyCategories: ['accessibility', 'best-practices', 'seo'],
        skipAudits: SKIPPED,
      });
      for (const category of Object.values(lhr.categories)) {
        const short = category.auditRefs.map((it) => lhr.audits[it.id]).filter((it) => it.score !== null && it.score < 1);
        assert.equal(category.score, 1, `${kind}: ${category.title}: ${short.map((it) => it.id).join(', ')}`);
      }
    }
  } finally {
    await chrome.kill();
    rmSync(profile, { recursive: true, force: true });
  }
});
