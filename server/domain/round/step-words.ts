/** Numbers and names inside the sentences about a round's steps. */

export function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const mostNames = 5;

/** "A, B and C"; of many the first five, and how many more. */
export function named(names: readonly string[]): string {
  const shown = names.length > mostNames + 1 ? names.slice(0, mostNames) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
