/** Terms of the instrument are explained where a section first uses them, over HTTP, on a real database. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { everybody } from '../../../test/factories/visitors.ts';

const database = useDatabase();

/** The statement that holds these words, legend and explanations. */
function statementOf(html: string, words: string): string {
  const part = html.split('<fieldset class="crit"').find((each) => each.includes(words)) ?? '';
  return part.slice(0, part.indexOf('class="crit__a"'));
}

describe('a section of the maturity grid', () => {
  let html: string;
  beforeAll(async () => {
    const system = await aSystem(database.db, { slug: 'terms' });
    const as = await everybody(database.db, system.slug);
    const id = await system.response('kingfisher', 'quillby');
    html = (await as('Małgorzata').get(`/responses/${id}/sections/capacity-building-activities`))
      .text;
  });

  it('explains a term below the statement that uses it first, and not again', () => {
    const first = wordsOf(statementOf(html, 'or for case consultation with a specialist.'));
    expect(first).toContain('What “Case consultation” means Time with a specialist');
    expect(html.match(/What “Case consultation” means/g)).toHaveLength(1);
    expect(statementOf(html, 'Case consultation is more widely available.')).not.toContain('means');
  });

  it('keeps explanations out of the statement’s name, and closed', () => {
    const legend = /<legend[\s\S]*?<\/legend>/.exec(statementOf(html, 'case consultation'))?.[0];
    expect(legend).toContain('case consultation');
    expect(legend).not.toContain('<details');
    expect(html).not.toMatch(/<details class="term" open/);
  });

  it('leaves words alone that are too common to be explained', () => {
    expect(html).not.toContain('What “Support” means');
    expect(html).not.toContain('What “Specialist” means');
  });
});
