/** A gate before a server: shut it, and everybody behind it is cut off; open it again on the same port. */
import net from 'node:net';

export interface Gate {
  /** the same address by way of the gate */
  readonly url: string;
  open(): Promise<void>;
  /** cuts all connections and refuses new ones */
  shut(): Promise<void>;
}

/** @param url of a TCP server on this machine. Call `open` first */
export function aGate(url: string): Gate {
  const target = new URL(url);
  const behind = new Set<net.Socket>();
  let port = 0;
  let server: net.Server | undefined;
  const connect = (socket: net.Socket): void => {
    const onward = net.connect(Number(target.port || 5432), target.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      behind.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        behind.delete(one);
        other.destroy();
      });
    }
  };
  return {
    get url() {
      const through = new URL(url);
      through.hostname = '127.0.0.1';
      through.port = String(port);
      return through.href;
    },
    open: async () => {
      const listening = net.createServer(connect);
      server = listening;
      await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
      port = (listening.address() as net.AddressInfo).port;
    },
    shut: async () => {
      const listening = server;
      server = undefined;
      const closed = new Promise((resolve) => listening?.close(resolve));
      for (const socket of behind) socket.destroy();
      await closed;
    },
  };
}
