/** Every figure of a review leads in one click to where it comes from. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  giveLevels,
  aPlanOf,
  aResultsSystem,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import {
  agreementOf,
  calmDomain,
  domainPath,
  reviewPath,
  splitDomain,
  visit,
} from '../../../test/factories/review.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { shippedDefinitions } from '../../../test/factories/system.ts';
import { levelItems } from '../../domain/instrument/items.ts';

const database = useDatabase();
const method = '/rounds/spring-2026/places/place-1/method';
let system: ResultsSystem;
let amina: Visitor;

/** The text of the page's links to this address, hidden words left out. */
async function linked(path: string, href: string): Promise<string[]> {
  const { text } = await amina.get(path);
  const links = [...text.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>(.*?)<\/a>/gs)];
  return links
    .filter(([, to]) => to?.replaceAll('&amp;', '&') === href)
    .map(([, , words]) => (words ?? '').replace(/<span class="nhsuk-u-vis.*?<\/span>/gs, ''));
}

beforeAll(async () => {
  system = await aResultsSystem(database.db, aPlanOf('traced', { places: 1, agencies: 3 }));
  amina = await visit(database.db, system, 'amina');
  const [grid] = shippedDefinitions();
  const item = grid && levelItems(grid).find(({ id }) => id === splitDomain);
  const criterion = item?.descriptors[0]?.criteria[0]?.id ?? '';
  for (const [n, level] of [0, 0, 4].entries()) {
    const mark = level === 0 ? 'not' : 'met';
    const where = { agency: `agency-${n + 1}`, place: 'place-1' };
    await giveLevels(database.db, system, where, {
      [splitDomain]: { level, criteria: { [criterion]: mark } },
      [calmDomain]: 2,
    });
  }
  await amina.post(`${domainPath(splitDomain)}/view`, { own: '1', why: '' });
  const calm = agreementOf(system, { agreed: '2', because: 'All alike.' }, ['amina']);
  await amina.post(`${domainPath(calmDomain)}/agreement`, calm);
});

describe('the figures of a Place’s list', () => {
  it.each([
    ['1 of 11 agreed.', '#agreed'],
    ['1 domain divides the agencies.', `${reviewPath}?show=splits`],
    ['Your own view is missing on 9 domains.', `${reviewPath}?show=mine`],
    ['3 of 3 gave a level', `${domainPath(splitDomain)}#said`],
    ['0 other views given', `${domainPath(splitDomain)}#views`],
    ['1 reviewer present, no dissent', `${domainPath(calmDomain)}#agreed`],
  ])('“%s” leads to %s', async (figure, href) => {
    expect(await linked(reviewPath, href)).toContain(figure);
  });
});

describe('the figures of a domain', () => {
  it('lead to who gave a level, and to how the agreement is worked out', async () => {
    const path = domainPath(splitDomain);
    expect(await linked(path, '#said')).toEqual(['3 of 3 gave a level.']);
    const worked = await linked(path, `${method}#${splitDomain}`);
    expect(worked[0]).toMatch(/^(Agreement is|Levels lie) .*\d/);
  });

  it('name, for each criterion, the agencies that they count', async () => {
    const { text } = await amina.get(domainPath(splitDomain));
    expect(text).toContain(
      '<li><b>met</b>: Agency 3</li><li><b>not met</b>: Agency 1, Agency 2</li>',
    );
  });

  it('lead from the workshop screen to the views, the ticks and the answers', async () => {
    const path = `${reviewPath}/workshop/domains/${splitDomain}`;
    expect(await linked(path, `${domainPath(splitDomain)}#views`)).toEqual(['1 Foundations']);
    expect(await linked(path, `${domainPath(splitDomain)}#ticked`)).toContain('Who ticked what');
    expect(await linked(path, `${domainPath(splitDomain)}#said`)).toEqual([
      'Who said what, in full',
    ]);
    expect(await linked(path, `${reviewPath}/workshop/decisions`)).toContain('1 of 11 agreed');
  });
});
