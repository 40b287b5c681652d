/** Services of different agencies with the same level, ages and focus, side by side (Design 6.6). */
import { ageWords } from '../../../domain/answers/age-words.ts';
import { duplicates, type Duplicates } from '../../../domain/map/duplicates.ts';
import { alikeGapId } from '../../../domain/map/finding-gaps.ts';
import type { MapEntry } from '../../../domain/elements/element.ts';
import { moneyText, said } from '../age-service.view.ts';
import type { MapGapView } from '../map-gap.view.ts';
import { capital, counted, inWords, lower } from '../words.ts';
import { optionWord, toItem, type MapContext, type ServiceItem } from './services.view.ts';

export interface DuplicateRow extends ServiceItem {
  readonly sector: string;
  readonly takes: readonly string[];
  readonly room: string;
  readonly interventions: string;
  readonly money: string;
}
export interface DuplicateGroup {
  /** "Universal, birth to 2 years, focus: the relationship" */
  readonly heading: string;
  readonly rows: readonly DuplicateRow[];
  /** null where no action is raised from it */
  readonly gap: MapGapView | null;
}
export interface DuplicatesView {
  readonly sentence: string;
  readonly groups: readonly DuplicateGroup[];
}

/** Of one Place: what serves two Places is no duplicate of what serves the other one. */
export function toDuplicates(context: MapContext): DuplicatesView {
  const groups = duplicates(context.running);
  return {
    sentence: sentenceOf(groups),
    groups: groups.map((group) => ({
      heading: headingOf(group, context),
      rows: group.entries.map((entry) => toRow(entry, context)),
      gap: context.findGap(alikeGapId(group)),
    })),
  };
}

function sentenceOf(groups: readonly Duplicates[]): string {
  if (groups.length === 0) {
    return 'No two agencies are known to run services with the same level, ages and focus.';
  }
  const services = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const where = groups.length === 1 ? '' : ` in ${inWords(groups.length)} groups`;
  return `${capital(counted(services, 'service', 'services'))} of different agencies${where} have the same level, ages and focus: they may share the work, or repeat it.`;
}

function headingOf({ levels, ages, focus }: Duplicates, { map }: MapContext): string {
  const words = levels.map((level) => lower(optionWord(map, 'levels', level))).join(' and ');
  const months = `${ageWords(ages.from)} to ${ageWords(ages.to)}`;
  return `${capital(words)}, ${months}, focus: ${lower(optionWord(map, 'focus', focus))}`;
}

const NOT_STATED = 'Not stated';

function toRow(entry: MapEntry, context: MapContext): DuplicateRow {
  const { map } = context;
  const words = (item: string): string => said(entry, item, map) || NOT_STATED;
  const takes = (label: string, item: string): string => `${label}: ${lower(words(item))}`;
  return {
    ...toItem(entry, context),
    sector: words(map.entriesItem.groupItem),
    takes: [
      takes('Fathers and co-parents', 'fathers'),
      takes('Self-referral', 'selfReferral'),
      takes('Before birth', 'antenatal'),
    ],
    room: words('capacity'),
    interventions: words('interventions'),
    money: moneyText(entry, context),
  };
}
