/** Changes on which days an open round reminds. */
import { roundAllows } from '../../../domain/round/workflow.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpDeps } from '../change.ts';
import type { FormFault } from '../fields.view.ts';
import { revisionOf } from '../things.form.ts';
import { holdRound, type LoadedRound } from './load-round.ts';
import { datedRemindersField } from './reminders-field.view.ts';
import { daysWords, parseReminders } from './reminders.form.ts';
import { updateRound } from './round-write.queries.ts';
import { formReply, showForm } from './running-form.ts';
import { changed } from './step.ts';

export function reminderRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/rounds/:round/reminders', 'set-up', (request) =>
      showForm(deps, request, 'set-reminders', (loaded) =>
        remindersForm(request, loaded, loaded.round.reminderDays.map(String), []),
      ),
    ),
    post('/set-up/rounds/:round/reminders', 'set-up', (request) => store(deps, request)),
  ];
}

function remindersForm(
  request: SignedInRequest,
  loaded: LoadedRound,
  chosen: readonly string[],
  faults: readonly FormFault[],
): Reply {
  const { round, now } = loaded;
  return formReply(request, loaded, {
    heading: 'Change the reminders',
    lede: 'They go out by themselves. What was sent stays as it was, and nothing is sent for a day that has passed.',
    form: {
      action: paths.setUp.roundReminders(round.slug),
      fields: [datedRemindersField({ closesAt: round.closesAt ?? now, now }, chosen, faults)],
      button: 'Save',
    },
    faults,
  });
}

function store(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const loaded = await holdRound(change, request);
    const { round } = loaded;
    refuseOthers(request.form, ['reminders', 'revision']);
    const sent = request.form.all('reminders');
    const { value, faults } = parseReminders(sent);
    if (faults.length > 0) return remindersForm(request, loaded, sent, faults);
    const from = daysWords(round.reminderDays);
    const to = daysWords(value);
    if (from !== to) {
      const isStale = revisionOf(request.form) !== round.revision;
      if (!roundAllows('set-reminders', round.status) || isStale) throw changed();
      const { trx, scope, now, record } = change;
      await updateRound(trx, scope, round, { reminderDays: value, remindersFrom: now });
      await record({
        act: 'round.reminders-changed',
        subjectType: 'round',
        subjectId: round.id,
        details: { name: round.name, changed: `${from}, now ${to}` },
      });
    }
    return redirect(`${paths.setUp.round(round.slug)}?done=reminders`);
  });
}
