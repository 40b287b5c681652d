/** Every template fits the type of its view model. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkViews } from '../config/views.ts';

it('every template prints only what its view model has', { timeout: 60_000 }, () => {
  expect(checkViews(path.resolve(import.meta.dirname, '../..'))).toEqual([]);
});
