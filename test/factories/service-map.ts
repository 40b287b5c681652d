/** A small service map that keeps every rule of the definition language. */
import type { Definition } from '../../server/domain/instrument/definition.ts';
import { source } from './definitions.ts';

const yesOrNo = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: 'unknown', label: 'Not known' },
];

/** A map with one support element and every type of item that an entry can ask. */
export function aServiceMap(): Definition {
  return {
    id: 'map',
    version: '1.0.0',
    kind: 'service-map',
    title: 'A map',
    summary: 'What there is.',
    source,
    answered: 'agency',
    scope: 'What {agency} provides.',
    catalogues: [
      {
        id: 'interventions',
        title: 'Interventions',
        entries: [
          {
            id: 'vig',
            label: 'VIG',
            format: 'Individual',
            levels: { designedFor: ['specialist'], contributesTo: [] },
          },
          { id: 'peep', label: 'PEEP', format: 'Group', levels: null },
        ],
      },
    ],
    sections: [
      {
        id: 'services',
        title: 'Services',
        items: [
          {
            id: 'entries',
            type: 'entries',
            text: 'Which services are there?',
            noun: { one: 'service', many: 'services' },
            titleItem: 'name',
            groupItem: 'sector',
            placesItem: 'places',
            statusItem: 'status',
            absence: { label: 'No service', help: 'An answer too.' },
            sections: [
              {
                id: 'main',
                title: 'What it is',
                items: [
                  { id: 'name', type: 'text', text: 'Name', maxLength: 40, required: true },
                  {
                    id: 'sector',
                    type: 'single',
                    text: 'Sector',
                    required: true,
                    options: [
                      { id: 'midwifery', label: 'Midwifery' },
                      { id: 'other', label: 'Other' },
                    ],
                  },
                  {
                    id: 'places',
                    type: 'places',
                    text: 'Places',
                    required: true,
                    unknown: 'Not stated',
                  },
                  {
                    id: 'status',
                    type: 'single',
                    text: 'Status',
                    required: true,
                    options: [
                      { id: 'running', label: 'Running' },
                      { id: 'in-development', label: 'In development' },
                      { id: 'ended', label: 'Ended' },
                    ],
                  },
                ],
              },
              {
                id: 'more',
                title: 'More about it',
                optional: true,
                items: [
                  {
                    id: 'restrictions',
                    type: 'multiple',
                    text: 'Who is turned away?',
                    required: true,
                    options: [
                      { id: 'age', label: 'By age' },
                      { id: 'threshold', label: 'By threshold' },
                    ],
                    none: 'Nobody',
                    unknown: 'Not known',
                  },
                  {
                    id: 'restrictionDetail',
                    type: 'text',
                    text: 'Say more',
                    maxLength: 100,
                    required: true,
                    when: { item: 'restrictions', chosen: true },
                  },
                  {
                    id: 'interventions',
                    type: 'multiple',
                    text: 'Interventions',
                    catalogue: 'interventions',
                  },
                  {
                    id: 'consultation',
                    type: 'single',
                    text: 'Offers consultation',
                    options: yesOrNo,
                  },
                  { id: 'ages', type: 'age-range', text: 'Ages', minimum: -9, maximum: 300 },
                  { id: 'ends', type: 'date', text: 'Funding ends' },
                  { id: 'spend', type: 'money', text: 'Spend', minimum: 0, maximum: 1_000_000 },
                  {
                    id: 'wte',
                    type: 'number',
                    text: 'Staff',
                    unit: 'WTE',
                    minimum: 0,
                    maximum: 100,
                    decimals: 2,
                  },
                  {
                    id: 'figures',
                    type: 'table',
                    text: 'Figures',
                    maximumRows: 3,
                    columns: [
                      { id: 'place', type: 'place', text: 'Place', required: true },
                      {
                        id: 'families',
                        type: 'number',
                        text: 'Families a year',
                        unit: 'families',
                        minimum: 0,
                        maximum: 5000,
                      },
                    ],
                  },
                  {
                    id: 'years',
                    type: 'table',
                    text: 'Money by year',
                    rows: [
                      { id: '2025', label: '2025-26' },
                      { id: '2026', label: '2026-27' },
                    ],
                    columns: [
                      { id: 'amount', type: 'money', text: 'Amount', minimum: 0, maximum: 9 },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    support: {
      source,
      running: { item: 'status', is: ['running'] },
      developing: { item: 'status', is: ['in-development'] },
      elements: [
        {
          id: 'E1',
          title: 'Promoted universally',
          thrive: 'Thriving',
          providers: ['midwifery'],
          match: { item: 'ages', overlaps: [-9, 24] },
          matchText: 'it takes families before the second birthday',
          green: [
            {
              code: 'threshold',
              label: 'no threshold',
              item: 'restrictions',
              when: { item: 'restrictions', excludes: ['threshold'] },
            },
            {
              code: 'consultation',
              label: 'consultation in the Place',
              item: 'consultation',
              when: { someRunningEntry: { item: 'consultation', is: ['yes'] } },
            },
          ],
        },
      ],
    },
  };
}
