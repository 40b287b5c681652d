/** What stands around every page: header, navigation, breadcrumb, demonstration notice, footer with credits. */
import { hasRole, type MemberRole, type Scope } from '../domain/access/scope.ts';
import { may, type Permission } from '../domain/access/may.ts';
import type { Crumb, PageOptions } from './reply.ts';
import { paths } from './paths.ts';

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

export interface Frame {
  readonly title: string;
  readonly nav: readonly NavItem[];
  readonly person: { readonly name: string; readonly role: string; readonly csrf: string } | null;
  /** of the demonstration; null in real use */
  readonly notice: DemoNotice | null;
  readonly crumbs: readonly Crumb[];
  readonly credits: readonly string[];
  readonly footer: readonly NavItem[];
  readonly version: string;
  readonly body: string;
}

interface Section {
  readonly text: string;
  readonly href: string;
  readonly permission: Permission;
  /** which addresses it holds */
  readonly under: RegExp;
}

const navigation: readonly Section[] = [
  { text: 'Your work', href: paths.home(), permission: 'own-work', under: /^\/($|responses)/ },
  { text: 'Start', href: paths.home(), permission: 'signed-in', under: /^\/$/ },
  { text: 'Results', href: paths.rounds(), permission: 'results.read', under: /^\/rounds/ },
  {
    text: 'Instruments',
    href: paths.instruments(),
    permission: 'instruments.read',
    under: /^\/instruments/,
  },
  { text: 'Set-up', href: paths.setUp.overview(), permission: 'set-up', under: /^\/set-up/ },
];

/** The start page has one name for each: "Your work" for those who have some. */
function toNav(scope: Scope, path: string): NavItem[] {
  const granted = navigation.filter(({ permission }) => may(scope, permission));
  return granted
    .filter(({ href }, n) => granted.findIndex((section) => section.href === href) === n)
    .map(({ text, href, under }) => ({ text, href, current: under.test(path) }));
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

function roleOf(scope: Scope): string {
  if (scope.memberships.some(({ isChair }) => isChair)) return 'chair';
  return roleWords.find(([role]) => hasRole(scope, role))?.[1] ?? '';
}

function noticeOf({ demo, scope, path }: FrameFacts): DemoNotice | null {
  if (!demo) return null;
  if (!scope) return { text: invented, you: '', changeHref: '' };
  const text = scope.fictional
    ? invented
    : `Demonstration. ${scope.systemName} is entered from its published strategy; the people are invented.`;
  const onHome = path === paths.home();
  const you = `You are ${scope.personName}, ${roleOf(scope)}: this is what you would do now.`;
  return { text, you: onHome ? you : '', changeHref: paths.signIn() };
}

const invented = 'Demonstration. Every Place, agency and person here is invented.';

export interface FrameFacts {
  readonly path: string;
  readonly scope: Scope | null;
  readonly csrf: string;
  readonly demo: boolean;
  readonly version: string;
  readonly options: PageOptions;
  readonly body: string;
}

export function toFrame(facts: FrameFacts): Frame {
  const { scope, options, path } = facts;
  return {
    title: options.title,
    nav: scope ? toNav(scope, path) : [],
    person: scope && { name: scope.personName, role: roleOf(scope), csrf: facts.csrf },
    notice: noticeOf(facts),
    crumbs: options.crumbs ?? [],
    credits: options.credits ?? [],
    footer: footer.map(([text, href]) => ({ text, href, current: path === href })),
    version: facts.version,
    body: facts.body,
  };
}

/** The SVG patterns of the colours need nothing from the page. */
export type Patterns = Record<string, never>;
