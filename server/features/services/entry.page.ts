/** Draws the page of one entry in each of its states: to fill in, rejected, in conflict, too late, or only to read. */
import { answersToForm } from '../../web/fields/answers.form.ts';
import { page, type Reply } from '../../web/reply.ts';
import type { SignedInRequest } from '../../web/route.ts';
import type { SentEntry } from './entry.form.ts';
import { entryPage, toEntryView, type EntryInput } from './entry.view.ts';
import { entryReadPage, toEntryReadView, toLateView } from './entry-read.view.ts';
import { listedEntries } from './listed.ts';
import type { OpenMap, ServicesDeps } from './open-map.ts';
import { listEntries, type StoredEntry } from './services.queries.ts';
import { pageOptions } from './words.ts';

export type Shown = Pick<EntryInput, 'answers'> &
  Partial<Pick<EntryInput, 'form' | 'faults' | 'conflict' | 'moreRows' | 'mark' | 'from'>> & {
    /** of a page that was sent; made here where it is left out */
    readonly newId?: string;
    /** of an entry in the list; left out for a new one */
    readonly entryId?: string;
    /** that the form's answers started from; that of the entry where it is left out */
    readonly revision?: number;
  };

export async function formPage(
  deps: ServicesDeps,
  { scope, csrf }: Pick<SignedInRequest, 'scope' | 'csrf'>,
  map: OpenMap,
  shown: Shown,
): Promise<Reply> {
  const listed = listedEntries(map, await listEntries(deps.db, scope, map.response.id));
  const stored = listed.find(({ entry }) => entry.id === shown.entryId);
  const view = toEntryView({
    conflict: null,
    faults: [],
    form: answersToForm(map.items, shown.answers),
    moreRows: '',
    mark: null,
    from: '',
    revision: stored?.entry.revision ?? 0,
    ...shown,
    map,
    csrf,
    personId: scope.personId,
    stored,
    newId: shown.newId ?? deps.newId(),
    now: deps.now(),
  });
  const { status, mark } = outcomeOf(shown);
  return page(entryPage, view, pageOptions(map, `${mark}${view.heading}`, { status }));
}

/** The mark stands before the page's title, so that the first word read out says how saving went. */
function outcomeOf({ faults = [], conflict }: Shown): { status: number; mark: string } {
  if (faults.length > 0) return { status: 422, mark: 'Error: ' };
  return conflict ? { status: 409, mark: 'Not saved: ' } : { status: 200, mark: '' };
}

export function readPage({ now }: ServicesDeps, map: OpenMap, entry: StoredEntry): Reply {
  const view = toEntryReadView(map, entry, now());
  return page(entryReadPage, view, pageOptions(map, view.heading));
}

/** The answers are frozen: what was sent is shown, so that it can be copied. */
export function latePage(map: OpenMap, sent: SentEntry): Reply {
  const view = toLateView(map, sent.answers);
  return page(entryReadPage, view, pageOptions(map, `Not saved: ${view.heading}`, { status: 409 }));
}
