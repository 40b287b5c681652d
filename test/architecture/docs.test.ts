/** What the README and the documents name is there: links, pictures, files and commands. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const inRoot = (name: string): string => path.join(root, name);
const rooms = ['server', 'views', 'public', 'migrations', 'seeds', 'test', 'docs', '.ci'];

const documents = [
  'README.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

/** Names of all our files, without their folders: a document names the folder once. */
const names = new Set([
  ...readdirSync(root),
  ...rooms.flatMap((room) =>
    readdirSync(inRoot(room), { encoding: 'utf8', recursive: true }).map((file) =>
      path.basename(file),
    ),
  ),
]);

const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((found) => found.slice(1).find((part) => part) ?? '');

const linksIn = (text: string): string[] =>
  all(text, /\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)
    .filter((link) => !/^(https?:|#)/.test(link))
    .map((link) => link.replace(/#.*/, ''));

/** In back-ticks or in a block of commands. */
const codeIn = (text: string): string[] => all(text, /```\w*\n(.*?)```|`([^`\n]+)`/gs);

describe.each(documents)('%s', (document) => {
  const text = readFileSync(inRoot(document), 'utf8');
  const code = codeIn(text);

  it('links to what is there', () => {
    const folder = path.dirname(inRoot(document));
    const missing = linksIn(text).filter((link) => !existsSync(path.join(folder, link)));
    expect(missing).toEqual([]);
  });

  it('names paths and files that are there', () => {
    const inRooms = new RegExp(`^(?:${rooms.join('|').replace('.', '\\.')})/[\\w./-]*$`);
    const file = /^[\w.-]+\.(?:c?js|ts|ejs|json|md|sql|example)$/;
    const words = code.flatMap((part) => part.split(/\s+/));
    const alone = code.filter((part) => file.test(part));
    expect(words.filter((word) => inRooms.test(word) && !existsSync(inRoot(word)))).toEqual([]);
    expect(alone.filter((name) => !names.has(name))).toEqual([]);
  });

  it('names commands that package.json has', () => {
    const commands = code.flatMap((part) =>
      all(part, /npm run (?:-s )?([\w:-]+)|npm (test|start)\b/g),
    );
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

it('the README shows every picture, and they weigh little', () => {
  const pictures = readdirSync(inRoot('docs/pictures')).map((name) => `docs/pictures/${name}`);
  const shown = linksIn(readFileSync(inRoot('README.md'), 'utf8'));
  expect(shown.filter((link) => link.endsWith('.png')).toSorted()).toEqual(pictures.toSorted());
  const sizes = pictures.map((picture) => statSync(inRoot(picture)).size);
  expect(Math.max(...sizes)).toBeLessThan(120_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
});
