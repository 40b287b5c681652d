/** Rendering: what a template may see, and what it must not let through. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRender } from './render.ts';

let root: string;
const write = (name: string, text: string): void => {
  writeFileSync(path.join(root, `${name}.ejs`), text);
};
beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'views-'));
  mkdirSync(path.join(root, 'parts'));
  write('page', '<h1><%= view.title %></h1><%- include("/parts/part", view.part) %>');
  write('parts/part', '<p><%= view.text %><%= view.title %></p>');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('a template', () => {
  it('[trust 28] escapes what it prints, also in what it includes', () => {
    const script = `<script>"it's"&</script>`;
    const inert = '&lt;script&gt;&#34;it&#39;s&#34;&amp;&lt;/script&gt;';
    expect(createRender(root, true)('page', { title: script, part: { text: script } })).toBe(
      `<h1>${inert}</h1><p>${inert}</p>`,
    );
  });

  it('includes another one with its own view and nothing of the including one’s', () => {
    const html = createRender(root, true)('page', { title: 'Title', part: { text: 'Text' } });
    expect(html).toBe('<h1>Title</h1><p>Text</p>');
  });

  it('[trust 20] takes no option from a view', () => {
    const view = JSON.parse(
      `{"title":"<b>","part":{"text":"<i>"},"escapeFn":"x","settings":{"view options":{"escape":"x"}},"__proto__":{"escape":"y"}}`,
    ) as object;
    expect(createRender(root, true)('page', view)).toBe('<h1>&lt;b&gt;</h1><p>&lt;i&gt;</p>');
  });

  it('that asks for what nobody declared fails, and the error names its file', () => {
    write('loose', '<% undeclared = 1; %>');
    const render = createRender(root, true);
    expect(() => render('loose', {})).toThrow(ReferenceError);
    try {
      render('loose', {});
    } catch (error) {
      expect(error instanceof Error ? error.stack : '').toContain('loose.ejs');
    }
  });

  it('is read again while developing, and once otherwise', () => {
    const [fresh, kept] = [createRender(root, false), createRender(root, true)];
    write('changing', 'one');
    expect([fresh('changing', {}), kept('changing', {})]).toEqual(['one', 'one']);
    write('changing', 'two');
    expect([fresh('changing', {}), kept('changing', {})]).toEqual(['two', 'one']);
  });
});
