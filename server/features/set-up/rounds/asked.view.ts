/** Who is asked in a round and for what, and what is no longer asked for. */
import { roundAllows } from '../../../domain/round/workflow.ts';
import { counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { formatDate } from '../../../web/time.ts';
import type { StoredAgency } from '../known.queries.ts';
import type { LoadedRound } from './load-round.ts';
import { kindWords } from './round.words.ts';
import type { AskedResponse, Version } from './rounds.queries.ts';
import { agenciesOf } from './step-facts.ts';

export interface AskedRow {
  readonly name: string;
  /** "Maturity grid for 3 Places; Service map" */
  readonly what: string;
  readonly state: string;
  readonly onPaper: boolean;
  /** '' where nothing can be withdrawn */
  readonly withdrawHref: string;
}
export interface AskedView {
  readonly heading: string;
  readonly rows: readonly AskedRow[];
  /** chosen, and not to be asked: why; '' for none */
  readonly left: string;
  readonly withdrawn: readonly {
    readonly what: string;
    readonly why: string;
    readonly who: string;
  }[];
}

export function toAskedView(loaded: LoadedRound): AskedView {
  const draft = loaded.round.status === 'draft';
  const agencies = agenciesOf(loaded);
  return {
    heading: draft ? 'Who will be asked' : 'Who is asked',
    rows: agencies.map((agency) => (draft ? toPlanned : toAsked)(loaded, agency)),
    left: draft ? leftWords(loaded, agencies) : '',
    withdrawn: loaded.asked
      .filter(({ status }) => status === 'withdrawn')
      .map((response) => toWithdrawn(loaded.versions, response)),
  };
}

function toPlanned({ round, versions }: LoadedRound, agency: StoredAgency): AskedRow {
  const places = agency.placeIds.filter((id) => round.placeIds.includes(id)).length;
  const what = versions.map((version) => planWords(version, places));
  return {
    name: agency.name,
    what: what.join('; '),
    state: agency.onPaper ? '' : 'Not asked yet',
    onPaper: agency.onPaper,
    withdrawHref: '',
  };
}

function planWords({ kind, title, answered }: Version, places: number): string {
  const words = kindWords(kind, title);
  return answered === 'agency' ? words : `${words} for ${counted(places, 'Place', 'Places')}`;
}

function toAsked({ round, asked, versions }: LoadedRound, agency: StoredAgency): AskedRow {
  const own = asked.filter(
    ({ agencyId, status }) => agencyId === agency.id && status !== 'withdrawn',
  );
  const what = versions.flatMap((version) => {
    const places = own.filter(({ versionId }) => versionId === version.id).length;
    return places === 0 ? [] : [planWords(version, places)];
  });
  return {
    name: agency.name,
    what: what.join('; '),
    state: stateOf(own),
    onPaper: agency.onPaper,
    withdrawHref: roundAllows('withdraw', round.status)
      ? paths.setUp.withdraw(round.slug, agency.slug)
      : '',
  };
}

function stateOf(own: readonly AskedResponse[]): string {
  const submitted = own.filter(({ status }) => status === 'submitted').length;
  if (submitted === own.length) return 'All submitted';
  if (submitted > 0) return `${submitted} of ${own.length} submitted`;
  return own.some(({ begun }) => begun) ? 'Begun' : 'Nothing saved';
}

function leftWords({ round, system }: LoadedRound, agencies: readonly StoredAgency[]): string {
  const names = system.agencies
    .filter(({ id }) => round.agencyIds.includes(id) && !agencies.some((one) => one.id === id))
    .map(({ name }) => name);
  return names.length === 0
    ? ''
    : `Not asked, since they work in none of these Places or are retired: ${names.join('; ')}.`;
}

/** "Maturity grid, Quillby" */
export function responseWords(versions: readonly Version[], response: AskedResponse): string {
  const version = versions.find(({ id }) => id === response.versionId);
  const words = version ? kindWords(version.kind, version.title) : '';
  return response.place === null ? words : `${words}, ${response.place}`;
}

function toWithdrawn(
  versions: readonly Version[],
  response: AskedResponse,
): AskedView['withdrawn'][number] {
  const { agency, reason, withdrawnAt, withdrawnBy } = response;
  return {
    what: `${agency}: ${responseWords(versions, response)}`,
    why: reason ?? '',
    who: withdrawnAt ? `${withdrawnBy ?? 'Somebody'}, ${formatDate(withdrawnAt)}` : '',
  };
}
