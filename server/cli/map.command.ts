/** Maps the services of a file (Design 5, 6): read, refuse with every fault, or put out every Place's colours. */
import { readShippedDefinition } from '../adapters/instruments.ts';
import { mapPlaces } from '../domain/elements/place-map.ts';
import type { ElementEntry, MapEntry, PlaceMap } from '../domain/elements/element.ts';
import type { Definition, SupportRules } from '../domain/instrument/definition.ts';
import { entriesItem, entryItemsOf, optionsOf } from '../domain/instrument/items.ts';
import { type CommandResult, parseOptions, readJson } from './command.ts';
import { inputGate } from './input.gate.ts';
import { type MapFile, type MapFileEntry, mapSchema } from './map.schema.ts';

/** The map of the file that `--input` names, or all its faults. */
export function map(args: readonly string[]): CommandResult {
  const options = parseOptions(args, { required: ['input'] });
  if (!options.ok) return options;
  const file = readJson(options.values.input);
  return file.ok ? mapFile(file.value) : file;
}

/** The same for what the file holds: any JSON. */
export function mapFile(input: unknown): CommandResult {
  const { definition, support } = serviceMap();
  const sectors = sectorsOf(definition);
  const faults = inputGate(mapSchema(definition, sectors))(input);
  if (faults.length > 0) return { faults };
  const { agencies, entries } = input as MapFile;
  const places = mapPlaces(support, sectors, {
    agencies: agencies.map((agency) => ({ ...agency, name: agency.agency })),
    entries: entries.map(toMapEntry),
  });
  return { output: { places: places.map(placeOutput) } };
}

function serviceMap(): { readonly definition: Definition; readonly support: SupportRules } {
  const definition = readShippedDefinition('pair-service-map');
  if (definition?.support === undefined) throw new Error('pair-service-map has no support rules');
  return { definition, support: definition.support };
}

/** The options that entries are grouped by. */
function sectorsOf(definition: Definition): readonly string[] {
  const group = entriesItem(definition)?.groupItem;
  return entryItemsOf(definition)
    .filter(({ item }) => item.id === group)
    .flatMap(({ item }) => optionsOf(definition, item).map(({ id }) => id));
}

function toMapEntry(entry: MapFileEntry, index: number): MapEntry {
  const { agency, name, places, ...answers } = entry;
  return { id: String(index), agency, name, places: places ?? null, answers };
}

function placeOutput({ place, elements, coverage, ages, familiesPerYear }: PlaceMap) {
  return {
    place,
    elements: elements.map(({ element, rag, entries }) => ({
      element,
      rag,
      entries: entries.map(entryOutput),
    })),
    coverage,
    ages,
    familiesPerYear,
  };
}

function entryOutput({ name, agency, status, match, met, failed, unknown }: ElementEntry) {
  return { name, agency, status, match, met, failed, unknown };
}
