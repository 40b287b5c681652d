/** `npm run screenshots`: draws the README's pictures anew, from the demonstration as it stands. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { loadDemonstration } from '../../server/cli/demo/load.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { onStopSignal } from '../../server/serve.ts';
import { launchBrowser } from '../browser/browser.ts';
import { serve } from '../browser/served.ts';
import { createDatabase, dropDatabase, urlOf } from '../config/databases.ts';
import { startTestServer } from '../config/server.ts';
import { photograph } from './camera.ts';
import { firstPage } from './paper.ts';
import { papers, pictures } from './pictures.ts';
import { smaller } from './smaller.ts';

/** The day of every picture: the open round has two weeks left, and the same picture comes out again. */
const day = new Date('2026-11-20T14:02:00Z');
const folder = path.join(import.meta.dirname, '../../docs/pictures');

/** What was started, and how each is stopped. */
const stops: (() => Promise<unknown>)[] = [];
async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).toReversed()) await stop();
}

async function openBrowser(): Promise<Browser> {
  try {
    return await launchBrowser({ handleSIGINT: false, handleSIGTERM: false });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const whatToDo = 'No Chromium to draw with. Set CHROMIUM to the path of one.';
    throw new Error(`${whatToDo}\n${why ?? ''}`, { cause: error });
  }
}

/** @returns the demonstration's address */
async function openDemonstration(): Promise<string> {
  const server = await startTestServer();
  stops.push(() => server.stop());
  const name = await createDatabase(server.url);
  stops.push(() => dropDatabase(server.url, name));
  const url = urlOf(server.url, name);
  await migrate(url);
  const db = openDatabase({ url, applicationName: 'screenshots' });
  stops.push(() => db.destroy());
  await loadDemonstration(db, day);
  const served = await serve(db, { now: () => day });
  stops.push(() => served.close());
  return served.url;
}

function keep(name: string, drawn: Buffer): void {
  const { png, by } = smaller(drawn);
  writeFileSync(path.join(folder, name), png);
  console.log(`docs/pictures/${name}: ${(png.length / 1000).toFixed(0)} kB, ${by}`);
}

async function drawAll(): Promise<void> {
  const browser = await openBrowser();
  stops.push(() => browser.close());
  const url = await openDemonstration();
  for (const picture of pictures) keep(picture.file, await photograph(browser, url, picture));
  for (const paper of papers) {
    const drawn = await firstPage(browser, url, paper);
    if (drawn) keep(paper.file, drawn);
    else console.log(`docs/pictures/${paper.file}: left as it is, for want of pdftoppm (Poppler).`);
  }
}

const interrupted = new AbortController();
onStopSignal(() => {
  interrupted.abort();
  return stopAll();
});
try {
  await drawAll();
} catch (error) {
  // What is under way fails when it is stopped: that is no news.
  if (!interrupted.signal.aborted) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopAll();
}
