/** What counts as used: the programs, the tests, the page's own script, and the types that templates name. */
import path from 'node:path';
import type { KnipConfig } from 'knip';
import { toTypeScript } from './test/config/view-source.ts';

const viewsFolder = path.join(import.meta.dirname, 'views');

function importsOf(text: string, file: string): string {
  const name = path
    .relative(viewsFolder, file)
    .replace(/\.ejs$/, '')
    .split(path.sep)
    .join('/');
  const view = toTypeScript(name, text);
  if (typeof view === 'string') return '';
  const from = path.relative(path.dirname(file), path.join(import.meta.dirname, view.from));
  return `import type { ${view.type} } from './${from.split(path.sep).join('/')}';`;
}

const config: KnipConfig = {
  entry: ['server/cli/*.ts', 'test/config/*.ts', 'public/js/*.js', 'views/**/*.ejs'],
  project: [
    'server/**/*.ts',
    'migrations/*.ts',
    'test/**/*.ts',
    'public/js/**/*.js',
    'views/**/*.ejs',
  ],
  // Its files are named as they are read: adapters/pdf/fonts.ts.
  ignoreDependencies: ['@expo-google-fonts/source-sans-3'],
  // Poppler's, where the machine has it: test/screenshots/paper.ts.
  ignoreBinaries: ['pdftoppm'],
  ignoreExportsUsedInFile: true,
  compilers: { ejs: importsOf },
};

export default config;
