/** What came, or will come, on paper: the coordinator's own step on the start page. */
import { allows } from '../../domain/round/response.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import type { Asked, SystemRound } from './home-rounds.queries.ts';
import type { StepView } from './home-steps.view.ts';

/** One step for a round in which something is left to key in; none where all of it is submitted. */
export function paperSteps(round: SystemRound, asked: readonly Asked[]): StepView[] {
  const onPaper = asked.filter((one) => one.roundId === round.id && one.onPaper);
  const left = onPaper.filter(({ status }) => allows('write', status, round.status));
  const agencies = new Map(left.map(({ agency, agencySlug }) => [agencySlug, agency]));
  const [only] = agencies.keys();
  if (only === undefined) return [];
  const names = [...agencies.values()];
  const done = onPaper.filter(({ status }) => status === 'submitted').length;
  return [
    {
      rag: '',
      title: `${counted(agencies.size, 'agency', 'agencies')} on paper to key in for ${round.name}`,
      text: 'They have no accounts: you enter what their forms say, and it shows that it came on paper and who keyed it in.',
      names: { label: 'On paper', list: names },
      figure: { value: String(done), unit: `of ${onPaper.length}`, label: 'paper returns are in' },
      href:
        agencies.size === 1 ? paths.agencyProgress(round.slug, only) : paths.progress(round.slug),
      linkText: 'Key in',
    },
  ];
}
