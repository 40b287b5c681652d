/** A reviewer without an own view learns nothing of the others': not their number, not that there are any. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { patient, useDownloads } from '../../../test/factories/report-downloads.ts';
import { paperWords } from '../../../test/factories/report-papers.ts';
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

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const nothingSeen = Array.from({ length: 11 }, () => 0).join('-');
const pages = [
  '/',
  reviewPath,
  `${reviewPath}?show=mine`,
  domainPath(splitDomain),
  `${reviewPath}/workshop/domains/${splitDomain}`,
  `${reviewPath}/workshop/decisions`,
  `${reviewPath}/workshop/news?seen=${nothingSeen}`,
  '/rounds/spring-2026/places/place-1/report',
  '/rounds/spring-2026/places/place-1/method',
  '/actions',
];
let system: ResultsSystem;
let bea: Visitor;
let teo: Visitor;

/** What arrives at the browser, and the headers by which it could tell two answers apart. */
async function arrives(path: string) {
  const { status, text, headers } = await bea.get(path);
  const { etag = '', 'last-modified': lastModified = '', 'content-length': length = '' } = headers;
  return { path, status, text, etag, lastModified, length };
}
const allThatArrives = () => Promise.all(pages.map(arrives));
const minutes = async (): Promise<string> => paperWords(await read(bea, `${reviewPath}/minutes`));
const views = (own: string, why: string) =>
  teo.post(`${domainPath(splitDomain)}/view`, { own, why });

describe('what reaches a reviewer before they give their own view', patient, () => {
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'reveal');
    bea = await signIn('bea@reveal.example');
    teo = await visit(database.db, system, 'teo');
    const amina = await visit(database.db, system, 'amina');
    const calm = agreementOf(system, { agreed: '2', because: 'All alike.' });
    await amina.post(`${domainPath(calmDomain)}/agreement`, calm);
  });

  it('[trust 13] is the same to the byte before and after others give theirs and change them', async () => {
    const [before, paper] = [await allThatArrives(), await minutes()];
    expect(before.filter(({ status }) => status !== 200)).toEqual([]);
    await views('1', 'Nothing before birth.');
    expect(await allThatArrives()).toEqual(before);
    await views('4', 'The clinic opened in May, and changed my mind.');
    expect(await allThatArrives()).toEqual(before);
    expect(await minutes()).toBe(paper);
  });

  it('opens with one’s own view', async () => {
    await bea.post(`${domainPath(splitDomain)}/view`, { own: '2', why: '' });
    expect((await bea.get(domainPath(splitDomain))).text).toContain('changed my mind');
  });
});
