/** Writes a Board paper: what its form says, with a suggestion taken over where one was pressed; two people lose nothing. */
import { recordAudit } from '../../../db/audit.ts';
import { transact } from '../../../db/transact.ts';
import { changedParts } from '../../../domain/answers/history.ts';
import {
  emptyPaper,
  mergePapers,
  paperParts,
  type BoardPaper,
  type Merged,
} from '../../../domain/board/board-paper.ts';
import type { ResultsDeps } from '../../../results/load.ts';
import type { StoredMeanwhile } from '../../../web/components.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type PageOptions, type Reply } from '../../../web/reply.ts';
import { param, type SignedInRequest } from '../../../web/route.ts';
import { formatDateTime, formatDay } from '../../../web/time.ts';
import { boardFormPage, toBoardFormView, type BoardFormFacts } from './board-form.view.ts';
import { readPaper, type SentPaper } from './board.form.ts';
import { loadBoard } from './board.load.ts';
import { findPaperAt, storePaper, type StoredPaper } from './board.queries.ts';
import type { BoardFacts } from './board.view.ts';
import { toMoves } from './change.view.ts';
import { toOffers, withOffer, type Offer } from './offers.ts';

export interface BoardDeps extends ResultsDeps {
  readonly now: () => Date;
}

type Shown = Pick<BoardFormFacts, 'typed' | 'revision'> &
  Partial<Pick<BoardFormFacts, 'faults' | 'conflict' | 'took' | 'tookInto'>>;

const parts = paperParts(formatDay);
const revisionOf = (stored: StoredPaper | undefined): number => stored?.revision ?? 0;

export async function askForPaper(deps: BoardDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await loadBoard(deps, request.scope, param(request, 'round'));
  const { stored } = facts;
  const typed = stored?.content ?? emptyPaper;
  return formReply(request, facts, { typed, revision: revisionOf(stored) });
}

export async function savePaper(deps: BoardDeps, request: SignedInRequest): Promise<Reply> {
  const sent = readPaper(request.form);
  const facts = await loadBoard(deps, request.scope, param(request, 'round'));
  const { typed, faults, revision } = sent;
  if (sent.take !== '') return takeOver(request, facts, sent);
  if (faults.length > 0) return formReply(request, facts, { typed, faults, revision });
  const merged = await mergeWith(deps, request, facts, sent);
  if (merged.clashes.length > 0) return conflictReply(request, facts, merged);
  const isSaved = await save(deps, request, facts, merged.paper);
  // Somebody was faster by a moment: what they saved is looked at first.
  return isSaved ? redirect(paths.boardPaper(facts.system.round.slug)) : savePaper(deps, request);
}

/** Nothing is saved: whoever pressed reads it first, in the middle of what else they have typed. */
function takeOver(request: SignedInRequest, facts: BoardFacts, sent: SentPaper): Reply {
  const offer = offersOf(facts).find(({ id }) => id === sent.take);
  const { typed, revision } = sent;
  if (!offer) {
    const took =
      'The results have changed: that suggestion is gone. What you typed is below, not saved yet.';
    return formReply(request, facts, { typed, revision, took });
  }
  const { field } = offer;
  const term = parts.find(({ id }) => id === field)?.term ?? field;
  return formReply(request, facts, {
    typed: { ...typed, [field]: withOffer(typed[field], offer) },
    revision,
    took: `Added to “${term}”. Not saved yet.`,
    tookInto: field,
  });
}

function offersOf({ system, actions, today }: BoardFacts): Offer[] {
  return toOffers({ system, actions, moves: toMoves(system), today });
}

async function mergeWith(
  { db }: BoardDeps,
  { scope }: SignedInRequest,
  { system, stored }: BoardFacts,
  { paper, revision }: SentPaper,
): Promise<Merged> {
  if (!stored || revision === stored.revision) return { paper, clashes: [] };
  const roundId = system.round.id;
  const base = revision === 0 ? emptyPaper : await findPaperAt(db, scope, { roundId, revision });
  return mergePapers(base, stored.content, paper);
}

/** The same again writes nothing. @returns false where somebody has saved in between */
async function save(
  { db, now }: BoardDeps,
  { scope }: SignedInRequest,
  { system: { round }, stored }: BoardFacts,
  content: BoardPaper,
): Promise<boolean> {
  const changed = changedParts(parts, stored?.content ?? emptyPaper, content);
  if (changed.length === 0) return true;
  const wish = { roundId: round.id, content, basedOn: revisionOf(stored) };
  return transact(db, async (trx) => {
    const happenedAt = now();
    if (!(await storePaper(trx, scope, wish, happenedAt))) return false;
    await recordAudit(trx, {
      systemId: scope.systemId,
      personId: scope.personId,
      act: 'round.board-paper-changed',
      subjectType: 'round',
      subjectId: round.id,
      happenedAt,
      details: { changed: changed.map(({ term }) => term).join(', ') },
    });
    return true;
  });
}

function conflictReply(
  request: SignedInRequest,
  facts: BoardFacts,
  { paper, clashes }: Merged,
): Reply {
  const { stored } = facts;
  return formReply(request, facts, {
    typed: paper,
    revision: revisionOf(stored),
    conflict: toConflict(stored, paper, clashes),
  });
}

function toConflict(
  stored: StoredPaper | undefined,
  paper: BoardPaper,
  clashes: Merged['clashes'],
): StoredMeanwhile {
  const theirs = stored?.content ?? emptyPaper;
  const when = stored ? formatDateTime(stored.at) : '';
  return {
    heading: `${stored?.by ?? 'Somebody'} changed the same parts while you had the paper open`,
    text: `Yours is not saved yet; the other change was saved on ${when}. The form below holds your words for these parts, and theirs for the rest. Save again to store them.`,
    rows: parts
      .filter(({ id }) => clashes.some((clash) => clash === id))
      .map(({ term, wordsOf }) => ({
        what: term,
        stored: wordsOf(theirs) || 'Nothing',
        yours: wordsOf(paper) || 'Nothing',
      })),
  };
}

function formReply({ csrf }: SignedInRequest, facts: BoardFacts, shown: Shown): Reply {
  const { round } = facts.system;
  const { faults = [], conflict = null, took = '' } = shown;
  const view = toBoardFormView({
    round,
    csrf,
    offers: offersOf(facts),
    tookInto: null,
    ...shown,
    faults,
    conflict,
    took,
  });
  return page(boardFormPage, view, {
    ...outcomeOf(view.heading, { faults, conflict, took }),
    crumbs: [
      { text: 'Results', href: paths.rounds() },
      { text: `${round.name}: system matrix`, href: paths.systemReport(round.slug) },
      { text: 'Board paper', href: paths.boardPaper(round.slug) },
    ],
  });
}

function outcomeOf(
  title: string,
  { faults, conflict, took }: Required<Pick<Shown, 'faults' | 'conflict' | 'took'>>,
): PageOptions {
  if (faults.length > 0) return { title: `Error: ${title}`, status: 422 };
  if (conflict) return { title: `Not saved: ${title}`, status: 409 };
  return { title: took === '' ? title : `Not saved yet: ${title}` };
}
