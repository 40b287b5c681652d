/** How the text of one setting becomes a value, or a fault that says what to do. */

/** `text` is '' when the setting is missing or blank; after a fault the value is never used. */
export type Reader<T> = (text: string, fault: (whatToDo: string) => void) => T;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const NODE_ENVS = ['production', 'development', 'test'] as const;

const SECRET_LENGTH = 32;

export const text =
  (missing: string): Reader<string> =>
  (value) =>
    value || missing;

const wholeNumber =
  (missing: number, from: number, to: number, what: string): Reader<number> =>
  (value, fault) => {
    if (value === '') return missing;
    const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
    if (!(number >= from && number <= to)) fault(what);
    return number;
  };

export const port = wholeNumber(3000, 1, 65_535, 'give a whole number from 1 to 65535.');

export const proxies = wholeNumber(
  0,
  0,
  9,
  'give the number of proxies in front of the application, 0 to 9. A client can forge what lies beyond them.',
);

const oneOf =
  <T extends string>(missing: T, values: readonly T[]): Reader<T> =>
  (value, fault) => {
    const found = values.find((candidate) => candidate === (value || missing));
    if (found === undefined) fault(`give one of ${values.join(', ')}.`);
    return found ?? missing;
  };

export const logLevel = oneOf<LogLevel>('info', LOG_LEVELS);
/** A misspelt "production" would quietly be something laxer, so only known names pass. */
export const nodeEnv = oneOf<(typeof NODE_ENVS)[number]>('development', NODE_ENVS);

const parseUrl = (value: string): URL | undefined =>
  URL.canParse(value) ? new URL(value) : undefined;

/** This machine, as an address names it. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** An http or https address without a path: cookies and links belong to the whole host. */
export const origin =
  (missing: string): Reader<string> =>
  (value, fault) => {
    if (value === '') return missing;
    const url = parseUrl(value);
    if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
    fault('give an address such as https://assess.example.org, without a path.');
    return missing;
  };

export const databaseUrl: Reader<string | undefined> = (value, fault) => {
  if (value === '') return undefined;
  const hasDatabase = /^postgres(ql)?:\/\/[^/]*\/./.test(value) && URL.canParse(value);
  if (!hasDatabase) fault('give postgres://user:password@host:5432/database, or leave it out.');
  return value;
};

export const secret =
  (required: boolean): Reader<string | undefined> =>
  (value, fault) => {
    if (value === '' && !required) return undefined;
    if (value.length >= SECRET_LENGTH) return value;
    fault(
      `give at least ${SECRET_LENGTH} random characters, the same to every process` +
        (required ? ' (needed with DATABASE_URL).' : ', or leave it out.'),
    );
    return undefined;
  };
