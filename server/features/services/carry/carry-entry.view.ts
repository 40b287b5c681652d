/** One of last round's entries on the page: what it said, and what became of it. */
import { answerWords } from '../../../domain/answers/words.ts';
import { isShown } from '../../../domain/answers/completeness.ts';
import { evaluate } from '../../../domain/elements/evaluate.ts';
import { moneyEnds } from '../../../domain/elements/money.ts';
import { entriesItem } from '../../../domain/instrument/items.ts';
import { paths } from '../../../web/paths.ts';
import { formatDate } from '../../../web/time.ts';
import { momentWords } from '../words.ts';
import type { EntryFact, OpenCarry } from './carry.load.ts';

interface Row {
  readonly text: string;
  readonly lines: readonly string[];
}
export interface CarryEntryView {
  readonly id: string;
  readonly title: string;
  /** "Still true"; '' while nobody has said */
  readonly standing: string;
  readonly by: string;
  readonly open: boolean;
  /** to be decided, and nothing is pointed out */
  readonly isPlain: boolean;
  readonly who: string;
  /** what it answered of what is asked of every entry, and the rest */
  readonly rows: readonly Row[];
  readonly more: readonly Row[];
  /** "12 more answers" */
  readonly moreText: string;
  /** what to look at before deciding */
  readonly points: readonly string[];
  readonly fits: boolean;
  /** last round's entry in the form of a new one; '' where it is decided */
  readonly changeHref: string;
  /** this round's entry; '' where there is none */
  readonly entryHref: string;
  readonly undo: boolean;
}
/** With its buttons. */
export interface CarryEntryForm extends CarryEntryView {
  readonly action: string;
  readonly csrf: string;
}

const words = { same: 'Still true', changed: 'Changed', ended: 'No longer true' } as const;

type Input = OpenCarry & { readonly now: Date; readonly today: string };

export function toCarryEntry(fact: EntryFact, input: Input): CarryEntryView {
  const { old, carried, entry } = fact;
  const { response } = input.map;
  const open = fact.decision === undefined;
  const points = [...moneyPoints(fact, input), ...fitPoints(fact)];
  const { rows, more } = toRows(fact, input);
  return {
    id: old.id,
    title: old.name,
    ...toStanding(fact, input.now),
    open,
    isPlain: open && points.length === 0,
    who: `${old.updatedBy}, ${formatDate(old.updatedAt)}`,
    rows,
    more,
    moreText: `${more.length} more ${more.length === 1 ? 'answer' : 'answers'}`,
    points,
    fits: carried.unfit.length === 0,
    changeHref: open ? paths.newEntry(response.id, old.id) : '',
    entryHref: entry && !entry.removedAt ? paths.entry(response.id, entry.id) : '',
  };
}

function toStanding(
  { decision }: EntryFact,
  now: Date,
): Pick<CarryEntryView, 'standing' | 'by' | 'undo'> {
  if (!decision) return { standing: '', by: '', undo: false };
  return {
    standing: words[decision.decision],
    by: `${decision.decidedBy}, ${momentWords(decision.decidedAt, now)}`,
    undo: decision.decision === 'ended',
  };
}

/** Its fixed-term money has run out since: does it still run? */
function moneyPoints({ old }: EntryFact, { map, today }: Input): string[] {
  const { support } = map.definition;
  const isRunning = !support || evaluate(support.running, old.answers) === 'yes';
  const { id, name, answers } = old;
  const ends = moneyEnds({ id, name, answers, agency: '', places: [] });
  if (!isRunning || ends === null || ends >= today) return [];
  const day = formatDate(new Date(`${ends}T12:00:00Z`));
  return [`Its funding ended on ${day}. Is it still running, and on what money?`];
}

function fitPoints({ carried }: EntryFact): string[] {
  return [
    ...carried.unfit.map(({ label, text }) => `${label ?? text}: the old answer no longer fits.`),
    ...carried.reworded.map(({ label, text }) => `${label ?? text}: asked in other words now.`),
  ];
}

/** As it was asked then; what was not answered has no row. */
function toRows(
  { old }: EntryFact,
  { definition, oldPlaces }: Input,
): Pick<CarryEntryView, 'rows' | 'more'> {
  const item = entriesItem(definition);
  const context = { definition, places: new Map(oldPlaces.map(({ id, name }) => [id, name])) };
  const all = (item?.sections ?? [])
    .flatMap(({ items }) => items)
    .filter((one) => one.id !== item?.titleItem && isShown(one, old.answers))
    .map((one) => ({
      required: one.required === true,
      text: one.label ?? one.text,
      lines: answerWords(one, old.answers[one.id], context),
    }))
    .filter(({ lines }) => lines.length > 0);
  return {
    rows: all.filter(({ required }) => required),
    more: all.filter(({ required }) => !required),
  };
}
