/** Why a support element has its colour, in words: one function for the page, the paper and the matrix. */
import type { ElementCell, ElementEntry } from '../domain/elements/element.ts';
import type { ElementRule, GreenCondition, SimpleItem } from '../domain/instrument/definition.ts';
import { andList, capital, counted, inWords } from './english.ts';

export interface ElementContext {
  readonly rule: ElementRule;
  /** the items asked of an entry, by id */
  readonly items: ReadonlyMap<string, SimpleItem>;
  /** labels of the sectors, by id */
  readonly sectors: ReadonlyMap<string, string>;
  /** what an entry answered, in words; none where it left the item out */
  readonly saysOf: (entryId: string, item: SimpleItem) => readonly string[];
  /** agencies' names by id; null for those who may not see them */
  readonly agencies: ReadonlyMap<string, string> | null;
}

export interface ElementWords {
  /** how many services: "2 services", "No service", "Not known" */
  readonly count: string;
  /** for a small cell: "lacks recurrent funding" */
  readonly brief: string;
  readonly sentences: readonly string[];
}

const meetsAll = 'Meets every condition: ';
const closest = 'Closest to green: ';
const wouldSettle = (count: number): string =>
  `${capital(inWords(count))} ${count === 1 ? 'answer' : 'answers'} would settle it, about `;

/** The service that the first sentence names, and what stands before its name; null where it names none. */
export function namedFirst({
  reason,
}: ElementCell): { readonly entry: ElementEntry; readonly before: string } | null {
  if (reason.kind === 'all-conditions-met') return { entry: reason.nearest, before: meetsAll };
  if (reason.kind === 'lacks') return { entry: reason.nearest, before: closest };
  if (reason.kind !== 'questions') return null;
  const { fewest } = reason;
  return { entry: fewest, before: wouldSettle(fewest.wouldSettle.length) };
}

/** Words for every reason that a cell can have. */
export function elementWords(cell: ElementCell, context: ElementContext): ElementWords {
  const words = reasonWords(cell, context);
  const developing = cell.moreInDevelopment
    ? [`More in development: ${andList(namesOf(cell, 'in-development'))}.`]
    : [];
  return { ...words, sentences: [...words.sentences, ...developing] };
}

function reasonWords(cell: ElementCell, context: ElementContext): ElementWords {
  const { reason } = cell;
  switch (reason.kind) {
    case 'all-conditions-met':
      return {
        count: runningCount(cell),
        brief: 'all conditions met',
        sentences: [`${meetsAll}${named(reason.nearest, context)}.`],
      };
    case 'lacks':
      return {
        count: runningCount(cell),
        brief: lackBrief(reason.nearest, context),
        sentences: lackSentences(reason.nearest, context),
      };
    case 'in-development':
      return developmentWords(cell);
    case 'questions':
      return questionWords(reason.fewest, context);
    case 'none':
      return noneWords(reason.askedAgencies, context);
    case 'not-answered':
      return waitingWords(reason.waitingFor, context);
    case 'nobody-asked':
      return {
        count: 'Not known',
        brief: 'nobody is asked',
        sentences: [
          `No agency that could provide it is asked here. It would be one of ${providers(context)}.`,
        ],
      };
  }
}

function runningCount(cell: ElementCell): string {
  return counted(namesOf(cell, 'running').length, 'service', 'services');
}

function namesOf(cell: ElementCell, status: ElementEntry['status']): string[] {
  return cell.entries
    .filter((entry) => entry.match === 'yes' && entry.status === status)
    .map(({ name }) => name);
}

/** The service, and for those who may see it whose it is. */
function named({ name, agency }: ElementEntry, { agencies }: ElementContext): string {
  const agencyName = agencies?.get(agency);
  return agencyName === undefined ? name : `${name} (${agencyName})`;
}

function lackBrief({ failed, unknown }: ElementEntry, context: ElementContext): string {
  const [codes, word] = failed.length > 0 ? [failed, 'lacks'] : [unknown, 'not known:'];
  const label = labelOf(codes[0] ?? '', context);
  return codes.length > 1 ? `${word} ${label}, ${codes.length - 1} more` : `${word} ${label}`;
}

