/** The first page of a PDF as a picture, drawn by Poppler's pdftoppm. */
import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { signInAs } from '../browser/served.ts';

export interface Paper {
  /** in docs/pictures */
  readonly file: string;
  readonly persona: string;
  /** the PDF's path */
  readonly path: string;
}

const dotsPerInch = '84';

/** @returns undefined where this machine has no pdftoppm */
export async function firstPage(
  browser: Browser,
  url: string,
  { persona, path }: Paper,
): Promise<Buffer | undefined> {
  const context = await browser.newContext({ baseURL: url });
  try {
    const page = await context.newPage();
    await signInAs(page, persona);
    const response = await context.request.get(path);
    if (!response.ok()) throw new Error(`${path} answers ${response.status()}.`);
    return draw(await response.body());
  } finally {
    await context.close();
  }
}

function draw(pdf: Buffer): Buffer | undefined {
  const options = ['-png', '-singlefile', '-f', '1', '-r', dotsPerInch];
  const { error, status, stdout, stderr } = spawnSync('pdftoppm', options, { input: pdf });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error) throw error;
  if (status !== 0) throw new Error(`pdftoppm: ${stderr.toString()}`);
  return stdout;
}
