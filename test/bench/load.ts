/** Sends requests from a number of clients at once over kept connections, and says how many a second were answered. */
import http from 'node:http';

export interface Load {
  readonly url: string;
  readonly clients: number;
  readonly requests: number;
  /** what the next request sends; none is a GET */
  readonly body?: () => string;
  readonly cookie?: string;
  /** statuses that count as answered */
  readonly expect: number;
}

function once(load: Load, agent: http.Agent): Promise<void> {
  const body = load.body?.();
  const headers = {
    ...(load.cookie === undefined ? {} : { Cookie: load.cookie }),
    ...(body === undefined
      ? {}
      : {
          'Content-Type': body.startsWith('[')
            ? 'application/json'
            : 'application/x-www-form-urlencoded',
          'Content-Length': Buffer.byteLength(body),
        }),
  };
  return new Promise((resolve, reject) => {
    const options = { agent, headers, method: body === undefined ? 'GET' : 'POST' };
    const request = http.request(load.url, options, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === load.expect) resolve();
        else reject(new Error(`${load.url} answered ${String(response.statusCode)}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function perSecond(load: Load): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: load.clients });
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < load.requests) {
      next += 1;
      await once(load, agent);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: load.clients }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return load.requests / seconds;
}

/** A server in a process of its own. */
export interface BenchServer {
  readonly port: number;
  /** processor time that the process has used, in microseconds */
  readonly cpu: () => Promise<number>;
  readonly stop: () => void;
}

export interface Measured {
  /** answers */
  readonly perSecond: number;
  /** of the server's processor time for one answer, in microseconds; the database's is not in it */
  readonly cpu?: number;
}

/** Runs the loads at once. */
export async function measure(server: BenchServer, ...loads: readonly Load[]): Promise<Measured> {
  const before = await server.cpu();
  const rates = await Promise.all(loads.map(perSecond));
  const requests = loads.reduce((sum, load) => sum + load.requests, 0);
  return {
    perSecond: rates.reduce((sum, rate) => sum + rate, 0),
    cpu: ((await server.cpu()) - before) / requests,
  };
}

export interface Compared {
  readonly what: string;
  readonly rounds: number;
}
export interface Comparison extends Compared {
  /** one per round */
  readonly ours: readonly Measured[];
  readonly bare: readonly Measured[];
}

/** Interleaved, so that whatever else the machine does meets both alike; the first round warms up. */
export async function compare(
  compared: Compared,
  ours: () => Promise<Measured>,
  bare: () => Promise<Measured>,
): Promise<Comparison> {
  const results = { ours: [] as Measured[], bare: [] as Measured[] };
  for (let round = 0; round <= compared.rounds; round += 1) {
    const pair = { ours: await ours(), bare: await bare() };
    if (round === 0) continue;
    results.ours.push(pair.ours);
    results.bare.push(pair.bare);
  }
  return { ...compared, ...results };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
