// axe-core on every kind of page, in light and dark, and the narrowest screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, setUp, visiting } from '../harness.mjs';
import { FRAMES, PAGES } from '../pages.mjs';

setUp();

const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

// The dark page is the light one in other colours.
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds wrong with the page, a line for each element. */
async function violations(page, runOnly) {
  const found = await page.evaluate((only) => axe.run(document, { runOnly: only }), runOnly);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`));
}

const LOOKED_AT = { ...PAGES, ...FRAMES };

for (const [colorScheme, rules] of [['light', ALL], ['dark', COLOURS]]) {
  for (const [kind, address] of Object.entries(LOOKED_AT)) {
    test(`axe finds nothing wrong with ${kind}, ${colorScheme}`, () =>
      visiting({ axe: true, colorScheme }, async (page) => {
        await open(page, address);
        assert.deepEqual(await violations(page, rules), []);
      }));
  }
}

test('no page scrolls sideways at 320 pixels', () => visiting({ viewport: { width: 320, height: 640 } }, async (page) => {
  const wide = [];
  for (const [kind, address] of Object.entries(LOOKED_AT)) {
    await open(page, address);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) wide.push(`${kind}: ${excess} px`);
  }
  assert.deepEqual(wide, []);
}));

// One table that is wider than the paper makes the browser shrink every page of a report.
for (const [media, width] of [['screen', 1280], ['print', 673]]) {
  test(`no table of a report is wider than ${width} pixels (${media})`, () => visiting({ viewport: { width, height: 900 } }, async (page) => {
    await page.emulateMedia({ media });
    const wide = [];
    for (const address of Object.values(PAGES).filter((it) => it.startsWith('/fjordvik/rapport/'))) {
      await open(page, address);
      wide.push(...await page.$$eval('.report .scroll:has(table)', (all) => all.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.innerText.slice(0, 40))));
    }
    assert.deepEqual(wide, []);
  }));
}

test('the first Tab reaches a link past the menu, and it works', () => visiting({}, async (page) => {
  await open(page, PAGES['a kommune']);
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(target ?? '', /^#/);
  assert.equal(await page.locator(target).count(), 1);
}));

/** Presses Tab until something is reached; a task that needs more than `most` is none for the keyboard. */
async function tabTo(page, selector, most = 80) {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((it) => document.activeElement?.matches(it), selector)) return;
  }
  assert.fail(`${selector} is not reached on ${page.url()}`);
}

test('with the keyboard alone: from the first page by search to a tilbud', () => visiting({}, async (page) => {
  await open(page, PAGES['a kommune']);
  await tabTo(page, '#ask');
  await page.keyboard.type('helsestasjon');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sok\/#q=helsestasjon/);
  await page.locator('[data-search-results] [data-id]').first().waitFor();
  await tabTo(page, '[data-search-results] [data-id] a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tilbud\//);
}));

test('with the keyboard alone: choosing a kommune', () => visiting({}, async (page) => {
  await open(page, PAGES.portal);
  await tabTo(page, '#kommune');
  await page.keyboard.type('guovdageaidnu');
  await page.getByText('Én kommune passer').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/kautokeino\//);
}));

test('with the keyboard alone: a pick-list in the order one wants, emptied again', () => visiting({}, async (page) => {
  await open(page, PAGES['the pick-list']);
  await tabTo(page, '[data-pick] input');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const order = () => page.evaluate(() => decodeURIComponent(location.hash));
  const first = await order();
  assert.match(first, /^#t=[^,]+,[^,]+$/);
  await page.locator('[data-my-list-chosen] [data-up]').nth(1).focus();
  await page.keyboard.press('Enter');
  assert.equal(await order(), `#t=${first.slice(3).split(',').reverse().join(',')}`);
  await page.locator('[data-my-list-clear]').focus();
  await page.keyboard.press('Enter');
  assert.equal(await order(), '');
}));

test('what has focus can be seen, and is not behind the button to leave', () => visiting({ viewport: { width: 360, height: 640 } }, async (page) => {
  await open(page, PAGES['a kommune']);
  for (let pressed = 0; pressed < 40; pressed++) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const it = document.activeElement;
      if (it === document.body || it.matches('.leave, .skip')) return '';
      const [at, leave] = [it.getBoundingClientRect(), document.querySelector('.leave').getBoundingClientRect()];
      const seen = at.bottom > 0 && at.top < innerHeight;
      const covered = at.left >= leave.left && at.right <= leave.right && at.top >= leave.top && at.bottom <= leave.bottom;
      return seen && !covered ? '' : it.outerHTML.slice(0, 80);
    });
    assert.equal(hidden, '');
  }
}));
