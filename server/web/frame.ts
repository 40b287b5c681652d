/** What stands around every page: header, navigation, breadcrumb, demonstration notice, footer with credits. */
import { hasRole, type MemberRole, type Scope } from '../domain/access/scope.ts';
import { may, type Permission } from '../domain/access/may.ts';
import type { Crumb, PageOptions } from './reply.ts';
import { paths } from './paths.ts';
import type { Who } from './session.ts';

interface NavItem {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

interface DemoNotice {
  readonly text: string;
  /** whom one has chosen to be, on the start page; '' elsewhere */
  readonly you: string;
  /** where one chooses again; '' for those who have not chosen */
  readonly changeHref: string;
}

interface FramePerson {
  readonly name: string;
  readonly role: string;
  readonly csrf: string;
  readonly accountHref: string;
  /** '' for those who may not read it */
  readonly auditHref: string;
}

export interface Frame {
  readonly title: string;
  readonly nav: readonly NavItem[];
  readonly person: FramePerson | null;
  /** of the demonstration; null in real use */
  readonly notice: DemoNotice | null;
  /** on whose behalf one is at work; '' mostly */
  readonly banner: string;
  /** for a projector: nothing around the page */
  readonly projector: boolean;
  readonly crumbs: readonly Crumb[];
  readonly credits: readonly string[];
  readonly footer: readonly NavItem[];
  readonly version: string;
  readonly body: string;
}

interface Section {
  readonly text: string;
  readonly href: string;
  /** which addresses it holds */
  readonly under: RegExp;
}

const administration: readonly Section[] = [
  { text: 'Systems', href: paths.administration(), under: /^\/administration($|\/systems)/ },
  { text: 'Accounts', href: paths.accounts(), under: /^\/administration\/accounts/ },
];

const navigation: readonly (Section & { readonly permission: Permission })[] = [
  { text: 'Your work', href: paths.home(), permission: 'own-work', under: /^\/($|responses)/ },
  { text: 'Start', href: paths.home(), permission: 'signed-in', under: /^\/$/ },
  {
    text: 'Progress',
    href: paths.progressNow(),
    permission: 'progress',
    under: /^\/(progress$|rounds\/[^/]+\/(progress|remind))/,
  },
  {
    text: 'Results',
    href: paths.rounds(),
    permission: 'results.read',
    under: /^\/rounds(?!\/[^/]+\/(progress|remind))/,
  },
  { text: 'Actions', href: paths.actions(), permission: 'actions.read', under: /^\/actions/ },
  {
    text: 'Instruments',
    href: paths.instruments(),
    permission: 'instruments.read',
    under: /^\/instruments/,
  },
  { text: 'Set-up', href: paths.setUp.overview(), permission: 'set-up', under: /^\/set-up/ },
];

/** The start page has one name for each: "Your work" for those who have some. */
function toSections(scope: Scope): readonly Section[] {
  const granted = navigation.filter(({ permission }) => may(scope, permission));
  return granted.filter(
    ({ href }, n) => granted.findIndex((section) => section.href === href) === n,
  );
}

const footer: readonly [string, string][] = [
  ['Help', paths.help()],
  ['Glossary', paths.glossary()],
  ['Accessibility', paths.accessibility()],
  ['Privacy', paths.privacy()],
  ['Cookies', paths.cookies()],
];

const roleWords: readonly (readonly [MemberRole, string])[] = [
  ['coordinator', 'coordinator'],
  ['reviewer', 'reviewer'],
  ['icb-lead', 'ICB lead'],
  ['agency-lead', 'agency lead'],
  ['contributor', 'contributor'],
];

export function roleInWords(role: MemberRole): string {
  return roleWords.find(([known]) => known === role)?.[1] ?? role;
}

function roleOf(scope: Scope): string {
  if (scope.memberships.some(({ isChair }) => isChair)) return 'chair';
  return roleWords.find(([role]) => hasRole(scope, role))?.[1] ?? '';
}

function toNav({ scope, administrator }: Who, path: string): NavItem[] {
  const sections = administrator ? administration : scope ? toSections(scope) : [];
  return sections.map(({ text, href, under }) => ({ text, href, current: under.test(path) }));
}

function personOf({ scope, administrator }: Who, csrf: string): FramePerson | null {
  const accountHref = paths.account();
  if (administrator) {
    const { personName: name } = administrator;
    return { name, role: 'administrator', csrf, accountHref, auditHref: '' };
  }
  if (!scope) return null;
  const auditHref = may(scope, 'audit.read') ? paths.audit() : '';
  return { name: scope.personName, role: roleOf(scope), csrf, accountHref, auditHref };
}

function noticeOf({ demo, who, path }: FrameFacts): DemoNotice | null {
  if (!demo) return null;
  const person = personOf(who, '');
  if (!person) return { text: invented, you: '', changeHref: '' };
  const { scope } = who;
  const text =
    scope && !scope.fictional
      ? `Demonstration. ${scope.systemName} is entered from its published strategy; the people are invented.`
      : invented;
  const isFirst = path === paths.home() || path === paths.administration();
  const you = `You are ${person.name}, ${person.role}: this is what you would do now.`;
  return { text, you: isFirst ? you : '', changeHref: paths.signIn() };
}

const invented = 'Demonstration. Every Place, agency and person here is invented.';

export interface FrameFacts {
  readonly path: string;
  readonly who: Who;
  readonly csrf: string;
  readonly demo: boolean;
  readonly version: string;
  readonly options: PageOptions;
  readonly body: string;
}

export function toFrame(facts: FrameFacts): Frame {
  const { who, options, path } = facts;
  return {
    title: options.title,
    nav: toNav(who, path),
    person: personOf(who, facts.csrf),
    notice: noticeOf(facts),
    banner: options.banner ?? '',
    projector: options.projector ?? false,
    crumbs: options.crumbs ?? [],
    credits: options.credits ?? [],
    footer: footer.map(([text, href]) => ({ text, href, current: path === href })),
    version: facts.version,
    body: facts.body,
  };
}

/** The SVG patterns of the colours need nothing from the page. */
export type Patterns = Record<string, never>;
