// Takes the pictures of the guides in docs/: `npm run pictures`, or `cargo xtask pictures`.
// They show the example kommune Fjordvik on the day of the tests, so they change only when the product does.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from './harness.mjs';
import { preview, root } from './preview.mjs';

const OUT = path.join(root, 'docs/bilder');
const TILBUD = 'kommuner/fjordvik/tilbud/helsestasjon.md';

/** What is shown on each picture: the address, the part of the page, and what is done before. */
const PICTURES = {
  'forhandsvisning': { address: '/fjordvik/tilbud/helsestasjon/', height: 620 },
  'pyramide': { address: '/fjordvik/rapport/pyramide/', height: 1120 },
  // From here on the content has a mistake.
  'feil': { address: '/fjordvik/tilbud/helsestasjon/', height: 560, wrong: true },
  'status': { address: '/_status', height: 620 },
};

const folder = mkdtempSync(path.join(tmpdir(), 'nettungen-'));
const content = path.join(folder, 'content');
cpSync(path.join(root, 'content'), content, { recursive: true });
mkdirSync(OUT, { recursive: true });
const server = await preview(content);
const browser = await launch();
try {
  const viewport = (height) => ({ width: 860, height });
  for (const [name, { address, height, wrong }] of Object.entries(PICTURES)) {
    const context = await browser.newContext({ viewport: viewport(height), locale: 'nb-NO', timezoneId: 'Europe/Oslo', baseURL: server.base });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    if (wrong) {
      const file = path.join(content, TILBUD);
      writeFileSync(file, readFileSync(file, 'utf8').replace('status: publisert', 'status: pubisert'));
      await page.locator('[data-nu-overlay]').waitFor();
    }
    const target = path.join(OUT, `${name}.png`);
    await page.screenshot({ path: target });
    console.log(`${target}: ${Math.round(statSync(target).size / 1024)} KiB`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
