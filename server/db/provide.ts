/** The database that the settings ask for: a server's address, or the built-in one started for us. */
import { startEmbedded } from './embedded/embedded.ts';

export interface ProvideOptions {
  /** undefined: the built-in database in `dataDir` */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

export interface ProvidedDatabase {
  readonly url: string;
  /** Stops the built-in database, unless another process owns it. */
  stop(): Promise<void>;
}

/** `say` is told what a person at the terminal should know. */
export function provideDatabase(
  options: ProvideOptions,
  say: (line: string) => void,
): Promise<ProvidedDatabase> {
  const { databaseUrl, dataDir } = options;
  if (databaseUrl === undefined) return startEmbedded({ dataDir, say });
  return Promise.resolve({ url: databaseUrl, stop: () => Promise.resolve() });
}
