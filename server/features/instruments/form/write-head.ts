/** The first page of a form: who answers, where it goes, and how to fill it in. */
import { eyebrow, list, note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h1, h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { COLUMN } from './measures.ts';
import { blanksRow } from '../../../adapters/pdf/writing.ts';
import type { FormView } from './form.view.ts';

const DATE = ['Date: day', 'month', 'year'].map((before) => ({ before, width: 44 }));
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export function writeHead(doc: PdfDocument, view: FormView): void {
  eyebrow(doc, `Paper form, version ${view.version}`);
  h1(doc, view.title, { balance: true });
  paragraph(doc, view.summary, { after: 2 });
  writeWho(doc, view);
  writeWhere(doc, view);
  h2(doc, 'How to fill it in', { before: 16 });
  list(doc, instructions(view), { gap: 3 });
  h2(doc, 'For the coordinator', { before: 16, after: 2 });
  blanksRow(doc, [{ before: 'Received on' }, { before: 'Keyed in on' }, { before: 'by' }], COLUMN);
  note(doc, `Source: ${view.source}. Statements are in our own words and keep its meaning.`, {
    before: 10,
  });
}

function writeWho(doc: PdfDocument, { asks }: FormView): void {
  h2(doc, 'Who answers', { before: 14, after: 0 });
  const whose = [
    ...(asks.agency ? [{ before: 'Agency' }] : []),
    ...(asks.place ? [{ before: 'Place' }] : []),
  ];
  blanksRow(doc, whose, COLUMN);
  blanksRow(doc, [{ before: 'Filled in by (names and roles)' }], COLUMN);
  blanksRow(doc, [{ before: 'E-mail or telephone, for questions' }, ...DATE], COLUMN);
}

function writeWhere(doc: PdfDocument, { sendTo, system }: FormView): void {
  h2(doc, 'Where to send it', { before: 16, after: 2 });
  const to =
    sendTo.length > 0
      ? `To ${OR.format(sendTo)}, who coordinates this for ${system}.`
      : `To whoever coordinates this for ${system}.`;
  paragraph(doc, to, { after: 0 });
  blanksRow(doc, [{ before: 'Address or e-mail' }, { before: 'by', width: 110 }], COLUMN);
}

const PRIVACY =
  'Never name or describe a family so that someone could recognise it. This form holds no patient data.';

function instructions({ scope, hasLevels, terms }: FormView): string[] {
  return [
    scope,
    'A question marked * is needed before the answers can be submitted. What you leave blank counts as not known, never as no.',
    ...(hasLevels
      ? [
          'Tick one box for every statement. “Partly” is a useful answer; so is “Don’t know”. The ticks suggest a level: the highest one up to which every statement is met. Statements marked optional do not change it. You choose the level.',
        ]
      : []),
    'Not enough room? Go on on a sheet of your own, with the agency’s name and the number or title of the question.',
    PRIVACY,
    ...(terms.length > 0 ? ['Words of the field are explained under “Words used here”.'] : []),
  ];
}
