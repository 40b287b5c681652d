/** A provider that is down, hangs, is slow or answers nonsense: a page says so in time, and nothing else suffers. */
import type { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aFakeIssuer, type Part } from '../../../test/factories/fake-issuer.ts';
import { aBrowser, type Browser } from '../../../test/factories/newcomer.ts';
import {
  isIn,
  lead,
  redirectUri,
  useOrganisation,
} from '../../../test/factories/organisation-site.ts';
import { leave, onwardFrom } from '../../../test/factories/organisation.ts';
import { appDeps } from '../../../test/factories/visitor.ts';
import { openidProvider } from '../../adapters/openid.ts';
import { createApp } from '../../app.ts';

const database = useDatabase();
const patienceMs = 1_000;
/** Waiting once and more, but far from what a browser waits for. */
const inTimeMs = 8_000;
const here = useOrganisation(database, aFakeIssuer, { patienceMs });

beforeEach(async () => {
  here.provider.answers = {};
  here.provider.tokens = (right, sign) => sign(right);
  await here.linked(lead, 'colm');
});

type Trouble = (response: ServerResponse) => void;
const troubles: Readonly<Record<string, Trouble>> = {
  'never answers': () => undefined,
  'answers drop by drop': (response) => {
    response.setHeader('Content-Type', 'application/json');
    const drops = setInterval(() => response.write(' '), 50);
    response.on('close', () => {
      clearInterval(drops);
    });
  },
  'hangs up': (response) => {
    response.destroy();
  },
  'breaks off': (response) => {
    response.setHeader('Content-Type', 'application/json').write('{"issuer":');
    setTimeout(() => response.destroy(), 20);
  },
  'is broken': (response) => {
    response.writeHead(500).end('<h1>Oh</h1>');
  },
  'answers with a page': (response) => {
    response.setHeader('Content-Type', 'text/html').end('<h1>Maintenance</h1>');
  },
  'leads elsewhere': (response) => {
    response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
  },
};

const press = async (browser: Browser) => {
  await browser.get('/sign-in');
  return browser.post('/sign-in/organisation', { returnTo: '/instruments' });
};

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now();
  const value = await work;
  return { value, ms: performance.now() - begun };
}

async function comeBack(browser: Browser) {
  const { searchParams } = await leave(browser);
  here.provider.nonce = searchParams.get('nonce') ?? '';
  const state = searchParams.get('state') ?? '';
  return browser.get(`/sign-in/organisation/back?code=any&state=${state}`);
}

function expectAway({ status, text }: { status: number; text: string }): void {
  expect(status).toBe(503);
  expect(text).toContain('Sign-in with your organisation’s account is not available now.');
  expect(text).toContain('href="/sign-in');
}

describe.each(Object.keys(troubles))('a provider that %s', (name) => {
  const trouble = troubles[name];
  const troubled = (part: Part): void => {
    if (trouble) here.provider.answers = { [part]: trouble };
  };

  it('before anybody leaves gives a page in time, and is asked again some seconds later', async () => {
    troubled('discovery');
    const browser = aBrowser(here.site());
    const { value, ms } = await timed(press(browser));
    expectAway(value);
    expect(ms).toBeLessThan(inTimeMs);
    here.provider.answers = {};
    expectAway(await press(browser));
    here.later(1);
    expect(onwardFrom(await press(browser)).pathname).toBe('/authorize');
  });

  it.each(['token', 'keys'] as const)(
    'when somebody is back (%s) signs nobody in',
    async (part) => {
      troubled(part);
      const browser = aBrowser(here.site());
      const { value, ms } = await timed(comeBack(browser));
      expectAway(value);
      expect(ms).toBeLessThan(inTimeMs);
      expect(await isIn(browser)).toBe(false);
      here.provider.answers = {};
      expect((await comeBack(browser)).status).toBe(303);
    },
  );
});

describe('a provider that is not there', () => {
  it('keeps nobody from signing in by link, and other pages do not wait for it', async () => {
    const before = here.provider.asked.discovery;
    here.provider.answers = { discovery: troubles['never answers'] ?? (() => undefined) };
    const [waiting, other] = [aBrowser(here.site()), aBrowser(here.site())];
    const order: string[] = [];
    const pressed = press(waiting).then((reply) => {
      order.push('pressed');
      return reply;
    });
    await expect.poll(() => here.provider.asked.discovery).toBeGreaterThan(before);
    await other.get('/help').then(() => order.push('help'));
    expectAway(await pressed);
    expect(order).toEqual(['help', 'pressed']);
    const signedIn = await here.byLink(lead);
    expect(await isIn(signedIn)).toBe(true);
  });

  it('is asked once for everybody who waits, and once an hour when all is well', async () => {
    const site = here.site();
    const before = here.provider.asked.discovery;
    const browsers = [aBrowser(site), aBrowser(site), aBrowser(site)];
    await Promise.all(browsers.map(press));
    expect(here.provider.asked.discovery - before).toBe(1);
    here.later(61);
    here.provider.answers = { discovery: troubles['hangs up'] ?? (() => undefined) };
    const [browser = aBrowser(site)] = browsers;
    expect(onwardFrom(await press(browser)).pathname).toBe('/authorize');
    expect(here.provider.asked.discovery - before).toBe(2);
  });

  it('names itself otherwise than we were told: nobody is sent there', async () => {
    here.provider.answers = {
      discovery: (response) => {
        const said = {
          issuer: 'https://id.elsewhere.example',
          authorization_endpoint: 'https://x',
        };
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(said));
      },
    };
    expectAway(await press(aBrowser(here.site())));
  });

  it('does not know us any more: the page says that it is not available', async () => {
    here.provider.answers = {
      token: (response) => {
        response.writeHead(401, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ error: 'invalid_client' }));
      },
    };
    expectAway(await comeBack(aBrowser(here.site())));
  });
});

it('[trust 56] no code, state, token, address or secret of a sign-in is logged', async () => {
  const lines: string[] = [];
  const log = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString());
      done();
    },
  });
  const { now, provider } = here;
  const app = createApp({
    ...appDeps(database.db, { demo: false, now }),
    provider: openidProvider({ ...provider, redirectUri, now, patienceMs }),
    logger: pino({ level: 'trace' }, log),
  });
  const browser = aBrowser(app);
  const token = 'a-token-that-nobody-reads';
  const told: string[] = [];
  const come = async (answered: string): Promise<void> => {
    const { searchParams } = await leave(browser);
    told.push(searchParams.get('state') ?? '', searchParams.get('nonce') ?? '');
    provider.nonce = told.at(-1) ?? '';
    const state = searchParams.get('state') ?? '';
    await browser.get(`/sign-in/organisation/back?state=${state}&${answered}`);
  };
  provider.tokens = (right, sign) => sign({ ...right, sub: 'new', email: 'canary@care.example' });
  await come('code=canary-code');
  await browser.get('/sign-in/organisation/link');
  provider.tokens = (right, sign) => sign({ ...right, aud: 'x', email: 'canary@care.example' });
  await come('code=canary-code');
  provider.tokens = () => token;
  await come('code=canary-code');
  await come('error=canary-error&error_description=canary@care.example');
  provider.answers = { token: troubles['hangs up'] ?? (() => undefined) };
  await come('code=canary-code');
  const logged = lines.join('');
  expect(lines.length).toBeGreaterThanOrEqual(4);
  for (const secret of [...told, 'canary', token, provider.clientSecret]) {
    expect(logged).not.toContain(secret);
  }
});
