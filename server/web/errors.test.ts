import path from 'node:path';
import express, { type Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../domain/errors.ts';
import { projectRoot } from '../root.ts';
import { errorHandler } from './errors.ts';
import { createRender } from './render.ts';

interface Failing {
  readonly app: Express;
  readonly log: () => string;
}

/** An application whose every page ends in this error. */
function failingWith(error: unknown, isUnavailable = (): boolean => false): Failing {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const render = createRender(path.join(projectRoot, 'views'), true);
  const app = express();
  app.use((_request, _response, next) => {
    next(error);
  });
  app.use(errorHandler({ render, logger, isUnavailable, demo: false, version: '0', baseUrl: '' }));
  return { app, log: () => lines.join('') };
}
const headingIn = (html: string): string => /<h1>(.*)<\/h1>/.exec(html)?.[1] ?? '';

describe('an error page', () => {
  it.each([
    [new AppError('forbidden', 'Your role does not include this page.'), 403, 'You can’t do that'],
    [new AppError('form-rejected', 'Mend it.'), 422, 'Something in the form needs mending'],
    [new AppError('conflict', 'Open it again.'), 409, 'Somebody else changed this'],
    [Object.assign(new Error('long'), { status: 413 }), 413, 'That is too much at once'],
    [Object.assign(new Error('odd'), { status: 400 }), 400, 'That could not be read'],
  ])('%s has the status %i, a heading, and a way out', async (error, status, heading) => {
    const answer = await request(failingWith(error).app).get('/');
    expect([answer.status, headingIn(answer.text)]).toEqual([status, heading]);
    expect(answer.text).toContain('Go to your start page');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('of a fault of ours shows the reference that the log has, and nothing of the fault', async () => {
    const { app, log } = failingWith(new Error('relation "answers" does not exist'));
    const { status, text } = await request(app).get('/rounds/x');
    expect([status, headingIn(text)]).toEqual([500, 'Something went wrong on our side']);
    const reference = /give this reference: <b>([\da-f]{8})<\/b>/.exec(text)?.[1] ?? '';
    expect(log()).toContain(`"reference":"${reference}"`);
    expect(text).not.toContain('relation');
  });

  it('without a database says when to try again', async () => {
    const { app } = failingWith(new Error('gone'), () => true);
    const { status, headers, text } = await request(app).get('/');
    expect([status, headers['retry-after']]).toEqual([503, '30']);
    expect(text).toContain('Wait a minute, then load this page again.');
  });
});

it('an error that comes after the answer is logged, and the answer arrives whole', async () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const app = express();
  app.get('/', (_request, response, next) => {
    response.write('the first half, ');
    response.end('the second half');
    next(new Error('too late'));
  });
  const render = (): string => 'an error page';
  const deps = {
    render,
    logger,
    isUnavailable: () => false,
    demo: false,
    version: '0',
    baseUrl: '',
  };
  app.use(errorHandler(deps));
  const { text } = await request(app).get('/');
  expect(text).toBe('the first half, the second half');
  expect(lines.join('')).toContain('session not kept');
});
