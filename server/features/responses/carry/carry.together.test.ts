import { beforeEach, describe, expect, it } from 'vitest';
import { useCarryVisit } from '../../../../test/factories/carry-visit.ts';
import { aSystem } from '../../../../test/factories/system.ts';
import { everybody } from '../../../../test/factories/visitors.ts';

const { database, as, at, start, say, allOnPage, rows } = useCarryVisit();
const leadership = 'strategic-leadership';
const finance = 'financial-investment';

describe('pressed twice, or by two people', () => {
  beforeEach(start);

  it('the same press does nothing more', async () => {
    const both = await Promise.all([say('same', [finance]), say('same', [finance], 'Małgorzata')]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await rows('answer_history')).toHaveLength(1);
    expect(await rows('carry_decisions')).toHaveLength(1);
    await say('ended', [leadership]);
    expect((await say('ended', [leadership])).status).toBe(303);
  });

  it('of two different ones the first stands, and the other is told', async () => {
    await say('ended', [finance], 'Małgorzata');
    const { status, text } = await say('same', [finance, leadership]);
    expect(status).toBe(409);
    expect(text).toContain('Małgorzata Wiśniewska has said that it is no longer true');
    expect(await rows('answers')).toMatchObject([{ item_id: leadership }]);
  });

  it('at once, one of them is told', async () => {
    const both = await Promise.all([say('same', [finance]), say('ended', [finance], 'Małgorzata')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await rows('carry_decisions')).toHaveLength(1);
  });
});

describe('submitting', () => {
  it('is refused while anything is undecided, though every domain is answered', async () => {
    await start();
    await say('same', (await allOnPage()).slice(1));
    const { status, text } = await as('Siân').post(at('/submit'));
    expect(status).toBe(422);
    expect(text).toContain('1 thing is missing');
  });

  it('freezes what was decided', async () => {
    await start();
    await say('same', await allOnPage());
    await as('Siân').post(at('/submit'));
    expect((await say('undo', [finance])).status).toBe(409);
    expect((await as('Siân').post(at('/carry/drop'))).status).toBe(409);
    expect((await as('Siân').get(at('/carry'))).headers['location']).toBe(at());
  });
});

describe('[trust 11, 12] what is not theirs', () => {
  beforeEach(start);

  it('is not found: another agency’s, another system’s, no question of the page', async () => {
    const other = await aSystem(database.db, { slug: 'elsewhere' });
    const elsewhere = await everybody(database.db, other.slug);
    for (const visitor of [as('Tomos'), elsewhere('Siân')]) {
      expect((await visitor.get(at('/carry'))).status).toBe(404);
      for (const rest of ['/carry', '/carry/start', '/carry/drop']) {
        const fields = rest === '/carry' ? { decision: 'same', item: finance } : {};
        expect((await visitor.post(at(rest), fields)).status).toBe(404);
      }
    }
    expect((await say('same', ['nothing'])).status).toBe(404);
    expect((await say('unheard-of', [finance])).status).toBe(404);
    expect((await as('Siân').post(at('/carry'), { item: finance, level: '4' })).status).toBe(400);
  });
});
