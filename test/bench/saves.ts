/** Saving an answer with everything that belongs to it, against one insert of the same bytes. */
import { changed, sentBy, type Pairs } from '../factories/html-form.ts';
import { compare, measure, type Comparison, type Load } from './load.ts';
import { at, section, type BenchSite } from './site.ts';
import { browse, type Visit } from './visit.ts';

/** As somebody sends it who has answered all of it: every statement marked, a level, a reason, 200 bytes of evidence. */
function filledIn(html: string): Pairs {
  const statements = [...html.matchAll(/name="([^"]+_criteria_[^"]+)"/g)].map((match) =>
    String(match[1]),
  );
  return changed(sentBy(html, 'answers'), {
    ...Object.fromEntries(statements.map((name) => [name, 'partly'])),
    [`${section}_level`]: '2',
    [`${section}_reason`]: 'Two of three teams work to it; the third begins in spring.',
    [`${section}_evidence`]: 'Care pathway, version 2, agreed. '.repeat(6),
  });
}

/** Each client has a response of its own, and says something new with every save: the evidence ends in a number. */
async function saver(site: BenchSite, visit: Visit, response: string) {
  const url = at(site.ours, `/responses/${response}/sections/${section}`);
  const form = filledIn((await visit.get(url)).text);
  const fields = new Map(form);
  const field = (name: string): string => fields.get(`${section}_${name}`) ?? '';
  let revision = Number(field('revision'));
  const body = (): string => {
    const pairs = changed(form, {
      [`${section}_revision`]: String(revision),
      [`${section}_evidence`]: `${field('evidence')}${String(revision)}`,
    });
    revision += 1;
    const sent = [['_csrf', visit.csrf], ...pairs.map(([name, value]) => [name, value])];
    return new URLSearchParams(sent as [string, string][]).toString();
  };
  return { url, body };
}

/** @param what says what the database promises with a commit */
export async function compareSaves(
  site: BenchSite,
  what: string,
  requests: number,
): Promise<Comparison> {
  const visit = await browse(site.ours.port, site.system.leadEmail, site.db);
  const savers = await Promise.all(
    site.system.openResponses.map((response) => saver(site, visit, response)),
  );
  // One client a response: two saves of one answer at once would be a conflict, not a save.
  const loads = savers.map(({ url, body }): Load => ({
    ...{ url, body, requests, clients: 1, cookie: visit.cookie },
    expect: 303,
  }));
  const same = await saver(site, visit, site.system.openResponses[0] ?? '');
  const payload = same.body();
  const bare: Load = {
    url: at(site.bare, '/save'),
    clients: loads.length,
    requests: requests * loads.length,
    body: () => payload,
    expect: 303,
  };
  return compare(
    { what, rounds: site.rounds },
    () => measure(site.ours, ...loads),
    () => measure(site.bare, bare),
  );
}
