/** The check of templates finds what it is for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkViews } from './views.ts';

const HEAD = '<%# view: PageView from server/page.view.ts %>\n';
const OPTIONS = {
  ...{ strict: true, module: 'nodenext', lib: ['es2023'], types: [], noEmit: true },
  allowImportingTsExtensions: true,
};

/** A small project whose templates have one fault each, but for the first four. */
const files: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({ compilerOptions: OPTIONS }),
  'server/reply.ts':
    'export const template = <V>(name: string): { name: string; of?: V } => ({ name });',
  'server/page.view.ts': `
    export interface PageView { title: string; note: string | null; items: { text: string }[] }
    export interface PartView { text: string; hint?: string }
    export interface FrameView { body: string }
    export interface OtherView { other: string }`,
  'server/pages.ts': `
    import { template } from './reply.ts';
    import type { OtherView, PageView, PartView } from './page.view.ts';
    export const pages = [
      template<PageView>('good'), template<PageView>('misspelt'), template<PageView>('null'),
      template<PageView>('truth'), template<PageView>('unescaped'), template<PageView>('no-such-part'),
      template<PageView>('part-without-text'), template<PartView>('part-with-its-hint'),
      template<PageView>('broken'), template<PageView>('no-first-line'), template<PageView>('no-type'),
      template<OtherView>('wrong-type'),
      template<PageView>('missing'),
    ];`,
  'views/layouts/page.ejs': '<%# view: FrameView from server/page.view.ts %>\n<%- view.body %>',
  'views/part.ejs': '<%# view: PartView from server/page.view.ts %>\n<p><%= view.text %></p>',
  'views/good.ejs': `${HEAD}<% for (const item of view.items) { %><%= item.text %><% } %>
<%- include('/part', { text: 'x', hint: 'y' }) %><%- include('/part', { text: 'x' }) %>`,
  'views/misspelt.ejs': `${HEAD}\n<p>two\nlines</p><%= view.titel %>`,
  'views/null.ejs': `${HEAD}<%= view.note %>`,
  'views/truth.ejs': `${HEAD}<%= view.title === '' %>`,
  'views/unescaped.ejs': `${HEAD}<%- view.title %>`,
  'views/no-such-part.ejs': `${HEAD}<%- include('/prat', {}) %>`,
  'views/part-without-text.ejs': `${HEAD}<%- include('/part', { hint: 'x' }) %>`,
  'views/part-with-its-hint.ejs':
    '<%# view: PartView from server/page.view.ts %>\n<%= view.hint %>',
  'views/broken.ejs': `${HEAD}<% if (view.title { %>x<% } %>`,
  'views/no-first-line.ejs': '<p>x</p>',
  'views/no-type.ejs': '<%# view: NoView from server/page.view.ts %>',
  'views/wrong-type.ejs': HEAD,
  'views/unused.ejs': HEAD,
};

describe('the check of templates', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'views-'));
  let faults: readonly string[] = [];

  beforeAll(() => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    faults = checkViews(root);
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it.each([
    ['a misspelt property, on its line', /^views\/misspelt\.ejs:4 .*'titel'/],
    ['a value that may be null', /^views\/null\.ejs:2 .*null/],
    ['a truth value that would print as a word', /^views\/truth\.ejs:2 .*boolean/],
    ['unescaped output', /^views\/unescaped\.ejs:2 .*'string'.*'Markup'/],
    ['an include that does not exist', /^views\/no-such-part\.ejs:2 .*"\/prat"/],
    ['an include without a property', /^views\/part-without-text\.ejs:2 .*text/],
    ['an optional property that may not be there', /^views\/part-with-its-hint\.ejs:2 .*undefined/],
    ['broken code', /^views\/broken\.ejs:2 /],
    ['no first line', /^views\/no-first-line\.ejs:1 begin with/],
    ['a type that does not exist', /^views\/no-type\.ejs:1 .*NoView/],
    ['a page of another type', /^server\/pages\.ts:9 gives OtherView .* takes PageView/],
    ['a page without a template', /^server\/pages\.ts:10 there is no views\/missing\.ejs/],
    ['a template that nobody uses', /^views\/unused\.ejs nobody uses it/],
  ])('finds %s', (_what, expected) => {
    expect(faults.filter((fault) => expected.test(fault))).toHaveLength(1);
  });

  it('is content with templates that fit their types', () => {
    expect(faults.filter((fault) => /^views\/(good|part|layouts\/page)\.ejs/.test(fault))).toEqual(
      [],
    );
  });
});
