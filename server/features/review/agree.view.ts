/** What is agreed of a domain or a support element: the chair's form. */
import type { Topic } from '../../domain/review/agreement.ts';
import { elementsAt } from '../../results/elements.ts';
import type { TextArea } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { Agreed } from './agreed.queries.ts';
import { agreementNames } from './agreement.form.ts';
import {
  colourChoices,
  colourValue,
  levelChoices,
  levelValue,
  type Choice,
} from './level-choice.ts';
import { presentLast, toPresent, type PresentPart } from './present.view.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';

export interface AgreementFormView extends PresentPart {
  readonly action: string;
  readonly basedOn: number;
  /** revision of the correction that waits; '' where none is asked for */
  readonly waiting: string;
  readonly button: string;
  readonly choices: readonly Choice[];
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
  /** the value of its radio */
  readonly chosen: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly presentIds: readonly string[];
  readonly others: string;
  readonly errors: ReadonlyMap<string, string>;
}

/** Null for those who record nothing here, or not now, and where the round does not ask it. */
export function toAgreementForm(
  facts: ReviewFacts,
  topic: Topic,
  typed?: TypedAgreement,
): AgreementFormView | null {
  const stands = agreedOn(facts, topic.subject, topic.itemId);
  const fields = agreementFields(facts, topic, typed ?? storedValues(facts, stands));
  if (!fields || !facts.reader.agrees) return null;
  return {
    action: actionOf(facts, topic),
    basedOn: stands?.revision ?? 0,
    waiting: '',
    button: 'Record what is agreed',
    ...fields,
  };
}

type Fields = Omit<AgreementFormView, 'action' | 'basedOn' | 'waiting' | 'button'>;

/** The fields of an agreement, of a correction too. Null where the round does not ask it. */
export function agreementFields(
  facts: ReviewFacts,
  topic: Topic,
  values: TypedAgreement,
): Fields | null {
  const choices = choicesOf(facts, topic, values.chosen);
  if (!choices) return null;
  const errorOf = (field: string): string => values.errors.get(field) ?? '';
  return {
    choices,
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
      hint: `Who holds another ${topic.subject === 'domain' ? 'level' : 'colour'}, and why. Reviewers and coordinators read it.`,
      value: values.dissent,
      error: errorOf(agreementNames.dissent),
    },
    ...toPresent(facts, values),
    levelError: errorOf(`${agreementNames.chosen}-0`),
  };
}

function choicesOf(
  { grid, map, place }: ReviewFacts,
  { subject, itemId }: Topic,
  chosen: string,
): Choice[] | null {
  const name = agreementNames.chosen;
  if (subject === 'domain') {
    return grid && levelChoices(name, chosen, { words: grid.words, none: 'Set aside' });
  }
  const element = map && elementsAt(map, place.id).find(({ rule }) => rule.id === itemId);
  return element ? colourChoices(name, chosen, element.cell.rag) : null;
}

function actionOf({ round, place }: ReviewFacts, { subject, itemId }: Topic): string {
  const to = subject === 'domain' ? paths.agree : paths.agreeElement;
  return to(round.slug, place.slug, itemId);
}

const textNamed = (name: string) => ({ id: name, name, rows: 3 });

/** What the form begins with: what stands; before there is anything, who was present last. */
function storedValues(facts: ReviewFacts, stands: Agreed | undefined): TypedAgreement {
  const { presentIds, othersPresent } = stands ?? presentLast(facts);
  const said = stands
    ? {
        chosen: stands.subject === 'domain' ? levelValue(stands.level) : colourValue(stands.colour),
        rationale: stands.rationale,
        dissent: stands.dissent ?? '',
      }
    : { chosen: '', rationale: '', dissent: '' };
  return { ...said, presentIds, others: othersPresent, errors: new Map() };
}

/** Somebody else was quicker: both are on the page. */
export function conflictWords(subject: Topic['subject'], by: string): string {
  return `${by} recorded this ${subject} while you had the page open. What was recorded stands below; what you typed is in the form. Recording again replaces what stands, and both stay in the history.`;
}
