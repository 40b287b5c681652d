/** The domains that divide nobody, agreed together. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy, type Pairs } from '../../../test/factories/html-form.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import {
  agreementOf,
  aReviewedSystem,
  calmDomain,
  domainPath,
  reviewPath,
  splitDomain,
  visit,
} from '../../../test/factories/review.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { idOf } from '../set-up/set-up.queries.ts';

const database = useDatabase();
const path = `${reviewPath}/agree-in-view`;
let system: ResultsSystem;
let amina: Visitor;
let count = 0;

beforeEach(async () => {
  count += 1;
  system = await aReviewedSystem(database.db, `bulk-${count}`);
  amina = await visit(database.db, system, 'amina');
});

const own = () => ({ system_id: system.ids.systemId });
const agreed = () =>
  database.db('agreements').where(own()).orderBy('item_id').select('item_id', 'level', 'rationale');
const present = (): string[] =>
  ['amina', 'bea', 'teo'].map((who) => idOf(system.ids.people, `${who}@${system.slug}.example`));
/** The page's own form with these domains ticked. */
async function ticking(...domain: string[]): Promise<Pairs> {
  return changed(sentBy((await amina.get(path)).text, 'bulk'), { domain, present: present() });
}

describe('agreeing in view', () => {
  it('offers what is not split with level, answers and evidence, and ticks nothing beforehand', async () => {
    const { text } = await amina.get(path);
    const words = wordsOf(text);
    expect(words).toMatch(
      /Strategic leadership 5 of 5 gave a level; evidence from nobody\..{0,40}Early growth Read it/,
    );
    expect(words).toContain('Set aside: nobody gave a level');
    expect(text).not.toContain(`value="${splitDomain}:`);
    expect(sentBy(text, 'bulk').map(([name]) => name)).not.toContain('domain');
  });

  it('records what is ticked with its median, or sets it aside, and nothing else; twice is once', async () => {
    const fields = await ticking(`${calmDomain}:2`, 'outcomes-and-impact:none');
    const sent = [await amina.post(path, fields), await amina.post(path, fields)];
    expect(sent.map(({ headers }) => headers['location'])).toEqual([reviewPath, reviewPath]);
    expect(await agreed()).toMatchObject([
      { item_id: 'outcomes-and-impact', level: null, rationale: 'No agency gave a level.' },
      { item_id: calmDomain, level: 2 },
    ]);
    expect(await database.db('agreement_history').where(own())).toHaveLength(2);
    expect(await database.db('agreement_people').where(own())).toHaveLength(6);
  });

  it('needs a tick, a reason and who is present, and keeps what was typed', async () => {
    const fields = changed(await ticking(), { present: [], because: 'Read aloud.' });
    const answer = await amina.post(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#domain-0"');
    expect(answer.text).toContain('href="#present-0"');
    expect(answer.text).toContain('Read aloud.');
    const silent = await amina.post(
      path,
      changed(await ticking(`${calmDomain}:2`), { because: '' }),
    );
    expect(silent.text).toContain('href="#because"');
    expect(await agreed()).toEqual([]);
  });

  it('leaves and names what was recorded meanwhile, and records the rest', async () => {
    const fields = await ticking(`${calmDomain}:2`, 'outcomes-and-impact:none');
    const other = agreementOf(system, { agreed: '3', because: 'The other screen.' });
    await amina.post(`${domainPath(calmDomain)}/agreement`, other);
    const answer = await amina.post(path, fields);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.text)).toContain(
      '1 domain was recorded. Strategic leadership was left as it is',
    );
    expect(await agreed()).toMatchObject([
      { item_id: 'outcomes-and-impact', level: null },
      { item_id: calmDomain, level: 3, rationale: 'The other screen.' },
    ]);
  });

  it('takes no level that was not offered, no split, and nothing from a reviewer', async () => {
    const base = await ticking();
    for (const tick of [`${calmDomain}:4`, `${splitDomain}:3`]) {
      expect((await amina.post(path, changed(base, { domain: tick }))).status).toBe(409);
    }
    const bea = await visit(database.db, system, 'bea');
    expect((await bea.get(path)).status).toBe(403);
    expect((await bea.post(path, await ticking(`${calmDomain}:2`))).status).toBe(403);
    expect(await agreed()).toEqual([]);
  });
});
