/** A message in its final words, and its plain-text twin. */

/** Every text is one line, without controls; the renderers escape what their format asks for. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** "Round 3, spring 2026 closes: Friday 27 March 2026 at 17:00 (UK time)"; '' where there is none */
  readonly moment: string;
  readonly action: { readonly label: string; readonly url: string };
  readonly why: string;
}

export const sender = 'Parent-infant self-assessment';

export function letterText({ greeting, paragraphs, moment, action, why }: Letter): string {
  const parts = [greeting, ...paragraphs, moment, `${action.label}:\n${action.url}`];
  const body = parts.filter((part) => part !== '').join('\n\n');
  return `${body}\n\n-- \n${sender}\n${why}\n`;
}
