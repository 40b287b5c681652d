/** Writes docs/access.md from the contract. */
import { areas, records, roles, unreachable, type Area } from './contract.ts';
import { expected, type Asker } from './expected.ts';

const askers: readonly Asker[] = ['signed out', ...roles];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '-')), ...rows.map(row)].join('\n');

function reachOf({ reach, records: kind }: Area, asker: Asker): string {
  if (typeof reach === 'string') return 'yes';
  const reached = asker === 'signed out' ? undefined : reach[asker];
  if (!reached || reached.length === 0) return '–';
  return kind === 'none' ? 'yes' : reached.join('; ');
}

function cellOf(area: Area, asker: Asker, relation: string): string {
  const told = expected(area, asker, relation);
  return told === 'yes' && area.frozen?.includes(relation) ? 'unchanged' : told;
}

function sectionOf(area: Area): string {
  const routes = area.routes.map((route) => `\`${route}\``).join(', ');
  const relations = [...Object.keys(records[area.records].relations), ...unreachable];
  const rows = relations.map((relation) => [
    relation,
    ...askers.map((asker) => cellOf(area, asker, relation)),
  ]);
  const matrix = area.records === 'none' ? [] : [table(['', ...askers], rows)];
  return [`### ${area.what}`, routes, ...matrix].join('\n\n');
}

export function accessPage(): string {
  const kinds = Object.values(records)
    .filter(({ title }) => title !== records.none.title)
    .map(({ title, relations }) => {
      const named = Object.entries(relations).map(([name, meaning]) => `  - _${name}_: ${meaning}`);
      return [`- **${title}**`, ...named].join('\n');
    });
  const overview = areas.map((area) => [area.what, ...roles.map((role) => reachOf(area, role))]);
  return `# Whose records each role reaches

What Design 1 says of roles, as \`test/architecture/access/contract.ts\` has it; this page is written from it. \`test/architecture/access/access.test.ts\` asks the application for all of it: every route, in every role and signed out, with every record below, and a form with the right token where one is sent. Which permission a route asks for, and whether of a recent sign-in, stands in [roles.md](roles.md).

- **yes**: the page is shown; a form is read and done, or refused for what it holds.
- **unchanged**: the same, and the record’s state forbids the deed: what is submitted stays as it is.
- **404**: “not found”, byte for byte as for a record that does not exist. Records of another system, and addresses that mix two records, are always answered so.
- **403**: the role has nothing of the kind; in the same words whatever the address names.
- **sign in**: a page leads to sign-in and back, a form is kept in its page.

Whoever is told anything but “yes” has changed nothing in the database, and reading changes nothing, but for a line in the audit trail about a download. To take away a role that is gone already counts as done: that one form is answered alike for every role that the person does not have.

Those who ask: a contributor and an agency lead of the agency Kingfisher; a reviewer and a chair, who review the Place Ferrow Vale and not Quillby; an ICB lead, a coordinator and an administrator.

## Records

${kinds.join('\n')}

## In short

“–” is refused; “yes” names no record. Signed out, only what everybody reads is there.

${table(['', ...roles], overview)}

## In full

${areas.map(sectionOf).join('\n\n')}
`;
}
