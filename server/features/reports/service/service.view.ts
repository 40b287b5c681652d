/** One service of a round's map: what it says, and what it counts for. */
import type { MapEntry } from '../../../domain/elements/element.ts';
import type { EntrySight } from '../../../results/entry-sight.ts';
import type { ReportRound } from '../../../results/round.queries.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { agencyOf, moneyText, said } from '../age-service.view.ts';
import { captionOf, toHead, type LinkView } from '../report.view.ts';
import { andList, inWords, lower } from '../words.ts';
import { toAnswerSections, type AnswerSection } from './answers.view.ts';
import { toCounts, type CountsView } from './counts.view.ts';

export interface ServicePageView {
  readonly caption: string;
  readonly name: string;
  /** "Kingfisher, Health visiting" */
  readonly from: string;
  /** the finding: where it runs, what it counts for, what it leaves open */
  readonly lede: readonly string[];
  /** reports of the Places that it serves */
  readonly places: readonly LinkView[];
  readonly counts: CountsView;
  readonly rulesHref: string;
  readonly sections: readonly AnswerSection[];
  /** what the reader is not shown; '' where they see all */
  readonly limits: string;
  readonly directoryHref: string;
}
export const servicePage = template<ServicePageView>('reports/service/service');

export interface ServiceFacts {
  readonly system: string;
  readonly round: ReportRound;
  readonly map: ServiceMap;
  readonly entry: MapEntry;
  readonly sight: EntrySight;
  /** "2026-11-21" */
  readonly today: string;
}

export function toServicePage(facts: ServiceFacts): ServicePageView {
  const { system, round, map, entry, sight } = facts;
  const sections = toAnswerSections(entry, map, sight);
  const counts = toCounts(entry, map, { round: round.slug, sight });
  const { names } = sight;
  return {
    caption: captionOf('Service', toHead(round, system)),
    name: entry.name,
    from: [agencyOf(entry, { map, names }), said(entry, map.entriesItem.groupItem, map)]
      .filter(Boolean)
      .join(', '),
    lede: [standing(facts), counts.sentence, openWords(sections)].filter(Boolean),
    places: sight.served.map(({ slug, name }) => ({
      text: name,
      href: paths.placeReport(round.slug, slug),
    })),
    counts,
    rulesHref: paths.instrument(map.definition.id, map.definition.version),
    sections,
    limits: names ? '' : limitsText,
    directoryHref: paths.services(round.slug),
  };
}

const limitsText =
  'You see what was chosen and counted. Which agency says it, its own words and the money of one service are for the reviewers and the coordinator.';

/** "Running in Ferrow Vale and Quillby, fixed term, ends 31 March 2027." */
function standing({ entry, map, sight, today }: ServiceFacts): string {
  const status = said(entry, map.entriesItem.statusItem, map) || 'Status not stated';
  const where =
    sight.served.length > 0 ? ` in ${andList(sight.served.map(({ name }) => name))}` : '';
  return `${status}${where}. Money: ${lower(moneyText(entry, { map, today }))}.`;
}

/** "Five questions are not answered, and of two it says that it does not know." */
function openWords(sections: readonly AnswerSection[]): string {
  const answers = sections.flatMap((section) => section.answers);
  const missing = answers.filter(({ lines }) => lines.length === 0).length;
  const unknown = answers.filter((answer) => answer.unknown).length;
  const parts = [
    ...(missing > 0 ? [`${inWords(missing)} ${missing === 1 ? 'is' : 'are'} not answered`] : []),
    ...(unknown > 0 ? [`${inWords(unknown)} ${unknown === 1 ? 'is' : 'are'} not known`] : []),
  ];
  if (parts.length === 0) return 'Every question is answered.';
  return `Of ${String(answers.length)} questions ${andList(parts)}.`;
}
