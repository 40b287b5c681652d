/** The page of a section: shown, saved, and its suggested levels worked out while one answers. */
import { notFound } from '../../domain/errors.ts';
import { allows } from '../../domain/round/response.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { fragment, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { findAnswers } from './content.queries.ts';
import { openOwnResponse, openResponse, type Opened, type ResponseDeps } from './opened.ts';
import { decideSave, staleOf, type Conflict, type SentAnswer } from './save.ts';
import { findBases, writeAnswers } from './save.queries.ts';
import { levelsOf, parseSection } from './section.form.ts';
import { contextOf, latePage, rejectedPage, storedPage, type OpenSection } from './section.page.ts';
import { suggestionFragment, toSuggestion } from './suggestion.view.ts';

const path = '/responses/:response/sections/:section';

export function sectionRoutes(deps: ResponseDeps): Route[] {
  return [
    get(path, 'response.read', async (request) => {
      const opened = await openResponse(deps, request.scope, param(request, 'response'));
      const open = openSection(opened, request);
      if (hasEntries(open)) return redirect(paths.entries(opened.response.id));
      return storedPage(deps, open, request.query['from'] === 'check' ? 'check' : '');
    }),
    post(path, 'response.write', async (request) => {
      const opened = await openOwnResponse(deps, request.scope, param(request, 'response'));
      const open = openSection(opened, request);
      // Entries have pages of their own.
      if (hasEntries(open)) throw notFound();
      return saveSection(deps, open, request);
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

function openSection(opened: Opened, request: SignedInRequest): OpenSection {
  const wanted = param(request, 'section');
  const section = opened.definition.sections.find(({ id }) => id === wanted);
  if (!section) throw notFound();
  return { opened, section, scope: request.scope, csrf: request.csrf };
}

const hasEntries = ({ section }: OpenSection): boolean =>
  section.items.some(({ type }) => type === 'entries');

async function saveSection(
  deps: ResponseDeps,
  open: OpenSection,
  { form }: SignedInRequest,
): Promise<Reply> {
  const { sent, faults } = parseSection(open.section, form, await contextOf(deps, open));
  if (!open.opened.writable) return latePage(deps, open, sent);
  const answers = { form, answers: sent };
  if (faults.length > 0) return rejectedPage(deps, open, answers, { faults, conflicts: [] });
  const outcome = await save(deps, open, sent);
  if (outcome.kind === 'frozen') {
    // Somebody submitted between this page's opening and its saving.
    const opened = await openOwnResponse(deps, open.scope, open.opened.response.id);
    return latePage(deps, { ...open, opened }, sent);
  }
  if (outcome.kind === 'conflict') {
    return rejectedPage(deps, open, answers, { faults: [], conflicts: outcome.conflicts });
  }
  return redirect(nextPath(open, form.text('then'), form.text('from')));
}

type Outcome =
  | { readonly kind: 'saved' | 'frozen' }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] };

function save(
  { db, now }: ResponseDeps,
  { opened, scope }: OpenSection,
  sent: readonly SentAnswer[],
): Promise<Outcome> {
  const { id } = opened.response;
  return transact(db, async (trx): Promise<Outcome> => {
    const { status, roundStatus } = await lockResponse(trx, scope, id);
    if (!allows('write', status, roundStatus)) return { kind: 'frozen' };
    const itemIds = sent.map(({ item }) => item.id);
    const stored = await findAnswers(trx, scope, id, itemIds);
    const bases = await findBases(trx, scope, id, staleOf(sent, stored));
    const { conflicts, changes } = decideSave(sent, stored, bases);
    if (conflicts.length > 0) return { kind: 'conflict', conflicts };
    await writeAnswers(trx, scope, { responseId: id, changes, now: now() });
    return { kind: 'saved' };
  });
}

function nextPath({ opened, section }: OpenSection, then: string, from: string): string {
  const { id } = opened.response;
  if (then === 'stay') {
    const [first] = levelsOf(section);
    const query = from === 'check' ? '?from=check' : '';
    return `${paths.section(id, section.id)}${query}${first ? `#${first.id}_suggestion` : ''}`;
  }
  if (then === 'return') return paths.response(id);
  if (from === 'check') return paths.check(id);
  const { sections } = opened.definition;
  const next = sections[sections.findIndex((one) => one.id === section.id) + 1];
  return next ? paths.section(id, next.id) : paths.check(id);
}
