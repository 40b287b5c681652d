/** A Place in review: what is left to agree, splits first, and what is agreed. */
import { scoreAt, type Grid } from '../../results/grid.ts';
import { counted } from '../../web/english.ts';
import {
  domainFlags,
  givenText,
  levelText,
  settledLevel,
  type FlagView,
} from '../../web/domain-words.ts';
import { toDistribution } from '../../web/glyphs/domain-dist.ts';
import type { DistGlyph } from '../../web/glyphs/dist.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { formatDate } from '../../web/time.ts';
import type { Agreed } from './agreed.queries.ts';
import { toContradictions, type ContradictionView } from './contradictions.view.ts';
import { toReviewedElements, type ReviewedElementView } from './elements.view.ts';
import { emptyWords, headingOf, ledeOf, type Filter, type TracedWords } from './list.words.ts';
import { agreedOn, standing, type ReviewFacts } from './review.load.ts';
import {
  signedInShort,
  toSignOffSection,
  unlessSaid,
  type SignOffSection,
} from './sign-off.view.ts';

export interface OpenDomainView {
  readonly name: string;
  readonly href: string;
  /** "Not yet to Good progress; last round Foundations." */
  readonly range: string;
  /** "7 of 8 gave a level", and who said what */
  readonly given: TracedWords;
  readonly flags: readonly FlagView[];
  readonly glyph: DistGlyph;
  /** "You said Foundations; "; '' for those who give no view */
  readonly own: string;
  /** "3 other views given", and these views; null before one has given one's own */
  readonly others: TracedWords | null;
  /** the reader's view is asked for and not given */
  readonly missing: boolean;
}
export interface AgreedDomainView {
  readonly name: string;
  readonly href: string;
  /** "Early growth", "Set aside" */
  readonly level: string;
  readonly steps: Steps | null;
  readonly flags: readonly FlagView[];
  readonly glyph: DistGlyph;
  /** "5 present, 1 dissent", and who they are */
  readonly who: TracedWords;
  readonly on: string;
}
/** `review/parts/open` */
export interface OpenDomainsView {
  readonly domains: readonly OpenDomainView[];
}
export interface ReviewListView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: readonly TracedWords[];
  readonly meter: readonly { readonly x: number; readonly done: boolean }[];
  readonly show: readonly {
    readonly value: string;
    readonly text: string;
    readonly chosen: boolean;
  }[];
  readonly splits: readonly OpenDomainView[];
  readonly others: readonly OpenDomainView[];
  readonly agreed: readonly AgreedDomainView[];
  /** nothing is shown: why */
  readonly empty: string;
  /** why nothing can be changed now; '' where it can, or the sign-off below says it */
  readonly frozen: string;
  readonly contradictions: readonly ContradictionView[];
  /** agrees those that divide nobody together; '' where the reader can't, or none is left */
  readonly bulkHref: string;
  readonly elements: readonly ReviewedElementView[];
  readonly signOff: SignOffSection | null;
  readonly reviewers: readonly { readonly name: string; readonly notes: string }[];
  /** "0 Not yet, 1 Foundations…" */
  readonly axis: string;
  readonly reportHref: string;
  /** '' where there is no grid to go through */
  readonly workshopHref: string;
  readonly action: string;
}
export const reviewListPage = template<ReviewListView>('review/list');

