/** Records what reviewers agreed and signed off, and returns what the coordinator sent back. */
import type { Scope } from '../../domain/access/scope.ts';
import type { Decision } from '../../domain/review/agreement.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { returnResponse } from '../../features/responses/return.queries.ts';
import { recordAgreement, type Agreement } from '../../features/review/agreement.queries.ts';
import { signOff } from '../../features/review/sign-off.queries.ts';
import { idOf } from '../../features/set-up/set-up.queries.ts';
import { coordinator, responseOf, type Loading } from './loading.ts';
import { scopeOf } from './people.ts';
import type { SeedAgreement } from './seed.types.ts';

export async function loadAgreements(loading: Loading): Promise<void> {
  const { db, ids, round, roundId, newId } = loading;
  const scope = chairOf(loading);
  for (const [place, agreed] of Object.entries(round.agreed)) {
    const { on, signedOff } = agreed;
    for (const decision of decisionsIn(loading, place, agreed)) {
      await recordAgreement(db, scope, { ...decision, basedOn: 0 }, new Date(on));
    }
    if (signedOff === undefined) continue;
    await signOff(db, scope, {
      roundId,
      placeId: idOf(ids.places, place),
      id: newId(),
      now: new Date(signedOff),
    });
  }
}

/** The chair of the system. */
export function chairOf({ seed, ids }: Loading): Scope {
  const chair = seed.system.people.find((person) => person.chair);
  if (!chair) throw new Error('system.people has no chair');
  return scopeOf(ids, seed.system, chair);
}

/** What was decided of a Place, each with who was there. */
export function decisionsIn(
  { seed, ids, roundId }: Loading,
  place: string,
  agreed: SeedAgreement,
): Omit<Agreement, 'basedOn'>[] {
  const { present } = agreed;
  const there = seed.system.people.filter(
    ({ name, role }) => role === 'reviewer' && present.includes(name),
  );
  const inPlace = {
    roundId,
    placeId: idOf(ids.places, place),
    present,
    othersPresent: '',
    presentIds: there.map(({ email }) => idOf(ids.people, email)),
  };
  return decisionsOf(agreed).map((decision) => ({ ...inPlace, ...decision }));
}

function decisionsOf({ domains, elements = {} }: SeedAgreement): Decision[] {
  const ofDomains = Object.entries(domains).map(
    ([itemId, { level, rationale, dissent = null }]) => ({
      subject: 'domain' as const,
      itemId,
      level: level as Level | null,
      colour: null,
      rationale,
      dissent,
    }),
  );
  const ofElements = Object.entries(elements).map(
    ([itemId, { colour, rationale, dissent = null }]) => ({
      subject: 'element' as const,
      itemId,
      level: null,
      colour,
      rationale,
      dissent,
    }),
  );
  return [...ofDomains, ...ofElements];
}

export async function loadReturns(loading: Loading): Promise<void> {
  const { db, round, until } = loading;
  for (const { agency, place = null, reason } of round.returned ?? []) {
    const responseId = responseOf(loading, agency, place);
    await returnResponse(db, coordinator(loading), { responseId, reason, now: until });
  }
}
