// Starts `nettungen serve` on a content folder, for tests and screenshots.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BUILT = ['target/debug/nettungen', 'target/release/nettungen'].map((it) => path.join(ROOT, it));

/** The repository's folder. */
export const root = ROOT;

/**
 * Serves the content in `folder` until `close` is called.
 *
 * @returns {Promise<{base: string, close: () => Promise<void>}>}
 */
export async function preview(folder) {
  const program = process.env.NETTUNGEN_PROGRAM ?? BUILT.find(existsSync);
  if (!program) throw new Error('no program: run cargo build -p nettungen');
  const words = ['serve', '--content', path.basename(folder), '--dato', '2026-11-22', '--quiet'];
  const server = spawn(program, words, { cwd: path.dirname(folder), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => { server.once('exit', done); });
  let said = '';
  for await (const piece of server.stdout) {
    said += piece;
    const address = said.match(/http:\/\/[0-9.:]+/);
    if (address) {
      const close = async () => { server.kill(); await ended; };
      return { base: address[0], close };
    }
  }
  throw new Error(`the preview did not start: ${said}`);
}
