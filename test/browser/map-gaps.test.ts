/** A lead reads who is left out, and makes an action of it by keyboard alone: from the map to the action, and back. */
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { enter, follow, tabTo } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();
const report = '/rounds/autumn-2025/places/ferrow-vale/report';
const closed = 'Closed to fathers and co-parents: 1 of 11 running services that say';

describe('a door that is closed to fathers', () => {
  it('opens to its services, becomes an action, and is led back to', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'ICB lead: Priya Ramanathan');
    await page.goto(report);
    await follow(page, 'Who is left out');
    expect(new URL(page.url()).pathname).toMatch(/\/ferrow-vale\/map$/);

    const figure = page.locator('#left-out ~ table summary').first();
    await tabTo(page, figure);
    await page.keyboard.press('Enter');
    const services = figure.locator('xpath=..');
    const shut = services.getByRole('listitem').first();
    await shut.waitFor({ state: 'visible' });
    expect(await services.getByText('Closed', { exact: true }).isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);

    await tabTo(page, `Raise an action: ${closed}`);
    await enter(page);
    expect(await page.getByLabel('Which gap').inputValue()).toBe(closed);
    await tabTo(page, 'What is to be done');
    await page.keyboard.type('Ask the service what would let fathers in');
    await tabTo(page, 'Raise it');
    await enter(page);
    await page
      .getByRole('heading', { name: 'Ask the service what would let fathers in' })
      .waitFor();

    await follow(page, 'Actions');
    await tabTo(page, 'Ask the service what would let fathers in');
    await enter(page);
    await tabTo(page, `Gap: ${closed}`);
    await enter(page);
    expect(page.url()).toMatch(/\/ferrow-vale\/map#left-out$/);
    const flag = page.getByRole('link', { name: `Action raised: the actions for ${closed}` });
    expect(await flag.isVisible()).toBe(true);
  });
});
