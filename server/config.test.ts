/** Settings: defaults, and every fault at once with its name and what to do. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, demoConfig, readConfig, type Config, type Environment } from './config.ts';

const SECRET = 'x'.repeat(32);
const SERVER = 'postgres://app:hunter2@db.example.org:5432/assessment';

function faultsOf(read: (env: Environment) => Config, env: Environment): readonly string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('the settings', () => {
  it('have defaults that run here, with the built-in database', () => {
    expect(readConfig({})).toEqual({
      production: false,
      demo: false,
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      dataDir: path.resolve('data'),
      sessionSecret: undefined,
      mail: undefined,
      openid: undefined,
      trustProxy: 0,
      logLevel: 'info',
    });
  });

  it('are taken from the environment', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '8080',
      HOST: '0.0.0.0',
      BASE_URL: 'https://assess.example.org/',
      DATABASE_URL: SERVER,
      DATA_DIR: '/srv/data',
      SESSION_SECRET: SECRET,
      SMTP_URL: 'smtps://app:p%40ss@mail.example.org',
      MAIL_FROM: 'Self-assessment <assess@example.org>',
      OIDC_ISSUER: 'https://id.example.org/realms/care',
      OIDC_CLIENT_ID: 'assess',
      OIDC_CLIENT_SECRET: 'hunter3',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
    });
    expect(config).toEqual({
      production: true,
      demo: false,
      port: 8080,
      host: '0.0.0.0',
      baseUrl: 'https://assess.example.org',
      databaseUrl: SERVER,
      dataDir: '/srv/data',
      sessionSecret: SECRET,
      mail: {
        server: {
          host: 'mail.example.org',
          port: 465,
          secure: true,
          requireTls: true,
          auth: { user: 'app', pass: 'p@ss' },
        },
        from: { name: 'Self-assessment', address: 'assess@example.org' },
      },
      openid: {
        issuer: 'https://id.example.org/realms/care',
        clientId: 'assess',
        clientSecret: 'hunter3',
      },
      trustProxy: 1,
      logLevel: 'warn',
    });
  });

  it('count a blank one as missing, and cannot be changed afterwards', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' });
    expect(config).toEqual(readConfig({}));
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('follow PORT in the default address', () => {
    expect(readConfig({ PORT: '4000' }).baseUrl).toBe('http://127.0.0.1:4000');
  });

  it.each<[string, string]>([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['BASE_URL', 'assess.example.org'],
    ['BASE_URL', 'ftp://assess.example.org'],
    ['BASE_URL', 'https://assess.example.org/app'],
    ['BASE_URL', 'https://assess.example.org/?x=1'],
    ['BASE_URL', 'https://user@assess.example.org'],
    ['SESSION_SECRET', 'x'.repeat(31)],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'toString'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'prod'],
  ])('refuse %s=%s, by name', (name, value) => {
    expect(faultsOf(readConfig, { [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: give .*\\.$`)),
    ]);
  });

  it.each(['mysql://app@host/db', 'postgres://host', 'postgres://host/', 'host/db', 'postgres:'])(
    'refuse DATABASE_URL=%s',
    (value) => {
      expect(faultsOf(readConfig, { DATABASE_URL: value, SESSION_SECRET: SECRET })).toEqual([
        expect.stringMatching(/^DATABASE_URL: give postgres:/),
      ]);
    },
  );

  it.each(['postgresql://app@host/db', 'postgres:///db?host=/var/run/postgresql'])(
    'take DATABASE_URL=%s',
    (value) => {
      expect(readConfig({ DATABASE_URL: value, SESSION_SECRET: SECRET }).databaseUrl).toBe(value);
    },
  );

  it('want a secret with a server of its own: every process needs the same', () => {
    expect(faultsOf(readConfig, { DATABASE_URL: SERVER })).toEqual([
      expect.stringMatching(/^SESSION_SECRET: give at least 32 .*DATABASE_URL/),
    ]);
  });

  it.each([
    'mail.example.org:587',
    'https://mail.example.org',
    'smtp://',
    'smtp://user@mail.example.org',
    'smtp://:pass@mail.example.org',
    'smtp://user:%zz@mail.example.org',
    'smtp://mail.example.org/path',
    'smtp://mail.example.org?tls=off',
    'smtp://mail.example.org?tls=optional#x',
  ])('refuse SMTP_URL=%s', (value) => {
    expect(faultsOf(readConfig, { SMTP_URL: value })).toEqual([
      expect.stringMatching(/^SMTP_URL: give smtp:/),
    ]);
  });

  it.each<[string, object]>([
    [
      'smtp://mail.example.org',
      { host: 'mail.example.org', port: 587, requireTls: true, auth: null },
    ],
    ['smtp://relay.internal:25?tls=optional', { port: 25, secure: false, requireTls: false }],
    ['smtp://127.0.0.1:1025', { port: 1025, requireTls: false }],
    ['smtp://[::1]:1025', { host: '::1', requireTls: false }],
  ])('take SMTP_URL=%s', (SMTP_URL, server) => {
    const { mail } = readConfig({ SMTP_URL, MAIL_FROM: 'a@example.org' });
    expect(mail?.server).toMatchObject(server);
  });

  it.each([
    'Self-assessment',
    'a@',
    'a@b c.org',
    'Name <a@example.org> x',
    'Na\nme <a@example.org>',
    'a@example.org, b@example.org',
  ])('refuse MAIL_FROM=%s', (value) => {
    expect(faultsOf(readConfig, { MAIL_FROM: value })).toEqual([
      expect.stringMatching(/^MAIL_FROM: give the address/),
    ]);
  });

  it('want to know whom mail comes from, with a mail server', () => {
    expect(faultsOf(readConfig, { SMTP_URL: 'smtp://mail.example.org' })).toEqual([
      expect.stringMatching(/^MAIL_FROM: .*needed with SMTP_URL/),
    ]);
  });

  it.each([
    'id.example.org',
    'http://id.example.org',
    'ftp://127.0.0.1',
    'https://user@id.example.org',
    'https://id.example.org/?realm=care',
    'https://id.example.org/#care',
  ])('refuse OIDC_ISSUER=%s', (value) => {
    const env = { OIDC_ISSUER: value, OIDC_CLIENT_ID: 'assess', OIDC_CLIENT_SECRET: 'x' };
    expect(faultsOf(readConfig, env)).toEqual([
      expect.stringMatching(/^OIDC_ISSUER: give the provider’s https/),
    ]);
  });

  it('take a provider on this machine without TLS', () => {
    const env = { OIDC_CLIENT_ID: 'assess', OIDC_CLIENT_SECRET: 'x' };
    const { openid } = readConfig({ ...env, OIDC_ISSUER: 'http://127.0.0.1:4000' });
    expect(openid?.issuer).toBe('http://127.0.0.1:4000/');
  });

  it('want all three settings of the organisation’s sign-in, or none', () => {
    const [client, secret] = [{ OIDC_CLIENT_ID: 'assess' }, { OIDC_CLIENT_SECRET: 'x' }];
    const names = (env: Environment): string[] =>
      faultsOf(readConfig, env).map((fault) => fault.split(':')[0] ?? '');
    expect(names(client)).toEqual(['OIDC_ISSUER', 'OIDC_CLIENT_SECRET']);
    expect(names({ ...client, ...secret })).toEqual(['OIDC_ISSUER']);
    expect(names({ OIDC_ISSUER: 'https://id.example.org', ...secret })).toEqual(['OIDC_CLIENT_ID']);
    expect(readConfig({ OIDC_ISSUER: ' ' }).openid).toBeUndefined();
  });

  it('name every fault at once and show no value', () => {
    const env = {
      PORT: 'x1',
      BASE_URL: 'x2',
      DATABASE_URL: 'mysql://hunter2',
      SESSION_SECRET: 'x3',
      SMTP_URL: 'smtp://hunter2@',
      MAIL_FROM: 'x3.5',
      OIDC_ISSUER: 'x3.6',
      TRUST_PROXY: 'x4',
      LOG_LEVEL: 'x5',
      NODE_ENV: 'x6',
    };
    const text = new ConfigError(faultsOf(readConfig, env)).message;
    for (const [name, value] of Object.entries(env)) {
      expect(text).toContain(`  ${name}: `);
      expect(text).not.toContain(value);
    }
  });
});

describe('the settings of the demo', () => {
  it('keep to a built-in database of their own and to themselves, whatever the settings say', () => {
    const env = {
      DATABASE_URL: SERVER,
      DATA_DIR: '/srv/data',
      SMTP_URL: 'smtp://mail.example.org',
      MAIL_FROM: 'assess@example.org',
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'assess',
      OIDC_CLIENT_SECRET: 'x',
    };
    expect(demoConfig(env)).toEqual({
      ...readConfig({}),
      demo: true,
      dataDir: '/srv/data/demo',
    });
    expect(demoConfig({ DATABASE_URL: 'nonsense' }).dataDir).toBe(path.resolve('data/demo'));
    expect(Object.isFrozen(demoConfig(env))).toBe(true);
  });

  it('are refused in production, and the refusal says why', () => {
    expect(faultsOf(demoConfig, { NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^NODE_ENV: the demo signs anybody in as anybody.*npm start/),
    ]);
  });
});
