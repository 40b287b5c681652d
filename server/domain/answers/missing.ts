/** The little that all sentences about missing answers share. */

/** An item as a sentence names it. */
export function nameOf(item: { readonly text: string; readonly label?: string }): string {
  return `“${item.label ?? item.text}”`;
}

/** No text, or nothing to see in it. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
