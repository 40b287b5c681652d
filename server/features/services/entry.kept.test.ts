import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Fields, Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, place, added, stored, history } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
});

const pairsOf = (fields: Fields): readonly (readonly [string, string])[] =>
  Array.isArray(fields) ? (fields as [string, string][]) : Object.entries(fields);

describe('what is sent is stored, and the page shows it again', () => {
  const cases: readonly (readonly [string, () => Fields, () => Record<string, unknown>])[] = [
    ['a name with Welsh letters', () => ({ name: 'Tŷ Ŵyl Llŷn' }), () => ({})],
    ['a name of markup', () => ({ name: '"><script>alert(1)</script>&amp;' }), () => ({})],
    ['a single choice', () => ({ sector: 'other' }), () => ({ sector: 'other' })],
    [
      'several Places, once each',
      () => [
        ['places', place('quillby')],
        ['places', place('ferrow-vale')],
        ['places', place('quillby')],
      ],
      () => ({ places: [place('ferrow-vale'), place('quillby')] }),
    ],
    ['Places not stated', () => ({ places: '_unknown' }), () => ({ places: null })],
    ['"none of them"', () => ({ restrictions: '_none' }), () => ({ restrictions: [] })],
    ['"not known"', () => ({ restrictions: '_unknown' }), () => ({ restrictions: null })],
    [
      'several choices with what depends on them',
      () => [
        ['restrictions', 'age'],
        ['restrictions', 'threshold'],
        ['restrictionDetail', 'Under 2 only'],
      ],
      () => ({ restrictions: ['age', 'threshold'], restrictionDetail: 'Under 2 only' }),
    ],
    ['a catalogue', () => ({ interventions: 'vig' }), () => ({ interventions: ['vig'] })],
    [
      'a choice of "not known"',
      () => ({ consultation: 'unknown' }),
      () => ({ consultation: 'unknown' }),
    ],
    [
      'ages between the steps',
      () => ({ ages_from: '-4', ages_to: '23' }),
      () => ({ ages: { from: -4, to: 23 } }),
    ],
    [
      'a date',
      () => ({ ends_day: '31', ends_month: '3', ends_year: '2027' }),
      () => ({ ends: '2027-03-31' }),
    ],
    ['money', () => ({ spend: '£85,000' }), () => ({ spend: 85_000 })],
    ['zero, which is not nothing', () => ({ spend: '0', wte: '0' }), () => ({ spend: 0, wte: 0 })],
    ['decimals', () => ({ wte: '1.50' }), () => ({ wte: 1.5 })],
    [
      'rows of a table, without the empty ones',
      () => ({ figures_0_place: place('ferrow-vale'), figures_2_families: '40' }),
      () => ({ figures: [{ place: place('ferrow-vale') }, { families: 40 }] }),
    ],
    [
      'a fixed row',
      () => ({ years_2026_amount: '4' }),
      () => ({ years: [{ row: '2026', amount: 4 }] }),
    ],
    ['nothing else', () => ({ sector: '', ages_from: '', wte: ' ' }), () => ({})],
  ];

  it.each(cases)('%s', async (title, fields, answers) => {
    const pairs = pairsOf(fields());
    const name = pairs.find(([key]) => key === 'name')?.[1] ?? title.slice(0, 40);
    const id = await added([...pairs.filter(([key]) => key !== 'name'), ['name', name]]);
    expect(await stored(id)).toMatchObject({ name, revision: 1 });
    expect((await stored(id))?.answers).toEqual({ name, ...answers() });

    // Sent back as the page has it, nothing changes: the page shows all that is stored.
    const page = await siân.get(`${list}/${id}`);
    const again = await siân.post(`${list}/${id}`, sentBy(page.text, 'entry'));
    expect(again.status).toBe(303);
    expect((await stored(id))?.revision).toBe(1);

    const changedNow = await siân.post(
      `${list}/${id}`,
      changed(sentBy(page.text, 'entry'), { name: 'Another name' }),
    );
    expect(changedNow.status).toBe(303);
    expect((await stored(id))?.answers).toEqual({ name: 'Another name', ...answers() });
  });

  it('names its Places in a table of their own too, in step with the answers', async () => {
    const placesOf = async (id: string) =>
      (await database.db('service_entry_places').where({ entry_id: id }).select('place_id')).map(
        ({ place_id }) => place_id,
      );
    const id = await added({ name: 'In step', places: place('quillby') });
    expect(await placesOf(id)).toEqual([place('quillby')]);
    await siân.post(`${list}/${id}`, {
      name: 'In step',
      places: place('ferrow-vale'),
      _revision: '1',
    });
    expect(await placesOf(id)).toEqual([place('ferrow-vale')]);
    await siân.post(`${list}/${id}`, { name: 'In step', places: '_unknown', _revision: '2' });
    expect(await placesOf(id)).toEqual([]);
  });

  it('keeps no answer to a question that does not apply, however wrong', async () => {
    const detail = 'x'.repeat(101);
    const id = await added({
      name: 'Open',
      restrictions: '_none',
      restrictionDetail: detail,
    });
    expect((await stored(id))?.answers).toEqual({ name: 'Open', restrictions: [] });
  });

  it('writes a line of history for every change, and counts the response up', async () => {
    const id = await added({ name: 'First' });
    const revision = async () =>
      (
        await database
          .db('responses')
          .where({ id: list.split('/')[2] ?? '' })
          .first('revision')
      )?.revision ?? 0;
    const before = await revision();
    await siân.post(`${list}/${id}`, { name: 'Second', sector: 'other', _revision: '1' });
    expect(await revision()).toBe(before + 1);
    expect(await history(id)).toEqual([
      { revision: 1, answers: { name: 'First' }, removed: false },
      { revision: 2, answers: { name: 'Second', sector: 'other' }, removed: false },
    ]);
  });
});
