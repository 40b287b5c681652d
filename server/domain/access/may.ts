/** Who may do what: the table of roles as code, read by routes, buttons and tests. What it does not grant is refused. */
import { hasRole, inRoles, ownAgencies, type MemberRole, type Scope } from './scope.ts';
import { isPublished, type RoundStatus } from '../round/round.ts';

/** What a route asks of a signed-in person before its handler runs. */
export type Permission =
  | 'own-work'
  | 'response.read'
  | 'response.write'
  | 'response.submit'
  | 'response.return'
  | 'colleagues'
  | 'results.read'
  | 'results.export'
  | 'board-paper.read'
  | 'board-paper.write'
  | 'review.read'
  | 'review.write'
  | 'editions'
  | 'check.read'
  | 'check.comment'
  | 'check.answer'
  | 'instruments.read'
  | 'audit.read'
  | 'progress'
  | 'progress.agency'
  | 'set-up'
  | 'set-up.download'
  | 'actions.read'
  | 'actions.raise'
  | 'actions.change'
  | 'actions.review'
  | 'signed-in';

const roles: Readonly<Record<Permission, readonly MemberRole[]>> = {
  'signed-in': ['contributor', 'agency-lead', 'reviewer', 'icb-lead', 'coordinator'],
  'own-work': ['contributor', 'agency-lead'],
  'response.read': ['contributor', 'agency-lead', 'reviewer', 'coordinator'],
  // coordinators for agencies that answer on paper: actsIn() below
  'response.write': ['contributor', 'agency-lead', 'coordinator'],
  'response.submit': ['agency-lead', 'coordinator'],
  // of the reviewers the chair
  'response.return': ['reviewer', 'coordinator'],
  colleagues: ['agency-lead'],
  'results.read': ['contributor', 'agency-lead', 'reviewer', 'icb-lead', 'coordinator'],
  // the data itself; reviewers read and download reports
  'results.export': ['icb-lead', 'coordinator'],
  // in which state of the round: mayReadBoardPaper() below
  'board-paper.read': ['reviewer', 'icb-lead', 'coordinator'],
  'board-paper.write': ['coordinator'],
  // of their Places; coordinators read all
  'review.read': ['reviewer', 'coordinator'],
  'review.write': ['reviewer'],
  // corrects what is published
  editions: ['coordinator'],
  // agencies' people of the Places where they are asked, reviewers of their Places
  'check.read': ['contributor', 'agency-lead', 'reviewer', 'coordinator'],
  'check.comment': ['contributor', 'agency-lead'],
  'check.answer': ['reviewer'],
  'audit.read': ['contributor', 'agency-lead', 'reviewer', 'coordinator'],
  progress: ['coordinator'],
  // of their own agency; coordinators of any
  'progress.agency': ['agency-lead', 'coordinator'],
  'actions.read': ['contributor', 'agency-lead', 'reviewer', 'icb-lead', 'coordinator'],
  'actions.raise': ['reviewer', 'icb-lead', 'coordinator'],
  // which of them: domain/actions/sight.ts
  'actions.change': ['agency-lead', 'reviewer', 'icb-lead', 'coordinator'],
  'actions.review': ['reviewer', 'coordinator'],
  'set-up': ['coordinator'],
  'set-up.download': ['coordinator'],
  'instruments.read': ['contributor', 'agency-lead', 'reviewer', 'icb-lead', 'coordinator'],
};

/** Some role of the person grants the permission; the rows it holds for are the query's and the functions' below. */
export function may(scope: Scope, permission: Permission): boolean {
  return scope.memberships.some((membership) => roles[permission].includes(membership.role));
}

/** May act for this agency: in a response, or among its people. */
export function mayForAgency(
  scope: Scope,
  permission:
    'response.read' | 'response.write' | 'response.submit' | 'colleagues' | 'progress.agency',
  agencyId: string,
): boolean {
  return scope.memberships.some(
    (membership) => membership.agencyId === agencyId && roles[permission].includes(membership.role),
  );
}

