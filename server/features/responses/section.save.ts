/** Saves what a section's page sent: all of it or nothing, or, where the page saves by itself, whatever it can. */
import type { Form } from '../../web/form.ts';
import type { PageMark } from '../../web/page-mark.ts';
import { paths } from '../../web/paths.ts';
import { fragment, type Reply } from '../../web/reply.ts';
import { neverSaved, ownSave, savedFragment, type SavedView } from '../../web/saved.ts';
import { openOwnResponse, type Opened, type ResponseDeps } from './opened.ts';
import { frozenWords, momentWords } from './response.words.ts';
import { decideAll, ownBases, staleOf, type Decision, type SentAnswer } from './save.ts';
import { findBases, writeAnswers, writeFromPage } from './save.queries.ts';
import { parseSection } from './section.form.ts';
import { contextOf, type OpenSection } from './section.page.ts';
import { toStored } from './section.view.ts';

interface Sending {
  readonly sent: readonly SentAnswer[];
  /** null where the page does not save by itself */
  readonly mark: PageMark | null;
  readonly decide: typeof decideAll;
}
interface Outcome extends Pick<Decision, 'conflicts' | 'unseen'> {
  /** as it was when the outcome was decided */
  readonly opened: Opened;
  /** something was written */
  readonly changed: boolean;
}

/**
 * Decides on what was read, and writes if it still is so. Where it is not, somebody else saved or
 * submitted meanwhile: then it is read and decided again. Every turn is somebody's finished save, so it ends.
 * @param open opened with the mark of what was sent
 */
export async function saveSent(
  deps: ResponseDeps,
  { opened, scope }: Pick<OpenSection, 'opened' | 'scope'>,
  { sent, mark, decide }: Sending,
): Promise<Outcome> {
  const { response } = opened;
  const nothing: Outcome = { opened, conflicts: [], unseen: 0, changed: false };
  if (!opened.writable) return nothing;
  const { said, isOvertaken } = opened.ownSaves;
  if (isOvertaken) return nothing;
  const own = ownBases(sent, said);
  const stale = staleOf(sent, opened.answers, own);
  const history = await findBases(deps.db, scope, response.id, stale);
  const decision = decide(sent, opened.answers, new Map([...history, ...own]));
  const { conflicts, changes, unseen } = decision;
  if (isWritten(decision, mark) && !(await isStillSo(deps, scope, { decision, mark, opened }))) {
    const again = await openOwnResponse(deps, scope, response.id, { mark });
    return saveSent(deps, { opened: again, scope }, { sent, mark, decide });
  }
  return { opened, conflicts, unseen, changed: changes.length > 0 };
}

interface Write extends Pick<Sending, 'mark'> {
  readonly decision: Decision;
  readonly opened: Opened;
}

/** Writes what was decided, unless the response is no longer as it was then. */
async function isStillSo(
  { db, now }: ResponseDeps,
  scope: OpenSection['scope'],
  { decision: { changes, said }, mark, opened: { response } }: Write,
): Promise<boolean> {
  const write = { responseId: response.id, changes, now: now(), seen: response };
  if (!mark) return writeAnswers(db, scope, write);
  return (await writeFromPage(db, scope, { ...write, mark, said })) !== 'changed';
}

/**
 * A page's first save that says nothing new overtakes nothing, so it need not be noted. One that says what a
 * colleague said, too, changes nothing either; but taken back later, it is the page's own to take back.
 */
function isWritten({ changes, said, isNew }: Decision, mark: PageMark | null): boolean {
  if (changes.length > 0) return true;
  if (mark === null || Object.keys(said).length === 0) return false;
  return isNew || mark.counter > 1;
}

/** Answers a page that saves by itself, with what it is to say about it. */
export async function autosave(deps: ResponseDeps, open: OpenSection, form: Form): Promise<Reply> {
  const { sent, faults, mark } = parseSection(open.section, form, await contextOf(deps, open));
  // A field that this page does not have: nothing of the form is taken.
  const isStrange = faults.some(({ itemId }) => itemId === '');
  const taken = isStrange ? [] : sent;
  const outcome = await saveSent(deps, open, { sent: taken, mark, decide: decideAll });
  const view = outcome.opened.writable
    ? toOwnSave(deps, open, outcome, faults)
    : neverSaved(frozenWords(outcome.opened), stay);
  return fragment(savedFragment, { ...view, action: '', autosave: '' });
}

const stay = { name: 'then', value: 'stay' };

function toOwnSave(
  { now }: ResponseDeps,
  { section, scope }: OpenSection,
  { opened, conflicts, unseen, changed }: Outcome,
  faults: Parameters<typeof ownSave>[0]['faults'],
): SavedView {
  const moment = now();
  const { personId } = scope;
  const stored = toStored({ section, stored: opened.answers, personId, now: moment });
  const mine = { ...stored, state: `Saved ${momentWords(moment, moment)}`, lines: ['By you.'] };
  return ownSave({
    stored: changed ? mine : stored,
    conflict: conflictWords(conflicts, personId, moment),
    faults,
    unseen,
    href: paths.section(opened.response.id, section.id),
    stay,
  });
}

function conflictWords(conflicts: Outcome['conflicts'], personId: string, now: Date): string {
  const [first] = conflicts;
  if (!first) return '';
  const { updatedBy, updatedById, updatedAt } = first.stored;
  const who = updatedById === personId ? 'A colleague' : updatedBy;
  return `${who} answered otherwise, saved ${momentWords(updatedAt, now)}.`;
}
