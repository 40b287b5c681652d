/** The kept secret. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keptSecret } from './secret.ts';

it('is made once per data folder, long, and for its owner only', () => {
  const dataDir = path.join(mkdtempSync(path.join(os.tmpdir(), 'secret-')), 'data');
  const secret = keptSecret(dataDir);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(dataDir)).toBe(secret);
  expect(statSync(path.join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
  writeFileSync(path.join(dataDir, 'session-secret'), '');
  expect(() => keptSecret(dataDir)).toThrow('is damaged');
  rmSync(path.dirname(dataDir), { recursive: true });
});
