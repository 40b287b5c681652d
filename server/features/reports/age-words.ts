/** What the strip of ages says in words: gaps by level in one sentence, and what may fill them. */
import { ageWords } from '../../domain/answers/age-words.ts';
import { CHILDHOOD, type AgeLane } from '../../domain/elements/age-lanes.ts';
import type { CareLevel } from '../../domain/elements/element.ts';
import { offerWords, spanWords, type OpenLane } from '../../domain/elements/gaps.ts';
import { andList, capital, counted, inWords } from './words.ts';

export const levelWords: Readonly<
  Record<CareLevel, { readonly word: string; readonly meaning: string }>
> = {
  universal: { word: 'Universal', meaning: 'for every family' },
  targeted: { word: 'Targeted', meaning: 'for some families' },
  specialist: { word: 'Specialist', meaning: 'by expert staff' },
};

/** "Birth to 18 months; 2 years to 5 years" */
export function offeredWords({ offered }: OpenLane): string {
  return capital(offered.map(spanWords).join('; ')) || 'At no age';
}

/** All gaps in one sentence, as a child meets them. */
export function gapSentence(place: string, lanes: readonly OpenLane[]): string {
  const gaps = lanes
    .filter(({ holes }) => holes.length > 0)
    .map((lane) => `no ${offerWords(lane)} ${whenWords(lane)}`);
  return gaps.length > 0
    ? `A child in ${place} has ${andList(gaps)}.`
    : `A child in ${place} has a universal, a targeted and a specialist offer at every age from conception to 5 years.`;
}

/** "before birth or from 18 months on" */
function whenWords(facts: OpenLane): string {
  if (facts.offered.length === 0) return 'at any age';
  return facts.holes
    .map(([from, to]) => {
      if (from === CHILDHOOD.from) return to === 0 ? 'before birth' : `until ${ageWords(to)}`;
      if (to === CHILDHOOD.to) return `from ${ageWords(from)} on`;
      return `between ${ageWords(from)} and ${ageWords(to)}`;
    })
    .join(' or ');
}

const allMonths = CHILDHOOD.to - CHILDHOOD.from;

/** "18 of 69" months without an offer. */
export function monthsWithout({ holes }: OpenLane): string {
  const without = holes.reduce((sum, [from, to]) => sum + to - from, 0);
  return `${without} of ${allMonths}`;
}

/** longer lists of names stand in the table alone */
const MOST_NAMES = 3;

/** Why a gap may be smaller than it looks: services that do not say their ages or level, agencies that have not answered. */
export function openWords(
  lanes: readonly AgeLane[],
  { submitted, assigned }: { readonly submitted: number; readonly assigned: number },
): string[] {
  const names = [
    ...new Map(lanes.flatMap(({ mayFill }) => mayFill).map(({ id, name }) => [id, name])).values(),
  ];
  const listed = names.length <= MOST_NAMES ? `: ${andList(names)}` : '';
  const verb = names.length === 1 ? 'does not state its' : 'do not state their';
  const waiting = assigned - submitted;
  return [
    ...(names.length > 0
      ? [
          `${capital(inWords(names.length))} running ${names.length === 1 ? 'service' : 'services'} ${verb} ages or level, and may fill a gap${listed}.`,
        ]
      : []),
    ...(waiting > 0
      ? [
          `${capital(counted(waiting, 'agency has', 'agencies have'))} not answered the service map: a gap may be theirs.`,
        ]
      : []),
  ];
}
