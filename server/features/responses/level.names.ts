/** How the controls of a domain are called in a form; the first control of each has the same text as its id. */
import { levelField } from '../../domain/answers/fields.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { Mark } from '../../domain/scoring/score.ts';
import { clearName } from '../../web/fields/clear.ts';

/** The value for "We can't say", which no level has. */
export const CANT_SAY = 'none';

export const marks: readonly Mark[] = ['met', 'partly', 'not', 'unknown'];
export const markLabels: Readonly<Record<Mark, string>> = {
  met: 'Met',
  partly: 'Partly',
  not: 'Not met',
  unknown: 'Don’t know',
};

export type LevelText = 'reason' | 'evidence' | 'noEvidence';
export const levelTexts: readonly LevelText[] = ['reason', 'evidence', 'noEvidence'];

export const levelName = ({ id }: LevelItem): string => levelField(id, 'level');
export const textName = ({ id }: LevelItem, text: LevelText): string =>
  text === 'noEvidence' ? `${id}_noEvidence` : levelField(id, text);
// Ids hold no underscore, so no two names meet.
export const criterionName = ({ id }: LevelItem, criterion: string): string =>
  `${id}_criteria_${criterion}`;
export const linksName = ({ id }: LevelItem): string => `${id}_links`;

/** Of every answer: the revision that the page was made from. */
export const revisionName = (itemId: string): string => `${itemId}_revision`;

/** Id of one of several controls with the same name: the first has the name itself. */
export function partId(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}

/** The names of all controls that a domain has. */
export function levelControlNames(item: LevelItem): string[] {
  return [
    ...item.descriptors.flatMap(({ criteria }) =>
      criteria.map(({ id }) => criterionName(item, id)),
    ),
    levelName(item),
    ...levelTexts.map((text) => textName(item, text)),
    linksName(item),
    clearName(item.id),
  ];
}
