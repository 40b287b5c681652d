/** Who is left out by the services of the map (Design 6.3): doors closed to some, and what is restricted. */
import type { MapEntry } from '../../../domain/elements/element.ts';
import { doorGapId } from '../../../domain/map/finding-gaps.ts';
import {
  forFamilies,
  leftOut,
  restrictionsOf,
  type DoorQuestion,
  type LeftOut,
} from '../../../domain/map/left-out.ts';
import { saidBy } from '../../../domain/map/tally.ts';
import { said } from '../age-service.view.ts';
import { capital, counted } from '../words.ts';
import {
  groupOf,
  optionHelp,
  optionsAsked,
  shareWords,
  toItem,
  type CountRow,
  type CountTable,
  type MapContext,
} from './services.view.ts';

export interface LeftOutView {
  readonly sentence: string;
  /** what is not counted; '' where all is */
  readonly note: string;
  readonly doors: CountTable;
  readonly restrictions: CountTable;
}

const doorWords: Readonly<Record<DoorQuestion, { readonly row: string; readonly to: string }>> = {
  fathers: { row: 'Fathers and co-parents', to: 'closed to fathers and co-parents' },
  selfReferral: { row: 'Parents who refer themselves', to: 'to self-referral' },
  antenatal: { row: 'Parents before birth', to: 'before birth' },
  interpreters: { row: 'Families who need an interpreter', to: 'without interpreters' },
};

export function toLeftOut(context: MapContext): LeftOutView {
  const services = forFamilies(context.running);
  const doors = leftOut(services);
  const forStaff = context.running.length - services.length;
  return {
    sentence: sentenceOf(doors),
    note:
      forStaff > 0
        ? `${counted(forStaff, 'service', 'services')} for staff, not for families, ${forStaff === 1 ? 'is' : 'are'} not counted here.`
        : '',
    doors: doorTable(doors, context),
    restrictions: restrictionTable(services, context),
  };
}

/** "Closed to fathers and co-parents: 7 of 22 running services that say. To self-referral: 9 of 24." */
function sentenceOf(doors: readonly LeftOut[]): string {
  return doors
    .map((door, n) => {
      const whole = saidBy(door.said);
      const of = n === 0 ? ' running services that say' : '';
      const { to } = doorWords[door.question];
      const figure = whole === 0 ? 'nobody says' : `${door.said.of.no.length} of ${whole}${of}`;
      return `${capital(to)}: ${figure}.`;
    })
    .join(' ');
}

function doorTable(doors: readonly LeftOut[], context: MapContext): CountTable {
  return {
    caption: 'Running services for families, by whom they are closed to',
    first: 'Left out',
    columns: ['Closed', 'In part', 'Open', 'Not known'],
    rows: doors.map(({ question, said: answers }): CountRow => {
      const { of, unknown } = answers;
      return {
        label: doorWords[question].row,
        note: '',
        cells: [
          shareWords(of.no.length, saidBy(answers)),
          ...[of.some, of.yes, unknown].map(({ length }) => String(length)),
        ],
        groups: [
          ...groupOf('Closed', of.no, context),
          ...groupOf('In part, or not everywhere', of.some, context),
          ...groupOf('Open', of.yes, context),
          ...groupOf('Not known', unknown, context),
        ],
        gap: context.findGap(doorGapId(question)),
      };
    }),
  };
}

function restrictionTable(services: readonly MapEntry[], context: MapContext): CountTable {
  const { map } = context;
  const options = optionsAsked(map, 'restrictions');
  const { by, none, unknown } = restrictionsOf(
    services,
    options.map(({ id }) => id),
  );
  const whole = services.length - unknown.length;
  const row = (label: string, note: string, entries: readonly MapEntry[]): CountRow => ({
    label,
    note,
    cells: [shareWords(entries.length, whole)],
    groups: groupOf(label, entries, context),
    gap: null,
  });
  return {
    caption: 'Running services for families, by what they restrict',
    first: 'Restriction',
    columns: ['Services'],
    rows: [
      ...by
        .filter(({ entries }) => entries.length > 0)
        .map(({ option, entries }) => ({
          ...row(labelOf(options, option), optionHelp(map, 'restrictions', option), entries),
          groups: [
            {
              heading: labelOf(options, option),
              services: entries.map((entry) =>
                toItem(entry, context, said(entry, 'restrictionDetail', map)),
              ),
            },
          ],
        })),
      row('None', 'They turn nobody away.', none),
      { ...row('Not known', '', unknown), cells: [String(unknown.length)] },
    ],
  };
}

function labelOf(options: readonly { readonly id: string; readonly label: string }[], id: string) {
  return options.find((option) => option.id === id)?.label ?? id;
}
