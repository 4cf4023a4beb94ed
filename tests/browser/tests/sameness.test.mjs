// The module in the browser and the engine outside it give the same answers,
// to anything.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { base, openSearch, setUp, SITE, visiting } from '../harness.mjs';

setUp();

const RELEVANCE = fileURLToPath(new URL('../../relevance/', import.meta.url));
const PROGRAM = process.env.NETTUNGEN_PROGRAM ?? fileURLToPath(new URL('../../../target/debug/nettungen', import.meta.url));
/** The engine, as other people's pages use it. */
const ENGINE = `/filer/sok/${readdirSync(path.join(SITE, 'filer/sok')).find((it) => /^engine\.\w+\.js$/.test(it))}`;
/** Search page of the kommune → judged queries that are asked there. */
const SETS = { fjordvik: ['fjordvik.tsv', 'fjordvik-ferske.tsv', 'fjordvik-setninger.tsv', 'sonder.tsv'], elvedal: ['elvedal.tsv'], viddalen: ['viddalen.tsv', 'viddalen-ferske.tsv'] };
const NOW = { day: 20779, minute: 720 };

const HOSTILE = ['', ' ', '🙂🙂', '🙂 helsestasjon 🏳️‍🌈', 'ض'.repeat(50), '\u202eevreh\u202c helse', 'a'.repeat(10_000), 'helse '.repeat(2_000),
  '\ud800', 'helse\udc00stasjon', '\udc00\ud800', 'og i på', 'er det', '…!?«»"', '"', '""', '"helse', '-', '§ 9-1', 'å\u030a', 'A\u030apen',
  'a\n\nb', 'tema=helse', '\n', '\t', '0', '999999999999999999', '14', '00 00 00 00', 'İstanbul', 'ſ', 'ǆ', '\u200b\u200d', '\ufeffhelse', '<b>&amp;', '\\"'];
const FILTERS = [{}, { alder: '14' }, { tema: ['helse', 'rus'], apen: 'na' }, { alder: '9-', uten: 'alder,tema' }];

const queriesOf = (file) => readFileSync(RELEVANCE + file, 'utf8').split('\n').filter((it) => it && !it.startsWith('#')).map((it) => it.split('\t')[1]);

/** What is asked, as `engine.js` writes it. */
const written = ({ q, filters }) => {
  const lines = Object.entries(filters).flatMap(([key, value]) => [value].flat().map((it) => `${key}=${it}`)).join('\n');
  return [10, 0, NOW.day, NOW.minute, lines, '', q].join('\n');
};

function outside({ core, texts }, asked) {
  const file = (url) => path.join(SITE, new URL(url, base()).pathname);
  const program = path.join(path.dirname(PROGRAM), 'examples/answers');
  const input = Buffer.from(asked.map((it) => `${written(it)}\0`).join(''), 'utf8');
  const answers = execFileSync(program, [file(core), file(texts)], { input, maxBuffer: 1 << 28 }).toString();
  return answers.split('\n').slice(0, -1).map((it) => JSON.parse(it));
}

for (const [kommune, files] of Object.entries(SETS)) {
  test(`${kommune}: the browser answers as the program does`, () => visiting({}, async (page) => {
    const queries = files.flatMap(queriesOf);
    const asked = queries.map((q) => ({ q, filters: {} }))
      .concat(kommune === 'fjordvik' ? HOSTILE.flatMap((q) => FILTERS.map((filters) => ({ q, filters }))) : []);
    await openSearch(page, `/${kommune}/sok/`);
    const { index, core, texts } = await page.locator('[data-search]').evaluate((it) =>
      ({ index: it.dataset.searchIndex, core: it.dataset.searchCore, texts: it.dataset.searchTexts }));
    const inside = await page.evaluate(async ([index, asked, now, engine]) => {
      const { openSearch } = await import(engine);
      const search = await openSearch(new URL(index, location).href);
      await search.whole;
      const answers = [];
      for (const it of asked) answers.push(await search.search({ ...it, limit: 10, now }));
      return answers;
    }, [index, asked, NOW, ENGINE]);
    const expected = outside({ core, texts }, asked);
    assert.equal(inside.length, asked.length);
    assert.equal(expected.length, asked.length);
    asked.forEach((it, at) => assert.deepEqual(inside[at], expected[at], JSON.stringify(it).slice(0, 200)));
    const found = inside.filter((it) => it.hits.length).length;
    assert.ok(found > queries.length * 0.8, `only ${found} queries found anything`);
  }));
}

