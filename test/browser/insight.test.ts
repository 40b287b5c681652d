/** What an ICB lead and an analyst come for: the worst gaps, a Board paper, one family's question, two rounds as data. */
import { describe, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const words = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

describe('an ICB lead', () => {
  it('sees the worst gaps at once, three or more, and takes the Board paper away', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'ICB lead: Priya Ramanathan');
    const gaps = page.locator('ol.gaps > li');
    expect(await gaps.count()).toBeGreaterThanOrEqual(3);
    await gaps.first().getByRole('link').first().click();
    await page.waitForURL(/\/rounds\/autumn-2025\//);
    await page.goto('/');
    await page.getByRole('link', { name: /^Board paper/ }).click();
    await page.getByRole('heading', { name: 'Actions asked of the Board' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('answers which services a father of a four-month-old can refer himself to, in one form', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'ICB lead: Priya Ramanathan');
    await page.goto('/rounds/autumn-2025/report');
    await page.getByRole('link', { name: /^Find a service/ }).click();
    await page.getByLabel('Place').selectOption({ label: 'Ferrow Vale' });
    await page.getByLabel('Baby’s age').selectOption({ label: '4 months' });
    await page.getByLabel('Who asks').selectOption({ label: 'Father or co-parent' });
    await page.getByLabel('Way in').selectOption({ label: 'Parents refer themselves' });
    await page.getByRole('button', { name: /Find|Show/ }).click();
    await page.waitForURL(/age=4/);
    expect(words(await page.locator('main').textContent())).toMatch(
      /in Ferrow Vale (is|are) open to a father or co-parent of a four-month-old by self-referral/,
    );
  });
});

describe('an analyst', () => {
  it('makes a token, and pulls two rounds by it', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Coordinator: Ruth Abendroth');
    await page.goto('/account/tokens/new');
    await page.getByLabel('Name').fill('Notebook');
    await page.getByRole('button', { name: 'Make the token' }).click();
    const token = await page.locator('code, input[readonly]').first().textContent();
    for (const round of ['autumn-2025', 'spring-2026']) {
      const answer = await fetch(`${site.url}/api/v1/rounds/${round}/scores?limit=500`, {
        headers: { authorization: `Bearer ${words(token)}` },
      });
      expect(answer.status).toBe(200);
      const { rows } = (await answer.json()) as { rows: readonly unknown[] };
      expect(rows).toHaveLength(6 * (11 + 6));
    }
  });
});