export interface ResponseFacts {
  readonly agencyId: string;
  /** null where the instrument is answered once for all Places */
  readonly placeId: string | null;
  readonly submitted: boolean;
}

/** How a person acts in a response: for their own agency, or keying in what an agency sent on paper. */
export type Hand = 'own' | 'keying';

/** Null: not at all. An agency's mark is asked at every request, so that its end is the end of keying in. */
export function actsIn(
  scope: Scope,
  permission: 'response.write' | 'response.submit',
  { agencyId, onPaper }: { readonly agencyId: string; readonly onPaper: boolean },
): Hand | null {
  if (mayForAgency(scope, permission, agencyId)) return 'own';
  return onPaper && hasRole(scope, 'coordinator') ? 'keying' : null;
}

/** Own agency always; reviewers their Places' once submitted; coordinators all. */
export function mayReadResponse(scope: Scope, response: ResponseFacts): boolean {
  return scope.memberships.some((membership) => {
    if (membership.role === 'coordinator') return true;
    if (membership.role === 'reviewer') {
      const { placeId } = response;
      return response.submitted && (placeId === null || membership.placeIds.includes(placeId));
    }
    return membership.agencyId !== null && membership.agencyId === response.agencyId;
  });
}

/** Coordinators any; the chair what serves a Place of theirs. Its state is `allows()`'s question. */
export function mayReturnResponse(
  scope: Scope,
  { placeId }: Pick<ResponseFacts, 'placeId'>,
): boolean {
  return scope.memberships.some(
    ({ role, isChair, placeIds }) =>
      role === 'coordinator' || (isChair && (placeId === null || placeIds.includes(placeId))),
  );
}

/** Records what is agreed of a Place: its chair. */
export function mayAgree(scope: Scope, placeId: string): boolean {
  return scope.memberships.some(({ isChair, placeIds }) => isChair && placeIds.includes(placeId));
}

export interface ResultsAccess {
  /** agencies' names, evidence and small distributions */
  readonly names: boolean;
}

/**
 * May the person see a round's results, and how closely? Null: not at all.
 * Before publication reviewers (of the Place) and coordinators only; during the factual check also those who
 * answer for an agency that is asked there.
 * @param asked ids of the agencies asked about the Place; none where results are not what is read
 */
export function resultsAccess(
  scope: Scope,
  round: RoundStatus,
  placeId: string | null,
  asked: readonly string[] = [],
): ResultsAccess | null {
  if (round === 'draft') return null;
  const close = scope.memberships.some(
    ({ role, placeIds }) =>
      role === 'coordinator' ||
      (role === 'reviewer' && (placeId === null || placeIds.includes(placeId))),
  );
  if (close) return { names: true };
  const checks = round === 'factual-check' && ownAgencies(scope).some((id) => asked.includes(id));
  return checks || isPublished(round) ? { names: false } : null;
}

/**
 * Who exports takes away what the role shows that exports: a reviewer's sight of drafts and names, or an agency's
 * during the factual check, is not in it where the same person is an ICB lead besides.
 */
export function asExporter(scope: Scope): Scope {
  return inRoles(scope, roles['results.export']);
}

/** May the person take a round's data away, in the state that it is in? */
export function mayExport(scope: Scope, round: RoundStatus): boolean {
  const exporter = asExporter(scope);
  return may(exporter, 'results.export') && resultsAccess(exporter, round, null) !== null;
}

/** Coordinators while they write it; with the publication of the results whoever else downloads reports. */
export function mayReadBoardPaper(scope: Scope, round: RoundStatus): boolean {
  if (round === 'draft') return false;
  if (may(scope, 'board-paper.write')) return true;
  return isPublished(round) && may(scope, 'board-paper.read');
}

/** Whose part of the audit trail the person reads: null is the whole system's, otherwise these agencies'. */
export function auditAgencies(scope: Scope): readonly string[] | null {
  if (hasRole(scope, 'coordinator') || hasRole(scope, 'reviewer')) return null;
  return scope.memberships.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]));
}
