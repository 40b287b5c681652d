/** Answers the grid for agencies and Places as the files say, and submits what is whole. */
import { markAsPaper } from '../../db/paper.queries.ts';
import { submitResponse } from '../../features/responses/submit.queries.ts';
import { levelsOf } from './grid-answers.ts';
import type { Speaking } from './grid-evidence.ts';
import { answerGrid, gridItems, type GridAnswers } from './load-grid.ts';
import { isHeldBack, isOnPaper, momentOf, responseOf, speakers, type Loading } from './loading.ts';
import type { SeedAnswer } from './seed.types.ts';

interface Row {
  readonly place: string;
  readonly agency: string;
  /** a character per domain */
  readonly row: string;
}

export async function loadGrids(loading: Loading): Promise<void> {
  const items = gridItems();
  const rows = Object.entries(loading.round.levels).flatMap(([place, agencies]) =>
    Object.entries(agencies).map(([agency, row]): Row => ({ place, agency, row })),
  );
  for (const [turn, row] of rows.entries()) {
    const said = saidIn(loading, row);
    await loadGrid(loading, row, { items, said, now: momentOf(loading, turn) });
  }
}

async function loadGrid(
  loading: Loading,
  { place, agency, row }: Row,
  given: Pick<GridAnswers, 'items' | 'said' | 'now'>,
): Promise<void> {
  const { db } = loading;
  const response = { responseId: responseOf(loading, agency, place), now: given.now };
  const people = speakers(loading, agency);
  if (isOnPaper(loading, agency)) await markAsPaper(db, people[0], response);
  await answerGrid(db, people, {
    ...given,
    ...response,
    voice: `${agency} ${place}`,
    levels: levelsOf(row),
  });
  if (row.includes('.') || isHeldBack(loading, agency, place)) return;
  await submitResponse(db, people[0], response);
}

/** What the files say of this very answer; the domain's own sentences where they are silent on evidence. */
function saidIn(loading: Loading, { place, agency }: Row): GridAnswers['said'] {
  const { said = {}, withoutEvidence = {} } = loading.round;
  const ofAgency = said[place]?.[agency] ?? {};
  const without = withoutEvidence[place] ?? [];
  const speaking = speakingOf(loading, place);
  return (domain, level) => {
    const own = ofAgency[domain] ?? {};
    if (isEvidenced(own)) return own;
    return {
      ...loading.words({ domain, level, without: without.includes(domain), ...speaking }),
      ...own,
    };
  };
}

const isEvidenced = ({ evidence, noEvidence, links }: SeedAnswer): boolean =>
  evidence !== undefined || noEvidence !== undefined || links !== undefined;

const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/** What people call the Place, and the month before the round opened. */
function speakingOf({ seed, opensAt }: Loading, place: string): Speaking {
  const name = seed.system.places.find(({ slug }) => slug === place)?.name ?? place;
  const before = new Date(Date.UTC(opensAt.getUTCFullYear(), opensAt.getUTCMonth(), 0));
  return { place: seed.spoken[place] ?? name, month: monthAndYear.format(before) };
}
