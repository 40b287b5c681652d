/** The programs from npm, completed where their install script did not run. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { completeLinks } from './binaries.ts';

it('gets the links that --ignore-scripts left out, and once they are there leaves them alone', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'binaries-'));
  const lib = path.join(root, 'native/lib');
  mkdirSync(lib, { recursive: true });
  writeFileSync(path.join(lib, 'libz.so.1.2'), 'library');
  writeFileSync(
    path.join(root, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libz.so.1.2', target: 'native/lib/libz.so.1' }]),
  );
  completeLinks(root);
  completeLinks(root);
  expect(readFileSync(path.join(lib, 'libz.so.1'), 'utf8')).toBe('library');
  rmSync(root, { recursive: true });
});
