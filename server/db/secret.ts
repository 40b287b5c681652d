/** The session secret of an installation with the built-in database: made once, kept beside it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createWhole } from './embedded/lock.ts';

/** Two first starts at once get the same secret. The file is readable by its owner only. */
export function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'session-secret');
  createWhole(file, randomBytes(32).toString('hex'));
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) {
    throw new Error(`${file} is damaged. Delete it: everybody signs in again.`);
  }
  return secret;
}
