/** The gates that an instrument's answers pass before they are saved, compiled from its definition. */
import type { Definition } from '../instrument/definition.ts';
import { entriesItem } from '../instrument/items.ts';
import { compileGate, type Gate } from '../shape/gate.ts';
import { draftSchema, entrySchema } from './answer.schema.ts';

export interface AnswerGates {
  /** answers by item id, of any part of a response */
  readonly response: Gate;
  /** answers by item id of one entry */
  readonly entry: Gate;
}

const limits = { depth: 8, values: 20_000, width: 1000 };

const noEntries: Gate = () => [{ path: '', text: 'has no place: this instrument has no entries' }];

/** Takes tenths of a second: once per instrument version, kept by the caller. The definition must have been checked. */
export function compileAnswers(definition: Definition): AnswerGates {
  const entries = entriesItem(definition);
  return {
    response: compileGate(draftSchema(definition), limits),
    entry:
      entries === undefined ? noEntries : compileGate(entrySchema(entries, definition), limits),
  };
}
