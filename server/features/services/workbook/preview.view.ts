/** What storing an uploaded workbook would do, row by row, before anything is stored. */
import { toErrorSummary, type ErrorSummary } from '../../../web/error-summary.ts';
import { counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import type { OpenMap } from '../open-map.ts';
import { captionOf } from '../words.ts';
import { shortened } from './choice-words.ts';
import type { Difference, Outcome, PlannedRow, RowChoice } from './planned-row.ts';
import { choiceField, type SentChoices } from './upload.form.ts';

interface ChoiceView {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}
interface RowView {
  readonly field: string;
  /** "Services, row 7" */
  readonly place: string;
  readonly subject: string;
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  readonly changes: readonly Difference[];
  readonly choices: readonly ChoiceView[];
  readonly error: string;
}
interface RowsView {
  readonly id: string;
  readonly title: string;
  /** head of the column that says what to mend, or what is done */
  readonly what: string;
  readonly rows: readonly RowView[];
}
export interface PreviewView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** why it was not stored as it was looked at; '' where it was only looked at */
  readonly late: string;
  readonly errors: ErrorSummary | null;
  readonly facts: readonly { readonly label: string; readonly value: number }[];
  readonly notes: readonly string[];
  /** to the parts of a long page; none on a short one */
  readonly jumps: readonly { readonly href: string; readonly text: string }[];
  readonly groups: readonly RowsView[];
  readonly same: readonly RowView[];
  readonly csrf: string;
  readonly digest: string;
  readonly text: string;
  readonly action: string;
  /** "Store 27 rows"; '' where there is nothing to store */
  readonly button: string;
  readonly backHref: string;
  readonly listHref: string;
}
export const previewPage = template<PreviewView>('services/preview');

export interface PreviewInput {
  readonly map: OpenMap;
  readonly rows: readonly PlannedRow[];
  readonly text: string;
  readonly digest: string;
  readonly notes: readonly string[];
  readonly csrf: string;
  /** what was chosen already */
  readonly sent?: SentChoices;
  readonly late?: boolean;
  /** sent back, because a row was not decided */
  readonly undecided?: boolean;
}

export function toPreviewView(input: PreviewInput): PreviewView {
  const { map, rows, text, digest, notes, csrf, late = false, undecided = false } = input;
  const of = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome);
  const view = (row: PlannedRow): RowView => toRow(input, row);
  const groups = groupsOf(rows, view);
  const open = undecided ? of('decide').filter((row) => input.sent?.choiceOf(row) === '') : [];
  return {
    caption: captionOf(map),
    ...wordsOf(input),
    late: late
      ? 'Not stored: the list has changed since you looked, or this was stored already. Look again; this is how it stands now.'
      : '',
    errors:
      open.length > 0
        ? toErrorSummary(
            open.map((row) => ({
              field: choiceField(row),
              text: `${rowWords(row)}: choose what to do`,
            })),
          )
        : null,
    facts: [
      { label: 'to add', value: of('add').length },
      { label: 'to update', value: of('update').length },
      { label: 'to decide', value: of('decide').length },
      { label: 'unchanged', value: of('same').length },
      { label: 'with a fault', value: of('fault').length },
    ],
    notes,
    jumps: jumpsOf(groups, rows.length),
    groups,
    same: of('same').map(view),
    ...{ csrf, digest, text },
    action: paths.entriesStore(map.response.id),
    backHref: paths.entriesUpload(map.response.id),
    listHref: paths.entries(map.response.id),
  };
}

function groupsOf(
  rows: readonly PlannedRow[],
  view: (row: PlannedRow) => RowView,
): readonly RowsView[] {
  const of = (...outcomes: readonly Outcome[]): readonly RowView[] =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).map(view);
  return [
    { id: 'faults', title: 'Rows with a fault', what: 'What to mend', rows: of('fault') },
    { id: 'decide', title: 'Rows to decide', what: 'What to do', rows: of('decide') },
    { id: 'store', title: 'Rows to store', what: 'What it does', rows: of('add', 'update') },
  ].filter((group) => group.rows.length > 0);
}

/** So many rows are seen at a glance. */
const fewRows = 10;

function jumpsOf(groups: readonly RowsView[], rows: number): PreviewView['jumps'] {
  if (rows <= fewRows || groups.length === 0) return [];
  const parts = groups.map(({ id, title }) => ({ href: `#${id}`, text: title }));
  return [...parts, { href: '#end', text: 'End of the rows' }];
}

function wordsOf({ map, rows }: PreviewInput): Pick<PreviewView, 'heading' | 'lede' | 'button'> {
  const { one, many } = map.item.noun;
  const count = (...outcomes: readonly Outcome[]): number =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [faults, open, doing] = [count('fault'), count('decide'), count('add', 'update')];
  const heading = headingOf(faults, open, doing);
  const storable = open + doing;
  const mend =
    faults > 0 && storable > 0
      ? 'Rows with a fault are left out: mend them in the workbook and upload it again, now or later. '
      : '';
  return {
    heading: heading === '' ? 'Nothing to store' : heading,
    lede:
      heading === ''
        ? `The list has all of this already: every row is as the ${one} stands.`
        : `Nothing is stored yet. ${mend}No row removes any of the ${many}.`,
    button: storable === 0 ? '' : buttonWords(faults, storable),
  };
}

function headingOf(faults: number, open: number, doing: number): string {
  return [
    faults > 0 ? counted(faults, 'row has a fault', 'rows have a fault') : '',
    open > 0 ? `${open} to decide` : '',
    doing > 0 ? `${doing} to store` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function buttonWords(faults: number, rows: number): string {
  const words = counted(rows, 'row', 'rows');
  return faults > 0 ? `Store the ${words} without a fault` : `Store ${words}`;
}

function toRow({ map, sent, undecided = false }: PreviewInput, row: PlannedRow): RowView {
  const chosen = sent?.choiceOf(row) ?? '';
  const isOpen = row.outcome === 'decide' && chosen === '';
  return {
    field: choiceField(row),
    place: rowWords(row),
    subject: shortened(row.subject) || 'No name',
    faults: row.faults,
    notes: row.notes,
    changes: row.changes,
    choices: toChoices(row, chosen, map.item.noun.one),
    error: undecided && isOpen ? 'Choose what to do' : '',
  };
}

/** What has to be decided has no choice made beforehand. */
function toChoices(row: PlannedRow, chosen: string, one: string): readonly ChoiceView[] {
  const choices = row.choices.map((value) => ({
    value,
    text: choiceText(value, row, one),
    chosen: value === chosen,
  }));
  const none = { value: '', text: 'Choose what to do', chosen: chosen === '' };
  return row.outcome === 'decide' ? [none, ...choices] : choices;
}

function rowWords({ sheet, number }: PlannedRow): string {
  return `${sheet}, row ${number}`;
}

function choiceText(choice: RowChoice, { update, add }: PlannedRow, one: string): string {
  if (choice === 'leave') return 'Leave it out';
  if (choice === 'add') return update ? `Add it as another ${one}` : 'Add it';
  return add ? `Update the ${one} in the list` : 'Update it';
}
