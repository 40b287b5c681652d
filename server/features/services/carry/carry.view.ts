/** The page of last round's entries: each in full, who entered it, what changed in the questions, and what to say of it. */
import { instrumentChanges, type InstrumentChanges } from '../../../domain/carry/change-words.ts';
import type { ScopeSentence } from '../../../domain/instrument/scope-sentence.ts';
import type { ErrorSummary } from '../../../web/error-summary.ts';
import { capital } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { whose } from '../../../web/whose.ts';
import { captionOf, counted, scopeOf } from '../words.ts';
import { toCarryEntry, type CarryEntryView } from './carry-entry.view.ts';
import type { EntryFact, OpenCarry } from './carry.load.ts';

interface PressView {
  readonly text: string;
  readonly entries: readonly string[];
}
export interface CarryView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly scope: ScopeSentence;
  readonly refused: ErrorSummary | null;
  readonly instrument: (InstrumentChanges & { readonly changed: readonly string[] }) | null;
  readonly entries: readonly CarryEntryView[];
  /** of those to which nothing is to be said beside; null where there are less than two */
  readonly allSame: PressView | null;
  readonly allEnded: PressView | null;
  readonly action: string;
  /** '' where something is decided already */
  readonly dropAction: string;
  readonly listHref: string;
  readonly listText: string;
  /** everything is decided */
  readonly isDone: boolean;
  readonly csrf: string;
}
export const carryPage = template<CarryView>('services/carry');

export interface CarryViewInput extends OpenCarry {
  /** what the last press could not do */
  readonly refused: readonly EntryFact[];
  readonly csrf: string;
  readonly now: Date;
  /** "2026-11-21": money that ended before it is pointed out */
  readonly today: string;
}

export function toCarryView(input: CarryViewInput): CarryView {
  const { map, last, facts, csrf } = input;
  const { response } = map;
  const { many } = map.item.noun;
  const open = facts.filter(({ decision }) => !decision);
  const entries = facts.map((fact) => toCarryEntry(fact, input));
  return {
    caption: captionOf(map),
    heading: `${capital(whose(map))} ${many} of ${last.roundName}`,
    lede: ledeOf(input, open.length),
    scope: scopeOf(map),
    refused: toRefused(input),
    instrument: toInstrument(input),
    entries,
    ...toPresses(
      open,
      entries.filter(({ isPlain }) => isPlain).map(({ id }) => id),
    ),
    action: paths.carryEntries(response.id),
    dropAction: open.length === facts.length ? paths.dropCarry(response.id) : '',
    listHref: paths.entries(response.id),
    listText: `Go to all ${many}`,
    isDone: open.length === 0,
    csrf,
  };
}

function ledeOf({ map, facts }: CarryViewInput, open: number): string {
  const { one, many } = map.item.noun;
  if (open === 0) return 'All are decided. Each can still be changed in the list.';
  const all = counted(facts.length, one, many);
  const rest = open === facts.length ? all : `${facts.length - open} of ${all} decided`;
  return `${rest}. Say of each whether it is still true; until you do, it is not on ${whose(map)} map.`;
}

function toInstrument({ comparison }: CarryViewInput): CarryView['instrument'] {
  const changes = instrumentChanges(comparison);
  if (!changes) return null;
  const changed = [...comparison.changed.values()].flatMap(
    ({ wording, choicesGone, choicesFresh }) => [
      ...(wording ? [`“${wording.was}” now reads “${wording.now}”`] : []),
      ...choicesGone.map((label) => `No longer to choose: ${label}`),
      ...choicesFresh.map((label) => `New to choose: ${label}`),
    ],
  );
  return { ...changes, changed };
}

function toPresses(
  open: readonly EntryFact[],
  plain: readonly string[],
): Pick<CarryView, 'allSame' | 'allEnded'> {
  const ids = open.map(({ old }) => old.id);
  return {
    allSame: toPress(plain, (count) => `All ${count} are still true`),
    allEnded: toPress(ids, (count) => `None of these ${count} is true any more`),
  };
}

function toPress(entries: readonly string[], words: (count: number) => string): PressView | null {
  return entries.length < 2 ? null : { text: words(entries.length), entries };
}

const did = {
  same: 'has said that it is still true',
  changed: 'has changed it',
  ended: 'has said that it is no longer true',
} as const;

function toRefused({ refused }: CarryViewInput): ErrorSummary | null {
  if (refused.length === 0) return null;
  return {
    title: 'Somebody else was faster: what they said stands',
    links: refused.map(({ old, decision }) => ({
      text: decision
        ? `${old.name}: ${decision.decidedBy} ${did[decision.decision]}`
        : `${old.name}: it no longer fits the questions as they are`,
      href: `#${old.id}`,
    })),
  };
}
