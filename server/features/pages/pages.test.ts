/** The open pages over HTTP: help and the glossary, signed out and signed in. */
import { beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { useDatabase } from '../../../test/config/database.ts';
import { sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { aPlanOf, aResultsSystem, type ResultsSystem } from '../../../test/factories/results.ts';
import { anApp, signedIn } from '../../../test/factories/visitor.ts';

const database = useDatabase();
let system: ResultsSystem;

beforeAll(async () => {
  system = await aResultsSystem(database.db, aPlanOf('open-pages', { places: 1, agencies: 1 }));
  await aResultsSystem(database.db, aPlanOf('another', { places: 1, agencies: 1 }));
});

const open = async (path: string): Promise<string> =>
  (await request(anApp(database.db)).get(path)).text;

describe('help', () => {
  it('answers everybody’s questions without sign-in, and names nobody', async () => {
    const html = await open('/help');
    const words = wordsOf(html);
    for (const question of [
      'What is it for?',
      'Do we answer for our agency, or for the Place?',
      'When is an answer saved?',
      'What counts as evidence?',
      'How does a Place get its level?',
    ]) {
      expect(words).toContain(question);
    }
    expect(sectionOf(html, 'contact')).toContain('The coordinator of your system.');
    expect(words).not.toContain('Colm Doyle');
    expect(sectionOf(html, 'roles')).not.toContain('You ');
  });

  it('says whom to ask in one’s own system, and which part is one’s own', async () => {
    const visitor = await signedIn(anApp(database.db), database.db, system.email('wanda'));
    const html = (await visitor.get('/help')).text;
    expect(sectionOf(html, 'contact')).toContain('Colm Doyle coordinates System open-pages.');
    expect(sectionOf(html, 'contact')).not.toContain('another');
    expect(sectionOf(html, 'roles')).toContain('Contributor You Answer');
    expect(sectionOf(html, 'roles').match(/ You /g)).toHaveLength(1);
  });

  it('leads to places of the glossary that exist', async () => {
    const glossary = await open('/glossary');
    const anchors = [...(await open('/help')).matchAll(/href="\/glossary#([^"]+)"/g)];
    expect(anchors.length).toBeGreaterThan(0);
    for (const [, id = ''] of anchors) expect(glossary).toContain(`id="${id}"`);
  });
});

describe('the glossary', () => {
  it('explains the instruments’ terms and this platform’s, in groups, with the source’s credit', async () => {
    const html = await open('/glossary');
    expect(sectionOf(html, 'babies')).toContain('Bonding The parent’s side of the tie');
    expect(sectionOf(html, 'babies')).toContain('After section A.1 of the toolkit');
    expect(sectionOf(html, 'babies')).toContain('Attachment The emotional tie');
    expect(sectionOf(html, 'levels')).toContain('Median The middle one of the given levels');
    expect(wordsOf(html)).toContain('Drawn from: Parent-Infant Foundation (2023)');
    expect(html).toContain('<div id="median">');
  });
});
