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

/** @returns answers per second */
export async function measure(load: Load): Promise<number> {
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

export interface Compared {
  readonly what: string;
  readonly unit: string;
  readonly rounds: number;
}
export interface Comparison extends Compared {
  /** ours over the yardstick, one per round */
  readonly ratios: readonly number[];
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

/** Interleaved, so that whatever else the machine does meets both alike; the first round warms up. */
export async function compare(
  compared: Compared,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Comparison> {
  const results = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= compared.rounds; round += 1) {
    const pair = { ours: await ours(), bare: await bare() };
    if (round === 0) continue;
    results.ours.push(pair.ours);
    results.bare.push(pair.bare);
  }
  return {
    ...compared,
    ...results,
    ratios: results.ours.map((rate, i) => rate / (results.bare[i] ?? 1)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
