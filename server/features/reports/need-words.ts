/** How the need of a Place is put in words: whole babies, shares, and what the figures rest on. */
import { usualUptake, type PopulationNeed, type Range } from '../../domain/needs/need.ts';
import { counted, shortFigure, wholeFigure } from '../../web/english.ts';
import { formatDate } from '../../web/time.ts';
import type { Room } from './shortfall.ts';

/** "385 to 415": rounded here and nowhere before. */
export function rangeWords([low, high]: Range): string {
  const [from, to] = [wholeFigure(low), wholeFigure(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** "30%"; "33% (a third)" */
export function percent(share: number): string {
  return share === usualUptake ? '33% (a third)' : `${shortFigure(share * 100)}%`;
}

/** @param lateAt when it was entered, where that was after publication */
export function needNotes(need: PopulationNeed, room: Room | null, lateAt: Date | null): string[] {
  return [
    `${adversityWords(need.adversity)} Shares of births: Parent-Infant Foundation (2023), B.1; nobody has tested them independently.`,
    'Targeted: mild to moderate difficulties seen by targeted services, 6.5% to 8% of births at the national average. As many as 16% to 20% more are not seen before two. Specialist: 19.5% to 21% of births.',
    'The babies who are missed: need less those who come. Sources expect an uptake of 25% to 33%.',
    ...(room
      ? ['Families in the map: of every running service at the level, whatever its focus.']
      : []),
    ...(room ? roomNotes(room) : []),
    'No source gives a need for ages 2 to 5. Where services for these ages enter families, the shortfall for babies is greater than shown.',
    ...(lateAt ? [`Entered on ${formatDate(lateAt)}, after these results were published.`] : []),
  ];
}

function adversityWords(adversity: number): string {
  if (adversity === 0) return 'Adversity as the national average.';
  const side = adversity > 0 ? 'above' : 'below';
  const size = shortFigure(Math.abs(adversity) * 100);
  return `Adversity ${size}% ${side} the national average: every share in need changes with it.`;
}

function roomNotes({ targeted, specialist, silentAgencies }: Room): string[] {
  const says = (level: string, { silent, services }: Room['targeted']): string[] =>
    silent > 0
      ? [
          `${silent} of ${counted(services, 'running service', 'running services')} at ${level} level ${silent === 1 ? 'does' : 'do'} not say how many families ${silent === 1 ? 'it takes' : 'they take'} in a year: the shortfall is at most what is shown.`,
        ]
      : [];
  const agencies = `${counted(silentAgencies, 'agency has', 'agencies have')} not submitted a service map: the shortfall may be smaller.`;
  return [
    ...says('targeted', targeted),
    ...says('specialist', specialist),
    ...(silentAgencies > 0 ? [agencies] : []),
  ];
}
