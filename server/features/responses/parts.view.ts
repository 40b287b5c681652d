/** Who does what: every section of a response, and the colleague that it is given to. */
import type { Select } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { Opened } from './opened.ts';
import { toHeader } from './response.words.ts';
import type { Answering } from './return.queries.ts';
import { statusOf, workOf } from './section-work.ts';
import type { SectionWork } from './section-work.queries.ts';
import type { Progress } from './state.ts';

interface PartView {
  readonly select: Select;
  readonly shownName: string;
  readonly shown: string;
}
export interface PartsView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly parts: readonly PartView[];
  readonly action: string;
  readonly backHref: string;
  readonly csrf: string;
}
export const partsPage = template<PartsView>('responses/parts');

export const chosenName = (sectionId: string): string => `to_${sectionId}`;
export const shownName = (sectionId: string): string => `was_${sectionId}`;

export interface PartsFacts {
  readonly opened: Opened;
  readonly progress: Progress;
  readonly works: readonly SectionWork[];
  readonly colleagues: readonly Answering[];
  readonly personId: string;
  readonly csrf: string;
}

export function toPartsView(facts: PartsFacts): PartsView {
  const { opened, progress, colleagues, personId, csrf } = facts;
  const { response } = opened;
  const others = colleagues.filter((one) => one.personId !== personId);
  return {
    caption: toHeader(opened).caption,
    heading: 'Who does what',
    lede:
      others.length === 0
        ? `Nobody but you answers for ${response.agencyName} yet. An agency lead can invite colleagues.`
        : 'It binds nobody: anybody in your agency can still answer every part. A colleague who is given something gets one e-mail.',
    parts: progress.sections.map((one) => toPart(one, facts)),
    action: paths.parts(response.id),
    backHref: paths.response(response.id),
    csrf,
  };
}

function toPart(one: Progress['sections'][number], facts: PartsFacts): PartView {
  const { opened, works, colleagues, personId } = facts;
  const { id, title } = one.section;
  const work = workOf(works, opened.response.id, id);
  const holder = work?.givenToId ?? '';
  const by = work?.givenTo
    ? `, given by ${work.givenById === personId ? 'you' : (work.givenBy ?? 'somebody')}`
    : '';
  return {
    select: {
      id,
      name: chosenName(id),
      label: title,
      hint: `${statusOf(one, work)}${by}`,
      items: [
        { value: '', text: 'Nobody in particular', chosen: holder === '' },
        ...colleagues.map((colleague) => ({
          value: colleague.personId,
          text: colleague.personId === personId ? `${colleague.name} (you)` : colleague.name,
          chosen: colleague.personId === holder,
        })),
      ],
    },
    shownName: shownName(id),
    shown: holder,
  };
}
