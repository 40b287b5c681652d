/** The project's folder, found from the sources and from what is built of them alike: views, public, seeds lie there. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = above(import.meta.dirname);

function above(folder: string): string {
  const isRoot = existsSync(path.join(folder, 'package.json')) || folder === path.dirname(folder);
  return isRoot ? folder : above(path.dirname(folder));
}
