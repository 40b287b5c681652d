/**
 * A coordinator's first afternoon, without reading anything but the pages: from the one-time link of an empty
 * installation to a round that asks thirty agencies, and from the e-mail of one of them to its first answer.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { MailContent } from '../../server/domain/mail/content.ts';
import { firstRunLink } from '../../server/first-run.ts';
import { publishShippedInstruments } from '../../server/publish.ts';
import { codeAt } from '../factories/authenticator.ts';
import { linkSentBy } from '../factories/newcomer.ts';
import { follow, press } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite(publishShippedInstruments, { demo: false });
const minutes = 60_000;
const coordinator = 'ada.quist@harrowmere.example';

const places = ['Ferrow Vale', 'Saltmere Bay', 'Tŵr Wennol', 'Isle of Skerrow'];
const sectors = ['Midwifery', 'Health visiting', 'Voluntary and third sector'];
const numbers = Array.from({ length: 30 }, (_, index) => index);
const agencies = numbers.map(
  (n) => `Agency ${n + 1},${sectors[n % 3] ?? ''},${places[n % 4] ?? ''}`,
);
const leads = numbers.map(
  (n) => `Lead ${n + 1},lead-${n + 1}@harrowmere.example,Agency lead,Agency ${n + 1}`,
);

/** Somebody at a browser who counts what it takes. */
function aWalk(page: Page) {
  const taken = { presses: 0, fields: 0 };
  return {
    taken,
    follow: async (name: string | RegExp) => {
      taken.presses += 1;
      await follow(page, name);
    },
    press: async (name: string | RegExp) => {
      taken.presses += 1;
      await press(page, name);
    },
    fill: async (label: string, text: string) => {
      taken.fields += 1;
      await page.getByLabel(label).first().fill(text);
    },
    choose: async (label: string) => {
      taken.presses += 1;
      await page.getByRole('radio', { name: label }).check();
    },
    status: async () => (await page.getByRole('status').first().textContent()) ?? '',
  };
}
type Walk = ReturnType<typeof aWalk>;

async function setUpAuthenticator(page: Page, walk: Walk): Promise<void> {
  const key = (await page.locator('.key').textContent()) ?? '';
  await walk.fill('Code that the application shows now', codeAt(key, new Date()));
  await walk.press('Confirm');
  await walk.follow('I have kept them');
}

/** The newest message to the address: where its one button leads. */
async function mailTo(recipient: string): Promise<MailContent> {
  const row = await site
    .db('messages')
    .where({ recipient })
    .orderBy('queued_at', 'desc')
    .first<{ content: MailContent } | undefined>('content');
  if (!row) throw new Error(`nothing was sent to ${recipient}`);
  return row.content;
}

/** From a message to being signed in, by a link to the same mailbox. */
async function arrive(page: Page, walk: Walk, email: string): Promise<void> {
  const { action } = await mailTo(email);
  const link = await linkSentBy(site.db, async () => {
    walk.taken.presses += 1;
    await page.goto(action.path);
    await walk.fill('Your e-mail address', email);
    await walk.press('Send me a link');
  });
  walk.taken.presses += 1;
  await page.goto(link);
  await walk.press('Sign in');
}

async function importRows(walk: Walk, list: string, rows: readonly string[]): Promise<void> {
  await walk.follow('Set-up');
  await walk.follow(new RegExp(`^From a spreadsheet.*${list}`));
  await walk.fill('Or rows copied', rows.join('\n'));
  await walk.press('Look at the rows');
  await walk.press(/^Store \d+ rows$/);
  expect(await walk.status()).toContain(`${rows.length - 1} rows are stored`);
}

it(
  'goes from the one-time link to thirty invitations, and from one of them to an answer that is saved',
  async () => {
    const owen = await site.visit();
    const start = aWalk(owen);
    await owen.goto((await firstRunLink(site.db, site.url, new Date())) ?? '');
    await start.fill('Your name', 'Owen Tallis');
    await start.fill('Your e-mail address', 'owen@harrowmere.example');
    await start.press('Continue');
    await setUpAuthenticator(owen, start);
    await start.follow('Create a system');
    await start.fill('Name of the system', 'Harrowmere and Coast');
    await start.fill('Name of its coordinator', 'Ada Quist');
    await start.fill('The coordinator’s e-mail', coordinator);
    await start.press('Create the system');

    const ada = await site.visit();
    const walk = aWalk(ada);
    await arrive(ada, walk, coordinator);
    await setUpAuthenticator(ada, walk);
    await importRows(walk, 'Places', ['Name', ...places]);
    await importRows(walk, 'Agencies', ['Name,Sectors,Places', ...agencies]);
    await importRows(walk, 'People', ['Name,E-mail,Role,Agency', ...leads]);
    await walk.follow('Set-up');
    await walk.follow('Create or look after a round');
    await walk.follow('Create a round');
    await walk.fill('Name of the round', 'Spring 2027');
    await walk.press('Create as a draft');
    await walk.follow('Open the round');
    expect(await ada.locator('main').innerText()).toContain('30 agencies are e-mailed');
    await walk.press('Open the round');
    expect(await walk.status()).toContain('The round is open.');
    expect(
      await site.db('messages').where('kind', 'invitation').whereLike('recipient', 'lead-%'),
    ).toHaveLength(30);

    const lead = await site.visit();
    const answer = aWalk(lead);
    await arrive(lead, answer, 'lead-7@harrowmere.example');
    await answer.follow(/^Begin/);
    await answer.follow('Strategic leadership');
    await answer.choose('Early growth');
    await answer.press('Save and continue');
    await lead.goBack();
    expect(await lead.locator('main').innerText()).toMatch(/Saved \d\d:\d\d/);
    expect(await site.db('answers').pluck('level')).toEqual([2]);

    // What the README promises: presses of a button, a link or a choice, and fields filled in.
    expect({ administrator: start.taken, coordinator: walk.taken, agency: answer.taken }).toEqual({
      administrator: { presses: 5, fields: 6 },
      coordinator: { presses: 24, fields: 6 },
      agency: { presses: 8, fields: 1 },
    });
  },
  5 * minutes,
);
