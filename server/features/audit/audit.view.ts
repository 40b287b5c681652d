/** The audit trail as a page: who did what, when, the newest first. */
import type { Input, Select } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import type { AuditAsked } from './audit.form.ts';
import type { AuditLine, Doer } from './audit.queries.ts';
import { deedInWords, detailInWords, kinds } from './audit.words.ts';

interface LineView {
  readonly when: string;
  readonly by: string;
  readonly deed: string;
  /** '' for none */
  readonly detail: string;
}
export interface AuditView {
  readonly lede: string;
  readonly action: string;
  readonly who: Select;
  readonly what: Select;
  readonly from: Input;
  readonly to: Input;
  readonly lines: readonly LineView[];
  /** what an empty list means */
  readonly none: string;
  /** '' where nothing is asked for */
  readonly allHref: string;
  /** '' where there is nothing older */
  readonly olderHref: string;
}
export const auditPage = template<AuditView>('audit/audit');

export interface AuditFacts {
  /** one more than is shown, where there are more */
  readonly lines: readonly AuditLine[];
  readonly limit: number;
  readonly doers: readonly Doer[];
  readonly asked: AuditAsked;
  /** the whole system's, or what concerns one's own agency */
  readonly isWhole: boolean;
}

export function toAuditView(facts: AuditFacts): AuditView {
  const { lines, limit, asked, isWhole } = facts;
  const shown = lines.slice(0, limit);
  const last = shown.at(-1);
  const isNarrowed = Object.values(asked).some((value) => value !== '');
  return {
    lede: isWhole
      ? 'Every change of rounds, people, roles and submissions, the newest first. Nobody can change or remove a line.'
      : 'What happened to your agency’s responses and people, the newest first. Nobody can change or remove a line.',
    action: paths.audit(),
    ...toTools(facts),
    lines: shown.map(toLine),
    none: isNarrowed ? 'Nothing fits this choice.' : 'Nothing has happened yet.',
    allHref: isNarrowed ? paths.audit() : '',
    olderHref: lines.length > limit && last ? paths.audit({ ...asked, before: last.id }) : '',
  };
}

function toTools({ doers, asked }: AuditFacts): Pick<AuditView, 'who' | 'what' | 'from' | 'to'> {
  const people = doers.map(({ personId, name }) => ({ value: personId, text: name }));
  const things = Object.entries(kinds).map(([value, { text }]) => ({ value, text }));
  const choose = (name: 'who' | 'what', label: string, items: typeof people): Select => ({
    id: name,
    name,
    label,
    items: items.map((item) => ({ ...item, chosen: item.value === asked[name] })),
  });
  const date = (name: 'from' | 'to', label: string): Input => ({
    id: name,
    name,
    label,
    type: 'date',
    value: asked[name],
  });
  return {
    who: choose('who', 'Who', [{ value: '', text: 'Everybody' }, ...people]),
    what: choose('what', 'What', [{ value: '', text: 'Everything' }, ...things]),
    from: date('from', 'From'),
    to: date('to', 'To'),
  };
}

function toLine(line: AuditLine): LineView {
  return {
    when: formatDateTime(line.happenedAt),
    by: line.by ?? 'The installation',
    deed: deedInWords(line),
    detail: detailInWords(line),
  };
}
