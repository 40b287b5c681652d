/** Everybody of a test system at their browsers, by first name. */
import type { Express } from 'express';
import type { Knex } from 'knex';
import { aSystemPlan, firstName } from './system.ts';
import { anApp, signedIn, type Visitor } from './visitor.ts';

/** Gives the visitor with this first name. */
export type Visitors = (name: string) => Visitor;

export async function everybody(
  db: Knex,
  slug?: string,
  app: Express | string = anApp(db),
): Promise<Visitors> {
  const people = aSystemPlan(slug).people.map(async ({ name, email }) => {
    return [firstName(name), await signedIn(app, db, email)] as const;
  });
  const visitors = new Map(await Promise.all(people));
  return (name) => {
    const visitor = visitors.get(name);
    if (!visitor) throw new Error(`nobody is called ${name}`);
    return visitor;
  };
}
