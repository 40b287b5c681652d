/** The steps of a round's life: what each will do is said first, then done. */
import { notFound } from '../../../domain/errors.ts';
import { mayStep, stepNamed, workflow, type RoundStep } from '../../../domain/round/workflow.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpDeps } from '../change.ts';
import { revisionOf } from '../things.form.ts';
import { holdRound, loadRound } from './load-round.ts';
import { factsOf } from './step-facts.ts';
import { stepPage, toStepView } from './step.view.ts';
import { takeStep } from './step.ts';
import { roundOptions } from './round.words.ts';

export function stepRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/rounds/:round/steps/:step', 'set-up', (request) => ask(deps, request)),
    post('/set-up/rounds/:round/steps/:step', 'set-up', (request) => take(deps, request)),
  ];
}

function stepOf(request: SignedInRequest): RoundStep {
  const step = stepNamed(param(request, 'step'));
  if (!step) throw notFound();
  return step;
}

/** A step that is not to be taken now leads back to the round, which says why. */
async function ask(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const step = stepOf(request);
  const loaded = await loadRound(deps, request);
  const { round } = loaded;
  const facts = factsOf(loaded);
  if (!mayStep(step, round.status, facts)) return redirect(paths.setUp.round(round.slug));
  const view = toStepView({ step, loaded, facts }, request);
  return page(stepPage, view, roundOptions(view.heading, round));
}

async function take(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const step = stepOf(request);
  refuseOthers(request.form, ['revision']);
  const slug = await changeSetUp(deps, request.scope, async (change) => {
    const held = await holdRound(change, request);
    await takeStep(change, held, { step, revision: revisionOf(request.form) });
    return held.round.slug;
  });
  return redirect(`${paths.setUp.round(slug)}?done=${workflow[step].to}`);
}
