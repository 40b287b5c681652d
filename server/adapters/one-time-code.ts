/** Codes of an authenticator application (RFC 6238): six digits, a new one every thirty seconds. */
import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';

const period = 30;
const issuer = 'Parent-infant self-assessment';

/** 160 random bits in base 32, as people type it where they cannot scan. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits: 6 });
}

/**
 * The step of time whose code this is, one step early or late included; null where it is none.
 * Steps grow, so that a code which was taken once is told by its step.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** What an authenticator reads, as one path of black squares in a square of `size` units with its quiet border. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

export function qrCodeOf(secret: string, label: string): QrCode {
  const code = qrcode(0, 'M');
  code.addData(totpOf(secret, label).toString());
  code.make();
  const count = code.getModuleCount();
  const border = 4;
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) {
        squares.push(`M${String(column + border)} ${String(row + border)}h1v1h-1z`);
      }
    }
  }
  return { size: count + 2 * border, path: squares.join('') };
}
