/** What stands of a domain or a support element, and what stood before, with who was there and why. */
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { AgreedColour } from '../../domain/review/agreement.ts';
import { agreedColourWords } from '../../web/agreed-colour.ts';
import { counted } from '../../web/english.ts';
import { toRag } from '../../web/glyphs/rag.ts';
import { formatDate, formatTime } from '../../web/time.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import type { AgreedBefore } from './agreed.queries.ts';

export interface StandingView {
  /** "Early growth", "Set aside"; of an element "Agreed: Green (derived: Amber)" */
  readonly level: string;
  readonly steps: Steps | null;
  /** an element's colour; '' of a domain */
  readonly rag: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly present: string;
  /** "Ines Okonjo recorded it on 4 March 2026 at 14:02" */
  readonly recorded: string;
  /** fewer were present than the quorum: what that means; '' else */
  readonly thin: string;
}

/** Those who were there, where they are known: of what was replaced only their names are. */
type Recorded = AgreedBefore & { readonly presentIds?: readonly string[] };

export function toStanding(agreed: Recorded, words: LevelWords, quorum: number): StandingView {
  const { level } = agreed;
  return {
    level: level === null ? 'Set aside' : words.word(level),
    steps: level === null ? null : toSteps(level),
    rag: '',
    ...saidOf(agreed),
    thin: thinWords(agreed, quorum, 'sign-off waits until it is recorded with more'),
  };
}

/** @param derived as the map has it now: what was agreed before may have stood beside another one */
export function toElementStanding(
  agreed: Recorded,
  derived: AgreedColour,
  quorum: number,
): StandingView {
  return {
    level: agreedColourWords(derived, agreed.colour).text,
    steps: null,
    rag: agreed.colour ?? derived,
    ...saidOf(agreed),
    thin: thinWords(agreed, quorum, 'it stands, and this is said with it'),
  };
}

/** What was agreed of an element before: what the map gave then is not kept. */
export function toElementBefore(agreed: AgreedBefore): StandingView {
  const { colour } = agreed;
  return {
    level: colour === null ? 'The derived colour stands' : toRag(colour).word,
    steps: null,
    rag: colour ?? '',
    ...saidOf(agreed),
    thin: '',
  };
}

function saidOf({ rationale, dissent, present, agreedBy, agreedAt, edition }: Recorded) {
  const published = edition === null ? '' : `, published in edition ${edition}`;
  return {
    rationale,
    dissent: dissent ?? '',
    present,
    recorded: `${agreedBy} recorded it on ${formatDate(agreedAt)} at ${formatTime(agreedAt)}${published}`,
  };
}

/** Fewer were there than the quorum: what that means. */
function thinWords({ presentIds }: Recorded, quorum: number, means: string): string {
  if (presentIds === undefined || presentIds.length >= quorum) return '';
  return `${counted(presentIds.length, 'reviewer was', 'reviewers were')} present and the quorum is ${quorum}: ${means}.`;
}
