// Our pages in frames of another site, across two origins in a real browser.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { base, browse, headers, open, setUp, visiting } from '../harness.mjs';
import { EXAMPLE, PAGES } from '../pages.mjs';

setUp();

const LIST = `${EXAMPLE}/embed/liste/`;
let host;

// The kommune's own site. Its name is one that `kommune.yaml` allows; here it stands for that one.
before(async () => {
  host = createServer((request, response) => {
    const what = decodeURIComponent(new URL(request.url, 'http://host').search.slice(1));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="nb"><title>Kommunen</title><h1>Kommunens egen side</h1>${what}</html>`);
  });
  await new Promise((ready) => host.listen(0, '127.0.0.1', ready));
});
after(() => host?.close());

const origin = () => `http://127.0.0.1:${host.address().port}`;

/** Opens a page of the other site that holds `html`; that site is allowed to show our frames, or not. */
async function embedded(html, { allowed = true }, visit) {
  await browse(async (page) => {
    if (allowed) {
      await page.route(`${base()}${EXAMPLE}/embed/**`, async (route) => {
        const answer = await route.fetch();
        const policy = answer.headers()['content-security-policy'].replace('https://www.fjordvik.example', origin());
        await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
      });
    }
    await page.goto(`${origin()}/?${encodeURIComponent(html)}`);
    await visit(page);
  });
}

const element = (hash = '') =>
  `<script src="${base()}/embed.js" defer></script>` +
  `<nettungen-tilbud src="${base()}${LIST}${hash}" title="Tilbud"><a href="${base()}${EXAMPLE}/">Tilbud</a></nettungen-tilbud>`;

test('the policy of the frames names the sites of kommune.yaml, and no other page may be framed', async () => {
  const frame = await headers(LIST);
  assert.match(frame['content-security-policy'], /frame-ancestors 'self' https:\/\/www\.fjordvik\.example/);
  assert.doesNotMatch(frame['content-security-policy'], /unsafe-inline|'unsafe-eval'/);
  const page = await headers(`${EXAMPLE}/`);
  assert.equal(page['x-frame-options'], 'SAMEORIGIN');
});

test('an allowed site shows the chosen tilbud, as high as they are', () => embedded(element('#tema=helse'), {}, async (page) => {
  const frame = page.frameLocator('nettungen-tilbud iframe');
  await frame.locator('li[data-facets][hidden]').first().waitFor({ state: 'attached' });
  await frame.locator('li[data-facets]:not([hidden]) .card').first().waitFor();
  const shown = await frame.locator('li[data-facets]:not([hidden])').evaluateAll((all) => all.map((it) => it.dataset.facets));
  const all = await frame.locator('li[data-facets]').count();
  assert.ok(shown.length > 0 && shown.length < all, `${shown.length} of ${all}`);
  assert.ok(shown.every((it) => it.includes('tema=helse')));
  await page.waitForFunction(() => {
    const { offsetHeight, style } = document.querySelector('nettungen-tilbud iframe');
    return style.height && offsetHeight > 500;
  });
  const inner = await frame.locator('body').evaluate((body) => body.getBoundingClientRect().height);
  const outer = await page.locator('nettungen-tilbud iframe').evaluate((it) => it.offsetHeight);
  assert.ok(Math.abs(inner - outer) <= 2, `${inner} in ${outer}`);
}));

test('only the frame itself decides how high it is', () => embedded(element('#antall=1'), {}, async (page) => {
  const frame = page.frameLocator('nettungen-tilbud iframe');
  await frame.locator('.card').first().waitFor();
  await page.waitForFunction(() => document.querySelector('nettungen-tilbud iframe').style.height);
  const before = await page.locator('nettungen-tilbud iframe').evaluate((it) => it.style.height);
  await page.evaluate(() => postMessage({ nettungen: 'height', height: 77 }, '*'));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await page.locator('nettungen-tilbud iframe').evaluate((it) => it.style.height), before);
}));

test('a site that is not allowed gets an empty frame', () => embedded(element(), { allowed: false }, async (page) => {
  await page.locator('nettungen-tilbud iframe').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  const inner = page.frames().find((it) => it !== page.mainFrame());
  assert.equal(await inner.locator('.card').count(), 0);
}));

test('without the script the link inside is shown, and the plain frame works', () => embedded(
  `<nettungen-tilbud src="${base()}${LIST}"><a href="${base()}${EXAMPLE}/">Tilbud</a></nettungen-tilbud><iframe src="${base()}${LIST}#alder=14" width="100%" height="600" title="Tilbud"></iframe>`,
  {},
  async (page) => {
    assert.ok(await page.locator('nettungen-tilbud a').isVisible());
    await page.frameLocator('iframe').locator('li:not([hidden]) .card').first().waitFor();
  },
));

test('a link in the frame opens in the whole window', () => embedded(element('#antall=3'), {}, async (page) => {
  await page.frameLocator('nettungen-tilbud iframe').locator('.card h2 a').first().click();
  await page.waitForURL(new RegExp(`${base()}.*/tilbud/`));
}));

test('what is typed in the framed box goes into the fragment of the whole window', () => embedded(
  `<script src="${base()}/embed.js" defer></script><nettungen-tilbud src="${base()}${EXAMPLE}/embed/sok/" title="Søk"></nettungen-tilbud>`,
  {},
  async (page) => {
    const frame = page.frameLocator('nettungen-tilbud iframe');
    await frame.locator('input[type=search]').fill('helsestasjon');
    await frame.locator('button').click();
    await page.waitForURL(`${base()}${EXAMPLE}/sok/#q=helsestasjon`);
  },
));

test('the element takes frames from its own site only', () => embedded(
  `<script src="${base()}/embed.js" defer></script><nettungen-tilbud src="http://ond.example/">Nei</nettungen-tilbud>`,
  {},
  async (page) => {
    await page.waitForFunction(() => customElements.get('nettungen-tilbud'));
    assert.equal(await page.locator('iframe').count(), 0);
  },
));

test('without JavaScript the frame holds every tilbud', () => visiting({ javaScriptEnabled: false }, async (page) => {
  await open(page, `${LIST}#tema=helse`);
  assert.ok(await page.locator('.card:visible').count() > 50);
}));

test('a web editor chooses, sees the frame and copies the code', () => visiting({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  await open(page, `${EXAMPLE}/embed/`);
  await page.getByLabel('Tema').selectOption('helse');
  const code = page.locator('[data-code=element]');
  assert.match(await code.inputValue(), /<nettungen-tilbud src="[^"]*\/fjordvik\/embed\/liste\/#tema=helse"/);
  const frame = page.frameLocator('[data-preview]');
  await frame.locator('li[data-facets]:not([hidden]) .card').first().waitFor();
  await page.waitForFunction(() => frames[0].location.hash === '#tema=helse');
  await page.getByRole('button', { name: 'Kopier koden' }).first().click();
  await page.getByText('Kopiert', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code.inputValue());
  await page.getByLabel('Et søkefelt').check();
  assert.match(await code.inputValue(), /\/embed\/sok\/"/);
}));

test('names in another language than the page say which', () => visiting({}, async (page) => {
  const marked = () => page.locator('option[lang]').evaluateAll((all) => [...new Set(all.map((it) => it.lang))]);
  await open(page, `${PAGES.nynorsk}embed/`);
  assert.deepEqual(await marked(), ['nb']);
  await open(page, `${EXAMPLE}/embed/`);
  assert.deepEqual(await marked(), ['nn']);
}));
