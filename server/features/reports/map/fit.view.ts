/** Interventions named in the map against the level they are designed for (Design 6.5). */
import type { MapEntry } from '../../../domain/elements/element.ts';
import { levelsOf } from '../../../domain/elements/coverage.ts';
import { fitOf, interventionsOf, type DesignedFor, type Fit } from '../../../domain/map/fit.ts';
import type { CatalogueEntry } from '../../../domain/instrument/definition.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { levelsOffered } from '../directory/levels.ts';
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
}
export interface FitView {
  readonly sentence: string;
  readonly misfits: readonly MisfitView[];
  readonly counts: CountTable;
}

export function toFit(context: MapContext): FitView {
  const { map, running } = context;
  const catalogue = catalogueOf(map);
  const designed: DesignedFor = new Map(
    [...catalogue].map(([id, { levels }]) => [id, levels?.designedFor ?? null]),
  );
  const of = (fit: Fit): MapEntry[] => running.filter((entry) => fitOf(entry, designed) === fit);
  const misfits = of('misfits');
  const unknown = of('unknown');
  return {
    sentence: sentenceOf(misfits, { fits: of('fits').length, unknown: unknown.length }),
    misfits: misfits.map((entry) => toMisfit(entry, catalogue, context)),
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
    })),
  };
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
  };
}

function levelWord(map: ServiceMap, level: string): string {
  return levelsOffered(map).find(({ id }) => id === level)?.label ?? level;
}

/** What the interventions' item chooses from. */
function catalogueOf({ definition, items }: ServiceMap): Map<string, CatalogueEntry> {
  const item = items.get('interventions');
  const name = item?.type === 'multiple' ? item.catalogue : undefined;
  const entries = definition.catalogues?.find(({ id }) => id === name)?.entries ?? [];
  return new Map(entries.map((entry) => [entry.id, entry]));
}
