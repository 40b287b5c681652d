/** Finds ids that are used twice where they must tell things apart. */
import type { Fault } from '../shape/fault.ts';
import type { Definition, SimpleItem } from './definition.ts';
import { entryItemsOf, isSimple, itemsOf } from './items.ts';

interface PlacedId {
  readonly id: string;
  /** pointer to the id itself */
  readonly path: string;
}

/** Ids that repeat: of sections and items over the whole instrument, of the rest within their list. */
export function idFaults(definition: Definition): Fault[] {
  const items = [...itemsOf(definition), ...entryItemsOf(definition)];
  return [
    ...repeated('section', sectionIds(definition)),
    ...repeated(
      'item',
      items.map(({ item, path }) => ({ id: item.id, path: `${path}/id` })),
    ),
    ...repeated('term', listed(definition.terms, '/terms')),
    ...catalogueFaults(definition),
    ...repeated('criterion', criterionIds(definition)),
    ...items.flatMap(({ item, path }) => (isSimple(item) ? insideItem(item, path) : [])),
    ...elementFaults(definition),
  ];
}

function sectionIds(definition: Definition): PlacedId[] {
  const inner = itemsOf(definition).flatMap(({ item, path }) =>
    item.type === 'entries' ? listed(item.sections, `${path}/sections`) : [],
  );
  return [...listed(definition.sections, '/sections'), ...inner];
}

function catalogueFaults({ catalogues }: Definition): Fault[] {
  return [
    ...repeated('catalogue', listed(catalogues, '/catalogues')),
    ...(catalogues ?? []).flatMap(({ entries }, c) =>
      repeated('entry', listed(entries, `/catalogues/${c}/entries`)),
    ),
  ];
}

function criterionIds(definition: Definition): PlacedId[] {
  return itemsOf(definition).flatMap(({ item, path }) =>
    item.type === 'level'
      ? item.descriptors.flatMap(({ criteria }, d) =>
          listed(criteria, `${path}/descriptors/${d}/criteria`),
        )
      : [],
  );
}

function insideItem(item: SimpleItem, path: string): Fault[] {
  if (item.type === 'table') return tableFaults(item, path);
  return 'options' in item ? repeated('option', listed(item.options, `${path}/options`)) : [];
}

function tableFaults(item: SimpleItem & { type: 'table' }, path: string): Fault[] {
  const columns = listed(item.columns, `${path}/columns`);
  return [
    ...repeated('column', columns),
    ...columns
      .filter(({ id }) => id === 'row')
      .map(({ path: at }) => ({ path: at, text: '"row" names the row itself: choose another id' })),
    ...repeated('row', listed(item.rows, `${path}/rows`)),
    ...item.columns.flatMap((column, c) =>
      column.type === 'single'
        ? repeated('option', listed(column.options, `${path}/columns/${c}/options`))
        : [],
    ),
  ];
}

function elementFaults({ support }: Definition): Fault[] {
  if (support === undefined) return [];
  return [
    ...repeated('element', listed(support.elements, '/support/elements')),
    ...support.elements.flatMap(({ green }, e) =>
      repeated(
        'code',
        green.map(({ code }, g) => ({
          id: code,
          path: `/support/elements/${e}/green/${g}/code`,
        })),
      ),
    ),
  ];
}

function listed(list: readonly { readonly id: string }[] | undefined, path: string): PlacedId[] {
  return (list ?? []).map(({ id }, i) => ({ id, path: `${path}/${i}/id` }));
}

function repeated(kind: string, ids: readonly PlacedId[]): Fault[] {
  const first = new Map<string, string>();
  return ids.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier !== undefined) {
      return [{ path, text: `"${id}" is the ${kind} at ${earlier} already: choose another id` }];
    }
    first.set(id, path);
    return [];
  });
}
