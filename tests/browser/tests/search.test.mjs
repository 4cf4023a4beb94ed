// Searching, as the test hooks of the design describe it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, openSearch, resultIds, setUp, visiting } from '../harness.mjs';
import { EXAMPLE } from '../pages.mjs';

setUp();

test('a search finds a tilbud and opens it', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/`);
  await page.locator('input[type=search]').fill('helsestasjon');
  const first = page.locator('[data-search-results] [data-id*=helsestasjon]').first();
  await first.waitFor();
  assert.match(await page.evaluate(() => location.hash), /^#q=helsestasjon/);
  assert.match(await page.locator('[data-search-count]').innerText(), /\d/);

  const link = first.locator('a').first();
  const title = (await link.innerText()).trim();
  await link.click();
  await page.waitForURL(/\/tilbud\//);
  assert.equal((await page.locator('h1').innerText()).trim(), title);
}));

test('an inflected word finds the same tilbud', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=helsestasjonene`);
  await page.locator('[data-search-results] [data-id*=helsestasjon]').first().waitFor();
}));

test('the beginning of a word is enough', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=helsest`);
  await page.locator('[data-search-results] [data-id*=helsestasjon]').first().waitFor();
}));

test('an address with a query shows its results, and Back restores the former ones', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=helsestasjon`);
  await page.locator('[data-search-results] [data-id*=helsestasjon]').first().waitFor();
  assert.equal(await page.locator('input[type=search]').inputValue(), 'helsestasjon');
  const before = await resultIds(page);

  await page.locator('[data-search-results] [data-id] a').first().click();
  await page.waitForURL(/\/tilbud\//);
  await page.goBack();
  await page.locator('[data-search-results] [data-id]').first().waitFor();
  assert.deepEqual(await resultIds(page), before);
}));

test('an age and a theme narrow the results', () => visiting({}, async (page) => {
  const count = async (address) => {
    // Another fragment alone would be no new visit.
    await page.goto('about:blank');
    await openSearch(page, address);
    const said = page.locator('[data-search-count]').filter({ hasText: /\d/ });
    return Number((await said.textContent()).match(/\d+/)[0]);
  };
  const all = await count(`${EXAMPLE}/sok/`);
  const narrowed = await count(`${EXAMPLE}/sok/#q=&alder=14`);
  assert.ok(narrowed > 0, 'nothing for a 14-year-old');
  assert.ok(narrowed < all, `${narrowed} of ${all}`);
}));

test('a query without results says so and helps on', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=qxzwqxzw`);
  await page.locator('[data-search-count]').filter({ hasText: /\S/ }).waitFor();
  assert.deepEqual(await resultIds(page), []);
  const hint = page.locator('[data-search-hint]');
  assert.match(await hint.innerText(), /listene under/);
  assert.match(await hint.locator('a').getAttribute('href'), /snakk/);
  assert.ok(await page.locator('[data-search-browse]').isVisible(), 'the lists that it speaks of');
  await page.locator('input[type=search]').fill('helsestasjon');
  await page.locator('[data-search-browse]').waitFor({ state: 'hidden' });
}));

test('what is marked is what was asked, not each word of a phrase that means it', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=mobbing`);
  await page.locator('mark').first().waitFor();
  const marked = (await page.locator('mark').allInnerTexts()).map((it) => it.toLowerCase());
  assert.ok(marked.some((it) => it.startsWith('mobb')), marked.join());
  assert.deepEqual(marked.filter((it) => /^(få|får|var|vær|være|vår|med)$/.test(it)), []);
}));

test('a misspelt word is offered as the index spells it', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/#q=mobing%20p%C3%A5%20skolen`);
  const hint = page.locator('[data-search-hint]');
  await hint.locator('a').waitFor();
  assert.equal(await hint.innerText(), 'Mente du mobbing på skolen?');
  await hint.locator('a').click();
  await page.waitForFunction(() => document.querySelector('input[type=search]').value === 'mobbing på skolen');
}));

test('`/` leads to the field from a filter too', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/`);
  const filter = page.locator('[data-search-facets] input[type=checkbox]').first();
  await filter.focus();
  await page.keyboard.press('/');
  assert.equal(await page.locator(':focus').getAttribute('type'), 'search');
  await page.keyboard.type('a/b');
  assert.equal(await page.locator('input[type=search]').inputValue(), 'a/b');
}));

test('odd input leaves the page alive', () => visiting({}, async (page) => {
  await openSearch(page, `${EXAMPLE}/sok/`);
  const field = page.locator('input[type=search]');
  for (const odd of ['🙂🙂', 'og i på', '§ 1-1 "', 'ض'.repeat(50), 'a'.repeat(10_000), '%00<script>']) {
    await field.fill(odd);
  }
  await field.fill('helsestasjon');
  await page.locator('[data-search-results] [data-id*=helsestasjon]').first().waitFor();
}));

test('without JavaScript the search page offers a list to browse', () => visiting({ javaScriptEnabled: false }, async (page) => {
  await open(page, `${EXAMPLE}/sok/`);
  assert.ok(await page.locator(`main a[href*="${EXAMPLE}/"]`).count() > 0, 'no way on from the search page');
}));
