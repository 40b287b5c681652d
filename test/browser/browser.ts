/** A real Chromium for the browser tests: the one CHROMIUM names, the machine's, or the packaged one. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function packaged(): Promise<{ path: string; args: string[] }> {
  // Read when the package is imported: it then unpacks the libraries that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return { path: await packed.executablePath(), args: packed.args };
}

/** @returns a headless browser with an empty profile; close it */
export async function launchBrowser(): Promise<Browser> {
  const found = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  if (found !== undefined) return chromium.launch({ executablePath: found, args: quiet });
  const { path, args } = await packaged();
  return chromium.launch({ executablePath: path, args: [...new Set([...args, ...quiet])] });
}