/** The fields of an interface of `engine.d.ts`: name, whether it may be missing, type. */
function declared(name) {
  const text = readFileSync(new URL('../../../themes/nettungen/static/sok/engine.d.ts', import.meta.url), 'utf8');
  const body = text.split(`export interface ${name} {`)[1]?.split('\n}')[0];
  assert.ok(body, `engine.d.ts declares ${name}`);
  return [...body.matchAll(/^  (\w+)(\??): (.+);$/gm)].map(([, field, optional, type]) => ({ field, optional: optional === '?', type }));
}

/** Whether a value is of a declared type, as far as such types go. */
function fits(value, type) {
  if (type.endsWith('[]')) return Array.isArray(value) && value.every((it) => fits(it, type.slice(0, -2)));
  if (type.startsWith('"')) return type.split(' | ').includes(JSON.stringify(value));
  if (type === 'Marked') return value.every((it) => typeof [it].flat()[0] === 'string');
  if (/^[a-z]/.test(type)) return typeof value === type;
  const fields = declared(type);
  return Object.keys(value).every((key) => fields.some((it) => it.field === key))
    && fields.every((it) => (it.field in value ? fits(value[it.field], it.type) : it.optional));
}

test('answers are what engine.d.ts declares', () => {
  assert.ok(fits({ slug: 'a', label: 'b', chosen: true }, 'FacetValue'));
  assert.ok(!fits({ slug: 'a', label: 'b' }, 'FacetValue'), 'a field that is missing is seen');
  assert.ok(!fits({ slug: 'a', label: 'b', chosen: true, x: 1 }, 'FacetValue'), 'a field that is not declared is seen');
  const parts = JSON.parse(readFileSync(path.join(SITE, 'fjordvik/sok/indeks.json'), 'utf8'));
  const asked = queriesOf('fjordvik.tsv').map((q) => ({ q, filters: {} }));
  for (const answer of outside(parts, asked)) assert.ok(fits(answer, 'Answer'), JSON.stringify(answer).slice(0, 500));
});

test('suggestions are words to go on with, then hits', () => visiting({}, async (page) => {
  await openSearch(page, '/fjordvik/sok/');
  const suggestions = await page.evaluate(async ([index, engine, now]) => {
    const { openSearch } = await import(engine);
    const search = await openSearch(index);
    return search.suggest('pappa dri', 5, now);
  }, [`${base()}/fjordvik/sok/indeks.json`, ENGINE, NOW]);
  for (const it of suggestions) assert.match(Object.keys(it).join(), /^(q|title,url)$/);
  assert.equal(suggestions.length, 5);
  assert.equal(suggestions[0].q, 'pappa drikker');
  const hits = suggestions.filter((it) => it.url);
  assert.ok(hits.length >= 2 && hits.every((it) => it.title && it.url.startsWith('/')), JSON.stringify(hits));
}));

test('the command line gives those answers too', () => visiting({}, async (page) => {
  const [q, kommune] = ['pappa drikker', 'fjordvik'];
  await openSearch(page, `/${kommune}/sok/`);
  const answer = await page.evaluate(async ([index, q, engine, now]) => {
    const { openSearch } = await import(engine);
    const search = await openSearch(index);
    await search.whole;
    return search.search({ q, now });
  }, [`${base()}/${kommune}/sok/indeks.json`, q, ENGINE, NOW]);
  const said = execFileSync(PROGRAM, ['search', q, '--kommune', kommune, '--json', '--dato', '2026-11-22'], { cwd: path.join(RELEVANCE, '../..') });
  const ids = (it) => it.hits.map((hit) => [hit.id, hit.score]);
  assert.deepEqual(ids(answer), ids(JSON.parse(said)));
}));
