/** Gives a round more time. */
import { roundAllows } from '../../../domain/round/workflow.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from '../change.ts';
import { momentField, type FormFault, type MomentText } from '../fields.view.ts';
import { revisionOf } from '../things.form.ts';
import { readDeadline } from './asked.form.ts';
import { holdRound, type LoadedRound } from './load-round.ts';
import { toMomentText } from './round-form.view.ts';
import { updateRound } from './round-write.queries.ts';
import { formReply, showForm } from './running-form.ts';
import type { StoredRound } from './rounds.queries.ts';
import { changed } from './step.ts';

export function deadlineRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/rounds/:round/extend', 'set-up', (request) =>
      showForm(deps, request, 'extend', (loaded) => {
        const { closesAt } = loaded.round;
        return deadlineForm(request, loaded, toMomentText(closesAt ?? loaded.now), []);
      }),
    ),
    post('/set-up/rounds/:round/extend', 'set-up', (request) => extend(deps, request)),
  ];
}

function deadlineForm(
  request: SignedInRequest,
  loaded: LoadedRound,
  closes: MomentText,
  faults: readonly FormFault[],
): Reply {
  return formReply(request, loaded, {
    heading: 'Extend the deadline',
    lede: 'Nobody is e-mailed: tell the agencies yourself. Later messages name the new time.',
    form: {
      action: paths.setUp.extendRound(loaded.round.slug),
      fields: [momentField({ name: 'closes', text: 'New closing time' }, closes, faults)],
      button: 'Extend',
    },
    faults,
  });
}

function extend(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const loaded = await holdRound(change, request);
    const { round, now } = loaded;
    const sent = revisionOf(request.form);
    // Sent twice, the second finds the deadline as the first has left it: no fault, and nothing to do.
    const closesAt = sent === round.revision ? round.closesAt : null;
    const { typed, value, faults } = readDeadline(request.form, { closesAt, now });
    if (!value) return deadlineForm(request, loaded, typed, faults);
    if (value.getTime() !== round.closesAt?.getTime()) {
      if (!roundAllows('extend', round.status) || sent !== round.revision) throw changed();
      await store(change, round, value);
    }
    return redirect(`${paths.setUp.round(round.slug)}?done=extended`);
  });
}

async function store(change: SetUpChange, round: StoredRound, closesAt: Date): Promise<void> {
  await updateRound(change.trx, change.scope, round, { closesAt, remindersFrom: change.now });
  await change.record({
    act: 'round.extended',
    subjectType: 'round',
    subjectId: round.id,
    details: {
      name: round.name,
      from: round.closesAt?.toISOString() ?? null,
      to: closesAt.toISOString(),
    },
  });
}
