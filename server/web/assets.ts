/** Static files: our own from public/, the design system's from its package. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** Serves /assets (the design system's), /design-system.css and everything in public/. */
export function mountAssets(app: Express, publicFolder: string): void {
  const folder = path.join(
    path.dirname(require.resolve('nhsuk-frontend/package.json')),
    'dist/nhsuk',
  );
  const css = designSystemCss(folder);
  const etag = `"${createHash('sha256').update(css).digest('base64url').slice(0, 16)}"`;
  app.use('/assets', express.static(path.join(folder, 'assets'), { maxAge: day, index: false }));
  app.get('/design-system.css', (_request, response) => {
    response.set({ 'Cache-Control': 'public, max-age=86400', ETag: etag }).type('css').send(css);
  });
  app.use(express.static(publicFolder, { maxAge: 0, index: false }));
}
