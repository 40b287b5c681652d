/** Raises an action: an empty form, one that starts from a domain, an element, a gap or a contradiction, and the deed. */
import { transact } from '../../db/transact.ts';
import type { NamedContent } from '../../domain/actions/change.ts';
import { AppError } from '../../domain/errors.ts';
import { readNote } from '../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import type { SignedInRequest } from '../../web/route.ts';
import { readAction, readTyped, type FormFault, type Offered, type Typed } from './action.form.ts';
import type { ActionDeps } from './deps.ts';
import { gapHref } from './gap-href.ts';
import { actionFormPage, toFormView } from './form.view.ts';
import { isId } from './one.load.ts';
import { loadOptions } from './options.queries.ts';
import { loadOrigin, type OriginAsked, type RaisedFrom } from './origin.load.ts';
import { raiseAction, type Origin } from './write.queries.ts';

const originFields = ['place', 'source', 'item', 'round'] as const;
const typedFields = ['what', 'criteria', 'level', 'agency', 'person', 'ownerName'] as const;
const fields = [...originFields, 'about', ...typedFields, 'due', 'status', 'note', 'key'];

const readOrigin = (text: (name: string) => string): OriginAsked => ({
  place: text('place'),
  source: text('source'),
  item: text('item'),
  round: text('round'),
});

export async function askForAction(deps: ActionDeps, request: SignedInRequest): Promise<Reply> {
  const asked = readOrigin((name) => request.query[name] ?? '');
  const { from, offered } = await load(deps, request, asked);
  if (from?.shown === false) throw new AppError('not-found', notShown(from));
  const levels = from?.levels[0];
  const typed: Typed = {
    ...{ what: '', agency: '', person: '', ownerName: '', due: '', status: 'proposed', note: '' },
    level: levels ? String(levels.level) : '',
    criteria: [],
  };
  const about = from?.about ?? '';
  return formReply(request, { asked, about, from, offered, typed, faults: [], key: deps.newId() });
}

const notShown = ({ source, place, round }: RaisedFrom): string =>
  `The results of ${place.name} in ${round.name} show no such ${source}, or no longer. Go back to them, and raise the action from what they show now.`;

async function load(deps: ActionDeps, { scope }: SignedInRequest, asked: OriginAsked) {
  const [from, options] = await Promise.all([
    loadOrigin(deps, scope, asked),
    loadOptions(deps.db, scope),
  ]);
  const offered: Offered = {
    ...options,
    levels: from?.levels ?? [],
    criteria: from?.unmet ?? [],
  };
  return { from, offered };
}

const nothing: NamedContent = {
  ...{ what: '', ownerAgency: '', ownerPerson: '', ownerName: '', status: 'proposed' },
  ...{ ownerAgencyId: null, ownerPersonId: null, dueOn: null, aimedLevel: null, criteria: [] },
};

export async function raise(deps: ActionDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, fields);
  const asked = readOrigin((name) => form.text(name));
  const { from, offered } = await load(deps, request, asked);
  const sent = readAction(form, offered, { stored: nothing, hand: 'whole' });
  const origin = originOf(form, from, offered);
  const key = form.text('key');
  const id = isId(key) ? key : deps.newId();
  const faults = [...origin.faults, ...sent.faults];
  if (faults.length > 0) {
    const about = form.text('about');
    const typed = readTyped(form);
    return formReply(request, { asked, about, from, offered, typed, faults, key: id });
  }
  const { content, note } = sent;
  await transact(deps.db, (trx) =>
    raiseAction(trx, scope, { ...origin.value, id, content, note }, deps.now()),
  );
  return redirect(paths.action(id));
}

interface Placed {
  readonly value: Origin;
  readonly faults: readonly FormFault[];
}

/** A new action without a source may be any Place's, or the whole system's. */
function originOf(form: Form, from: RaisedFrom | null, { places }: Offered): Placed {
  if (from) return givenOrigin(from, form.text('about'));
  const slug = form.text('place');
  const place = places.find((each) => each.slug === slug);
  const isGone = slug !== '' && !place;
  return {
    value: { placeId: place?.id ?? null, source: 'none', itemId: null, about: '', roundId: null },
    faults: isGone ? [{ field: 'place', text: 'Choose a Place from the list' }] : [],
  };
}

/** Of a gap or a contradiction the words may be put right. @param typed these words */
function givenOrigin(from: RaisedFrom, typed: string): Placed {
  const { source, itemId, place, round } = from;
  const about = isNamed(from) ? { value: from.about, fault: '' } : readNote(typed);
  const isGood = about.value !== '' && about.fault === '' && about.value.length <= 200;
  const fault = isGood ? notShown(from) : 'Name it in up to 200 characters';
  return {
    value: { placeId: place.id, source, itemId, about: about.value, roundId: round.id },
    faults: isGood && from.shown ? [] : [{ field: 'about', text: fault }],
  };
}

const isNamed = ({ source }: RaisedFrom): boolean => source === 'domain' || source === 'element';

interface Shown {
  readonly asked: OriginAsked;
  /** of a gap or a contradiction: its words, as offered or as typed */
  readonly about: string;
  readonly from: RaisedFrom | null;
  readonly offered: Offered;
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
  readonly key: string;
}

function formReply({ csrf }: SignedInRequest, shown: Shown): Reply {
  const { asked, about, from, offered, typed, faults, key } = shown;
  const facts = {
    typed,
    offered,
    faults,
    conflict: null,
    hand: 'whole',
    storedPerson: null,
  } as const;
  const backHref = from ? resultsHref(from) : paths.actions();
  const frame = { ...headOf(from), action: paths.actions(), csrf, button: 'Raise it', backHref };
  const fresh = {
    place: asked.place,
    about,
    asksPlace: from === null,
    asksAbout: from && !isNamed(from) ? `Which ${from.source}` : '',
  };
  const view = toFormView(facts, { ...frame, hidden: hiddenOf(asked, from, key) }, fresh);
  return page(actionFormPage, view, {
    title: `${faults.length > 0 ? 'Error: ' : ''}${view.heading}`,
    crumbs: [{ text: 'Actions', href: paths.actions() }],
    ...(faults.length > 0 ? { status: 422 } : {}),
  });
}

function resultsHref({ source, itemId, round, place }: RaisedFrom): string {
  return source === 'gap'
    ? gapHref({ round: round.slug, place: place.slug }, itemId)
    : paths.placeReport(round.slug, place.slug);
}

function hiddenOf(
  { place, source, item, round }: OriginAsked,
  from: RaisedFrom | null,
  key: string,
) {
  const given = from ? { place, source, item, round } : {};
  return Object.entries({ ...given, key }).map(([name, value]) => ({ name, value }));
}

function headOf(from: RaisedFrom | null) {
  if (!from) {
    return {
      caption: 'New action',
      heading: 'Raise an action',
      lede: 'What is to be done, by whom, and by when. Everybody in the system reads it at once.',
      early: '',
    };
  }
  const { place, round, about } = from;
  const what = isNamed(from) ? `: ${about}` : '';
  return {
    caption: `New action, ${place.name}, ${round.name}`,
    heading: `Raise an action${what}`,
    lede:
      from.unmet.length > 0
        ? 'The criteria that most agencies do not see met yet are a place to start.'
        : 'What is to be done, by whom, and by when.',
    early: from.early
      ? `The results of ${round.name} are not published yet: until then only the coordinator and the Place’s reviewers see this action, and its owners without where it comes from.`
      : '',
  };
}
