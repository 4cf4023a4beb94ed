// axe-core on every kind of page, in light and dark, and the narrowest screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, setUp, visiting } from '../harness.mjs';
import { PAGES } from '../pages.mjs';

setUp();

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page, a line for each element. */
async function violations(page) {
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), RULES);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`));
}

for (const colorScheme of ['light', 'dark']) {
  for (const [kind, address] of Object.entries(PAGES)) {
    test(`axe finds nothing wrong with ${kind}, ${colorScheme}`, () =>
      visiting({ axe: true, colorScheme }, async (page) => {
        await open(page, address);
        assert.deepEqual(await violations(page), []);
      }));
  }
}

test('no page scrolls sideways at 320 pixels', () => visiting({ viewport: { width: 320, height: 640 } }, async (page) => {
  const wide = [];
  for (const [kind, address] of Object.entries(PAGES)) {
    await open(page, address);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) wide.push(`${kind}: ${excess} px`);
  }
  assert.deepEqual(wide, []);
}));

test('the first Tab reaches a link past the menu, and it works', () => visiting({}, async (page) => {
  await open(page, PAGES['a kommune']);
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(target ?? '', /^#/);
  assert.equal(await page.locator(target).count(), 1);
}));
