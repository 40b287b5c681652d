/** Which colours a round gives to levels: frozen at opening (Design 4.6). */
import type { Band, Definition } from '../instrument/definition.ts';

/** The bands of the round's maturity grid; none where it asks no levels. */
export function roundBands(definitions: readonly Pick<Definition, 'bands'>[]): readonly Band[] {
  return definitions.flatMap(({ bands }) => bands ?? []);
}
