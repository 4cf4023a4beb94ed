// Finding a tilbud by following links, with JavaScript and without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, browse, open, setUp, visiting } from '../harness.mjs';
import { EXAMPLE, PAGES } from '../pages.mjs';

setUp();

for (const javaScriptEnabled of [true, false]) {
  test(`from the portal to a tilbud by links, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () =>
    visiting({ javaScriptEnabled }, async (page) => {
      await open(page, PAGES.portal);
      await open(page, await href(page, 'a[href="/kommuner/"]'));
      await open(page, await href(page, `a[href="${EXAMPLE}/"]`));
      await open(page, await href(page, `main a[href^="${EXAMPLE}/tema/"]:not([href="${EXAMPLE}/tema/"])`));
      await open(page, await href(page, 'main a[href*="/tilbud/"]'));
      assert.ok((await page.locator('h1').innerText()).trim());
    }));
}

/** The address of the first link that a selector finds; there must be one. */
async function href(page, selector) {
  const link = page.locator(selector).first();
  assert.ok(await link.count(), `no ${selector} on ${page.url()}`);
  return link.getAttribute('href');
}

test('a kommune is chosen by its name, and never one of two that share it', () => visiting({}, async (page) => {
  const status = page.locator('[data-choose-status]');
  const type = async (name) => {
    await open(page, PAGES.portal);
    await page.locator('#kommune').fill(name);
  };
  for (const name of ['Oslo', 'oslo kommune']) {
    await type(name);
    await page.locator('#kommune').press('Enter');
    await page.waitForURL(`${base()}/oslo/`);
  }
  await type('Herøy');
  await page.locator('#kommune').press('Enter');
  assert.equal(new URL(page.url()).pathname, PAGES.portal);
  const two = await page.locator('a[data-box]:visible').allInnerTexts();
  assert.deepEqual(two.sort(), ['Herøy i Møre og Romsdal', 'Herøy i Nordland']);
  assert.equal(await page.locator(':focus').innerText(), two[0]);
  await type('Bortevekk');
  assert.match(await status.innerText(), /Ingen kommune heter det/);
  assert.ok(await page.locator('a[data-box]:visible').count() > 300, 'the whole list is there to choose from');
}));

test('an address that is not there says so and leads on', () => visiting({ javaScriptEnabled: false }, async (page) => {
  const response = await page.request.get('/finnes-ikke/');
  assert.equal(response.status(), 404);
  await open(page, '/404.html');
  assert.ok(await page.locator('main a[href="/"], header a[href="/"]').count() > 0);
}));

test('who followed an old link within a kommune stays there', () => browse(async (page) => {
  const links = () => page.locator('main .button').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  const old = async (home, address) => {
    await page.goto(base() + home);
    await page.goto(base() + address);
    await page.waitForURL(`${base()}${home}404.html`);
    assert.equal(await page.locator('.top .home').getAttribute('href'), home);
    assert.deepEqual(await links(), [home, `${home}sok/`]);
    assert.match(await page.locator('header .example').innerText(), /oppdikt/);
    const said = { lang: await page.locator('html').getAttribute('lang'), title: await page.title() };
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, home, 'the address that is not there is not in the history');
    return said;
  };
  assert.deepEqual(await old(`${EXAMPLE}/`, `${EXAMPLE}/tilbud/borte/`), { lang: 'nb', title: 'Vi finner ikke siden – Fjordvik – Nettungen' });
  assert.deepEqual(await old(PAGES.nynorsk, `${PAGES.nynorsk}tilbod/borte/`), { lang: 'nn', title: 'Vi finn ikkje sida – Elvedal – Nettungen' });
  for (const elsewhere of ['/borte/', '/borte/vekk/', '/kommuner/borte/', '/rapport/borte/']) {
    await page.goto(base() + elsewhere, { waitUntil: 'networkidle' });
    assert.deepEqual(await links(), ['/', '/sok/'], elsewhere);
    assert.equal(new URL(page.url()).pathname, elsewhere);
  }
}));

test('every page has one heading, a title, a language and one main part', () => visiting({ javaScriptEnabled: false }, async (page) => {
  for (const [kind, address] of Object.entries(PAGES)) {
    await open(page, address);
    assert.equal(await page.locator('h1').count(), 1, `${kind}: h1`);
    assert.equal(await page.locator('main').count(), 1, `${kind}: main`);
    assert.ok((await page.title()).trim(), `${kind}: title`);
    assert.match(await page.locator('html').getAttribute('lang'), /^(nb|nn|se|en)$/, `${kind}: lang`);
  }
}));

test('the links of every kind of page lead somewhere', () => visiting({ javaScriptEnabled: false }, async (page) => {
  const seen = new Map();
  for (const address of Object.values(PAGES)) {
    await open(page, address);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((it) => it.href));
    for (const link of links.filter((it) => it.startsWith(base()))) seen.set(new URL(link).pathname, address);
  }
  const broken = [];
  for (const [address, from] of seen) {
    const response = await page.request.get(address);
    if (response.status() !== 200) broken.push(`${address} (on ${from})`);
  }
  assert.deepEqual(broken, []);
}));

test('on a public holiday the page says why it is closed, and what is open stays open', () => visiting({}, async (page) => {
  // Monday 17 May 2027 at ten in the morning, Norwegian time.
  await page.clock.setFixedTime('2027-05-17T08:00:00Z');
  const said = async (name) => {
    await open(page, `${EXAMPLE}/tilbud/${name}/`);
    const mark = page.locator('.glance [data-hours]');
    await mark.waitFor();
    return mark.innerText();
  };
  assert.match(await said('helsestasjon'), /^Stengt i dag, helligdag\. Åpner i morgen/);
  await page.clock.setFixedTime('2027-05-17T14:00:00Z');
  assert.match(await said('barnevernsvakta'), /^Åpent nå/);
}));
