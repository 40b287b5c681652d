/** A multipart body as a form: fields, and files as the bytes they are. */
import { Busboy, type BusboyConfig, type BusboyInstance } from '@fastify/busboy';
import { AppError } from '../domain/errors.ts';
import { formOf, type Form, type Upload } from './form.ts';

const limits: NonNullable<BusboyConfig['limits']> = {
  fieldNameSize: 100,
  fieldSize: 2 * 1024 * 1024,
  fields: 600,
  files: 5,
  parts: 600,
  headerPairs: 20,
  headerSize: 4 * 1024,
};

/**
 * @param body whole: its size was limited where it was read
 * @throws AppError bad-request where it is broken, or has more parts than any of our pages sends
 */
export function parseMultipart(contentType: string, body: Buffer): Promise<Form> {
  const fields: [string, string][] = [];
  const files = new Map<string, Upload>();
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new AppError('bad-request', 'The form arrived broken. Go back and send it again.'));
    };
    const parser = newParser(contentType);
    if (!parser) {
      refuse();
      return;
    }
    parser.on('field', (name, value) => fields.push([name, value]));
    parser.on('file', (name, stream, fileName) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', refuse);
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (fileName !== '' || bytes.length > 0) files.set(name, { name: fileName, bytes });
      });
    });
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) {
      parser.on(limit, refuse);
    }
    parser.on('error', refuse);
    parser.on('finish', () => {
      resolve(formOf(fields, files));
    });
    parser.end(body);
  });
}

/** Null where the type names no boundary. */
function newParser(contentType: string): BusboyInstance | null {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    return null;
  }
}
