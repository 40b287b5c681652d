/** The minutes of a Place's review: what was decided, by whom, why, who held otherwise, and what is left. */
import { elementsAt } from '../../results/elements.ts';
import { scoreAt } from '../../results/grid.ts';
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import type { DomainScore, Level, Rag } from '../../domain/scoring/score.ts';
import { givenText } from '../../web/domain-words.ts';
import { counted } from '../../web/english.ts';
import { toRag } from '../../web/glyphs/rag.ts';
import { formatDate, formatTime } from '../../web/time.ts';
import type { Agreed } from './agreed.queries.ts';
import { agreedOn, standing, type ReviewFacts } from './review.load.ts';
import { toElementStanding, toStanding, type StandingView } from './standing.view.ts';

export interface MinutedDomain {
  readonly name: string;
  /** null where nobody gave a level */
  readonly median: Level | null;
  readonly medianWord: string;
  readonly split: boolean;
  /** "8 of 10" */
  readonly given: string;
  readonly agreed: Level | null;
  /** null while nothing is decided */
  readonly stands: StandingView | null;
  readonly isAside: boolean;
}
export interface MinutedElement {
  readonly name: string;
  readonly derived: Exclude<Rag, 'discuss'>;
  readonly agreed: Exclude<Rag, 'discuss'>;
  /** "Amber instead of red", "Red, as derived" */
  readonly words: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly present: string;
  readonly recorded: string;
  /** fewer were present than the quorum: what that means; '' else */
  readonly thin: string;
}
export interface MinutesView {
  readonly system: string;
  readonly place: string;
  readonly round: string;
  /** "In review" */
  readonly status: string;
  readonly draft: boolean;
  readonly summary: string;
  readonly domains: readonly MinutedDomain[];
  readonly elements: readonly MinutedElement[];
  readonly reviewers: readonly string[];
  readonly quorum: string;
  /** the last first */
  readonly signOffs: readonly string[];
  /** "Maturity grid, version 1.0.0" */
  readonly instruments: readonly string[];
  readonly credits: readonly string[];
}

export function toMinutesView(facts: ReviewFacts, system: string): MinutesView {
  const { round, place, reviewers, quorum } = facts;
  const domains = toDomains(facts);
  const definitions = [facts.grid, facts.map].flatMap((one) => (one ? [one.definition] : []));
  return {
    system,
    place: place.name,
    round: round.name,
    status: roundStatusWords[round.status],
    draft: !isPublished(round.status),
    summary: summaryOf(domains),
    domains,
    elements: toElements(facts),
    reviewers: reviewers.map(({ name, isChair, agencies }) =>
      [
        isChair ? `${name} (chair)` : name,
        ...agencies.map((agency) => `also answers for ${agency}`),
      ].join(', '),
    ),
    quorum: `The quorum is ${quorum} of ${counted(reviewers.length, 'reviewer', 'reviewers')}.`,
    signOffs: toSignOffs(facts),
    instruments: definitions.map(({ title, version }) => `${title}, version ${version}`),
    credits: [...new Set(definitions.map(({ source }) => source.credit))],
  };
}

function toDomains(facts: ReviewFacts): MinutedDomain[] {
  const { grid, place, quorum } = facts;
  if (!grid) return [];
  return grid.domains.map(({ id, text }) => {
    const score = scoreAt(grid.scores, place.id, id);
    const decided = agreedOn(facts, 'domain', id);
    return {
      name: text,
      ...before(score, grid.words.word),
      agreed: decided?.level ?? null,
      stands: decided ? toStanding(decided, grid.words, quorum) : null,
      isAside: decided?.level === null,
    };
  });
}

function before({ median, split, ...score }: DomainScore, word: (level: Level) => string) {
  return {
    median,
    medianWord: median === null ? 'No level given' : word(median),
    split,
    given: givenText({ median, split, ...score }),
  };
}

function summaryOf(domains: readonly MinutedDomain[]): string {
  const decided = domains.filter(({ stands }) => stands !== null);
  const aside = decided.filter(({ isAside }) => isAside).length;
  const agreed = decided.length - aside;
  if (domains.length === 0) return 'This round does not ask the maturity grid.';
  if (decided.length === 0) return 'Nothing is agreed yet.';
  const rest = [
    ...(aside > 0 ? [`${aside} set aside`] : []),
    ...(decided.length < domains.length ? [`${domains.length - decided.length} left`] : []),
  ];
  return `${[`${agreed} of ${counted(domains.length, 'domain', 'domains')} agreed`, ...rest].join(', ')}.`;
}

function toElements(facts: ReviewFacts): MinutedElement[] {
  const { map, place, quorum } = facts;
  if (!map) return [];
  return elementsAt(map, place.id).flatMap(({ rule, cell }) => {
    const agreed = agreedOn(facts, 'element', rule.id);
    return agreed ? [toElement({ name: rule.title, derived: cell.rag }, agreed, quorum)] : [];
  });
}

function toElement(
  { name, derived }: Pick<MinutedElement, 'name' | 'derived'>,
  stands: Agreed,
  quorum: number,
): MinutedElement {
  const agreed = stands.colour ?? derived;
  const said = toElementStanding(stands, derived, quorum);
  const { rationale, dissent, present, recorded, thin } = said;
  const [word, instead] = [toRag(agreed).word, toRag(derived).word.toLowerCase()];
  return {
    name,
    derived,
    agreed,
    words: agreed === derived ? `${word}, as derived` : `${word} instead of ${instead}`,
    rationale,
    dissent,
    present,
    recorded,
    thin,
  };
}

const at = (moment: Date): string => `${formatDate(moment)} at ${formatTime(moment)}`;

function toSignOffs({ signOffs }: ReviewFacts): string[] {
  const stands = standing(signOffs);
  const reopened = signOffs.flatMap(({ signedBy, signedAt, reopenedAt, reopenedBy, reason }) =>
    reopenedAt
      ? [
          `Signed off by ${signedBy} on ${at(signedAt)}; reopened by ${reopenedBy ?? ''} on ${at(reopenedAt)}: ${reason ?? ''}`,
        ]
      : [],
  );
  const now = stands
    ? `Signed off by ${stands.signedBy} on ${at(stands.signedAt)}.`
    : 'Not signed off.';
  return [now, ...reopened];
}
