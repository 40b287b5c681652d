/** What the `score` command reads: its type, and the JSON Schema that says the same of one instrument. */
import type { LevelItem } from '../domain/instrument/definition.ts';
import type { Level, Mark } from '../domain/scoring/score.ts';
import { closed, type Schema, whole } from '../domain/shape/schema.ts';
import { choiceOf, nameSchema } from './input.gate.ts';

export interface ScoreAnswer {
  /** null is "We can't say" */
  readonly level: Level | null;
  readonly criteria?: Readonly<Record<string, Mark>>;
  readonly evidence?: string;
}
export interface ScoreResponse {
  readonly agency: string;
  readonly place: string;
  /** by domain id */
  readonly answers: Readonly<Record<string, ScoreAnswer>>;
}
export interface AgreedLevel {
  readonly place: string;
  readonly domain: string;
  readonly level: Level;
}
export interface ScoreInput {
  /** the id of a shipped instrument, or a whole definition */
  readonly instrument: unknown;
  /** agencies by Place */
  readonly assigned?: Readonly<Record<string, number>>;
  readonly responses: readonly ScoreResponse[];
  readonly agreed?: readonly AgreedLevel[];
}

const level = whole(0, 4);
const mark = choiceOf(['met', 'partly', 'not', 'unknown'] satisfies Mark[]);
const anyOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

/** The schema for an instrument's domains; while they are not known, any domain and criterion will do. */
export function scoreSchema(domains: readonly LevelItem[] | undefined): Schema {
  return closed(
    {
      instrument: { type: ['string', 'object'] },
      responses: listOfAny(
        closed({ agency: nameSchema, place: nameSchema, answers: answersSchema(domains) }),
      ),
    },
    {
      assigned: { ...anyOf(whole(0, 1_000_000)), propertyNames: nameSchema },
      agreed: listOfAny(closed({ place: nameSchema, domain: domainSchema(domains), level })),
    },
  );
}

function listOfAny(items: Schema): Schema {
  return { type: 'array', items };
}

function domainSchema(domains: readonly LevelItem[] | undefined): Schema {
  return domains === undefined ? nameSchema : choiceOf(domains.map(({ id }) => id));
}

function answersSchema(domains: readonly LevelItem[] | undefined): Schema {
  if (domains === undefined) return anyOf(answerSchema(anyOf(mark)));
  const answers = domains.map(
    (domain) => [domain.id, answerSchema(criteriaSchema(domain))] as const,
  );
  return {
    ...closed({}, Object.fromEntries(answers)),
    'x-says': { additionalProperties: 'is no domain of the instrument: check its spelling' },
  };
}

function answerSchema(criteria: Schema): Schema {
  return closed(
    { level: { ...level, type: ['integer', 'null'] } },
    { criteria, evidence: { type: 'string' } },
  );
}

function criteriaSchema(domain: LevelItem): Schema {
  const criteria = domain.descriptors.flatMap((descriptor) => descriptor.criteria);
  return {
    ...closed({}, Object.fromEntries(criteria.map(({ id }) => [id, mark]))),
    'x-says': { additionalProperties: 'is no criterion of this domain: check its spelling' },
  };
}
