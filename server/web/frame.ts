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

export interface Frame {
  readonly title: string;
  readonly mainClass: string;
  readonly wrapClass: string;
  readonly nav: readonly NavItem[];
  readonly person: { readonly name: string; readonly role: string; readonly csrf: string } | null;
  readonly notice: string | null;
  readonly crumbs: readonly Crumb[];
  readonly credits: readonly string[];
  readonly footer: readonly NavItem[];
  readonly version: string;
  readonly body: string;
}

const navigation: readonly { text: string; href: string; permission: Permission; under: RegExp }[] =
  [
    { text: 'Your work', href: paths.home(), permission: 'own-work', under: /^\/($|responses)/ },
    { text: 'Results', href: paths.rounds(), permission: 'results.read', under: /^\/rounds/ },
    {
      text: 'Instruments',
      href: paths.instruments(),
      permission: 'instruments.read',
      under: /^\/instruments/,
    },
  ];

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

function noticeOf(demo: boolean, scope: Scope | null): string | null {
  if (!demo) return null;
  return !scope || scope.fictional
    ? 'Demonstration. Every Place, agency and person here is invented.'
    : `Demonstration. ${scope.systemName} is entered from its published strategy; the people are invented.`;
}

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
    mainClass: options.form === true ? 'wrap wrap--form' : 'wrap',
    wrapClass: options.form === true ? 'wrap wrap--form' : 'wrap',
    nav: scope
      ? navigation
          .filter(({ permission }) => may(scope, permission))
          .map(({ text, href, under }) => ({ text, href, current: under.test(path) }))
      : [],
    person: scope && { name: scope.personName, role: roleOf(scope), csrf: facts.csrf },
    notice: noticeOf(facts.demo, scope),
    crumbs: options.crumbs ?? [],
    credits: options.credits ?? [],
    footer: footer.map(([text, href]) => ({ text, href, current: path === href })),
    version: facts.version,
    body: facts.body,
  };
}

/** The SVG patterns of the colours need nothing from the page. */
export type Patterns = Record<string, never>;
