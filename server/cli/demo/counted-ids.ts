/** Ids of the demonstration: the same each time it is loaded, so that addresses stay as they were. */
import { createHash } from 'node:crypto';

/** @returns the first, second, third … id of this name, each a UUID of version 8 */
export function countedIds(name: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hash = createHash('sha256').update(`${name} ${count}`).digest('hex');
    const [a, b, c, d] = [
      hash.slice(0, 8),
      hash.slice(8, 12),
      hash.slice(13, 16),
      hash.slice(17, 20),
    ];
    return `${a}-${b}-8${c}-8${d}-${hash.slice(20, 32)}`;
  };
}
