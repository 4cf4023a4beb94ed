// The server of these tests: it must send what the real host would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matches, parseHeaders } from '../server.mjs';

test('patterns name addresses as the host reads them', () => {
  assert.ok(matches('/*', '/a/b.js'));
  assert.ok(matches('/:kommune/embed/*', '/fjordvik/embed/liste/'));
  assert.ok(!matches('/:kommune/embed/*', '/fjordvik/a/embed/'));
  assert.ok(!matches('/a.js', '/aXjs'));
});

test('a _headers file is read rule by rule', () => {
  const rules = parseHeaders('# all\n/*\n  X-One: 1\n  X-Url: https://a.example\n\n/b/*\n  X-Two: 2\n');
  assert.deepEqual(rules, [
    { for: '/*', values: { 'X-One': '1', 'X-Url': 'https://a.example' } },
    { for: '/b/*', values: { 'X-Two': '2' } },
  ]);
});
