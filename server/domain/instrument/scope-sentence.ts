/** The sentence that stands on every page of an instrument: what its answers are about. */
import type { Definition } from './definition.ts';

export interface ScopePart {
  readonly text: string;
  /** the name of a Place or an agency */
  readonly strong: boolean;
}
export interface ScopeSentence {
  readonly parts: readonly ScopePart[];
}
export interface ScopeNames {
  readonly agency: string;
  /** null where the instrument is answered once for all Places */
  readonly place: string | null;
}

/** The definition's sentence with the names put in. */
export function scopeSentence({ scope }: Definition, names: ScopeNames): ScopeSentence {
  const parts = scope
    .split(/(\{place\}|\{agency\})/)
    .filter((text) => text !== '')
    .map((text): ScopePart => {
      if (text === '{place}') return { text: names.place ?? 'every Place', strong: true };
      return text === '{agency}' ? { text: names.agency, strong: true } : { text, strong: false };
    });
  return { parts };
}
