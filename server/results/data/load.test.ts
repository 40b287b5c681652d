/** A round's data while its results are corrected: a file holds the edition that it names, or is not made. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aPublishedSystem,
  correctionOf,
  correctionPath,
  correctionsPath,
  publicationOf,
} from '../../../test/factories/corrections.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import { visit } from '../../../test/factories/review.ts';
import { definitionStore } from '../../db/definitions.queries.ts';
import { grantScope } from '../../domain/access/scope.ts';
import { idOf } from '../../features/set-up/set-up.queries.ts';
import { loadData } from './load.ts';
import type { DataRow } from './table.ts';

const database = useDatabase();

const coordinator = ({ ids, slug, email }: ResultsSystem) =>
  grantScope({
    personId: idOf(ids.people, email('colm')),
    personName: 'Colm Doyle',
    systemId: ids.systemId,
    systemName: '',
    systemSlug: slug,
    fictional: true,
    memberships: [{ role: 'coordinator', agencyId: null, placeIds: [], isChair: false }],
  });

it('never holds the levels of a later edition than it says it is', async () => {
  const { db } = database;
  const system = await aPublishedSystem(db, 'data-edition');
  const load = () =>
    loadData({ db, definitions: definitionStore(db) }, coordinator(system), 'spring-2026');
  const scores = async ({ tables }: Awaited<ReturnType<typeof load>>): Promise<DataRow[]> => {
    const pages = tables.find(({ name }) => name === 'scores')?.pages() ?? [];
    const rows: DataRow[] = [];
    for await (const page of pages) rows.push(...page);
    return rows;
  };
  const begun = await load();
  const [amina, colm] = [await visit(db, system, 'amina'), await visit(db, system, 'colm')];
  await amina.post(correctionPath(), correctionOf(system));
  await colm.post(`${correctionsPath}/publish`, await publicationOf(colm));
  await expect(scores(begun)).rejects.toThrow('A new edition of these results was published');
  const again = await load();
  expect(again.edition?.number).toBe(2);
  expect((await scores(again)).length).toBeGreaterThan(0);
});
