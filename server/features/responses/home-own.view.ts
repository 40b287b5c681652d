/** The start page of those who answer for an agency: what is open, how far it has come, where to carry on. */
import { instrumentWords } from '../../domain/instrument/short-words.ts';
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import type { Task } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { Colleague } from './colleagues.queries.ts';
import type { Draft } from './home-check.queries.ts';
import { draftSteps } from './home-check.view.ts';
import { askedSteps, type AskedHere } from './home-questions.ts';
import { toGiven } from './home-given.view.ts';
import { toTask, type Work } from './home-task.view.ts';
import { toNext, type NextView } from './home-next.view.ts';
import type { SectionWork } from './section-work.queries.ts';
import { toPeople, toTeams, type PersonView, type TeamView } from './home-people.view.ts';

interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly tasks: readonly Task[];
}
interface BlockView {
  /** '' where there is one round and one agency */
  readonly heading: string;
  readonly groups: readonly GroupView[];
}
interface EarlierView {
  readonly text: string;
  /** '' before the results are published */
  readonly href: string;
  readonly note: string;
}
export interface OwnView {
  /** sections that colleagues gave to the person, and that nobody has marked as done */
  readonly given: readonly Task[];
  /** the most urgent first */
  readonly next: readonly NextView[];
  /** how many maps a coordinator asks about */
  readonly asked: number;
  readonly blocks: readonly BlockView[];
  readonly people: readonly PersonView[];
  readonly teams: readonly TeamView[];
  /** of whoever submits: how far their agency has come, and who was there last */
  readonly progress: readonly { readonly text: string; readonly href: string }[];
  readonly earlier: readonly EarlierView[];
}

export interface OwnFacts {
  /** responses of rounds that still take answers */
  readonly works: readonly Work[];
  readonly finished: readonly ResponseInRound[];
  readonly colleagues: readonly Colleague[];
  /** who does which section of `works` */
  readonly sections: readonly SectionWork[];
  /** questions about its services */
  readonly asked: readonly AskedHere[];
  /** of its Places, to be checked */
  readonly drafts: readonly Draft[];
  readonly personId: string;
  /** may the person submit for this agency? */
  readonly maySubmit: (agencyId: string) => boolean;
  readonly now: Date;
}

export function toOwnView(facts: OwnFacts): OwnView {
  const { works, finished, colleagues, personId, now } = facts;
  return {
    given: toGiven(facts),
    next: [...askedSteps(facts.asked), ...toNext(facts), ...draftSteps(facts.drafts, now)],
    asked: facts.asked.length,
    blocks: toBlocks(works, now),
    people: works.length === 0 ? [] : toPeople(colleagues, works, { personId, now }),
    teams: toTeams(colleagues, { personId }),
    progress: toProgress(facts),
    earlier: toEarlier(finished),
  };
}

/** One for each round and agency. */
function toProgress({ works, colleagues, maySubmit }: OwnFacts): OwnView['progress'] {
  const links = works.flatMap(({ response: { agencyId, agencyName, roundSlug, roundName } }) => {
    const slug = colleagues.find((one) => one.agencyId === agencyId)?.agencySlug;
    if (slug === undefined || !maySubmit(agencyId)) return [];
    const text = `Progress of ${agencyName}, ${roundName}`;
    return [{ text, href: paths.agencyProgress(roundSlug, slug) }];
  });
  return links.filter(({ href }, n) => links.findIndex((one) => one.href === href) === n);
}

function toBlocks(works: readonly Work[], now: Date): BlockView[] {
  const keyOf = ({ response }: Work): string => `${response.roundId} ${response.agencyId}`;
  const keys = [...new Set(works.map(keyOf))];
  return keys.map((key) => {
    const own = works.filter((work) => keyOf(work) === key);
    const [first] = own;
    const heading =
      keys.length > 1 && first ? `${first.response.roundName}, ${first.response.agencyName}` : '';
    return { heading, groups: toGroups(own, now) };
  });
}

function toGroups(works: readonly Work[], now: Date): GroupView[] {
  const versions = [...new Set(works.map(({ response }) => response.versionId))];
  return versions.flatMap((version) => {
    const own = works.filter(({ response }) => response.versionId === version);
    const [first] = own;
    if (!first) return [];
    const { definition, response } = first;
    const often = definition.answered === 'agency' ? 'once for all Places' : 'one for each Place';
    return [
      {
        id: `g-${response.id}`,
        title: `${instrumentWords(definition)}, ${often}`,
        about: definition.summary,
        tasks: own.map((work) => toTask(work, works, now)),
      },
    ];
  });
}

/** A line for each round that takes no answers any more. */
function toEarlier(finished: readonly ResponseInRound[]): EarlierView[] {
  const rounds = new Map(finished.map((response) => [response.roundId, response]));
  return [...rounds.values()].map(({ roundSlug, roundName, roundStatus }) =>
    isPublished(roundStatus)
      ? { text: `Results of ${roundName}`, href: paths.systemReport(roundSlug), note: '' }
      : { text: roundName, href: '', note: roundStatusWords[roundStatus] },
  );
}
