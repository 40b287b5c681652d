/** Scores the maturity answers of a file (Design 4): read, refuse with every fault, or put out the scores. */
import { readShippedDefinition } from '../adapters/instruments.ts';
import { checkDefinition } from '../domain/instrument/check.ts';
import type { Definition } from '../domain/instrument/definition.ts';
import { levelItems } from '../domain/instrument/items.ts';
import type { Fault } from '../domain/shape/fault.ts';
import { type CommandResult, parseOptions, readJson } from './command.ts';
import { inputGate, isObject } from './input.gate.ts';
import { scoreFaults } from './score.faults.ts';
import { scoreOutput } from './score.output.ts';
import { type ScoreInput, scoreSchema } from './score.schema.ts';

/** The scores of the file that `--input` names, or all its faults. */
export function score(args: readonly string[]): CommandResult {
  const options = parseOptions(args, { required: ['input'] });
  if (!options.ok) return options;
  const file = readJson(options.values.input);
  return file.ok ? scoreFile(file.value) : file;
}

/** The same for what the file holds: any JSON. */
export function scoreFile(input: unknown): CommandResult {
  const found = findGrid(isObject(input) ? input['instrument'] : undefined);
  const definition = 'definition' in found ? found.definition : undefined;
  const gate = inputGate(scoreSchema(definition && levelItems(definition)));
  const faults = [
    ...('faults' in found ? found.faults : []),
    ...gate(input),
    ...scoreFaults(input),
  ];
  if (definition === undefined || faults.length > 0) return { faults };
  return { output: scoreOutput(definition, input as ScoreInput) };
}

type Found = { readonly definition: Definition } | { readonly faults: readonly Fault[] };

const path = '/instrument';

/** The grid to score by. What is neither a name nor an object is left to the schema to refuse. */
function findGrid(instrument: unknown): Found {
  if (typeof instrument === 'string') {
    const definition = readShippedDefinition(instrument);
    const text = 'is no instrument of ours: write "pair-maturity", or put a whole definition here';
    return definition === undefined ? { faults: [{ path, text }] } : asGrid(definition);
  }
  if (!isObject(instrument)) return { faults: [] };
  const checked = checkDefinition(instrument);
  if (checked.ok) return asGrid(checked.definition);
  return { faults: checked.faults.map((fault) => ({ ...fault, path: path + fault.path })) };
}

function asGrid(definition: Definition): Found {
  if (levelItems(definition).length > 0) return { definition };
  return { faults: [{ path, text: 'has no domains to score: use a maturity grid' }] };
}
