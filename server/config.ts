/** The settings: the only reader of the environment, checked at start, frozen. `.env.example` explains each. */
import path from 'node:path';
import type { Mailbox } from './adapters/mail/mime.ts';
import type { SmtpServer } from './adapters/mail/smtp.ts';
import type { OpenidSettings } from './adapters/openid.ts';
import { mailbox, smtpUrl } from './settings.mail.ts';
import { readOpenid } from './settings.openid.ts';
import * as read from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly production: boolean;
  /** sign-in by persona; only `demoConfig` switches it on */
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** origin of every link that is sent or printed, without a slash at the end */
  readonly baseUrl: string;
  /** undefined: the built-in database in `dataDir` */
  readonly databaseUrl: string | undefined;
  /** absolute */
  readonly dataDir: string;
  /** undefined: made and kept in `dataDir` */
  readonly sessionSecret: string | undefined;
  /** undefined: mail is kept and not sent */
  readonly mail: { readonly server: SmtpServer; readonly from: Mailbox } | undefined;
  /** undefined: people sign in by e-mail only */
  readonly openid: OpenidSettings | undefined;
  /** how many proxies stand before us, for Express */
  readonly trustProxy: number;
  readonly logLevel: read.LogLevel;
}

/** Every bad setting in one error, a line each: its name and what to do. Values are never shown. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['Settings to mend:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** The settings of `npm start` from the given environment. Throws `ConfigError`. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const take = <T>(name: string, reader: read.Reader<T>): T =>
    reader(env[name]?.trim() ?? '', (whatToDo) => faults.push(`${name}: ${whatToDo}`));
  const port = take('PORT', read.port);
  const databaseUrl = take('DATABASE_URL', read.databaseUrl);
  const server = take('SMTP_URL', smtpUrl);
  const from = take('MAIL_FROM', mailbox(server !== undefined));
  const config: Config = {
    production: take('NODE_ENV', read.nodeEnv) === 'production',
    demo: false,
    port,
    host: take('HOST', read.text('127.0.0.1')),
    baseUrl: take('BASE_URL', read.origin(`http://127.0.0.1:${port}`)),
    databaseUrl,
    dataDir: path.resolve(take('DATA_DIR', read.text('data'))),
    sessionSecret: take('SESSION_SECRET', read.secret(databaseUrl !== undefined)),
    mail: server && from && { server, from },
    openid: readOpenid(take, env),
    trustProxy: take('TRUST_PROXY', read.proxies),
    logLevel: take('LOG_LEVEL', read.logLevel),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

/** What leads outside; the demonstration keeps to itself. */
const outside = {
  DATABASE_URL: undefined,
  SMTP_URL: undefined,
  OIDC_ISSUER: undefined,
  OIDC_CLIENT_ID: undefined,
  OIDC_CLIENT_SECRET: undefined,
};

/**
 * The settings of `npm run demo`: its own built-in database, no mail server and nobody else's accounts, whatever
 * the settings say. Throws `ConfigError`.
 */
export function demoConfig(env: Environment): Config {
  if (env['NODE_ENV']?.trim() === 'production') {
    throw new ConfigError([
      'NODE_ENV: the demo signs anybody in as anybody, so it does not run in production. Use npm start, or unset NODE_ENV.',
    ]);
  }
  const config = readConfig({ ...env, ...outside });
  return Object.freeze({ ...config, demo: true, dataDir: path.join(config.dataDir, 'demo') });
}

/** This process's environment. */
export function environment(): Environment {
  return process.env;
}
