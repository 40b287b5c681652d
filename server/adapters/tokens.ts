/** Random tokens and codes, and how they are stored: as a hash, or sealed where the text itself is needed again. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  randomInt,
} from 'node:crypto';

/** 256 random bits that fit into an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten characters that nobody mistakes for each other, as "k7mpq-2xw9r": about 49 random bits. */
export function newRecoveryCode(): string {
  const text = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

const ivLength = 12;
const tagLength = 16;

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'authenticator secrets', 32));
}

/** Encrypted and authenticated with a key made of the installation's secret. */
export function seal(text: string, secret: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws where it was sealed with another secret, or changed */
export function unseal(sealed: Buffer, secret: string): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  const text = decipher.update(sealed.subarray(ivLength + tagLength));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
