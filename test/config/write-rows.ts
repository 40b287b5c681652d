/** A process for durability tests: starts the built-in database and tells each row once it is committed. */
import pg from 'pg';
import { startEmbedded } from '../../server/db/embedded/embedded.ts';

const [dataDir = '', count = '0', speed = ''] = process.argv.slice(2);
const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const server = await startEmbedded({ dataDir, fast: speed === 'fast', say: tell });
tell(`ready ${server.adopted ? 'adopted' : 'started'} ${server.url}`);
const client = new pg.Client(server.url);
// The server is killed under our hands: that is the test.
client.on('error', () => undefined);
await client.connect();
await client.query('create table if not exists rows (id int generated always as identity)');
for (let written = 0; written < Number(count); written += 1) {
  const { rows } = await client.query<{ id: number }>(
    'insert into rows default values returning id',
  );
  tell(`row ${String(rows[0]?.id)}`);
}
setInterval(() => undefined, 60_000);
