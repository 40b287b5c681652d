import { describe, expect, it } from 'vitest';
import { ownPath } from './paths.ts';

describe('the way back after sign-in', () => {
  it.each([
    '/',
    '/rounds/spring-2026/report',
    '/responses/1?from=check',
    '/rounds/a/places/b#views',
  ])('keeps %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    '//evil',
    '/\\evil',
    'https://evil',
    'javascript:alert(1)',
    '/%0d%0aX',
    '/a\nb',
    '',
    '/%5Cevil',
  ])('leads %j home', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});
