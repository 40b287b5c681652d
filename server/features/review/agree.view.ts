/** What is agreed of a domain: the chair's form, and what stands with what stood before. */
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { TextArea } from '../../web/components.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { formatDate, formatTime } from '../../web/time.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import type { Agreed, AgreedBefore } from './agreed.queries.ts';
import { agreementNames } from './agreement.form.ts';
import { levelChoices, levelValue, type LevelChoice } from './level-choice.ts';
import { presentLast, toPresent, type PresentPart } from './present.view.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';

export interface StandingView {
  /** "Early growth", "Set aside" */
  readonly level: string;
  readonly steps: Steps | null;
  readonly rationale: string;
  readonly dissent: string;
  readonly present: string;
  /** "Ines Okonjo recorded it on 4 March 2026 at 14:02" */
  readonly recorded: string;
  /** fewer were present than the quorum: what that means; '' else */
  readonly thin: string;
}
export interface AgreementFormView extends PresentPart {
  readonly action: string;
  readonly basedOn: number;
  readonly choices: readonly LevelChoice[];
  readonly because: TextArea;
  readonly dissent: TextArea;
  /** '' where nothing is wrong with it */
  readonly levelError: string;
}

/** `review/parts/agreement` */
export interface AgreementPart {
  readonly form: AgreementFormView;
  readonly question: string;
  readonly csrf: string;
}

/** What was typed and not taken. */
export interface TypedAgreement {
  readonly level: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly presentIds: readonly string[];
  readonly others: string;
  readonly errors: ReadonlyMap<string, string>;
}

export function toStanding(
  agreed: AgreedBefore & { readonly presentIds?: readonly string[] },
  words: LevelWords,
  quorum: number,
): StandingView {
  const { level, rationale, dissent, present, agreedBy, agreedAt, presentIds } = agreed;
  const thin = presentIds !== undefined && presentIds.length < quorum;
  return {
    level: level === null ? 'Set aside' : words.word(level),
    steps: level === null ? null : toSteps(level),
    rationale,
    dissent: dissent ?? '',
    present,
    recorded: `${agreedBy} recorded it on ${formatDate(agreedAt)} at ${formatTime(agreedAt)}`,
    thin: thin
      ? `${counted(presentIds.length, 'reviewer was', 'reviewers were')} present and the quorum is ${quorum}: sign-off waits until it is recorded with more.`
      : '',
  };
}

export function toAgreementForm(
  facts: ReviewFacts,
  domainId: string,
  typed?: TypedAgreement,
): AgreementFormView | null {
  const { grid, reader, round, place } = facts;
  if (!grid || !reader.agrees) return null;
  const stands = agreedOn(facts, 'domain', domainId);
  const values = typed ?? storedValues(facts, stands);
  const errorOf = (field: string): string => values.errors.get(field) ?? '';
  const named = { words: grid.words, none: 'Set aside' };
  return {
    action: paths.agree(round.slug, place.slug, domainId),
    basedOn: stands?.revision ?? 0,
    choices: levelChoices(agreementNames.level, values.level, named),
    because: {
      ...textNamed(agreementNames.rationale),
      label: 'Because',
      hint: 'Everybody who reads the results reads it.',
      value: values.rationale,
      error: errorOf(agreementNames.rationale),
    },
    dissent: {
      ...textNamed(agreementNames.dissent),
      label: 'Dissent, if any',
      hint: 'Who holds another level, and why. Reviewers and coordinators read it.',
      value: values.dissent,
      error: errorOf(agreementNames.dissent),
    },
    ...toPresent(facts, values),
    levelError: errorOf(`${agreementNames.level}-0`),
  };
}

const textNamed = (name: string) => ({ id: name, name, rows: 3 });

/** What the form begins with: what stands; before there is anything, who was present last. */
function storedValues(facts: ReviewFacts, stands: Agreed | undefined): TypedAgreement {
  const { presentIds, othersPresent } = stands ?? presentLast(facts);
  const said = stands
    ? {
        level: levelValue(stands.level),
        rationale: stands.rationale,
        dissent: stands.dissent ?? '',
      }
    : { level: '', rationale: '', dissent: '' };
  return { ...said, presentIds, others: othersPresent, errors: new Map() };
}
