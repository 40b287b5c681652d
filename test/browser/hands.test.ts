/** Hands that wait, where a page leads to its own address again or to a part of itself. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { enter, follow, press, tabTo } from './hands.ts';

let sent = 0;
const pageNow =
  (): string => `<!doctype html><html lang="en"><title>Sent</title><h1>${String(sent)}</h1>
<form method="post"><button>Send</button></form><a href="#foot">To the foot</a><p id="foot">The foot</p></html>`;

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.method === 'POST') {
      sent += 1;
      response.writeHead(303, { Location: '/#foot' }).end();
    } else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageNow());
  });
});
let browser: Browser | undefined;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

it.each([true, false])('wait for each page in turn (JavaScript: %s)', async (javaScriptEnabled) => {
  if (!browser) throw new Error('The browser is there inside tests only.');
  sent = 0;
  const baseURL = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const page = await browser.newPage({ baseURL, javaScriptEnabled });
  await page.goto('/');
  for (const times of ['1', '2', '3']) {
    await press(page, 'Send');
    expect(await page.locator('h1').textContent()).toBe(times);
  }
  await page.goto('/');
  await follow(page, 'To the foot');
  expect(new URL(page.url()).hash).toBe('#foot');
  await tabTo(page, page.getByRole('button', { name: 'Send' }));
  await enter(page);
  expect(await page.locator('h1').textContent()).toBe('4');
});
