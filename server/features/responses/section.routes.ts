/** The page of a section: shown, saved, and its suggested levels worked out while one answers. */
import { notFound } from '../../domain/errors.ts';
import type { Section } from '../../domain/instrument/definition.ts';
import { CLEAR } from '../../web/fields/clear.ts';
import type { Form } from '../../web/form.ts';
import { readPageMark } from '../../web/page-mark.ts';
import { paths } from '../../web/paths.ts';
import { fragment, redirect, type Reply } from '../../web/reply.ts';
import {
  get,
  param,
  post,
  postAnswers,
  type Route,
  type SignedInRequest,
} from '../../web/route.ts';
import { openWithLast } from './carry/last.ts';
import { openOwnResponse, type Opened, type ResponseDeps } from './opened.ts';
import { clearedPlace, withoutCleared } from './clear.form.ts';
import { decideSave } from './save.ts';
import { autosave, saveSent } from './section.save.ts';
import { levelsOf, parseSection } from './section.form.ts';
import { contextOf, latePage, rejectedPage, storedPage, type OpenSection } from './section.page.ts';
import { suggestionFragment, toSuggestion } from './suggestion.view.ts';

const path = '/responses/:response/sections/:section';

export function sectionRoutes(deps: ResponseDeps): Route[] {
  return [
    get(path, 'response.read', async (request) => {
      const id = param(request, 'response');
      const { opened, lastRound } = await openWithLast(deps, request.scope, id);
      const open = openSection(opened, request);
      if (hasEntries(open)) return redirect(paths.entries(opened.response.id));
      return storedPage(deps, open, { from: fromOf(request.query['from']), lastRound });
    }),
    postAnswers(path, 'response.write', async (request) => {
      const open = await openToSave(deps, request);
      // Entries have pages of their own.
      if (hasEntries(open)) throw notFound();
      return saveSection(deps, open, request);
    }),
    post(`${path}/save`, 'response.write', async (request) => {
      const open = await openToSave(deps, request);
      if (hasEntries(open)) throw notFound();
      return autosave(deps, open, request.form);
    }),
    post(`${path}/suggestion`, 'response.write', async (request) => {
      const opened = await openOwnResponse(deps, request.scope, param(request, 'response'));
      const { section } = openSection(opened, request);
      const suggestions = levelsOf(section).map((item) =>
        toSuggestion(opened.definition, item, request.form),
      );
      return fragment(suggestionFragment, { suggestions });
    }),
  ];
}

/** With what its page saved before, where it saves by itself. */
async function openToSave(deps: ResponseDeps, request: SignedInRequest): Promise<OpenSection> {
  const id = param(request, 'response');
  const mark = readPageMark(request.form);
  return openSection(await openOwnResponse(deps, request.scope, id, { mark }), request);
}

function openSection(opened: Opened, request: SignedInRequest): OpenSection {
  const wanted = param(request, 'section');
  const section = opened.definition.sections.find(({ id }) => id === wanted);
  if (!section) throw notFound();
  return { opened, section, scope: request.scope, csrf: request.csrf };
}

const hasEntries = ({ section }: OpenSection): boolean =>
  section.items.some(({ type }) => type === 'entries');

/** Where one came from: checking, or deciding on last round's answers. */
function backPath({ opened, section }: Pick<OpenSection, 'opened' | 'section'>, from: string) {
  const { id } = opened.response;
  return from === 'carry'
    ? `${paths.carry(id)}#${section.items[0]?.id ?? ''}`
    : `${paths.check(id)}#${section.id}`;
}

/** The page that saving leads back to; '' for the next section. */
const fromOf = (asked: string | undefined): string =>
  asked === 'check' || asked === 'carry' ? asked : '';

async function saveSection(
  deps: ResponseDeps,
  open: OpenSection,
  request: SignedInRequest,
): Promise<Reply> {
  const form = withoutCleared(open.section, request.form);
  const { sent, faults, mark } = parseSection(open.section, form, await contextOf(deps, open));
  if (!open.opened.writable) return latePage(deps, open, sent);
  const answers = { form, answers: sent };
  if (faults.length > 0) return rejectedPage(deps, open, answers, { faults, conflicts: [] });
  const { opened, conflicts } = await saveSent(deps, open, { sent, mark, decide: decideSave });
  if (!opened.writable) return latePage(deps, { ...open, opened }, sent);
  if (conflicts.length > 0) {
    return rejectedPage(deps, { ...open, opened }, answers, { faults: [], conflicts });
  }
  return redirect(nextPath(open, request.form));
}

function nextPath({ opened, section }: OpenSection, form: Form): string {
  const { id } = opened.response;
  const then = form.text('then');
  const from = fromOf(form.text('from'));
  if (then === 'stay' || then === CLEAR) {
    const query = from === '' ? '' : `?from=${from}`;
    return `${paths.section(id, section.id)}${query}${placeOf(section, form)}`;
  }
  if (then === 'return') return paths.response(id);
  if (from !== '') return backPath({ opened, section }, from);
  const { sections } = opened.definition;
  const next = sections[sections.findIndex((one) => one.id === section.id) + 1];
  return next ? paths.section(id, next.id) : paths.check(id);
}

/** Where one looks after saving without leaving the page. */
function placeOf(section: Section, form: Form): string {
  const place = clearedPlace(section, form);
  if (place !== undefined) return `#${place}`;
  const [first] = levelsOf(section);
  return first ? `#${first.id}_suggestion` : '';
}
