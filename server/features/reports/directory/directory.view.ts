/** The directory's page: the question as a form, its answer as a sentence, and three lists of services. */
import { mapProgress, type ServiceMap } from '../../../results/service-map.ts';
import type { Select } from '../../../web/components.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { captionOf, creditsOf, toHead, type EmptyView } from '../report.view.ts';
import { capital, counted, inWords, lower } from '../words.ts';
import { toDirectory, type Directory, type DirectoryFacts } from './directory.ts';
import { isNarrowed } from './filter.ts';
import { toSelects } from './form.view.ts';
import type { ServiceRow } from './row.view.ts';

export interface DirectoryView {
  readonly caption: string;
  /** instead of all that follows; null where there is something to look through */
  readonly empty: EmptyView | null;
  readonly sentence: string;
  /** why an open door may be missing; '' where nothing is left to come */
  readonly note: string;
  readonly action: string;
  readonly selects: readonly Select[];
  /** part of a name */
  readonly name: string;
  /** '' where nothing is chosen */
  readonly allHref: string;
  readonly open: DoorTable;
  readonly unknown: DoorTable;
  readonly closed: DoorTable;
  /** "4 services" */
  readonly closedCount: string;
  /** what the map tells, of the Place asked about or of all */
  readonly mapHref: string;
  /** '' for those who may not take it away */
  readonly csvHref: string;
  readonly xlsxHref: string;
}
/** One of the lists. */
export interface DoorTable {
  readonly caption: string;
  /** the column that says what is in the way; '' for open doors */
  readonly whyLabel: string;
  /** a sentence where there is none */
  readonly none: string;
  readonly rows: readonly DoorRow[];
}
interface DoorRow {
  readonly name: string;
  /** all that may be seen of it */
  readonly href: string;
  /** "Kingfisher, Health visiting" */
  readonly from: string;
  readonly why: readonly string[];
  readonly cells: readonly DoorCell[];
}
interface DoorCell {
  readonly label: string;
  readonly lines: readonly string[];
}
export const directoryPage = template<DirectoryView>('reports/directory/directory');

const nothing: Directory = { sentence: '', open: [], unknown: [], closed: [] };

export function toDirectoryView(facts: DirectoryFacts): DirectoryView {
  const { round, map, filter } = facts;
  const found = map ? toDirectory(facts, map) : nothing;
  return {
    caption: captionOf('Services', toHead(round, facts.system)),
    empty: emptyOf(map),
    sentence: found.sentence,
    note: map ? silentNote(facts, map) : '',
    action: paths.services(round.slug),
    selects: map ? toSelects(filter, facts.places, map) : [],
    name: filter.name,
    allHref: isNarrowed(filter) ? paths.services(round.slug) : '',
    open: toTable(found.open, round, {
      caption: 'Open doors',
      whyLabel: '',
      none: 'No service is known to be open to this question.',
    }),
    unknown: toTable(found.unknown, round, {
      caption: 'Services of which it is not known',
      whyLabel: 'To ask',
      none: 'Every service has said what this question needs.',
    }),
    closed: toTable(found.closed, round, { caption: 'Closed doors', whyLabel: 'Why', none: '' }),
    closedCount: counted(found.closed.length, 'service', 'services'),
    mapHref:
      filter.place === '' ? paths.systemMap(round.slug) : paths.placeMap(round.slug, filter.place),
    ...fileHrefs(facts),
  };
}

function fileHrefs({ round, map, filter, exports }: DirectoryFacts) {
  if (!exports || !map || map.entries.length === 0) return { csvHref: '', xlsxHref: '' };
  return {
    csvHref: paths.servicesFile(round.slug, 'csv', { ...filter }),
    xlsxHref: paths.servicesFile(round.slug, 'xlsx', { ...filter }),
  };
}

/** Credit lines of what the page shows. */
export function directoryCredits({ map }: Pick<DirectoryFacts, 'map'>): string[] {
  return creditsOf(null, map);
}

function emptyOf(map: ServiceMap | null): EmptyView | null {
  if (!map) {
    return {
      heading: 'This round asks no service map',
      text: 'Services are found here in rounds that ask the agencies for them.',
    };
  }
  if (map.entries.length > 0) return null;
  return {
    heading: 'No service has been entered yet',
    text: 'Services appear here with the first service map that an agency submits.',
  };
}

/** Agencies of the Places asked about that have not submitted their map. */
function silentNote({ places, filter }: DirectoryFacts, map: ServiceMap): string {
  const asked = places.filter(({ slug }) => filter.place === '' || slug === filter.place);
  const ids = new Set(asked.flatMap(({ id }) => (mapProgress(map, id).assigned > 0 ? [id] : [])));
  const silent = map.agencies.filter(
    (agency) => !agency.submitted && agency.places.some((id) => ids.has(id)),
  ).length;
  if (silent === 0) return '';
  const subject = capital(inWords(silent));
  return silent === 1
    ? `${subject} agency has not answered the service map yet: what it offers is missing here.`
    : `${subject} agencies have not answered the service map yet: what they offer is missing here.`;
}

function toTable(
  rows: readonly ServiceRow[],
  { slug }: { readonly slug: string },
  head: Omit<DoorTable, 'rows'>,
): DoorTable {
  return { ...head, rows: rows.map((row) => toRow(row, paths.service(slug, row.id))) };
}

function toRow(row: ServiceRow, href: string): DoorRow {
  const cell = (label: string, lines: readonly string[]): DoorCell => ({ label, lines });
  return {
    name: row.name,
    href,
    from: [row.agency, row.sector].filter(Boolean).join(', '),
    why: row.why,
    cells: [
      cell('Level, ages, Place', [
        facing('Level', row.levels),
        facing('Ages', row.ages),
        row.places === '' ? 'Places not stated' : row.places,
      ]),
      cell('Whom it takes', [
        facing('Self-referral', row.selfReferral),
        facing('Fathers and co-parents', row.fathers),
        facing('Before birth', row.antenatal),
        row.restricts === 'no' ? row.restrictions : facing('Restrictions', row.restrictions),
      ]),
      cell('Room and wait', [
        facing('Room for', row.capacity),
        ...(row.waits.length === 0 ? [''] : row.waits).map((wait) => told('Wait', wait)),
      ]),
      cell('Money', [row.money]),
    ],
  };
}

const told = (what: string, words: string): string => `${what}: ${words || 'not stated'}`;

/** Choices and ages begin small behind their name: "Restrictions: age, threshold". */
const facing = (what: string, words: string): string =>
  told(what, words.split(', ').map(lower).join(', '));
