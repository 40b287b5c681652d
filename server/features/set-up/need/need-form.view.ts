/** The form of a Place's births and need, made from the instrument's definition, and its history. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { changedParts, stepsOf, type Saved } from '../../../domain/answers/history.ts';
import { askedTexts } from '../../../domain/glossary/asked-texts.ts';
import { firstUses } from '../../../domain/glossary/first-uses.ts';
import { isSimple } from '../../../domain/instrument/items.ts';
import { scopeSentence, type ScopeSentence } from '../../../domain/instrument/scope-sentence.ts';
import type { KnownPlace } from '../../../domain/set-up/known.ts';
import { counted } from '../../../web/english.ts';
import type { FieldFault, FieldView } from '../../../web/fields/field.ts';
import { toFieldView } from '../../../web/fields/field.view.ts';
import type { Form } from '../../../web/form.ts';
import { stepHeading, toChange, type HistoryPageView } from '../../../web/history.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { formatDate } from '../../../web/time.ts';
import { toConflict, toOutcomeView, type FormView } from '../form.view.ts';
import type { Outcome } from '../form.view.ts';
import { needParts, type NeedQuestions } from './need.form.ts';
import type { StoredNeed } from './need.queries.ts';

interface NeedSection {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly fields: readonly FieldView[];
}
export interface NeedFormView extends Pick<
  FormView,
  'errors' | 'conflict' | 'caption' | 'heading'
> {
  readonly scope: ScopeSentence;
  /** "Saved 18 March 2026 by Colm Doyle"; '' for a new year */
  readonly saved: string;
  /** '' for a new year */
  readonly historyHref: string;
  /** '' for a new year */
  readonly removeHref: string;
  readonly action: string;
  readonly csrf: string;
  /** that the form started from; 0 for a new year */
  readonly revision: number;
  /** "now" where it came back with words that are not saved */
  readonly unsaved: string;
  readonly sections: readonly NeedSection[];
  readonly backHref: string;
  readonly credit: string;
}
export const needFormPage = template<NeedFormView>('set-up/need/form');

export interface NeedFormFacts {
  readonly questions: NeedQuestions;
  readonly place: KnownPlace;
  /** undefined for a new year */
  readonly need: StoredNeed | undefined;
  /** what the fields show */
  readonly form: Form;
  readonly outcome: Outcome & { readonly faults: readonly FieldFault[] };
  readonly caption: string;
  readonly csrf: string;
}

export function toNeedFormView(facts: NeedFormFacts): NeedFormView {
  const { questions, place, need, outcome } = facts;
  const { definition } = questions;
  return {
    ...toOutcomeView(outcome),
    caption: facts.caption,
    scope: scopeSentence(definition, { agency: '', place: place.name }),
    ...(need ? storedParts(place, need) : newParts(place)),
    csrf: facts.csrf,
    unsaved: outcome.faults.length > 0 || outcome.conflict ? 'now' : '',
    sections: toSections(facts),
    backHref: paths.setUp.needList(),
    credit: definition.source.credit,
  };
}

type Parts = Pick<
  NeedFormView,
  'heading' | 'saved' | 'historyHref' | 'removeHref' | 'action' | 'revision'
>;

function storedParts({ name, slug }: KnownPlace, { year, at, by, revision }: StoredNeed): Parts {
  return {
    heading: `${name}, ${year}`,
    saved: `Saved ${formatDate(at)} by ${by}`,
    historyHref: paths.setUp.needHistory(slug, year),
    removeHref: paths.setUp.removeNeed(slug, year),
    action: paths.setUp.need(slug, year),
    revision,
  };
}

function newParts({ name, slug }: KnownPlace): Parts {
  const action = paths.setUp.needs(slug);
  const heading = `${name}: add a year`;
  return { heading, saved: '', historyHref: '', removeHref: '', action, revision: 0 };
}

function toSections({ questions, form, outcome }: NeedFormFacts): NeedSection[] {
  const { definition, items, fields: context } = questions;
  const terms = firstUses(askedTexts(items), definition.terms ?? []);
  const wanted = new Map<string, string>();
  const input = { items, form, faults: outcome.faults, context, wanted, terms, blankRows: 1 };
  return definition.sections.map((section) => ({
    id: section.id,
    title: section.title,
    help: section.help ?? '',
    fields: section.items.filter(isSimple).map((item) => toFieldView(item, input)),
  }));
}

/** Both, where somebody has saved other figures since the form was opened; null where what was sent stands already. */
export function needConflict(
  questions: NeedQuestions,
  stored: StoredNeed,
  sent: SimpleAnswers,
): Outcome['conflict'] {
  const parts = changedParts(needParts(questions), stored.answers, sent);
  if (parts.length === 0) return null;
  const changes = parts.map(({ term, wordsOf }) => ({
    what: term,
    from: wordsOf(stored.answers),
    to: wordsOf(sent),
  }));
  return toConflict('record of births', { by: stored.by, at: stored.at }, changes);
}

export interface NeedHistoryFacts {
  readonly questions: NeedQuestions;
  readonly place: KnownPlace;
  readonly need: StoredNeed;
  /** the oldest first */
  readonly saved: readonly Saved<SimpleAnswers>[];
  readonly personId: string;
  readonly caption: string;
}

export function toNeedHistoryView(facts: NeedHistoryFacts): HistoryPageView {
  const { place, need, personId } = facts;
  const parts = needParts(facts.questions);
  const steps = stepsOf(facts.saved);
  return {
    caption: facts.caption,
    heading: `History: ${place.name}, ${need.year}`,
    lede: `${counted(steps.length, 'change', 'changes')}, the newest first.`,
    done: '',
    steps: steps.map(({ before, after }) => ({
      heading: stepHeading(after, personId),
      changed: [
        {
          title: '',
          note: before ? '' : 'Entered these figures.',
          changes: changedParts(parts, before?.value, after.value).map((part) =>
            toChange(part, { before: before?.value, after: after.value }, ''),
          ),
          more: null,
        },
      ],
    })),
    backHref: paths.setUp.need(place.slug, need.year),
    backText: 'Go to these figures',
  };
}
