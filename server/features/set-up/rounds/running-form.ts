/** The forms of a round that goes on: shown while its state allows the act. */
import { roundAllows, type RoundAct } from '../../../domain/round/workflow.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import type { SignedInRequest } from '../../../web/route.ts';
import type { SetUpDeps } from '../change.ts';
import type { FormFault } from '../fields.view.ts';
import { replyWith, type FormBody, type NewFormView } from '../form.view.ts';
import { captionOf } from '../words.ts';
import { loadRound, type LoadedRound } from './load-round.ts';
import { roundOptions } from './round.words.ts';

/** The form, or the round's page where its state does not allow it any more. */
export async function showForm(
  deps: SetUpDeps,
  request: SignedInRequest,
  act: RoundAct,
  form: (loaded: LoadedRound) => Reply,
): Promise<Reply> {
  const loaded = await loadRound(deps, request);
  const { slug, status } = loaded.round;
  return roundAllows(act, status) ? form(loaded) : redirect(paths.setUp.round(slug));
}

interface FormParts {
  readonly heading: string;
  readonly lede: string;
  readonly form: Pick<FormBody, 'action' | 'fields' | 'button'>;
  readonly faults: readonly FormFault[];
}

export function formReply(
  request: SignedInRequest,
  { round }: LoadedRound,
  parts: FormParts,
): Reply {
  const { heading, lede, form, faults } = parts;
  const view: NewFormView = {
    caption: `${captionOf(request.scope)} · ${round.name}`,
    heading,
    lede,
    form: {
      ...form,
      csrf: request.csrf,
      revision: round.revision,
      backHref: paths.setUp.round(round.slug),
      backText: 'Back without changing anything',
    },
    retireHref: '',
    retireText: '',
  };
  return replyWith(view, { faults, conflict: null }, roundOptions(heading, round));
}
