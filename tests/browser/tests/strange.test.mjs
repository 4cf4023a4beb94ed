// Content that nobody expects (tests/strange/): texts without a place to break, other scripts, forty opening
// hours, next to nothing, and markup in every field. Served by the preview, which shows pages as published.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inContext, launch } from '../harness.mjs';
import { preview, root } from '../preview.mjs';

const TILBUD = ['forti', 'hoyre', 'lang', 'lang-tittel', 'merket', 'tom'];
const PAGES = [
  '/underlig/', '/underlig/a-a/', '/underlig/tema/helse/', '/underlig/snakk-med-noen/', '/underlig/min-liste/',
  '/underlig/embed/liste/', '/underlig/embed/', '/underlig/rapport/kartlegging/', '/underlig/rapport/plan/',
  ...TILBUD.map((it) => `/underlig/tilbud/${it}/`),
];

let server;
let browser;

before(async () => {
  server = await preview(path.join(root, 'tests/strange'));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Lets `visit` use a page of this width; nothing that an editor wrote may have run. */
function visiting(width, visit) {
  return inContext(browser, { baseURL: server.base, locale: 'nb-NO', viewport: { width, height: 640 } }, async (context) => {
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    await visit(page);
    assert.deepEqual(faults, []);
  });
}

for (const width of [320, 1280]) {
  test(`nothing is wider than ${width} pixels, and nothing written there runs`, () => visiting(width, async (page) => {
    const wrong = [];
    for (const address of PAGES) {
      const response = await page.goto(address);
      assert.equal(response.status(), 200, address);
      const [excess, hit] = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, window.hit]);
      if (excess > 0) wrong.push(`${address}: ${excess} px too wide`);
      if (hit !== undefined) wrong.push(`${address}: a script ran`);
    }
    assert.deepEqual(wrong, []);
  }));
}

test('search finds texts from right to left, and shows markup as text', () => visiting(320, async (page) => {
  for (const [query, id, text] of [['الأسرة', 'hoyre', 'مركز الأسرة'], ['onerror', 'merket', '"><img src=x onerror="hit=1">']]) {
    await page.goto(`/underlig/sok/#q=${encodeURIComponent(query)}`);
    await page.reload();
    const hit = page.locator(`[data-search-results] [data-id="underlig/${id}"]`);
    await hit.waitFor();
    assert.ok((await hit.innerText()).includes(text), query);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${query} is too wide`);
  }
}));

test('all forty opening hours can be read', () => visiting(320, async (page) => {
  await page.goto('/underlig/tilbud/forti/');
  const text = await page.locator('main').innerText();
  for (let line = 1; line <= 40; line++) assert.match(text, new RegExp(`Linje ${line}\\b`));
}));
