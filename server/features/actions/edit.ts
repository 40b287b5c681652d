/** Changes an action: what its form says, or how it stands; where somebody was faster, both are shown. */
import { transact } from '../../db/transact.ts';
import { actionChanges, type ActionChange } from '../../domain/actions/change.ts';
import { actionHand, type Hand } from '../../domain/actions/sight.ts';
import { AppError } from '../../domain/errors.ts';
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { SeenAction } from '../../results/actions.ts';
import type { StoredMeanwhile } from '../../web/components.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type PageOptions, type Reply } from '../../web/reply.ts';
import { param, type SignedInRequest } from '../../web/route.ts';
import { formatDateTime } from '../../web/time.ts';
import {
  readAction,
  toTyped,
  type FormFault,
  type Offered,
  type Sent,
  type Typed,
} from './action.form.ts';
import type { ActionDeps } from './deps.ts';
import { actionFormPage, toFormView } from './form.view.ts';
import { loadAction, wordsOf } from './one.load.ts';
import { loadOptions } from './options.queries.ts';
import { findReviewRound, type ReviewRound } from './review.queries.ts';
import { capitalValue, fieldWords, placeWords } from './words.ts';
import { changeAction } from './write.queries.ts';

const progressFields = ['status', 'due', 'note', 'revision', 'round'];
const wholeFields = ['what', 'criteria', 'level', 'agency', 'person', 'ownerName'];

interface Editing {
  readonly action: SeenAction;
  readonly hand: Hand;
  readonly offered: Offered;
  readonly words: LevelWords | null;
  /** at whose beginning it is gone through; null elsewhere */
  readonly round: ReviewRound | null;
}

/** @throws forbidden where the person reads it only */
export function handOn({ scope }: SignedInRequest, action: SeenAction): Hand {
  const hand = actionHand(scope, action);
  if (hand !== null) return hand;
  throw new AppError('forbidden', 'You read this action; whoever raised or owns it changes it.');
}

async function load(deps: ActionDeps, request: SignedInRequest, round: string): Promise<Editing> {
  const { scope } = request;
  const action = await loadAction(deps, scope, param(request, 'action'));
  const hand = handOn(request, action);
  const [options, words, reviewed] = await Promise.all([
    loadOptions(deps.db, scope),
    wordsOf(deps, action),
    round === '' ? null : findReviewRound(deps.db, scope, round),
  ]);
  const levels = action.source === 'domain' && words ? toLevels(words) : [];
  return {
    action,
    hand,
    words,
    round: reviewed ?? null,
    offered: { ...withOwn(options, action), levels, criteria: action.criteria },
  };
}

const toLevels = (words: LevelWords) =>
  ([1, 2, 3, 4] as const).map((level: Level) => ({ level, word: words.word(level) }));

/** An agency that was retired since still owns what it owned. */
function withOwn(options: Awaited<ReturnType<typeof loadOptions>>, action: SeenAction) {
  const { ownerAgencyId: id, ownerAgencySlug: slug, ownerAgency: name } = action;
  const isMissing = id !== null && !options.agencies.some((agency) => agency.id === id);
  return isMissing && slug !== null
    ? { ...options, agencies: [...options.agencies, { id, slug, name }] }
    : options;
}

export async function askForChange(deps: ActionDeps, request: SignedInRequest): Promise<Reply> {
  const editing = await load(deps, request, request.query['round'] ?? '');
  const typed = toTyped(editing.action, editing.offered);
  return formReply(request, editing, { typed, faults: [], conflict: null });
}

const revisionOf = (form: Form): number => {
  const text = form.text('revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
};

export async function change(deps: ActionDeps, request: SignedInRequest): Promise<Reply> {
  const { form } = request;
  const editing = await load(deps, request, form.text('round'));
  const { action, hand, round } = editing;
  refuseOthers(form, [...progressFields, ...(hand === 'whole' ? wholeFields : [])]);
  const sent = readAction(form, editing.offered, { stored: action, hand });
  const { typed, faults } = sent;
  if (faults.length > 0) return formReply(request, editing, { typed, faults, conflict: null });
  if (!(await save(deps, request, editing, sent))) return conflictReply(deps, request, sent);
  return redirect(
    round ? paths.reviewActions(round.slug, { done: action.id }) : paths.action(action.id),
  );
}

/** The same again writes nothing, but that it was gone through. @returns false where somebody was faster */
async function save(
  { db, now }: ActionDeps,
  { scope, form }: SignedInRequest,
  { action, round }: Editing,
  { content, note }: Sent,
): Promise<boolean> {
  const changes = actionChanges(action, content);
  if (changes.length === 0 && note === '' && !round) return true;
  if (revisionOf(form) !== action.revision && changes.length > 0) return false;
  const { id, placeId, revision: basedOn } = action;
  const deed = { id, placeId, content, changes, note, basedOn, reviewRoundId: round?.id ?? null };
  return transact(db, (trx) => changeAction(trx, scope, deed, now()));
}

/** Of what is stored by now. */
async function conflictReply(
  deps: ActionDeps,
  request: SignedInRequest,
  { typed, content }: Sent,
): Promise<Reply> {
  const editing = await load(deps, request, request.form.text('round'));
  const conflict = toConflict(editing, actionChanges(editing.action, content));
  return formReply(request, editing, { typed, faults: [], conflict });
}

function toConflict(
  { action, words }: Pick<Editing, 'action' | 'words'>,
  changes: readonly ActionChange[],
): StoredMeanwhile {
  return {
    heading: `${action.changedBy} changed this action while you had it open`,
    text: `Yours is not saved yet; the other change was saved on ${formatDateTime(action.changedAt)}. The form below holds your words. Save again to store them in place of the others.`,
    rows: changes.map(({ field, from, to }) => ({
      what: fieldWords[field],
      stored: capitalValue(field, from, words),
      yours: capitalValue(field, to, words),
    })),
  };
}

interface Shown {
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
  readonly conflict: StoredMeanwhile | null;
}

function formReply(
  { csrf }: SignedInRequest,
  { action, hand, offered, round }: Editing,
  shown: Shown,
): Reply {
  const { ownerPersonId: id, ownerPerson: name } = action;
  const facts = { ...shown, offered, hand, storedPerson: id === null ? null : { id, name } };
  const isShort = hand === 'progress';
  const heading = isShort ? 'Say how it stands' : 'Change an action';
  const frame = {
    caption: `Action, ${placeWords(action)}`,
    heading,
    lede: isShort ? action.what : 'Every change is kept, with who made it and when.',
    early: '',
    action: paths.editAction(action.id),
    csrf,
    hidden: [
      { name: 'revision', value: String(action.revision) },
      ...(round ? [{ name: 'round', value: round.slug }] : []),
    ],
    button: 'Save',
    backHref: round ? paths.reviewActions(round.slug) : paths.action(action.id),
  };
  return page(actionFormPage, toFormView(facts, frame, null), {
    ...outcomeOf(shown, heading),
    crumbs: [
      { text: 'Actions', href: paths.actions() },
      { text: 'Action', href: paths.action(action.id) },
    ],
  });
}

function outcomeOf({ faults, conflict }: Shown, title: string): PageOptions {
  if (faults.length > 0) return { title: `Error: ${title}`, status: 422 };
  return conflict ? { title: `Not saved: ${title}`, status: 409 } : { title };
}
