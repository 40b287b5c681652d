/** Two rounds compared: from which level to which, Place by Place, and why where it can't be said. */
import type { Select } from '../../../web/components.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { toEditions } from '../editions.view.ts';
import { levelColours, type HasLevels } from '../levels.view.ts';
import { captionOf, creditsOf, toHead, type ReportHead } from '../report.view.ts';
import { andList } from '../words.ts';
import {
  domainSection,
  elementSection,
  isAsked,
  sectorSection,
  type MoveSection,
} from './change-sections.ts';
import type { ChangesFacts, RoundSide } from './compare.load.ts';

export interface ChangesView extends ReportHead, HasLevels {
  readonly action: string;
  /** null where there is no other round to choose */
  readonly since: Select | null;
  readonly sections: readonly MoveSection[];
  /** "Only in Autumn 2025: Brackwater."; '' where both asked about all */
  readonly left: string;
  readonly asksMap: boolean;
  readonly systemHref: string;
  /** '' where there is nothing to take away */
  readonly pdfHref: string;
}
export const changesPage = template<ChangesView>('reports/compare/changes');

export function toChangesView(facts: ChangesFacts): ChangesView {
  const { now, then, earlier } = facts;
  const { slug } = now.round;
  const head = toHead(now.round, facts.system);
  const corrected = toEditions(facts.corrected, null);
  const sections = then ? sectionsOf(now, then) : [];
  return {
    ...head,
    caption: captionOf('Two rounds compared', head, corrected),
    corrected,
    heading: then ? `What changed since ${then.round.name}` : 'Nothing to compare with yet',
    lede: sections.slice(0, 1).map(({ text }) => text),
    facts: [],
    empty: then ? null : noneBefore(now),
    credits: creditsOf(now.grid, now.map),
    levels: levelColours(now.grid),
    action: paths.changes(slug),
    since: earlier.length > 1 ? sinceSelect(facts) : null,
    sections,
    left: then ? [onlyIn(now, then), onlyIn(then, now)].filter(Boolean).join(' ') : '',
    asksMap: now.map !== null,
    systemHref: paths.systemReport(slug),
    pdfHref: then ? paths.changesPdf(slug, { since: then.round.slug }) : '',
  };
}

const sectionsOf = (now: RoundSide, then: RoundSide): MoveSection[] => [
  ...domainSection(now, then),
  ...elementSection(now, then),
  ...sectorSection(now, then),
];

const noneBefore = ({ round }: RoundSide) => ({
  heading: `No round was published before ${round.name}`,
  text: 'Levels are compared here once there are two rounds.',
});

function sinceSelect({ earlier, then }: ChangesFacts): Select {
  return {
    id: 'since',
    name: 'since',
    label: 'Compare with',
    items: earlier.map(({ slug, name }) => ({
      value: slug,
      text: name,
      chosen: slug === then?.round.slug,
    })),
  };
}

/** Places that one of the rounds asked about, and the other did not. */
function onlyIn(one: RoundSide, other: RoundSide): string {
  const names = one.places.filter((place) => !isAsked(other, place)).map(({ name }) => name);
  return names.length === 0 ? '' : `Only in ${one.round.name}: ${andList(names)}.`;
}
