/** A complete pack is work that takes a while: how it stands, who may still have it, how long it is kept (docs/decisions/0034). */

/** A pack is thrown away so many days after it was asked for. */
export const packKeptDays = 7;

const minute = 60_000;
/** Nobody has begun for so long: whoever should have is gone. Many may wait in a row before it. */
export const packWaitsMs = 15 * minute;
/** Nobody has told of it for so long: whoever drew it is gone. */
export const packSilentMs = 2 * minute;

export interface PackRecord {
  readonly status: 'queued' | 'drawing' | 'done' | 'failed';
  /** until when it may be silent */
  readonly leasedUntil: Date;
}

/** `stopped`: the process that drew it ended in the middle. */
export type PackState = PackRecord['status'] | 'stopped';

export function packState({ status, leasedUntil }: PackRecord, now: Date): PackState {
  const underWay = status === 'queued' || status === 'drawing';
  return underWay && leasedUntil <= now ? 'stopped' : status;
}

/** A Place as a pack shows it, or as its reader may see it now. */
export interface ShownPlace {
  readonly placeId: string;
  readonly names: boolean;
}

/** Nothing is in it that its reader may not see any more: a role may have ended since. */
export function mayStillRead(shown: readonly ShownPlace[], sees: readonly ShownPlace[]): boolean {
  return shown.every(({ placeId, names }) =>
    sees.some((now) => now.placeId === placeId && (now.names || !names)),
  );
}
