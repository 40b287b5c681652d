/** The domains that divide nobody, to be agreed together after they were read. */
import type { TextArea } from '../../web/components.ts';
import { domainFlags, givenText, type FlagView } from '../../web/domain-words.ts';
import { counted } from '../../web/english.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import type { DistGlyph } from '../../web/glyphs/dist.ts';
import { toDistribution } from '../../web/glyphs/domain-dist.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { bulkNames, tickOf } from './bulk.form.ts';
import { offeredOf, type Offered } from './bulk.offer.ts';
import { presentLast, toPresent, type PresentPart, type WhoIsThere } from './present.view.ts';
import type { ReviewFacts } from './review.load.ts';

interface OfferView {
  readonly id: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly name: string;
  readonly href: string;
  /** "Early growth"; "Set aside: nobody gave a level" */
  readonly level: string;
  readonly steps: Steps | null;
  /** "6 of 8 gave a level, 2 with evidence." */
  readonly given: string;
  readonly glyph: DistGlyph;
  readonly flags: readonly FlagView[];
}
export interface BulkView {
  readonly caption: string;
  readonly heading: string;
  readonly errors: ErrorSummary | null;
  /** what was recorded, and what was left because somebody was quicker; '' for nothing */
  readonly outcome: string;
  readonly offers: readonly OfferView[];
  readonly tickError: string;
  readonly because: TextArea;
  /** null where none can be set aside */
  readonly aside: TextArea | null;
  readonly who: PresentPart;
  readonly action: string;
  readonly keepHref: string;
  readonly csrf: string;
}
export const bulkPage = template<BulkView>('review/agree-in-view');

/** What was typed and not taken. */
export interface TypedBulk extends WhoIsThere {
  readonly ticked: readonly string[];
  readonly because: string;
  readonly asideBecause: string;
}

const usual = {
  because: 'The agencies are close together; we read their answers and agree their level.',
  asideBecause: 'No agency gave a level.',
};

export function toBulkView(
  facts: ReviewFacts,
  csrf: string,
  { typed, outcome = '' }: { readonly typed?: TypedBulk; readonly outcome?: string } = {},
): BulkView {
  const { round, place } = facts;
  const offers = offeredOf(facts);
  const values = typed ?? blank(facts);
  const errors = [...values.errors].map(([field, text]) => ({ field, text }));
  return {
    caption: `Review · ${round.name} · ${place.name}`,
    heading: 'Agree what divides nobody',
    errors: errors.length === 0 ? null : toErrorSummary(errors),
    outcome,
    offers: offers.map((one, n) => toOffer(facts, one, { n, ticked: values.ticked })),
    tickError: values.errors.get('domain-0') ?? '',
    because: reasonField(bulkNames.because, 'Because, for all that are ticked', values),
    aside: offers.some(({ level }) => level === null)
      ? reasonField(bulkNames.asideBecause, 'Why those without a level are set aside', values)
      : null,
    who: toPresent(facts, values),
    action: paths.agreeInView(round.slug, place.slug),
    keepHref: paths.review(round.slug, place.slug),
    csrf,
  };
}

function blank(facts: ReviewFacts): TypedBulk {
  const { presentIds, othersPresent } = presentLast(facts);
  return { ...usual, ticked: [], presentIds, others: othersPresent, errors: new Map() };
}

function reasonField(name: 'because' | 'asideBecause', label: string, values: TypedBulk): TextArea {
  return {
    id: name,
    name,
    label,
    hint: 'Everybody who reads the results reads it.',
    value: values[name],
    error: values.errors.get(name) ?? '',
    rows: 2,
  };
}

function toOffer(
  { grid, round, place }: ReviewFacts,
  offered: Offered,
  { n, ticked }: { readonly n: number; readonly ticked: readonly string[] },
): OfferView {
  const { id, name, level, score } = offered;
  const evidence = counted(score.withEvidence, 'agency', 'agencies');
  const value = tickOf(offered);
  return {
    id: `domain-${n}`,
    value,
    chosen: ticked.includes(value),
    name,
    href: paths.reviewDomain(round.slug, place.slug, id),
    level: level === null ? 'Set aside: nobody gave a level' : (grid?.words.word(level) ?? ''),
    steps: level === null ? null : toSteps(level),
    given: `${givenText(score)} gave a level; evidence from ${score.withEvidence === 0 ? 'nobody' : evidence}.`,
    glyph: toDistribution(score, grid?.words ?? { all: [] }).glyph,
    flags: domainFlags(score),
  };
}
