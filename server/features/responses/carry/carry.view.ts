/** The page of last round's answers: each in full, who gave it, what changed in the question, and what to say of it. */
import type { ErrorSummary } from '../../../web/error-summary.ts';
import { compareDefinitions } from '../../../domain/carry/compare.ts';
import { instrumentChanges, type InstrumentChanges } from '../../../domain/carry/change-words.ts';
import { responseWords } from '../../../domain/instrument/short-words.ts';
import { capital } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { whose } from '../../../web/whose.ts';
import { toHeader, type HeaderView } from '../response.words.ts';
import type { OpenCarry } from './carry.load.ts';
import type { CarryFact } from './facts.ts';
import { toCarryItem, type CarryItemView } from './carry-item.view.ts';

interface SectionView {
  /** '' where its one question says the same */
  readonly title: string;
  readonly items: readonly CarryItemView[];
}
/** One press for many. */
interface PressView {
  readonly text: string;
  readonly items: readonly string[];
}
export interface CarryView {
  readonly header: HeaderView;
  readonly heading: string;
  readonly lede: string;
  readonly refused: ErrorSummary | null;
  readonly instrument: InstrumentChanges | null;
  readonly sections: readonly SectionView[];
  /** of what is asked as it was asked; null where nothing or one thing of the kind is left */
  readonly allSame: PressView | null;
  readonly allEnded: PressView | null;
  readonly action: string;
  /** '' where something is decided already */
  readonly dropAction: string;
  /** '' where last round's response had no entries */
  readonly entriesHref: string;
  readonly backHref: string;
  readonly backText: string;
  /** everything is decided */
  readonly isDone: boolean;
  readonly csrf: string;
}
export const carryPage = template<CarryView>('responses/carry');

/** What the last press could not do. */
export interface CarryFound {
  readonly refused: readonly CarryFact[];
}
export interface CarryViewInput extends OpenCarry, CarryFound {
  readonly anyEntryDecided: boolean;
  readonly csrf: string;
  readonly now: Date;
}

export function toCarryView(input: CarryViewInput): CarryView {
  const { opened, last, facts, csrf } = input;
  const { response, definition } = opened;
  const open = facts.filter(({ standing }) => standing === 'undecided');
  const isUntouched = !input.anyEntryDecided && facts.every(({ decision }) => !decision);
  return {
    header: toHeader(opened),
    heading: `${capital(whose(opened))} answers of ${last.round.roundName}`,
    lede: ledeOf(facts.length, open.length),
    refused: toRefused(input),
    instrument: instrumentChanges(compareDefinitions(last.definition, definition)),
    sections: definition.sections.flatMap((section): SectionView[] => {
      const own = facts.filter((fact) => fact.section.id === section.id);
      if (own.length === 0) return [];
      const items = own.map((fact) => toCarryItem(fact, input));
      return [{ title: own.length > 1 ? section.title : '', items }];
    }),
    ...toPresses(open),
    action: paths.carry(response.id),
    dropAction: isUntouched ? paths.dropCarry(response.id) : '',
    entriesHref: last.content.entries.length > 0 ? paths.carryEntries(response.id) : '',
    backHref: paths.response(response.id),
    backText: responseWords(definition, response),
    isDone: open.length === 0,
    csrf,
  };
}

function ledeOf(all: number, open: number): string {
  if (open === 0) {
    return `All ${all} are decided. Each answer can still be changed on its own page.`;
  }
  const rest = open === all ? `${all} answers` : `${all - open} of ${all} decided`;
  return `${rest}. Say of each whether it is still true; until you do, it counts as no answer.`;
}

/** What is asked otherwise than before is decided on by itself. */
function toPresses(open: readonly CarryFact[]): Pick<CarryView, 'allSame' | 'allEnded'> {
  const alike = open.filter(({ change, carried }) => !change && carried.sent !== null);
  return {
    allSame: toPress(alike, (count) => `All ${count} are still true`),
    allEnded: toPress(open, (count) => `None of these ${count} is true any more`),
  };
}

function toPress(facts: readonly CarryFact[], words: (count: number) => string): PressView | null {
  if (facts.length < 2) return null;
  return { text: words(facts.length), items: facts.map(({ item }) => item.id) };
}

function toRefused({ refused }: CarryViewInput): ErrorSummary | null {
  if (refused.length === 0) return null;
  return {
    title: 'Somebody else was faster: what they said stands',
    links: refused.map(({ item, decision, now }) => {
      const who = now?.updatedBy ?? decision?.decidedBy ?? 'Somebody';
      const did = now ? 'has answered it meanwhile' : 'has said that it is no longer true';
      return { text: `${item.label ?? item.text}: ${who} ${did}`, href: `#${item.id}` };
    }),
  };
}
