/** The sections that colleagues gave to somebody: the first thing on their start page. */
import { responseWords } from '../../domain/instrument/short-words.ts';
import { allows } from '../../domain/round/response.ts';
import type { Task } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { Work } from './home-task.view.ts';
import { statusOf, workOf } from './section-work.ts';
import type { SectionWork } from './section-work.queries.ts';

export interface GivenFacts {
  readonly works: readonly Work[];
  readonly sections: readonly SectionWork[];
  readonly personId: string;
}

/** In the order of the questionnaires; what somebody marked as done is off the list. */
export function toGiven({ works, sections, personId }: GivenFacts): Task[] {
  return works.flatMap(({ response, definition, progress }) => {
    if (!allows('write', response.status, response.roundStatus)) return [];
    return progress.sections.flatMap((one): Task[] => {
      const { section, status } = one;
      const work = workOf(sections, response.id, section.id);
      if (work?.givenToId !== personId || work.doneAt) return [];
      const isEntries = section.items.some(({ type }) => type === 'entries');
      const by = work.givenById === personId ? 'you' : (work.givenBy ?? 'somebody');
      return [
        {
          id: `given-${response.id}-${section.id}`,
          text: section.title,
          href: isEntries ? paths.entries(response.id) : paths.section(response.id, section.id),
          hint: `${responseWords(definition, response)}; given by ${by}`,
          status: statusOf(one, work),
          todo: status === 'not-started',
        },
      ];
    });
  });
}
