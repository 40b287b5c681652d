/** The JSON Schemas (2020-12) of rows: the fields and explanations of the downloads, with what each may hold. */
import { actionSources, actionStatuses } from '../../domain/actions/action.ts';
import { roundStatusWords } from '../../domain/round/round.ts';
import type { Schema } from '../../domain/shape/schema.ts';
import type { Field } from '../../results/data/table.ts';
import type { RowList } from './tables.ts';

const text: Schema = { type: 'string' };
const maybe = ({ type, ...rest }: Schema): Schema => ({ ...rest, type: [type, 'null'] });
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
});

const maybeText = maybe(text);
const moment: Schema = { type: 'string', format: 'date-time' };
const maybeMoment = maybe(moment);
const count: Schema = { type: 'integer', minimum: 0 };
const maybeCount = maybe(count);
const maybeNumber = maybe({ type: 'number' });
const level = maybe({ type: 'integer', minimum: 0, maximum: 4 });
const truth: Schema = { type: 'boolean' };
const rag = oneOf('green', 'amber', 'red', 'white', 'purple', 'discuss');
const maybeRag: Schema = { type: ['string', 'null'], enum: [...(rag['enum'] as string[]), null] };
const texts = listOf(text);

type Shapes = Readonly<Record<string, Schema>>;

const rounds: Shapes = {
  round: text,
  roundName: text,
  status: oneOf(...Object.keys(roundStatusWords)),
  statusLabel: text,
  draft: truth,
  opensAt: maybeMoment,
  closesAt: maybeMoment,
  publishedAt: maybeMoment,
};

const places: Shapes = {
  place: text,
  placeName: text,
  gridAssigned: maybeCount,
  gridSubmitted: maybeCount,
  mapAssigned: maybeCount,
  mapSubmitted: maybeCount,
  profile: maybe(mapOf(count)),
  staged: level,
  noService: maybe(texts),
  birthsYear: maybeCount,
  births: maybeCount,
  needLow: maybeNumber,
  needHigh: maybeNumber,
  missedLow: maybeNumber,
  missedHigh: maybeNumber,
  familiesPerYear: maybe(mapOf({ type: 'number' })),
  coverage: maybe(mapOf(mapOf(count))),
  ages: maybe(mapOf({ type: 'array' })),
  spend: maybeNumber,
  spendAgencies: maybeCount,
};

const system: Shapes = {
  domain: text,
  label: text,
  lowest: level,
  median: level,
  highest: level,
  gap: level,
  gapOpen: truth,
};

const scores: Shapes = {
  place: text,
  placeName: text,
  domain: maybeText,
  element: maybeText,
  label: text,
  rag,
  level,
  levelLabel: maybeText,
  n: maybeCount,
  responded: maybeCount,
  assigned: count,
  counts: maybe({ type: 'array', items: count, minItems: 5, maxItems: 5 }),
  median: level,
  range: level,
  agreement: maybe({ type: 'number', minimum: -1, maximum: 1 }),
  split: maybe(truth),
  reasons: maybe(listOf(oneOf('range', 'agreement', 'response', 'evidence'))),
  agreed: level,
  agreedRationale: maybeText,
  agreedAt: maybeMoment,
  derivedRag: maybeRag,
  agreedRag: maybeRag,
  entries: maybe(
    listOf(
      object({
        id: text,
        name: text,
        agencyName: text,
        status: oneOf('running', 'in-development'),
        match: oneOf('yes', 'unknown'),
        met: texts,
        failed: texts,
        unknown: texts,
      }),
    ),
  ),
  present: maybeText,
  dissent: maybeText,
};

const answers: Shapes = {
  response: text,
  agency: text,
  agencyName: text,
  place: maybeText,
  placeName: maybeText,
  instrument: text,
  item: text,
  itemLabel: text,
  level,
  levelLabel: maybeText,
  suggested: level,
  reason: maybeText,
  evidence: maybeText,
  noEvidence: maybeText,
  links: maybe(texts),
  criteria: maybe(mapOf(oneOf('met', 'partly', 'not', 'unknown'))),
  answer: maybeText,
  submittedAt: maybeMoment,
  provenance: oneOf('online', 'paper'),
};

const actions: Shapes = {
  id: text,
  place: maybeText,
  placeName: maybeText,
  what: text,
  status: oneOf(...actionStatuses),
  statusLabel: text,
  dueOn: maybe({ type: 'string', format: 'date' }),
  ownerAgency: maybeText,
  ownerAgencyName: maybeText,
  ownerPerson: maybeText,
  otherOwners: maybeText,
  source: oneOf(...actionSources),
  item: maybeText,
  about: maybeText,
  round: maybeText,
  aimedLevel: level,
  criteria: listOf(object({ id: text, text })),
  raisedAt: moment,
  raisedBy: maybeText,
  changedAt: maybeMoment,
};

const instrument: Shapes = {
  instrument: text,
  version: text,
  kind: oneOf('item', 'criterion', 'option', 'column', 'row', 'element', 'condition'),
  of: text,
  id: text,
  label: text,
  type: maybeText,
  level,
  required: maybe(truth),
  source: maybeText,
  ours: truth,
  credit: text,
};

/** The agency's where names may be seen; which questions there are, and their fields, the instrument says. */
const entries: Shapes = { id: text, agency: maybeText, agencyName: maybeText };

const shapes: Readonly<Record<string, Shapes>> = {
  ...{ rounds, places, scores, elements: scores, system, entries, answers, actions, instrument },
};
/** Left out for those who may not see names. */
const named = ['present', 'dissent', 'agency', 'agencyName'];

/** One row of the list. */
export function rowSchema({ name, about, fields }: RowList): Schema {
  const own = shapes[name] ?? {};
  const shown = fields?.filter(({ only }) => only !== 'cells').map((field) => field.name);
  const names = shown ?? Object.keys(own);
  return {
    type: 'object',
    description: about,
    properties: Object.fromEntries(names.map((one) => [one, fieldSchema(own[one], one, fields)])),
    required: names.filter((one) => name === 'answers' || !named.includes(one)),
    ...(fields === null ? {} : { additionalProperties: false }),
  };
}

function fieldSchema(
  shape: Schema | undefined,
  name: string,
  fields: readonly Field[] | null,
): Schema {
  if (!shape) throw new Error(`no schema says what the field ${name} may hold`);
  const about = fields?.find((field) => field.name === name && field.only !== 'cells')?.about;
  return about === undefined ? shape : { ...shape, description: about };
}
