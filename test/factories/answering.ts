/** Filling in a section's page as a person does: what it holds, with something changed, is sent back. */
import type { Response } from 'supertest';
import { changed, sentBy, type Pairs } from './html-form.ts';
import type { Visitor } from './visitor.ts';

export type Changes = Parameters<typeof changed>[1];

/** What the page holds now, as the browser would send it. */
export async function formAt(visitor: Visitor, address: string): Promise<Pairs> {
  return sentBy((await visitor.get(address)).text, 'answers');
}

export async function fillIn(
  visitor: Visitor,
  address: string,
  changes: Changes,
): Promise<Response> {
  return visitor.post(address, changed(await formAt(visitor, address), changes));
}
