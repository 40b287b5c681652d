/** Asks agencies late, or again what was withdrawn. */
import { roundAllows } from '../../../domain/round/workflow.ts';
import { counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from '../change.ts';
import { ticksField, type FormFault } from '../fields.view.ts';
import type { StoredAgency } from '../known.queries.ts';
import { readAgencies } from './asked.form.ts';
import { askAgain } from './asked.queries.ts';
import { assignAgencies } from './assign.queries.ts';
import { reloadRound, type LoadedRound } from './load-round.ts';
import { inviteAgencies } from './round-mail.ts';
import { formReply, showForm } from './running-form.ts';
import { candidatesOf, invitationsTo } from './step-facts.ts';
import { changed } from './step.ts';

export function moreAgenciesRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/rounds/:round/agencies', 'set-up', (request) =>
      showForm(deps, request, 'add-agencies', (loaded) =>
        candidatesOf(loaded).length === 0
          ? redirect(paths.setUp.round(loaded.round.slug))
          : agenciesForm(request, loaded, [], []),
      ),
    ),
    post('/set-up/rounds/:round/agencies', 'set-up', (request) => ask(deps, request)),
  ];
}

function agenciesForm(
  request: SignedInRequest,
  loaded: LoadedRound,
  chosen: readonly string[],
  faults: readonly FormFault[],
): Reply {
  const candidates = candidatesOf(loaded);
  return formReply(request, loaded, {
    heading: 'Ask more agencies',
    lede: 'Whoever answers for an agency that you choose is e-mailed an invitation at once. What was withdrawn is asked for again, with what was entered.',
    form: {
      action: paths.setUp.askMore(loaded.round.slug),
      fields: [
        ticksField(
          { name: 'agencies', text: 'Agencies' },
          candidates.map((agency) => ({ value: agency.id, label: candidateWords(loaded, agency) })),
          chosen,
          faults,
        ),
      ],
      button: 'Ask and invite them',
    },
    faults,
  });
}

/** "Nestlight (2 people)": whom the invitation reaches. */
function candidateWords({ system }: LoadedRound, agency: StoredAgency): string {
  if (agency.onPaper) return `${agency.name} (on paper)`;
  const people = invitationsTo([agency], system.members).length;
  return `${agency.name} (${people === 0 ? 'nobody to e-mail' : counted(people, 'person', 'people')})`;
}

function ask(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const loaded = await reloadRound(change, request);
    const { round, system } = loaded;
    if (!roundAllows('add-agencies', round.status)) throw changed();
    const all = system.agencies.filter(({ retired }) => !retired).map(({ id }) => id);
    const { typed, value, faults: chosenFaults } = readAgencies(request.form, all);
    const faults = [...chosenFaults, ...lateFaults(round.closesAt, change.now)];
    if (faults.length > 0) return agenciesForm(request, loaded, typed, faults);
    // One that was asked meanwhile is left as it is: sent twice, everybody is written to once.
    const chosen = candidatesOf(loaded).filter(({ id }) => value.includes(id));
    await askThem(change, loaded, chosen);
    return redirect(`${paths.setUp.round(round.slug)}?done=added`);
  });
}

/** An invitation is worth nothing after the closing time, and would not be sent. */
function lateFaults(closesAt: Date | null, now: Date): FormFault[] {
  if (closesAt && closesAt > now) return [];
  return [{ field: 'agencies', text: 'The closing time has passed: extend the deadline first' }];
}

async function askThem(
  change: SetUpChange,
  { round, asked }: LoadedRound,
  chosen: readonly StoredAgency[],
): Promise<void> {
  const { trx, scope, newId, now, record } = change;
  const agencyIds = chosen.map(({ id }) => id);
  for (const { responseId, agencyId, status } of asked) {
    if (status !== 'withdrawn' || !agencyIds.includes(agencyId)) continue;
    if (!(await askAgain(trx, scope, { responseId, now }))) continue;
    await record({ act: 'response.asked-again', subjectType: 'response', subjectId: responseId });
  }
  await assignAgencies(trx, { systemId: scope.systemId, roundId: round.id, agencyIds, newId });
  await inviteAgencies(change, round, chosen);
  for (const { name } of chosen) {
    const details = { name: round.name, agency: name };
    await record({ act: 'round.agency-added', subjectType: 'round', subjectId: round.id, details });
  }
}