export function toListView(facts: ReviewFacts, filter: Filter): ReviewListView {
  const { round, place, grid, reader } = facts;
  const signOff = toSignOffSection(facts);
  const rows = grid ? rowsOf(facts, grid) : [];
  const open = rows.flatMap((row) => (row.agreed ? [] : [row]));
  const wanted = open.filter(
    ({ view, split }) => filter === 'all' || (filter === 'mine' ? view.missing : split),
  );
  const splits = open.filter(({ split }) => split).length;
  const mine = open.filter(({ view }) => view.missing).length;
  const decided = rows.length - open.length;
  return {
    caption: `Review · ${round.name}`,
    heading: `${place.name}: ${headingOf(rows.length, open.length)}`,
    lede: [
      ...ledeOf({ all: rows.length, decided, splits, mine }, facts),
      ...signedInShort(signOff),
    ],
    meter: rows.map((_, n) => ({ x: n * 50, done: n < decided })),
    show: [
      { value: 'all', text: 'splits first, then the others', chosen: filter === 'all' },
      { value: 'splits', text: `splits only (${splits})`, chosen: filter === 'splits' },
      ...(reader.gives
        ? [{ value: 'mine', text: `without my view (${mine})`, chosen: filter === 'mine' }]
        : []),
    ],
    splits: wanted.filter(({ split }) => split).map(({ view }) => view),
    others: wanted.filter(({ split }) => !split).map(({ view }) => view),
    agreed: rows.flatMap(({ agreed }) => (agreed ? [agreed] : [])),
    empty: emptyWords({ all: rows.length, open: open.length, wanted: wanted.length }),
    frozen: unlessSaid(frozenWords(facts), signOff),
    contradictions: toContradictions(facts),
    bulkHref:
      reader.agrees && open.some(({ split }) => !split)
        ? paths.agreeInView(round.slug, place.slug)
        : '',
    elements: toReviewedElements(facts),
    signOff,
    reviewers: facts.reviewers.map(({ name, isChair, agencies }) => ({
      name,
      notes: [
        ...(isChair ? ['chair'] : []),
        ...agencies.map((agency) => `also answers for ${agency}`),
      ].join(', '),
    })),
    axis: grid
      ? grid.words.all.map((_, level) => `${level} ${grid.words.all[level]}`).join(', ')
      : '',
    reportHref: paths.placeReport(round.slug, place.slug),
    workshopHref: grid ? paths.workshop(round.slug, place.slug) : '',
    action: paths.review(round.slug, place.slug),
  };
}

interface Row {
  readonly split: boolean;
  readonly view: OpenDomainView;
  /** null while it is not agreed */
  readonly agreed: AgreedDomainView | null;
}

function rowsOf(facts: ReviewFacts, grid: Grid): Row[] {
  const { round, place } = facts;
  return grid.domains.map((domain) => {
    const score = scoreAt(grid.scores, place.id, domain.id);
    const named = {
      name: domain.text,
      href: paths.reviewDomain(round.slug, place.slug, domain.id),
      flags: domainFlags(score),
      glyph: toDistribution(score, grid.words).glyph,
    };
    const before = grid.before?.get(place.id)?.get(domain.id);
    const earlier = before ? settledLevel(before) : null;
    const range = [
      levelText(score, { words: grid.words, shown: true }),
      ...(earlier === null ? [] : [`last round ${grid.words.short(earlier)}`]),
    ];
    const stands = agreedOn(facts, 'domain', domain.id);
    return {
      split: score.split,
      view: {
        ...named,
        range: `${range.join('; ')}.`,
        given: { text: `${givenText(score)} gave a level`, href: `${named.href}#said` },
        ...ownWords(facts, grid, domain.id, named.href),
      },
      agreed: stands ? { ...named, ...agreedWords(stands, grid, named.href) } : null,
    };
  });
}

function ownWords(
  { views, reader }: ReviewFacts,
  { words }: Grid,
  id: string,
  href: string,
): Pick<OpenDomainView, 'own' | 'others' | 'missing'> {
  const ofDomain = views.filter(({ itemId }) => itemId === id);
  const own = ofDomain.find(({ personId }) => personId === reader.personId);
  if (own) {
    const others = ofDomain.length - 1;
    const said = own.level === null ? 'You can’t say' : `You said ${words.short(own.level)}`;
    return {
      own: `${said}; `,
      others: {
        text: `${counted(others, 'other view', 'other views')} given`,
        href: `${href}#views`,
      },
      missing: false,
    };
  }
  return { own: '', others: null, missing: reader.gives };
}

function agreedWords(stands: Agreed, { words }: Grid, href: string) {
  const { level, presentIds, dissent, agreedAt } = stands;
  return {
    level: level === null ? 'Set aside' : words.word(level),
    steps: level === null ? null : toSteps(level),
    who: {
      text: `${counted(presentIds.length, 'reviewer', 'reviewers')} present, ${dissent === null ? 'no dissent' : 'dissent recorded'}`,
      href: `${href}#agreed`,
    },
    on: formatDate(agreedAt),
  };
}

/** Why nothing of the review can be changed now; '' where it can. */
export function frozenWords({ round, signOffs }: ReviewFacts): string {
  const { status } = round;
  if (status === 'draft' || status === 'open') {
    return 'The round is open. Agencies can still change their answers; the review begins when the coordinator closes it.';
  }
  if (status === 'published' || status === 'archived') {
    return 'The results are published: this is the record of how they were agreed, and only a new edition corrects them.';
  }
  const stands = standing(signOffs);
  if (!stands) return '';
  return `${stands.signedBy} signed this Place off on ${formatDate(stands.signedAt)}: nothing of it changes. The chair can reopen it with a reason.`;
}
