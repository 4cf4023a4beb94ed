// The preview as an editor meets it: save a file, and the open page is renewed.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inContext, launch } from '../harness.mjs';
import { preview } from '../preview.mjs';

const TILBUD = 'kommuner/testvik/tilbud/helsestasjon.md';
const PAGE = '/testvik/tilbud/helsestasjon/';
const LONG = Array.from({ length: 60 }, (_, n) => `## Del ${n}\n\nTekst nummer ${n} om helsestasjonen.\n`).join('\n');

const tilbud = (title, status = 'publisert') => `---
tittel: ${title}
sammendrag: Gratis helsekontroll og råd.
status: ${status}
pyramidenivå: alle
tema: [helse]
tilbudstype: [helsetjeneste]
målgrupper: [barn]
inngang: [direkte]
kontakt: {telefon: "00 00 00 00"}
kontrollert: {dato: 2026-10-01, av: Ledende helsesykepleier}
---
${LONG}`;

let folder;
let server;
let browser;

const put = (file, text) => {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
};

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'nettungen-'));
  put('fylker/testfylket/eier.yaml', 'navn: Testfylket\neksempel: true\n');
  put('kommuner/testvik/kommune.yaml', 'nummer: "9909"\nnavn: Testvik\neksempel: true\nfylke: testfylket\n');
  put(TILBUD, tilbud('Helsestasjon'));
  server = await preview(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and lets `visit` use it; the page may not complain. */
function visiting(address, visit) {
  return inContext(browser, { baseURL: server.base, locale: 'nb-NO' }, async (context) => {
    put(TILBUD, tilbud('Helsestasjon'));
    const page = await context.newPage();
    const faults = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address);
    await visit(page, context);
    assert.deepEqual(faults, []);
    assert.deepEqual(await context.cookies(), []);
  });
}

const heading = (page, text) => page.locator('h1', { hasText: text }).waitFor();

test('a save renews the open page where one reads', () => visiting(`${PAGE}#del-30`, async (page) => {
  await page.locator('[data-nu-strip] code', { hasText: TILBUD }).waitFor();
  await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
  put(TILBUD, tilbud('Den nye stasjonen'));
  await heading(page, 'Den nye stasjonen');
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);
  assert.equal(await page.evaluate(() => location.hash), '#del-30');
}));

test('a list shows the save too, and another page is left in peace', () => visiting('/testvik/a-a/', async (page, context) => {
  const other = await context.newPage();
  await other.goto('/metoden/');
  await other.evaluate(() => { window.mark = 'not reloaded'; });
  put(TILBUD, tilbud('Stasjonen i lista'));
  await page.locator('.card a', { hasText: 'Stasjonen i lista' }).waitFor();
  assert.equal(await other.evaluate(() => window.mark), 'not reloaded');
}));

test('a search page keeps what was asked', () => visiting('/testvik/sok/#q=helsestasjon', async (page) => {
  const found = (title) => page.locator('[data-search-results] [data-id="testvik/helsestasjon"]', { hasText: title }).waitFor();
  await found('Helsestasjon');
  put(TILBUD, tilbud('Ny helsestasjon'));
  await found('Ny helsestasjon');
  assert.match(await page.evaluate(() => location.hash), /q=helsestasjon/);
  assert.equal(await page.locator('input[type=search]').inputValue(), 'helsestasjon');
}));

test('what is wrong lies over the last good page, until it is mended', () => visiting(PAGE, async (page) => {
  put(TILBUD, tilbud('Uferdig', 'pubisert'));
  const overlay = page.locator('[data-nu-overlay]');
  await overlay.waitFor();
  const said = await overlay.innerText();
  assert.match(said, /Innholdet har 1 feil/);
  assert.match(said, /helsestasjon\.md:4:9/);
  assert.match(said, /mente du `publisert`\?/);
  assert.equal(await overlay.locator('mark').innerText(), 'pubisert');
  assert.equal(await page.locator('h1').innerText(), 'Helsestasjon', 'the last good page is behind');
  put(TILBUD, tilbud('Rettet'));
  await heading(page, 'Rettet');
  await overlay.waitFor({ state: 'detached' });
}));

test('drafts are marked, and listed with what is due', () => visiting('/_status', async (page) => {
  put('kommuner/testvik/tilbud/ny.md', '---\ntittel: Splitter ny\nstatus: utkast\n---\nTekst.\n');
  const link = page.locator('a', { hasText: 'Splitter ny' });
  await link.waitFor();
  await link.click();
  await page.locator('.badge', { hasText: 'Utkast' }).first().waitFor();
  await page.goto('/testvik/sok/#q=splitter');
  await page.locator('[data-id="testvik/ny"] .badge', { hasText: 'Utkast' }).waitFor();
}));
