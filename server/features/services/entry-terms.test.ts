/** Terms of the service map are explained where the form of an entry first uses them. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { everybody } from '../../../test/factories/visitors.ts';

const database = useDatabase();

it('the form of a service explains the field’s words under the questions that use them', async () => {
  const system = await aSystem(database.db, { slug: 'entry-terms' });
  const as = await everybody(database.db, system.slug);
  const id = await system.response('kingfisher');
  const { text } = await as('Małgorzata').get(`/responses/${id}/entries/new`);
  const words = wordsOf(text);
  expect(words).toContain(
    '“Some” is at some appointments, or by some staff. What “Routine enquiry” means Every family is asked',
  );
  expect(words).toContain('What “Co-parent” means');
  expect(text.match(/What “Co-parent” means/g)).toHaveLength(1);
  expect(text).not.toContain('What “Service” means');
  const named = [...text.matchAll(/<(legend|label)[\s\S]*?<\/\1>/g)].map(([all]) => all).join('');
  expect(named).not.toContain('<details');
});
