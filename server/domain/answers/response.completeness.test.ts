import { describe, expect, it } from 'vitest';
import { aMaturityGrid } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { SimpleAnswers } from './answers.ts';
import { missingInResponse, type ResponseState } from './response.completeness.ts';

const nothing: ResponseState = {
  levels: {},
  answers: {},
  entries: [],
  absences: [],
  groups: [],
  places: [],
  undecided: [],
};

describe('the response to a grid', () => {
  const grid = aMaturityGrid();

  it('lacks a level for every domain at first', () => {
    expect(missingInResponse(grid, nothing)).toEqual([
      {
        sectionId: 'domains',
        itemId: 'leadership',
        field: 'leadership_level',
        text: 'Choose a level for “Strategic leadership”, or “We can’t say”',
      },
      {
        sectionId: 'domains',
        itemId: 'money',
        field: 'money_level',
        text: 'Choose a level for “Strategic leadership”, or “We can’t say”',
      },
    ]);
  });

  it('lacks nothing once every domain has a level, or "We can’t say"', () => {
    const levels = {
      leadership: { criteria: {}, level: 2 },
      money: { criteria: {}, level: null },
    } as const;
    expect(missingInResponse(grid, { ...nothing, levels })).toEqual([]);
  });

  it('lacks what an answer makes it ask for', () => {
    const levels = {
      leadership: { criteria: {}, level: 2 },
      money: { criteria: {}, level: 1 },
    } as const;
    const answers = { together: 'yes' };
    expect(missingInResponse(grid, { ...nothing, levels, answers })).toMatchObject([
      { sectionId: 'about', itemId: 'colleagues' },
    ]);
  });
});

describe('the response to a map', () => {
  const map = aServiceMap();
  const agency = {
    ...nothing,
    groups: ['midwifery', 'other'],
    places: [
      { id: 'b', name: 'Blackpool' },
      { id: 'l', name: 'Lancashire' },
    ],
  };
  const entry = (answers: SimpleAnswers) => ({
    id: 'e1',
    answers: {
      name: 'PaIRS',
      sector: 'other',
      places: ['b'],
      status: 'running',
      restrictions: [],
      ...answers,
    },
  });
  const texts = (state: ResponseState) => missingInResponse(map, state).map(({ text }) => text);
  const lacks = (group: string, place: string) =>
    `Add a service of ${group} in ${place}, or choose “No service”`;

  it('accounts for each of its sectors in each of its Places', () => {
    expect(texts(agency)).toEqual([
      lacks('Midwifery', 'Blackpool'),
      lacks('Midwifery', 'Lancashire'),
      lacks('Other', 'Blackpool'),
      lacks('Other', 'Lancashire'),
    ]);
    expect(missingInResponse(map, agency)[0]).toMatchObject({
      sectionId: 'services',
      itemId: 'entries',
      field: 'entries_midwifery_b',
    });
  });

  it('accounts by entries that serve the Place, and by "No service"', () => {
    const absences = [
      { group: 'midwifery', place: 'b' },
      { group: 'midwifery', place: 'l' },
    ];
    expect(texts({ ...agency, absences, entries: [entry({})] })).toEqual([
      lacks('Other', 'Lancashire'),
    ]);
    expect(texts({ ...agency, absences, entries: [entry({ places: ['l', 'b'] })] })).toEqual([]);
  });

  it('accounts for no Place by an entry whose Places are not stated', () => {
    const state = { ...agency, groups: ['other'], entries: [entry({ places: null })] };
    expect(texts(state)).toEqual([lacks('Other', 'Blackpool'), lacks('Other', 'Lancashire')]);
  });

  it('accounts for its own sectors only: others of the map are nothing to it', () => {
    const state = {
      ...agency,
      groups: ['other', 'gardening'],
      entries: [entry({ places: ['b', 'l'] })],
    };
    expect(texts(state)).toEqual([]);
  });

  it('names the entry that lacks something', () => {
    const state = {
      ...nothing,
      entries: [entry({ status: null }), { id: 'e2', answers: entry({ name: ' ' }).answers }],
    };
    expect(missingInResponse(map, state)).toEqual([
      {
        sectionId: 'services',
        entryId: 'e1',
        itemId: 'status',
        field: 'status',
        text: 'Choose an answer to “Status” in “PaIRS”',
      },
      {
        sectionId: 'services',
        entryId: 'e2',
        itemId: 'name',
        field: 'name',
        text: 'Fill in “Name” in service 2',
      },
    ]);
  });
});
