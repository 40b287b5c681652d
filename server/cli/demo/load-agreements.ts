/** Records what reviewers agreed and signed off, and returns what the coordinator sent back. */
import type { Decision } from '../../domain/review/agreement.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { returnResponse } from '../../features/responses/return.queries.ts';
import { recordAgreement } from '../../features/review/agreement.queries.ts';
import { signOff } from '../../features/review/sign-off.queries.ts';
import { idOf } from '../../features/set-up/set-up.queries.ts';
import { coordinator, responseOf, type Loading } from './loading.ts';
import { scopeOf } from './people.ts';
import type { SeedAgreement } from './seed.types.ts';

export async function loadAgreements(loading: Loading): Promise<void> {
  const { db, seed, ids, round, roundId, newId } = loading;
  const chair = seed.system.people.find((person) => person.chair);
  if (!chair) throw new Error('system.people has no chair');
  const scope = scopeOf(ids, seed.system, chair);
  const { people } = seed.system;
  for (const [place, agreed] of Object.entries(round.agreed)) {
    const { on, signedOff, present } = agreed;
    const there = people.filter(({ name, role }) => role === 'reviewer' && present.includes(name));
    const inPlace = {
      roundId,
      placeId: idOf(ids.places, place),
      present,
      othersPresent: '',
      presentIds: there.map(({ email }) => idOf(ids.people, email)),
      basedOn: 0,
    };
    for (const decision of decisionsOf(agreed)) {
      await recordAgreement(db, scope, { ...inPlace, ...decision }, new Date(on));
    }
    if (signedOff === undefined) continue;
    await signOff(db, scope, {
      roundId,
      placeId: inPlace.placeId,
      id: newId(),
      now: new Date(signedOff),
    });
  }
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
