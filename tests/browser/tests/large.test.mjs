// A kommune with so many tilbud that an index of parts answers until the whole one is there.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inContext, launch } from '../harness.mjs';
import { preview, root } from '../preview.mjs';

const MANY = 1_100;
const FULL = /\/filer\/sok\/(kjerne|tekst)\.\w+\.txt$/;

let folder;
let server;
let browser;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'nettungen-stor-'));
  cpSync(path.join(root, 'tests/strange'), folder, { recursive: true });
  for (let nr = 0; nr < MANY; nr++) {
    const tema = nr % 2 ? 'fritid' : 'helse';
    writeFileSync(path.join(folder, `kommuner/underlig/tilbud/gruppe-${nr}.md`), `---
tittel: Gruppe ${nr}
sammendrag: Møtes hver uke.
status: publisert
pyramidenivå: alle
tema: [${tema}]
tilbudstype: [gruppe]
målgrupper: [barn]
inngang: [alle]
åpningstider: [{dager: [mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag], fra: "00:00", til: "23:59"}]
kontrollert: {dato: 2026-10-01, av: Leder}
---
${nr === 777 ? 'Her lærer vi å temme edderkopper.' : 'Kom innom.'}
`);
  }
  server = await preview(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** A page of which the whole index is held back until `release` is called. */
function visiting(visit, given = {}) {
  return inContext(browser, { baseURL: server.base, locale: 'nb-NO' }, async (context) => {
    const page = await context.newPage();
    const asked = [];
    let release;
    const released = new Promise((done) => { release = done; });
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.route(FULL, async (route) => { await released; await (given.answer ?? ((it) => it.continue()))(route); });
    await visit(page, release, asked);
  });
}

const results = (page) => page.locator('[data-search-results] [data-id]');

test('a few parts answer first, then the whole index does', () => visiting(async (page, release, asked) => {
  await page.goto('/underlig/sok/#q=edderkopper');
  await results(page).first().waitFor();
  assert.equal(await results(page).first().getAttribute('data-id'), 'underlig/gruppe-777');
  assert.equal(await page.locator('[data-search-results] mark').count(), 0, 'a part has no bodies to show');
  const parts = asked.filter((it) => /\/filer\/sok\/\w+\/[tr]\d+\.txt$/.test(it));
  assert.ok(parts.length > 0 && parts.length <= 4, `${parts}`);
  release();
  await page.locator('[data-search-results] mark', { hasText: 'edderkopper' }).waitFor();
  assert.equal(await results(page).first().getAttribute('data-id'), 'underlig/gruppe-777');
}));

test('opening hours are asked of the whole index', () => visiting(async (page, release) => {
  await page.goto('/underlig/sok/#q=gruppe&apen=na&tema=fritid');
  await page.waitForTimeout(300);
  assert.equal(await results(page).count(), 0);
  release();
  await results(page).first().waitFor();
  assert.match(await page.locator('[data-search-count]').innerText(), new RegExp(`\\b${MANY / 2}\\b`));
}));

test('when the whole index cannot be had, the parts go on answering', () => visiting(async (page, release) => {
  await page.goto('/underlig/sok/#q=gruppe');
  await results(page).first().waitFor();
  release();
  await page.locator('[data-search-hint][role=alert]').waitFor();
  assert.ok(await results(page).count() > 0, 'what was found stays');
  await page.fill('#sok', 'edderkopper');
  await page.locator('[data-search-results] > :first-child[data-id="underlig/gruppe-777"]').waitFor();
}, { answer: (route) => route.abort() }));
