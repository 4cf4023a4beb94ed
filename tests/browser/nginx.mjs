// The real nginx, with the configuration that `nettungen build --hosting` wrote.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NGINX = process.env.NGINX ?? '/usr/sbin/nginx';
const TYPES = process.env.NGINX_TYPES ?? '/etc/nginx/mime.types';

/** A port that nobody listens on. */
async function freePort() {
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** The configuration as it was written, but for where it listens and what it serves. */
function configuration(written, port, site, folder) {
  const here = readFileSync(written, 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/nettungen/dist;', `root ${site};`);
  assert.ok(here.includes(`127.0.0.1:${port}`) && here.includes(site), 'the places to change are not there');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${folder}/${it};`);
  return `${process.getuid() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events {}
http { include ${TYPES}; default_type application/octet-stream; access_log ${folder}/access.log; ${temporary.join(' ')}
${here}
}
`;
}

/** Serves a site; `close` ends it, `requests` are the lines of its log. */
export async function nginx(site, written) {
  assert.ok(existsSync(NGINX), `no nginx at ${NGINX}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  const { child, base } = await started(site, written, folder);
  return {
    base,
    requests: () => readFileSync(path.join(folder, 'access.log'), 'utf8').split('\n').filter(Boolean),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts nginx; another program may take the free port first, and then the next one is tried. */
async function started(site, written, folder, tries = 3) {
  const port = await freePort();
  writeFileSync(path.join(folder, 'nginx.conf'), configuration(written, port, site, folder));
  const arguments_ = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')];
  const child = spawn(NGINX, arguments_, { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const isThere = await Promise.race([listens(folder).then(() => true), once(child, 'close').then(() => false)]);
  if (isThere) return { child, base: `http://127.0.0.1:${port}` };
  assert.ok(tries > 1 && said.includes('Address already in use'), `nginx does not start: ${said}`);
  return started(site, written, folder, tries - 1);
}

/** nginx writes its number once it has its port: that an answer comes could be another program's. */
async function listens(folder) {
  for (let tries = 0; tries < 200; tries++) {
    if (existsSync(path.join(folder, 'pid'))) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail('nginx does not answer');
}
