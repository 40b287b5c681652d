/** The templates and the server as one TypeScript program; the templates exist in memory only. */
import path from 'node:path';
import ts from 'typescript';
import type { ViewSource } from './view-source.ts';

export interface ViewProgram {
  readonly program: ts.Program;
  /** where a template stands in the program */
  readonly pathOf: (view: ViewSource) => string;
}

/** `others`: files that name templates, from the project's root. */
export function programOf(
  root: string,
  views: readonly ViewSource[],
  others: readonly string[],
): ViewProgram {
  const at = (file: string): string => path.posix.join(posix(root), file);
  const pathOf = (view: ViewSource): string => at(`views/${view.name}.ejs.ts`);
  const inMemory = new Map(views.map((view) => [pathOf(view), view.typescript]));
  inMemory.set(at('views/views.ts'), listOf(views));
  const options = { ...readOptions(at('tsconfig.json')), noUnusedLocals: false };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => inMemory.has(file) || disk.fileExists(file),
    readFile: (file) => inMemory.get(file) ?? disk.readFile(file),
    getSourceFile: (file, target, ...rest) => {
      const text = inMemory.get(file);
      if (text === undefined) return disk.getSourceFile(file, target, ...rest);
      return ts.createSourceFile(file, text, target, true);
    },
  };
  const program = ts.createProgram([...inMemory.keys(), ...others.map(at)], options, host);
  return { program, pathOf };
}

function readOptions(file: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file)).options;
}

/** The module that gives `include` its types. */
function listOf(views: readonly ViewSource[]): string {
  const rows = views.map((view) => `'/${view.name}': import('../${view.from}').${view.type};`);
  return [
    'declare const markup: unique symbol;',
    'export interface Markup { readonly [markup]: true }',
    `export interface Views {\n${rows.join('\n')}\n}`,
  ].join('\n');
}

/** What the compiler says of one template, with the template's lines. */
export function typeFaults({ program, pathOf }: ViewProgram, view: ViewSource): string[] {
  const source = program.getSourceFile(pathOf(view));
  if (!source) return [`views/${view.name}.ejs: not found`];
  const faults = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  return faults.map((fault) => {
    const { line } = source.getLineAndCharacterOfPosition(fault.start ?? 0);
    const text = ts.flattenDiagnosticMessageText(fault.messageText, ' ');
    return `views/${view.name}.ejs:${line + 1} ${text}`;
  });
}

/** A call `template<Type>('name')`. */
export interface TemplateCall {
  readonly name: string;
  readonly type: string;
  /** file that declares the type, from the project's root */
  readonly from: string;
  /** file and line of the call */
  readonly place: string;
}

/** Every call of web/reply.ts's `template` in the given files. */
export function findTemplateCalls(
  root: string,
  { program }: ViewProgram,
  files: readonly string[],
): TemplateCall[] {
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(path.posix.join(posix(root), file));
    if (!source) return [];
    return callsIn(source).map(({ name, type, line }) => ({
      name,
      ...declarationOf(root, checker.getTypeFromTypeNode(type)),
      place: `${file}:${line}`,
    }));
  });
}

interface Call {
  readonly name: string;
  readonly type: ts.TypeNode;
  readonly line: number;
}

function callsIn(source: ts.SourceFile): Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    const call = readCall(node);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    if (call) calls.push({ ...call, line: line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

function readCall(node: ts.Node): Omit<Call, 'line'> | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [type] = node.typeArguments ?? [];
  const [name] = node.arguments;
  if (node.expression.text !== 'template' || !type || !name) return undefined;
  return ts.isStringLiteral(name) ? { name: name.text, type } : undefined;
}

function declarationOf(root: string, type: ts.Type): { type: string; from: string } {
  const symbol = type.aliasSymbol ?? type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  const from = posix(path.relative(root, file));
  return { type: symbol?.name ?? '?', from };
}

const posix = (file: string): string => file.split(path.sep).join('/');
