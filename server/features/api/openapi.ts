/** What the interface says of itself, as OpenAPI 3.1: written from the lists and schemas that it answers by. */
import type { Schema } from '../../domain/shape/schema.ts';
import { highestLimit, usualLimit } from './parameters.ts';
import { roundList } from './rounds.ts';
import { rowSchema } from './schemas.ts';
import { rowLists, type Filter, type RowList } from './tables.ts';

interface Facts {
  /** our own origin */
  readonly baseUrl: string;
  readonly version: string;
}

export function openApi({ baseUrl, version }: Facts): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parent-infant self-assessment',
      version,
      description:
        'Reads the data of rounds. A request brings a token, and gets what the token’s owner may take away at that moment.',
    },
    servers: [{ url: baseUrl }],
    security: [{ token: [] }],
    paths: {
      '/api/v1/openapi.json': { get: description },
      '/api/v1/rounds': { get: operation(roundList) },
      ...Object.fromEntries(
        rowLists.map((list) => [
          `/api/v1/rounds/{round}/${list.name}`,
          { parameters: [ref('parameters', 'round')], get: operation(list) },
        ]),
      ),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      parameters,
      headers,
      responses,
      schemas: {
        problem,
        ...Object.fromEntries(
          [roundList, ...rowLists].flatMap((list) => [
            [`${list.name}-row`, rowSchema(list)],
            [`${list.name}-page`, pageSchema(list)],
          ]),
        ),
      },
    },
  };
}

const ref = (kind: string, name: string): Schema => ({ $ref: `#/components/${kind}/${name}` });

const description = {
  operationId: 'description',
  summary: 'This description.',
  security: [],
  responses: {
    '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: {} } } },
    '304': ref('responses', 'unchanged'),
  },
};

function operation(list: RowList): object {
  const { name, about, filters, changed } = list;
  const asked = ['limit', 'cursor', ...filters, ...(changed === null ? [] : ['changedSince'])];
  return {
    operationId: name,
    summary: about,
    parameters: asked.map((one) => ref('parameters', one)),
    responses: {
      '200': {
        description: 'A page of rows.',
        headers: { ETag: ref('headers', 'ETag'), Link: ref('headers', 'Link') },
        content: { 'application/json': { schema: ref('schemas', `${name}-page`) } },
      },
      '304': ref('responses', 'unchanged'),
      ...Object.fromEntries(
        Object.keys(refusals).map((status) => [status, ref('responses', `refused-${status}`)]),
      ),
    },
  };
}

function pageSchema(list: RowList): Schema {
  const head: Readonly<Record<string, Schema>> =
    list.table === null
      ? {}
      : {
          round: { type: 'string', description: 'Id of the round' },
          draft: { type: 'boolean', description: 'Not published yet: figures may change' },
          edition: {
            type: ['integer', 'null'],
            description: 'Of the published results; a correction makes the next one',
          },
          names: { type: 'boolean', description: 'Agencies’ names are in it' },
        };
  const properties = {
    ...head,
    rows: { type: 'array', items: ref('schemas', `${list.name}-row`), maxItems: highestLimit },
    next: { type: ['string', 'null'], format: 'uri', description: 'Where the list goes on' },
  };
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

const query = (name: string, about: string, schema: Schema = { type: 'string' }) => ({
  ...{ name, in: 'query', description: about, schema },
});

const filters: Readonly<Record<Filter, string>> = {
  place: 'Id of a Place',
  domain: 'Id of a domain',
  element: 'Id of a support element',
  item: 'Id of a domain or a question',
  status: 'How an action stands',
};

const parameters = {
  round: {
    ...{ name: 'round', in: 'path', required: true, description: 'Id of a round' },
    schema: { type: 'string' },
  },
  ...Object.fromEntries(Object.entries(filters).map(([name, about]) => [name, query(name, about)])),
  limit: query('limit', 'How many rows at most', {
    ...{ type: 'integer', minimum: 1, maximum: highestLimit, default: usualLimit },
  }),
  cursor: query('cursor', 'Of the page before: its address is in “next”'),
  changedSince: query('changedSince', 'Only what was submitted or changed then or later', {
    ...{ type: 'string', format: 'date-time' },
  }),
};

const headers = {
  ETag: { description: 'Send it back as If-None-Match', schema: { type: 'string' } },
  Link: { description: 'The next page, rel="next"', schema: { type: 'string' } },
};

const problem: Schema = {
  type: 'object',
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string', description: 'The parameter, such as query.limit' },
          detail: { type: 'string' },
        },
        required: ['path', 'detail'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
};

const refusals = {
  '401': 'No token that works',
  '403': 'The role of the token’s owner does not include it',
  '404': 'Nothing there, or nothing that the token’s owner may take away',
  '409': 'The row before this page is gone: begin again',
  '422': 'A parameter that is not known, or can’t be followed',
  '429': 'Too many requests with this token: wait as long as Retry-After says',
};

const responses = {
  unchanged: { description: 'As it was when its ETag was sent' },
  ...Object.fromEntries(
    Object.entries(refusals).map(([status, about]) => [
      `refused-${status}`,
      {
        description: about,
        content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
      },
    ]),
  ),
};
