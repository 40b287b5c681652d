import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import { aBrowser, followLink } from '../../test/factories/newcomer.ts';
import { aSystem } from '../../test/factories/system.ts';
import { anApp, testTime } from '../../test/factories/visitor.ts';
import { signInLink } from './sign-in-link.command.ts';

const database = useDatabase();
const baseUrl = 'https://pair.example.org';
const make = (email: string) => signInLink({ db: database.db, baseUrl, now: testTime }, { email });

beforeAll(async () => {
  await aSystem(database.db);
});

describe('the sign-in-link command', () => {
  it('gives a link that signs the person in once, and mails nobody', async () => {
    const result = await make(' SIÂN@aldermoor-and-wend.example ');
    const { link } = ('output' in result ? result.output : {}) as { readonly link: string };
    expect(link).toMatch(/^https:\/\/pair[.]example[.]org\/sign-in\/link[?]/);
    expect(await database.db('messages')).toEqual([]);
    const app = anApp(database.db, { demo: false });
    const path = link.slice(baseUrl.length);
    expect((await followLink(aBrowser(app), path)).status).toBe(303);
    expect((await followLink(aBrowser(app), path)).status).toBe(410);
  });

  it.each([
    ['nobody@aldermoor-and-wend.example', 'nobody who may sign in has this address'],
    ['siân', 'Give one e-mail address, such as name@example.org'],
  ])('says of %s what is wrong', async (email, text) => {
    expect(await make(email)).toEqual({ faults: [{ path: '/email', text }] });
  });
});
