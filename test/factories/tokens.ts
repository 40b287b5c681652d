/** Tokens for analysts' tools, and a program that asks with one. */
import { createHash, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Knex } from 'knex';
import request, { type Response } from 'supertest';

/** As it might be: the same for the same name. */
export const tokenOf = (name: string): string =>
  createHash('sha256').update(`token of ${name}`).digest('base64url');

interface TokenPlan {
  readonly systemId: string;
  readonly personId: string;
  readonly token: string;
  readonly madeAt?: Date;
  readonly expiresAt?: Date;
}

/** @returns its id; it works for the days around now unless it is said otherwise */
export async function aToken(db: Knex, plan: TokenPlan): Promise<string> {
  const id = randomUUID();
  const madeAt = plan.madeAt ?? new Date('2026-03-01T09:00:00Z');
  await db('api_tokens').insert({
    system_id: plan.systemId,
    id,
    person_id: plan.personId,
    name: 'Power Query',
    token_hash: createHash('sha256').update(plan.token).digest(),
    made_at: madeAt,
    expires_at: plan.expiresAt ?? new Date(madeAt.getTime() + 365 * 86_400_000),
    last_used_at: null,
    revoked_at: null,
  });
  return id;
}

/** A program: no cookies, a token in its header. */
export function aProgram(app: Express, token: string | null) {
  return (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const asked = request(app).get(path).set(headers);
    return (token === null ? asked : asked.set('Authorization', `Bearer ${token}`)).then(
      (response) => response,
    );
  };
}
