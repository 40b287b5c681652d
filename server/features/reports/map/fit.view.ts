/** Interventions named in the map against the level they are designed for (Design 6.5). */
import type { MapEntry } from '../../../domain/elements/element.ts';
import { levelsOf } from '../../../domain/elements/coverage.ts';
import { fitGapId } from '../../../domain/map/finding-gaps.ts';
import { fitOf, interventionsOf, type Fit } from '../../../domain/map/fit.ts';
import type { CatalogueEntry } from '../../../domain/instrument/definition.ts';
import { designedFor, interventions } from '../../../results/interventions.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { levelsOffered } from '../directory/levels.ts';
import type { MapGapView } from '../map-gap.view.ts';
import { andList, capital, counted, inWords, lower } from '../words.ts';
import {
  groupOf,
  toItem,
  type CountTable,
  type MapContext,
  type ServiceItem,
} from './services.view.ts';

export interface MisfitView extends ServiceItem {
  /** "Specialist" */
  readonly levels: string;
  /** "GroBrain: designed for universal; contributes to targeted and specialist" */
  readonly interventions: readonly string[];
  /** null where no action is raised from it */
  readonly gap: MapGapView | null;
}
export interface FitView {
  readonly sentence: string;
  readonly misfits: readonly MisfitView[];
  readonly counts: CountTable;
}

export function toFit(context: MapContext): FitView {
  const { map, running } = context;
  const designed = designedFor(map);
  const of = (fit: Fit): MapEntry[] => running.filter((entry) => fitOf(entry, designed) === fit);
  const misfits = of('misfits');
  const unknown = of('unknown');
  return {
    sentence: sentenceOf(misfits, { fits: of('fits').length, unknown: unknown.length }),
    misfits: toMisfits(misfits, context),
    counts: countsOf(
      [
        ['Designed for the service’s level', 'At least one that the service names.', of('fits')],
        ['Designed for other levels only', 'Every one that the service names.', misfits],
        [
          'Not known',
          'The level of an intervention, or of the service, is not known: the colours of half the source’s rows are lost.',
          unknown,
        ],
        ['None from the map', '', of('none')],
        ['Interventions not stated', '', of('silent')],
      ],
      context,
    ),
  };
}

function sentenceOf(
  misfits: readonly MapEntry[],
  { fits, unknown }: { readonly fits: number; readonly unknown: number },
): string {
  const named = misfits.length + fits + unknown;
  if (named === 0) return 'No running service names an intervention of the map.';
  const rest = `Of ${counted(named, 'running service that names', 'running services that name')} interventions, ${fits === 0 ? 'none names' : `${fits} ${fits === 1 ? 'names' : 'name'}`} one designed for its level; of ${unknown} it is not known.`;
  if (misfits.length === 0) {
    return `No running service is known to name only interventions designed for another level. ${rest}`;
  }
  const services = capital(inWords(misfits.length));
  const verb = misfits.length === 1 ? 'running service names' : 'running services name';
  const listed = misfits.length <= 3 ? `: ${andList(misfits.map(({ name }) => name))}` : '';
  return `${services} ${verb} only interventions designed for another level${listed}. ${rest}`;
}

function countsOf(
  rows: readonly (readonly [label: string, note: string, entries: readonly MapEntry[]])[],
  context: MapContext,
): CountTable {
  return {
    caption: 'Running services by whether their interventions are designed for their level',
    first: 'Interventions',
    columns: ['Services'],
    rows: rows.map(([label, note, entries]) => ({
      label,
      note,
      cells: [String(entries.length)],
      groups: groupOf(label, entries, context),
      gap: null,
    })),
  };
}

function toMisfits(entries: readonly MapEntry[], context: MapContext): MisfitView[] {
  const catalogue = interventions(context.map);
  return entries.map((entry) => toMisfit(entry, catalogue, context));
}

function toMisfit(
  entry: MapEntry,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
  context: MapContext,
): MisfitView {
  const words = (levels: readonly string[]): string =>
    andList(levels.map((level) => lower(levelWord(context.map, level))));
  const named = (interventionsOf(entry) ?? []).flatMap((id) => catalogue.get(id) ?? []);
  return {
    ...toItem(entry, context),
    levels: capital(words(levelsOf(entry) ?? [])),
    interventions: named.map(({ label, levels }) => {
      const [designedFor, contributes] = [levels?.designedFor ?? [], levels?.contributesTo ?? []];
      const more = contributes.length > 0 ? `; contributes to ${words(contributes)}` : '';
      return `${label}: designed for ${words(designedFor)}${more}`;
    }),
    gap: context.findGap(fitGapId(entry.id)),
  };
}

function levelWord(map: ServiceMap, level: string): string {
  return levelsOffered(map).find(({ id }) => id === level)?.label ?? level;
}
