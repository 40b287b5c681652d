/** A real Chromium for the browser tests: the one CHROMIUM names, the machine's, or the packaged one. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

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

/**
 * @param options `handleSIGINT: false` for a program that closes it itself when it is stopped
 * @returns a headless browser with an empty profile; close it
 */
export async function launchBrowser(
  options: Pick<LaunchOptions, 'handleSIGINT' | 'handleSIGTERM'> = {},
): Promise<Browser> {
  const found = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  if (found !== undefined) {
    return chromium.launch({ ...options, executablePath: found, args: quiet });
  }
  const { path, args } = await packaged();
  return chromium.launch({
    ...options,
    executablePath: path,
    args: [...new Set([...args, ...quiet])],
  });
}
