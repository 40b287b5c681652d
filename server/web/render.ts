/** EJS in strict mode with one local, `view`; every template compiled once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import ejs from 'ejs';

export type Render = (template: string, view: object) => string;

type Escape = typeof ejs.escapeXML;
type Run = (view: object, escapeFn: Escape, include: Render) => string;

/**
 * EJS writes the function, and we run it: its own `include` looks for the file, and copies the
 * options, the including view and the included one, again for each of the hundreds on a page.
 */
function compile(file: string): Run {
  const template = new ejs.Template(readFileSync(file, 'utf8'), {
    filename: file,
    strict: true,
    localsName: 'view',
    compileDebug: false,
    rmWhitespace: true,
  });
  template.compile();
  const parameters = ['view', 'escapeFn', 'include'];
  return compileFunction(`'use strict';${template.source}`, parameters, { filename: file }) as Run;
}

/**
 * @param root the folder views/
 * @param cache false while developing: templates are read again for each page
 */
export function createRender(root: string, cache: boolean): Render {
  const compiled = new Map<string, Run>();
  const render: Render = (name, view) => {
    const known = compiled.get(name);
    const run = known ?? compile(path.join(root, `${name}.ejs`));
    if (cache && !known) compiled.set(name, run);
    return run(view, ejs.escapeXML, include);
  };
  const include: Render = (address, view) => render(address.slice(1), view);
  return render;
}
