/** Worker threads that run modules of ours: how a module is named to them, and what they need to read TypeScript. */

const RUNS_FROM_SOURCES = import.meta.url.endsWith('.ts');

/** A module's file, named by its source. */
export function moduleFile({ href }: URL): string {
  return RUNS_FROM_SOURCES ? href : href.replace(/[.]ts$/u, '.js');
}

/**
 * Run from its TypeScript, a worker needs a loader: on Node 20 `--import tsx` does nothing for the modules
 * of a worker, so the loader is registered there by hand. Once built, nothing is needed.
 */
export function workerArguments(): string[] {
  if (!RUNS_FROM_SOURCES) return [];
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const script = `import { register } from ${loader}; register();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}
