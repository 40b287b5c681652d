/** Who of an agency is written to, who not and why, and the letters themselves: alike by hand and by the clock. */
import type { NewMail } from '../../db/outbox.queries.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import { reminder, type ReminderFacts } from '../../domain/mail/reminder.ts';
import { whyNotReminded, type NotReminded } from '../../domain/round/remind.ts';
import { paths } from '../../web/paths.ts';
import type { AgencyPerson } from './people.queries.ts';
import type { DefinitionsById, Waited } from './progress.load.ts';
import type { ProgressRound } from './round.queries.ts';

export interface Reminded extends Waited {
  /** those who can sign in */
  readonly readers: readonly AgencyPerson[];
}
export interface LeftAlone extends Waited {
  readonly why: NotReminded;
}
export interface Reach {
  readonly reminded: readonly Reminded[];
  readonly left: readonly LeftAlone[];
}

export function reachOf(
  chosen: readonly Waited[],
  when: { readonly now: Date; readonly rest: number },
): Reach {
  const sorted = chosen.map((one) => ({
    one,
    why: whyNotReminded({ ...one, ...one.agency }, when),
  }));
  return {
    reminded: sorted.flatMap(({ one, why }) =>
      why === null ? [{ ...one, readers: one.people.filter(({ active }) => active) }] : [],
    ),
    left: sorted.flatMap(({ one, why }) => (why === null ? [] : [{ ...one, why }])),
  };
}

/** What of an agency is not submitted: "Maturity grid, Ferrow Vale". */
export function missingOf(
  { responses }: Waited,
  { places }: Pick<ProgressRound, 'places'>,
  definitions: DefinitionsById,
): string[] {
  return responses
    .filter(({ status }) => status !== 'submitted')
    .flatMap(({ versionId, placeId }) => {
      const definition = definitions.get(versionId);
      const placeName = places.find(({ id }) => id === placeId)?.name ?? null;
      return definition ? [responseWords(definition, { placeName })] : [];
    });
}

export interface Letters {
  /** of the sending that they belong to */
  readonly id: string;
  readonly sentAt: Date;
  readonly round: ProgressRound;
  /** until when it is worth anything */
  readonly closesAt: Date;
  readonly definitions: DefinitionsById;
  readonly word?: ReminderFacts['word'];
}

/** One for each person and agency; asked again when it is sent whether it is still due. */
export function toMails(
  reminded: readonly Reminded[],
  { id: reminderId, sentAt, round, closesAt, definitions, word }: Letters,
): NewMail[] {
  const { systemId, roundId } = round;
  return reminded.flatMap((one) => {
    const missing = missingOf(one, round, definitions);
    const awaited = one.responses
      .filter(({ status }) => status !== 'submitted')
      .map(({ id }) => id);
    return one.readers.map(({ personId, name }): NewMail => {
      const content = reminder({
        name,
        agencyName: one.agency.name,
        round: { id: roundId, name: round.name, closesAt },
        missing,
        path: paths.home(),
        ...(word ? { word } : {}),
      });
      const about = { roundId, agencyId: one.agency.id, reminderId };
      return {
        systemId,
        personId,
        kind: 'reminder',
        content,
        queuedAt: sentAt,
        notAfter: closesAt,
        awaited,
        about,
      };
    });
  });
}
