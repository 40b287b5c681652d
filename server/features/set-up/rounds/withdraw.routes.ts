/** Withdraws what an agency is asked in a round, with the reason. */
import { notFound } from '../../../domain/errors.ts';
import { roundAllows } from '../../../domain/round/workflow.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpDeps } from '../change.ts';
import { textField, ticksField, type FormFault } from '../fields.view.ts';
import type { StoredAgency } from '../known.queries.ts';
import { readWithdrawal } from './asked.form.ts';
import { withdrawResponse } from './asked.queries.ts';
import { responseWords } from './asked.view.ts';
import { reloadRound, type LoadedRound } from './load-round.ts';
import type { AskedResponse } from './rounds.queries.ts';
import { formReply, showForm } from './running-form.ts';
import { changed } from './step.ts';

export function withdrawRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/rounds/:round/agencies/:agency/withdraw', 'set-up', (request) =>
      showForm(deps, request, 'withdraw', (loaded) => {
        const own = ownOf(loaded, request);
        const responses = own.responses.length === 1 ? own.responses.map(idOf) : [];
        return withdrawalForm(request, loaded, { responses, reason: '' }, []);
      }),
    ),
    post('/set-up/rounds/:round/agencies/:agency/withdraw', 'set-up', (request) =>
      withdraw(deps, request),
    ),
  ];
}

const idOf = ({ responseId }: AskedResponse): string => responseId;

interface Own {
  readonly agency: StoredAgency;
  readonly responses: readonly AskedResponse[];
}

/** What is still asked of the agency that the address names. */
function ownOf({ system, asked }: LoadedRound, request: SignedInRequest): Own {
  const agency = system.agencies.find(({ slug }) => slug === param(request, 'agency'));
  const all = asked.filter(({ agencyId }) => agencyId === agency?.id);
  if (!agency || all.length === 0) throw notFound();
  return { agency, responses: all.filter(({ status }) => status !== 'withdrawn') };
}

function withdrawalForm(
  request: SignedInRequest,
  loaded: LoadedRound,
  typed: { readonly responses: readonly string[]; readonly reason: string },
  faults: readonly FormFault[],
): Reply {
  const { agency, responses } = ownOf(loaded, request);
  const choices = responses.map((response) => ({
    value: response.responseId,
    label: `${responseWords(loaded.versions, response)}${response.status === 'submitted' ? ' (submitted)' : ''}`,
  }));
  return formReply(request, loaded, {
    heading: `Withdraw what ${agency.name} is asked`,
    lede: 'Its answers are kept, and not counted. Nobody is e-mailed; the agency reads the reason in its list of work.',
    form: {
      action: paths.setUp.withdraw(loaded.round.slug, agency.slug),
      fields: [
        ticksField(
          { name: 'responses', text: 'What to withdraw' },
          choices,
          typed.responses,
          faults,
        ),
        textField({ name: 'reason', text: 'Why', multiline: true }, typed.reason, faults),
      ],
      button: 'Withdraw',
    },
    faults,
  });
}

function withdraw(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const loaded = await reloadRound(change, request);
    const { round, asked } = loaded;
    if (!roundAllows('withdraw', round.status)) throw changed();
    const { agency } = ownOf(loaded, request);
    const known = asked.filter(({ agencyId }) => agencyId === agency.id).map(idOf);
    const { typed, value, faults } = readWithdrawal(request.form, known);
    if (faults.length > 0) return withdrawalForm(request, loaded, typed, faults);
    const { trx, scope, now, record } = change;
    const { reason } = value;
    for (const responseId of value.responses) {
      if (!(await withdrawResponse(trx, scope, { responseId, reason, now }))) continue;
      await record({
        act: 'response.withdrawn',
        subjectType: 'response',
        subjectId: responseId,
        details: { round: round.name, agency: agency.name, reason },
      });
    }
    return redirect(`${paths.setUp.round(round.slug)}?done=withdrawn`);
  });
}
