/** The form of the questions: a tick for each, by agency and service; what sending does, and the message. */
import { andList, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { toLetter } from './letter.ts';
import { valueOf, type AgencyQuestions, type QuestionFacts } from './questions.load.ts';

export interface QuestionsForm {
  readonly action: string;
  readonly csrf: string;
  readonly key: string;
  readonly element: string;
  readonly agencies: readonly AgencyView[];
  /** what sending does */
  readonly points: readonly string[];
  /** what the first of them reads, with all that is ticked */
  readonly letter: { readonly subject: string; readonly lines: readonly string[] };
}
interface AgencyView {
  readonly name: string;
  /** "E-mailed: Siân Elwyn-Hughes" */
  readonly people: string;
  readonly services: readonly {
    readonly name: string;
    readonly href: string;
    readonly questions: readonly TickView[];
  }[];
}
interface TickView {
  readonly id: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly text: string;
  /** "Could settle E3 and E6" */
  readonly hint: string;
}

export interface Shown {
  readonly csrf: string;
  readonly now: Date;
  /** of the coordinator */
  readonly from: string;
  readonly key: string;
  /** what was ticked when it was sent in vain; null: everything */
  readonly ticked: readonly string[] | null;
  /** '' where nothing was sent */
  readonly sent: string;
  /** why nothing was sent; '' where nothing was tried */
  readonly fault: string;
}

export function toForm(
  { round, place, element }: QuestionFacts,
  agencies: readonly AgencyQuestions[],
  { csrf, key, ticked, from }: Shown,
): QuestionsForm | null {
  const [first] = agencies;
  const [reader] = first?.people ?? [];
  if (!first || !reader) return null;
  const numbers = new Map(
    agencies.flatMap(({ questions }) => questions.map(valueOf)).map((value, at) => [value, at + 1]),
  );
  const mails = agencies.reduce((sum, { people }) => sum + people.length, 0);
  const content = toLetter(first, { roundName: round.name, from, name: reader.name });
  return {
    action: paths.questions(round.slug, place.slug),
    csrf,
    key,
    element,
    agencies: agencies.map((agency) => toAgency(agency, { numbers, ticked, round: round.slug })),
    points: [
      'The maps stay submitted and count as before. An agency fills what it left open, and nothing else in its map changes; “Not known” ends a question, too.',
      'An answer is in the results as soon as it is saved.',
      `With all of it ticked ${counted(mails, 'person is', 'people are')} e-mailed: everybody who answers for an agency that is asked.`,
      'The same question about a service is not sent again within a week.',
    ],
    letter: {
      subject: content.subject,
      lines: [
        content.greeting,
        ...content.paragraphs,
        `Link: ${content.action.label}`,
        content.why,
      ],
    },
  };
}

interface Ticks {
  readonly numbers: ReadonlyMap<string, number>;
  readonly ticked: readonly string[] | null;
  readonly round: string;
}

function toAgency(
  { agencyName, people, questions }: AgencyQuestions,
  { numbers, ticked, round }: Ticks,
): AgencyView {
  const services = [...new Map(questions.map((one) => [one.entryId, one])).values()];
  return {
    name: agencyName,
    people: `E-mailed: ${andList(people.map(({ name }) => name))}`,
    services: services.map(({ entryId, entryName }) => ({
      name: entryName,
      href: paths.service(round, entryId),
      questions: questions
        .filter((one) => one.entryId === entryId)
        .map((one) => {
          const value = valueOf(one);
          return {
            id: `question-${numbers.get(value) ?? 0}`,
            value,
            chosen: ticked?.includes(value) ?? true,
            text: `“${one.text}”`,
            hint: `Could settle ${andList(one.elements)}${one.saidUnknown ? '. It said “not known”' : ''}`,
          };
        }),
    })),
  };
}
