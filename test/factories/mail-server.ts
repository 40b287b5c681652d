/** A mail server on this machine that can be as unhelpful as real ones. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SmtpServer } from '../../server/adapters/mail/smtp.ts';

/** What the server does from now on. Numbers are its answers: 4xx for now, 5xx for good. */
export type Manner =
  | 'takes'
  /** reads the whole message, keeps it, and hangs up without a word */
  | 'drops after data'
  /** reads the whole message, keeps it, and says nothing more */
  | 'hangs after data'
  | { readonly recipient: number }
  | { readonly data: number };

export interface MailServer {
  readonly port: number;
  /** what the server has, in the order in which it came; duplicates included */
  readonly received: readonly ParsedMail[];
  /** how often somebody has tried to sign in */
  readonly signIns: () => number;
  readonly is: (manner: Manner) => void;
  /** called when a whole message has come, before it is answered */
  readonly onceRead: (then: () => void) => void;
  readonly close: () => Promise<void>;
}

export interface MailServerOptions {
  /** the one sign-in that it takes; without it nobody signs in */
  readonly auth?: { readonly user: string; readonly pass: string };
}

const refusal = (code: number): Error =>
  Object.assign(new Error(`${code} not today`), { responseCode: code });

export async function aMailServer({ auth }: MailServerOptions = {}): Promise<MailServer> {
  const received: ParsedMail[] = [];
  let manner: Manner = 'takes';
  let signIns = 0;
  let read = (): void => undefined;
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: auth === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS', ...(auth ? [] : ['AUTH'])],
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      signIns += 1;
      const known = username === auth?.user && password === auth?.pass;
      if (known) done(null, { user: username });
      else done(Object.assign(new Error('Invalid login'), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, done) => {
      if (typeof manner === 'object' && 'recipient' in manner) done(refusal(manner.recipient));
      else done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void simpleParser(Buffer.concat(chunks)).then((mail) => {
          if (typeof manner === 'object' && 'data' in manner) {
            done(refusal(manner.data));
            return;
          }
          received.push(mail);
          read();
          if (manner === 'takes') done();
          else if (manner === 'drops after data') for (const socket of sockets) socket.destroy();
        });
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    signIns: () => signIns,
    is: (next) => (manner = next),
    onceRead: (then) => (read = then),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  };
}

/** Takes connections and never says a word. */
export async function aSilentServer(): Promise<Pick<MailServer, 'port' | 'close'>> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** How our side reaches it. */
export function reach(port: number, auth: SmtpServer['auth'] = null): SmtpServer {
  return { host: '127.0.0.1', port, secure: false, requireTls: false, auth };
}
