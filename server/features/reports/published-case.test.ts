/** The published case over HTTP: its 24 colours, each with a reason, on the system's page and on each Place's. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aPublishedCase, type Colours } from '../../../test/factories/published-case.ts';
import { cellsOf, sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';
import { definitionStore } from '../../db/definitions.queries.ts';
import { grantScope } from '../../domain/access/scope.ts';
import { loadPlaceReport, loadSystemReport } from './reports.load.ts';

const database = useDatabase();
const report = '/rounds/spring-2026/report';
const placeReport = (place: string): string => `/rounds/spring-2026/places/${place}/report`;

describe('Lancashire and South Cumbria', () => {
  let visitor: Visitor;
  let system: ResultsSystem;
  let expected: Colours;
  const places = ['blackpool', 'blackburn-with-darwen', 'lancashire', 'south-cumbria'];
  beforeAll(async () => {
    ({ system, expected } = await aPublishedCase(database.db, 'published'));
    visitor = await signedIn(anApp(database.db), database.db, system.email('colm'));
  });

  it('has its 24 colours on the system’s page', async () => {
    const { text } = await visitor.get(report);
    const shown = Object.keys(expected).map((element) =>
      cellsOf(text, `${element}, `).map(({ rag }) => rag),
    );
    expect(shown).toEqual(Object.values(expected).map((row) => places.map((place) => row[place])));
  });

  it.each(places)('has its six colours on the page of %s, each with a reason', async (place) => {
    const { text } = await visitor.get(placeReport(place));
    for (const [element, row] of Object.entries(expected)) {
      expect(cellsOf(text, `${element}, `).map(({ rag }) => rag)).toEqual([row[place]]);
    }
    expect(text.match(/<td><p class="why">\S/g)).toHaveLength(6);
  });

  it('says the finding first, and what it rests on', async () => {
    const words = wordsOf((await visitor.get(report)).text);
    expect(words).toContain(
      'Specialist 0-2 mental health support and specialist 2-5 mental health support are red in 3 of 4 Places. None is green yet; 3 of 24 are not known.',
    );
    expect(words).toContain('Every assigned agency is taken to have submitted.');
    expect(words).not.toContain('Domain');
  });

  it('names what the nearest service lacks, and which answer would settle a white cell', async () => {
    const { text } = await visitor.get(placeReport('blackburn-with-darwen'));
    expect(sectionOf(text, 'elements')).toContain(
      'Lacks: recurrent funding (now: Fixed term). Not known: an individual assessment (ours); an intervention from the map; specialist consultation in the Place; room for all or most families.',
    );
    expect(sectionOf(text, 'elements')).toContain(
      'would settle it, about Children and young people’s mental health services (Children and young people’s mental health (CYPMH) services): “Does it offer other staff consultation on mental health from 0 to 5?”',
    );
  });

  it('is plain data, the same after a trip through JSON: what a PDF is made from', async () => {
    const { db } = database;
    const scope = grantScope({
      personId: '',
      personName: 'Colm Doyle',
      systemId: system.ids.systemId,
      systemName: system.slug,
      systemSlug: system.slug,
      fictional: false,
      memberships: [{ role: 'coordinator', agencyId: null, placeIds: [], isChair: false }],
    });
    const deps = { db, definitions: definitionStore(db) };
    const [roundSlug, placeSlug] = ['spring-2026', 'blackpool'];
    for (const view of [
      await loadSystemReport(deps, scope, { roundSlug, today: '2026-03-18' }),
      await loadPlaceReport(deps, scope, { roundSlug, placeSlug, today: '2026-03-18' }),
    ]) {
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    }
  });

  it('lists services without Places, and counts them nowhere', async () => {
    const services = sectionOf((await visitor.get(placeReport('lancashire'))).text, 'services');
    expect(services).toContain('Places not stated');
    expect(services).toContain('Specialist health visitors Health visiting Running');
    expect(services).toContain(
      'Health visiting Universal 1 Targeted 0 Raise an action: No targeted service: Health visiting Specialist 0 ',
    );
    expect(services).toContain('Midwifery Universal – Targeted – Specialist – Agencies Not asked');
  });
});