function lackSentences(nearest: ElementEntry, context: ElementContext): string[] {
  const { failed, unknown } = nearest;
  const sentences = [`${closest}${named(nearest, context)}.`];
  if (failed.length > 0) {
    sentences.push(`Lacks: ${conditionWords(failed, context, nearest).join('; ')}.`);
  }
  if (unknown.length > 0) {
    sentences.push(`Not known: ${conditionWords(unknown, context).join('; ')}.`);
  }
  return sentences;
}

function developmentWords(cell: ElementCell): ElementWords {
  const names = namesOf(cell, 'in-development');
  return {
    count: `${names.length} in development`,
    brief: 'nothing runs yet',
    sentences: [`In development: ${andList(names)}. Nothing runs yet.`],
  };
}

function questionWords(fewest: ElementEntry, context: ElementContext): ElementWords {
  const questions = settlingQuestions(fewest, context).map((text) => `“${text}”`);
  const count = questions.length;
  return {
    count: 'Not known',
    brief: `${counted(count, 'answer', 'answers')} would settle it`,
    sentences: [`${wouldSettle(count)}${named(fewest, context)}: ${andList(questions)}`],
  };
}

/** The questions whose answers could make the entry match, in the instrument's words. */
export function settlingQuestions(
  { wouldSettle }: ElementEntry,
  { items }: ElementContext,
): readonly string[] {
  return wouldSettle.map((id) => items.get(id)?.text ?? id);
}

function noneWords(asked: readonly string[], { agencies }: ElementContext): ElementWords {
  const names = agencies ? [`Asked: ${andList(namesById(asked, agencies))}.`] : [];
  return {
    count: 'No service',
    brief: 'everyone asked has answered',
    sentences: [noneSentence(asked.length), ...names],
  };
}

function noneSentence(asked: number): string {
  if (asked === 1) return 'The one agency that could provide it has answered, and does not.';
  return asked === 2
    ? 'Both agencies that could provide it have answered, and neither does.'
    : `All ${asked} agencies that could provide it have answered, and none does.`;
}

function waitingWords(waiting: readonly string[], { agencies }: ElementContext): ElementWords {
  const count = waiting.length;
  const brief = `${counted(count, 'agency has', 'agencies have')} not answered`;
  const names = agencies ? `: ${andList(namesById(waiting, agencies))}` : '';
  return {
    count: 'Not known',
    brief,
    sentences: [
      `${counted(count, 'agency', 'agencies')} that could provide it ${count === 1 ? 'has' : 'have'} not answered${names}.`,
    ],
  };
}

function namesById(ids: readonly string[], agencies: ReadonlyMap<string, string>): string[] {
  return ids.map((id) => agencies.get(id) ?? id);
}

function providers({ rule, sectors }: ElementContext): string {
  return rule.providers.map((id) => (sectors.get(id) ?? id).toLowerCase()).join(', ');
}

function conditionOf(code: string, { rule }: ElementContext): GreenCondition | undefined {
  return rule.green.find((condition) => condition.code === code);
}

function labelOf(code: string, context: ElementContext): string {
  return conditionOf(code, context)?.label ?? code;
}

/**
 * Labels of conditions; "(ours)" where one goes beyond the strategy's table, and what the entry says
 * now where `about` is given.
 */
export function conditionWords(
  codes: readonly string[],
  context: ElementContext,
  about?: ElementEntry,
): string[] {
  return codes.map((code) => {
    const condition = conditionOf(code, context);
    const asides = [
      ...(condition?.ours === true ? ['ours'] : []),
      ...(condition && about ? presentAnswer(condition, about, context) : []),
    ];
    const label = labelOf(code, context);
    return asides.length > 0 ? `${label} (${asides.join('; ')})` : label;
  });
}

/** What a service must be to count, and what green also needs. */
export function ruleText(context: ElementContext): string {
  const { rule } = context;
  const conditions = conditionWords(
    rule.green.map(({ code }) => code),
    context,
  );
  return `A service counts when ${rule.matchText}. Green also needs: ${conditions.join('; ')}.`;
}

/** "now: Some"; nothing where the condition is about the Place's other entries too. */
function presentAnswer(
  { item: itemId, when }: GreenCondition,
  { id }: ElementEntry,
  { items, saysOf }: ElementContext,
): string[] {
  const item = items.get(itemId);
  if (!item || !('item' in when)) return [];
  const lines = saysOf(id, item);
  return lines.length > 0 ? [`now: ${lines.join(', ')}`] : [];
}
