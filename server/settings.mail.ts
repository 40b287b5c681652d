/** How the settings of mail are read: the server it is handed to, and whom it comes from. */
import type { Mailbox } from './adapters/mail/mime.ts';
import type { SmtpServer } from './adapters/mail/smtp.ts';
import { isLoopback, type Reader } from './settings.ts';

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** null: no sign-in; undefined: not readable */
function authOf(url: URL): SmtpServer['auth'] | undefined {
  const user = decoded(url.username);
  const pass = decoded(url.password);
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) return undefined;
  return user === '' ? null : { user, pass };
}

/** Nothing beside the server's address but perhaps `?tls=optional`. */
function isPlain({ protocol, hostname, pathname, search, hash }: URL): boolean {
  return (
    /^smtps?:$/.test(protocol) &&
    hostname !== '' &&
    /^\/?(\?tls=optional)?$/.test(pathname + search + hash)
  );
}

function serverOf(url: URL): SmtpServer | undefined {
  const auth = authOf(url);
  if (!isPlain(url) || auth === undefined) return undefined;
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    // Without this, whoever sits between us and the server could have the password sent in clear.
    requireTls: !isLoopback(url.hostname) && url.search === '',
    auth,
  };
}

export const smtpUrl: Reader<SmtpServer | undefined> = (value, fault) => {
  if (value === '') return undefined;
  const server = URL.canParse(value) ? serverOf(new URL(value)) : undefined;
  if (!server) {
    fault('give smtp://user:password@host:587 or smtps://user:password@host:465, or leave it out.');
  }
  return server;
};

const withName = /^"?([^"<>\p{Cc}]*?)"?\s*<([^<>]*)>$/u;
const addressForm = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

function mailboxOf(value: string): Mailbox | undefined {
  const both = withName.exec(value);
  const address = both ? both[2] : value;
  return address !== undefined && addressForm.test(address)
    ? { name: both?.[1] ?? '', address }
    : undefined;
}

export const mailbox =
  (required: boolean): Reader<Mailbox | undefined> =>
  (value, fault) => {
    if (value === '' && !required) return undefined;
    const found = mailboxOf(value);
    if (!found) {
      const example = 'assess@example.org, or Self-assessment <assess@example.org>';
      const why = required ? ' (needed with SMTP_URL)' : '';
      fault(`give the address that mail comes from: ${example}${why}.`);
    }
    return found;
  };
