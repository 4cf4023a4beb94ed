// The Nu HTML checker on every kind of page: no error.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import vnu from 'vnu-jar';
import { SITE } from '../harness.mjs';
import { FRAMES, PAGES } from '../pages.mjs';

const run = promisify(execFile);
const fileOf = (address) => path.join(SITE, address.endsWith('/') ? `${address}index.html` : address);

test('no kind of page has an error of HTML', async () => {
  const files = [...Object.values(PAGES), ...Object.values(FRAMES)].map(fileOf);
  const reports = readdirSync(path.join(SITE, 'fjordvik/rapport'), { withFileTypes: true }).filter((it) => it.isDirectory());
  files.push(...reports.map((it) => path.join(SITE, 'fjordvik/rapport', it.name, 'index.html')));
  const said = await run('java', ['-Xss1m', '-jar', vnu, '--format', 'json', '--exit-zero-always', ...new Set(files)], { maxBuffer: 1 << 26 })
    .catch((error) => error);
  const { messages } = JSON.parse(said.stderr);
  const faults = messages.filter((it) => it.type === 'error')
    .map((it) => `${path.relative(SITE, it.url?.replace('file:', '') ?? '')}:${it.lastLine}: ${it.message}`);
  assert.deepEqual([...new Set(faults)], []);
});

test('no file of the site refers to a file or a fragment that is not there', () => {
  const pages = readdirSync(SITE, { recursive: true }).filter((it) => it.endsWith('.html'));
  const ids = new Map();
  const idsOf = (name) => {
    if (!ids.has(name)) ids.set(name, new Set([...readFileSync(path.join(SITE, name), 'utf8').matchAll(/ id="([^"]+)"/g)].map((it) => it[1])));
    return ids.get(name);
  };
  const files = new Set(readdirSync(SITE, { recursive: true }));
  const broken = new Set();
  for (const name of pages) {
    const html = readFileSync(path.join(SITE, name), 'utf8');
    for (const [, target] of html.matchAll(/ (?:href|src)="([/#][^"]*)"/g)) {
      const url = new URL(target, `http://site/${name.replace(/index\.html$/, '')}`);
      const found = decodeURIComponent(url.pathname.slice(1)) + (url.pathname.endsWith('/') ? 'index.html' : '');
      const fragment = decodeURIComponent(url.hash.slice(1));
      const told = /=/.test(fragment); // what a script reads, such as `#q=…`
      if (!files.has(found)) broken.add(`${target} on ${name}`);
      else if (fragment && !told && found.endsWith('.html') && !idsOf(found).has(fragment)) broken.add(`${target} on ${name}`);
    }
  }
  assert.deepEqual([...broken].slice(0, 20), []);
});
