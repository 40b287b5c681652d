/** Which errors mean that the database is away, and which that somebody was quicker. */
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import { AppError } from '../domain/errors.ts';
import { isUnavailable } from './errors.ts';
import { transact } from './transact.ts';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a database that is away', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'ENOTFOUND',
    '08006', // connection failure
    '25006', // became a replica
    '53100', // disk full
    '53300', // too many connections
    '55P03', // lock not available
    '57014', // statement timeout
    '57P01', // shutting down
    '57P03', // starting
    '58030', // input or output error
  ])('is told by the code %s', (code) => {
    expect(isUnavailable(coded(code))).toBe(true);
    expect(isUnavailable(new Error('while saving', { cause: coded(code) }))).toBe(true);
  });

  it('is told by what pg says without a code', () => {
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isUnavailable(new Error('select 1 - Query read timeout'))).toBe(true);
  });

  it.each(['23505', '23503', '42P01', '22P02', '40P01', 'ENOENT'])('is not told by %s', (code) => {
    expect(isUnavailable(coded(code))).toBe(false);
  });

  it.each([new Error('Oh no'), 'ECONNREFUSED', null, undefined])('is not told by %s', (error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});

describe('a transaction', () => {
  const database = useDatabase();
  const person = (id: number, email: string): { id: string; email: string; name: string } => ({
    id: `00000000-0000-4000-8000-00000000000${id}`,
    email,
    name: 'Ann',
  });

  it('gives back what its work gives, once it is saved', async () => {
    const value = await transact(database.db, async (trx) => {
      await trx('people').insert(person(1, 'one@example.org'));
      return 'saved';
    });
    expect(value).toBe('saved');
    expect(await database.db('people').pluck('email')).toContain('one@example.org');
  });

  it('saves nothing when its work fails', async () => {
    const work = transact(database.db, async (trx) => {
      await trx('people').insert(person(2, 'two@example.org'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await database.db('people').pluck('email')).not.toContain('two@example.org');
  });

  it('says in words which rule the data broke', async () => {
    const work = transact(database.db, async (trx) => {
      await trx('people').insert([person(3, 'three@example.org'), person(4, 'three@example.org')]);
    });
    await expect(work).rejects.toThrow(
      new AppError('conflict', 'Somebody with this e-mail address is here already.'),
    );
  });

  it('leaves a broken rule that nobody can meet as the fault of ours that it is', async () => {
    const work = transact(database.db, async (trx) => {
      await trx('people').insert([person(5, 'five@example.org'), person(5, 'six@example.org')]);
    });
    await expect(work).rejects.toMatchObject({ constraint: 'people_pkey' });
  });
});
