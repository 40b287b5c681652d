/** Static files: our own from public/, the design system's from its package. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import express, { type Express } from 'express';

const require = createRequire(import.meta.url);
const day = 24 * 60 * 60 * 1000;

/** The design system's style sheet without its font faces: they point at a host of the NHS, and we use the reader's own fonts. */
function designSystemCss(folder: string): string {
  const css = readFileSync(path.join(folder, 'nhsuk-frontend.min.css'), 'utf8');
  return css.replace(/@font-face\{[^}]*\}/g, '');
}

/** Our own style sheets: tokens and common parts first, then each part of the site, then what is for paper. */
function ownCss(folder: string): string {
  const [first, last] = ['app.css', 'print.css'];
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.css') && name !== first && name !== last)
    .sort();
  return [first, ...parts, last]
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

interface Sheet {
  readonly css: string;
  readonly etag: string;
}

function toSheet(css: string): Sheet {
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 16);
  return { css, etag: `"${hash}"` };
}

/**
 * Serves /style.css (the design system's and ours in one, so that a page asks once), /assets (the
 * design system's) and everything in public/.
 * @param cache false while developing: style sheets are read again for each page
 */
export function mountAssets(app: Express, publicFolder: string, cache: boolean): void {
  const folder = path.join(
    path.dirname(require.resolve('nhsuk-frontend/package.json')),
    'dist/nhsuk',
  );
  const shared = designSystemCss(folder);
  const read = (): Sheet => toSheet(`${shared}\n${ownCss(path.join(publicFolder, 'css'))}`);
  const kept = read();
  app.get('/style.css', (_request, response) => {
    const { css, etag } = cache ? kept : read();
    response.set({ 'Cache-Control': 'public, max-age=0', ETag: etag }).type('css').send(css);
  });
  app.use('/assets', express.static(path.join(folder, 'assets'), { maxAge: day, index: false }));
  app.use(express.static(publicFolder, { maxAge: 0, index: false }));
}
