/** Checks every template against its view model's type, so that a misspelt property never prints blank. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ejs from 'ejs';
import { findTemplateCalls, programOf, typeFaults, type TemplateCall } from './view-program.ts';
import { toTypeScript, type ViewSource } from './view-source.ts';

/** Rendered around every page, by web/send.ts. */
const FRAME = 'layouts/page';

/** One line per fault: file, line, what is wrong. `root` is the project's folder. */
export function checkViews(root: string): string[] {
  const read = readViews(root);
  const views = read.filter((view) => typeof view !== 'string');
  const callers = listFiles(root, 'server', '.ts').filter((file) =>
    /\btemplate</.test(readFileSync(path.join(root, file), 'utf8')),
  );
  const program = programOf(root, views, callers);
  const calls = findTemplateCalls(root, program, callers);
  return [
    ...read.filter((view) => typeof view === 'string'),
    ...views.flatMap((view) => typeFaults(program, view)),
    ...calls.flatMap((call) => callFaults(call, views)),
    ...unusedFaults(views, calls),
  ];
}

/** Texts are faults. */
function readViews(root: string): (ViewSource | string)[] {
  return listFiles(root, 'views', '.ejs').flatMap((file) => {
    const filename = path.join(root, file);
    const text = readFileSync(filename, 'utf8');
    const name = file.slice('views/'.length, -'.ejs'.length);
    return [toTypeScript(name, text), ...syntaxFaults(filename, text)];
  });
}

function syntaxFaults(filename: string, text: string): string[] {
  try {
    ejs.compile(text, { filename, strict: true, _with: false, localsName: 'view' });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function callFaults(call: TemplateCall, views: readonly ViewSource[]): string[] {
  const view = views.find((candidate) => candidate.name === call.name);
  if (!view) return [`${call.place} there is no views/${call.name}.ejs`];
  if (view.type === call.type && view.from === call.from) return [];
  const says = `${view.type} from ${view.from}`;
  return [
    `${call.place} gives ${call.type} from ${call.from}; views/${call.name}.ejs takes ${says}`,
  ];
}

function unusedFaults(views: readonly ViewSource[], calls: readonly TemplateCall[]): string[] {
  const used = new Set([
    FRAME,
    ...calls.map((call) => call.name),
    ...views.flatMap((view) => view.includes),
  ]);
  return views
    .filter((view) => !used.has(view.name))
    .map((view) => `views/${view.name}.ejs nobody uses it: delete it`);
}

function listFiles(root: string, folder: string, extension: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => path.posix.join(folder, ...file.split(path.sep)))
    .sort();
}
