/** Makes PDFs in worker threads, so that no page waits while a document is drawn. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { moduleFile, workerArguments } from '../workers.ts';

export interface PdfPool {
  /**
   * Runs `render(view)` of the module in a worker and gives its file. The module is named by its source:
   * `new URL('./place.pdf.ts', import.meta.url)`. `view` must be plain data (it is copied to the worker).
   * Rejects with what the module threw, and with an AbortError after the time limit.
   */
  readonly render: (documentModule: URL, view: unknown) => Promise<Buffer>;
  /** The same for a long document, whose module takes `{ view, port }` and tells the port how far it is. */
  readonly renderLong: (documentModule: URL, view: unknown, watch: Watch) => Promise<Buffer>;
  /** Loads these modules and the fonts into a worker: the first document then need not wait for them. */
  readonly warmUp: (documentModules: readonly URL[]) => Promise<void>;
  /** Lets running documents finish, then ends the workers. */
  readonly close: () => Promise<void>;
}

export interface Watch {
  readonly tell: (done: number) => void;
  /** ends the drawing in its middle */
  readonly stop: AbortSignal;
}

/** What the module of a long document is given. */
export interface LongDocument<V> {
  readonly view: V;
  readonly port: MessagePort;
}

export interface PdfPoolOptions {
  /** the most documents made at the same time; each worker keeps its fonts for the next one */
  readonly workers: number;
  /** milliseconds until a document is given up, waiting included */
  readonly timeLimit?: number;
}

const TIME_LIMIT = 60_000;
/** more than any report needs, and far less than would bring the server down */
const WORKER_MEMORY_MB = 512;

/** pages come first where there are more threads than processors */
const NICE = 5;

const warmUpModule = new URL('./warm-up.ts', import.meta.url);

/** A pool whose workers start with the first documents, or one of them with `warmUp`. */
export function createPdfPool({ workers, timeLimit = TIME_LIMIT }: PdfPoolOptions): PdfPool {
  const pool = new Piscina<unknown, Uint8Array>({
    minThreads: 0,
    maxThreads: workers,
    idleTimeout: Infinity,
    execArgv: workerArguments(),
    niceIncrement: NICE,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
  });
  const closing = new AbortController();
  return {
    warmUp: async (documentModules) => {
      const filename = moduleFile(warmUpModule);
      const { signal } = closing;
      try {
        await pool.run(documentModules.map(moduleFile), { filename, name: 'warmUp', signal });
      } catch (error) {
        // whoever stops early does not wait for it
        if (!signal.aborted) throw error;
      }
    },
    render: async (documentModule, view) =>
      toBuffer(
        await pool.run(view, {
          filename: moduleFile(documentModule),
          name: 'render',
          signal: AbortSignal.timeout(timeLimit),
        }),
      ),
    renderLong: async (documentModule, view, { tell, stop }) => {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (done: unknown) => tell(Number(done)));
      try {
        const bytes = await pool.run(
          { view, port: port2 },
          {
            filename: moduleFile(documentModule),
            name: 'render',
            transferList: [port2],
            signal: AbortSignal.any([stop, AbortSignal.timeout(timeLimit)]),
          },
        );
        return toBuffer(bytes);
      } finally {
        port1.close();
      }
    },
    close: () => {
      closing.abort();
      return pool.close();
    },
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
