/** Sends a download while it is made: never more of it in memory than a few pieces. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { StreamReply } from './reply.ts';
import { disposition } from './send.ts';

/** Does the work as the request does its own: with the database answering from the person's system. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * What fails before the first piece is told on a page, as ever. Later the connection is cut: no end is sent, so that
 * neither a browser nor a program takes the piece that it has for the whole file.
 * @throws what the making threw; whoever breaks the download off is no fault
 */
export async function sendStream(
  response: Response,
  { pieces, type, name }: StreamReply,
  within: Within,
): Promise<void> {
  const head = (): Response => response.type(type).set('Content-Disposition', disposition(name));
  if (response.req.method === 'HEAD') {
    head().end();
    return;
  }
  const source = pieces[Symbol.asyncIterator]();
  const first = await within(() => source.next());
  head();
  try {
    await pipeline(Readable.from(taken(first, source, within)), response);
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
  }
}

/** Whoever pulls, the next piece is made within the request's system. */
async function* taken(
  first: IteratorResult<Buffer>,
  source: AsyncIterator<Buffer>,
  within: Within,
): AsyncGenerator<Buffer> {
  try {
    for (let next = first; next.done !== true; next = await within(() => source.next())) {
      yield next.value;
    }
  } finally {
    await within(async () => source.return?.());
  }
}

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
