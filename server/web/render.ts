/** EJS in strict mode with one local, `view`; every template compiled once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ejs from 'ejs';

export type Render = (template: string, view: object) => string;

/**
 * @param root the folder views/
 * @param cache false while developing: templates are read again for each page
 */
export function createRender(root: string, cache: boolean): Render {
  const compiled = new Map<string, (view: object) => string>();
  const compile = (name: string): ((view: object) => string) => {
    const filename = path.join(root, `${name}.ejs`);
    return ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      root,
      strict: true,
      localsName: 'view',
      _with: false,
      cache,
      rmWhitespace: true,
    });
  };
  return (name, view) => {
    const known = compiled.get(name);
    const run = known ?? compile(name);
    if (cache && !known) compiled.set(name, run);
    return run(view);
  };
}
