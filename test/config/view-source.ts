/** One EJS template as TypeScript, line for line, so that the compiler's faults carry the template's lines. */

export interface ViewSource {
  /** under views/, without ".ejs" */
  readonly name: string;
  /** what the first line says */
  readonly type: string;
  /** of the file that exports the type, from the project's root */
  readonly from: string;
  readonly typescript: string;
  /** templates that it includes, by name */
  readonly includes: readonly string[];
}

const FIRST_LINE = /^<%# view: ([A-Z]\w*) from (server\/[\w./-]+\.ts) %>/;
const TAG = /<%([_=\-#%]?)([\s\S]*?)[-_]?%>/g;
const INCLUDE = /\binclude\(\s*'\/([^']*)'/g;

/** The one template whose `view.body` is HTML that was rendered before. */
const FRAME = 'layouts/page';

/** A text says what is wrong with the first line. */
export function toTypeScript(name: string, template: string): ViewSource | string {
  const [, type, from] = FIRST_LINE.exec(template) ?? [];
  if (type === undefined || from === undefined) {
    return `views/${name}.ejs:1 begin with <%# view: TypeName from server/….view.ts %>`;
  }
  const up = '../'.repeat(name.split('/').length);
  const header = [
    `import type { ${type} as View } from '${up}${from}';`,
    `import type { Markup, Views } from '${up}views/views.ts';`,
    'declare const view: View;',
    'declare function include<K extends keyof Views>(name: K, view: Views[K]): Markup;',
    // Nothing that would print as blank, "true" or "[object Object]".
    'declare function print(text: string | number): void;',
    'declare function raw(html: Markup): void;',
  ];
  const includes = [...template.matchAll(INCLUDE)].map((match) => match[1] ?? '');
  return { name, type, from, includes, typescript: header.join(' ') + body(name, template) };
}

function body(name: string, template: string): string {
  let source = '';
  let end = 0;
  for (const tag of template.matchAll(TAG)) {
    const [, mark = '', code = ''] = tag;
    const isBody = name === FRAME && mark === '-' && code.trim() === 'view.body';
    source += linesOf(template.slice(end, tag.index)) + statement(isBody ? '=' : mark, code);
    end = tag.index + tag[0].length;
  }
  return source;
}

const linesOf = (text: string): string => ';' + text.replace(/[^\n]/g, '');

function statement(mark: string, code: string): string {
  switch (mark) {
    case '#':
      return linesOf(code);
    case '=':
      return `print(${code});`;
    case '-':
      return `raw(${code});`;
    default:
      return code;
  }
}
