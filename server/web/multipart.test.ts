import { describe, expect, it } from 'vitest';
import { parseMultipart } from './multipart.ts';

const type = 'multipart/form-data; boundary=line';
const part = (head: string, body: string): string =>
  `--line\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
const whole = (...parts: readonly string[]): Buffer => Buffer.from(`${parts.join('')}--line--\r\n`);
const refused = { code: 'bad-request', status: 400 };

describe('a form with files', () => {
  it('has its fields as text, and its files as bytes under their names', async () => {
    const file = part('name="file"; filename="tŵr.csv"\r\nContent-Type: text/csv', 'a\r\nb');
    const form = await parseMultipart(type, whole(part('name="what"', 'people'), file));
    expect(form.text('what')).toBe('people');
    expect(form.file('file')).toEqual({ name: 'tŵr.csv', bytes: Buffer.from('a\r\nb') });
    expect(form.names()).toEqual(['what', 'file']);
  });

  it('has no file where none was chosen', async () => {
    const empty = part('name="file"; filename=""\r\nContent-Type: application/octet-stream', '');
    const form = await parseMultipart(type, whole(empty));
    expect(form.file('file')).toBeUndefined();
    expect(form.names()).toEqual([]);
  });

  it('keeps of a file’s name only the name', async () => {
    const file = part('name="file"; filename="../../etc/passwd"', 'x');
    const form = await parseMultipart(type, whole(file));
    expect(form.file('file')?.name).toBe('passwd');
  });
});

describe('a broken form', () => {
  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that is empty', type, ''],
    ['that ends in a header', type, '--line\r\nContent-Disposition: form-'],
    ['that ends in a field', type, part('name="what"', 'peo').trimEnd()],
    ['that ends in a file', type, part('name="file"; filename="a"', 'x').trimEnd()],
    ['of another boundary', type, '--other\r\n\r\n--other--'],
    ['that is not multipart at all', type, 'what=people&csrf=1'],
  ])('[trust 23] %s is refused', async (_, contentType, body) => {
    await expect(parseMultipart(contentType, Buffer.from(body))).rejects.toMatchObject(refused);
  });

  it('[trust 23] with more parts than any page sends is refused', async () => {
    const fields = Array.from({ length: 700 }, (_, index) => part(`name="f${index}"`, 'x'));
    await expect(parseMultipart(type, whole(...fields))).rejects.toMatchObject(refused);
    const files = Array.from({ length: 9 }, () => part('name="f"; filename="a"', 'x'));
    await expect(parseMultipart(type, whole(...files))).rejects.toMatchObject(refused);
  });
});
