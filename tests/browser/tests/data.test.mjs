// Open data read back by the parsers of others, and checked against the schema
// of HSDS 3.1 where that is at hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Parser } from 'n3';
import { base, open, setUp, SITE, visiting } from '../harness.mjs';
import { EXAMPLE } from '../pages.mjs';

setUp();

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const SCHEMA = path.resolve(ROOT, process.env.NETTUNGEN_SCHEMAS ?? '../shared/schemas', 'hsds-3.1-service.schema.json');
const FOLDERS = ['/data', `${EXAMPLE}/data`, '/elvedal/data', '/viddalen/data'];

const read = (address) => readFileSync(path.join(SITE, address), 'utf8');

test('every service is what HSDS 3.1 says a service is', { skip: existsSync(SCHEMA) ? false : `no schema at ${SCHEMA}` }, () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  for (const folder of FOLDERS) {
    for (const service of JSON.parse(read(`${folder}/hsds.json`)).contents) {
      assert.ok(valid(service), `${service.name}: ${ajv.errorsText(valid.errors)}`);
    }
  }
});

test('the catalogue is Turtle that names files which are there', () => {
  for (const folder of FOLDERS) {
    const triples = new Parser({ baseIRI: 'https://nettungen.example/' }).parse(read(`${folder}/katalog.ttl`));
    const files = triples.filter((it) => it.predicate.value === 'http://www.w3.org/ns/dcat#downloadURL');
    assert.equal(files.length, 6, folder);
    for (const { object } of files) assert.ok(existsSync(path.join(SITE, new URL(object.value).pathname)), object.value);
  }
});

test('spreadsheet, JSON and HSDS hold the same tilbud', () => {
  for (const folder of FOLDERS) {
    const ours = JSON.parse(read(`${folder}/tilbud.json`)).tilbud;
    assert.ok(ours.length > 0, folder);
    assert.equal(JSON.parse(read(`${folder}/hsds.json`)).contents.length, ours.length, folder);
    const lines = read(`${folder}/tilbud.csv`).split('\r\n').filter((it) => /^[a-z0-9/-]+;/.test(it));
    assert.equal(lines.length, ours.length + 1, folder);
  }
});

test('what is real and what is made up are kept apart', () => {
  const national = JSON.parse(read('/data/tilbud.json')).tilbud;
  assert.ok(national.every((it) => !it.eksempel));
  const example = JSON.parse(read(`${EXAMPLE}/data/tilbud.json`)).tilbud;
  assert.ok(example.some((it) => it.eksempel));
});

test('each page of a tilbud says in JSON-LD what it is', () => visiting({}, async (page) => {
  await open(page, `${EXAMPLE}/tilbud/helsestasjon/`);
  const [said] = await page.locator('script[type="application/ld+json"]').allTextContents();
  const service = JSON.parse(said);
  assert.equal(service['@context'], 'https://schema.org');
  assert.equal(service.name, (await page.locator('h1').innerText()).trim());
}));

test('the pages about data lead to every file, and other sites may read them', async () => {
  for (const folder of FOLDERS) {
    const html = await (await fetch(`${base()}${folder}/`)).text();
    for (const name of ['tilbud.csv', 'tilbud.xlsx', 'tilbud.json', 'hsds.json', 'endringer.atom', 'katalog.ttl']) {
      assert.ok(html.includes(`href="${folder}/${name}"`), `${folder}/${name}`);
      const answer = await fetch(`${base()}${folder}/${name}`, { method: 'HEAD' });
      assert.equal(answer.status, 200, `${folder}/${name}`);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', `${folder}/${name}`);
    }
  }
});
