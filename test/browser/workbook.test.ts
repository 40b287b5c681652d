/** A service map as a workbook: 200 rows are uploaded of which 20 are wrong, and what is downloaded then is no news. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { read } from '../../server/adapters/spreadsheet/read.ts';
import { write } from '../../server/adapters/spreadsheet/write.ts';
import { twoHundredRows, wrongRowNumber, wrongRows } from '../factories/two-hundred-rows.ts';
import { plainWorkbook } from '../factories/workbooks.ts';
import { enter, follow, press, tabTo } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;
const listed = {
  Name: 'Little Otters parent–infant therapy',
  Sector: 'Voluntary and third sector',
};

/** The file behind the link of this name. */
async function download(page: Page, link: string): Promise<Buffer> {
  const arrival = page.waitForEvent('download');
  await page.getByRole('link', { name: link, exact: true }).click();
  return readFileSync(await (await arrival).path());
}

async function upload(page: Page, bytes: Uint8Array): Promise<void> {
  await page.getByLabel('The workbook').setInputFiles({
    name: 'map.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await press(page, 'Look at the rows');
}

it(
  'names every row that is wrong, is decided by keyboard, and comes back without a difference',
  async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Agency lead: Anneliese Voss');
    await follow(page, 'Your services');
    const list = `${page.url().replace(/\/entries.*$/, '')}/entries`;
    await page.goto(`${list}/upload`);
    await press(page, 'Look at the rows');
    await expectSound(page, 'without a file');
    const { sheets } = await read(await download(page, 'an empty template'));
    expect(sheets[0]?.rows).toHaveLength(1);

    const Services = twoHundredRows({ place: 'Saltmere Bay', listed });
    await upload(page, await write(plainWorkbook({ Services })));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      '18 rows have a fault, 2 to decide, 180 to store',
    );
    const rows = await page.locator('.sheet-preview tbody tr').allTextContents();
    const told = wrongRows.map(([, words], index) => {
      const place = new RegExp(`Services, row ${String(wrongRowNumber(index))}(?!\\d)`);
      return [words, rows.find((row) => place.test(row))?.includes(words)];
    });
    expect(told).toEqual(wrongRows.map(([, words]) => [words, true]));
    await expectSound(page, 'the preview');

    const [first, second] = ['#row-191', '#row-201'].map((id) => page.locator(id));
    if (!first || !second) throw new Error('there is nothing to decide');
    await tabTo(page, 'Rows to decide', 20);
    await enter(page);
    await tabTo(page, first, 1);
    await page.keyboard.type('Update');
    await tabTo(page, second, 1);
    await page.keyboard.type('Leave');
    await tabTo(page, 'Store the 182 rows without a fault', 200);
    await enter(page);
    expect(await page.locator('main').textContent()).toContain('180 services added, 1 updated');
    await expectFit(page, 'the list of 182');

    await page.goto(`${list}/upload`);
    await upload(page, await download(page, 'the list as it is'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Nothing to store');
    expect(await page.locator('main').textContent()).toContain('unchanged182');
    await expectSound(page, 'nothing to store');
  },
  2 * minutes,
);
