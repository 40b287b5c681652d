import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { expect, it } from 'vitest';
import { errorHandler } from './errors.ts';

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
  const deps = { render, logger, isUnavailable: () => false, demo: false, version: '0' };
  app.use(errorHandler(deps));
  const { text } = await request(app).get('/');
  expect(text).toBe('the first half, the second half');
  expect(lines.join('')).toContain('session not kept');
});
