/** Our templates against the design system's own fixtures: what its macros make of the same options. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalHtml } from '../../test/factories/normal-html.ts';
import { projectRoot } from '../root.ts';
import { createRender } from './render.ts';

const require = createRequire(import.meta.url);
const render = createRender(path.join(projectRoot, 'views'), true);

type Options = Readonly<Record<string, unknown>>;
interface Fixture {
  readonly name: string;
  readonly context: Options;
  readonly callBlock?: unknown;
  readonly html: string;
}

function fixturesOf(component: string): readonly Fixture[] {
  const folder = path.dirname(require.resolve('nhsuk-frontend/package.json'));
  const file = path.join(folder, 'dist/nhsuk/components', component, 'fixtures.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

/** "label.text", "items.value": every option that a fixture gives, lists as their items. */
function optionsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => optionsIn(item, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const option = at === '' ? key : `${at}.${key}`;
    return [option, ...optionsIn(inner, option)];
  });
}
const optionsOf = ({ context, callBlock }: Fixture): string[] =>
  callBlock === undefined ? optionsIn(context) : [...optionsIn(context), 'call block'];

/** Where an option may be a string or an object with a text. */
const textOf = (option: unknown): string =>
  typeof option === 'string' ? option : String((option as { text: unknown }).text);
/** The items of a list; false stands for one that is left out. */
const itemsOf = (option: unknown): readonly Options[] =>
  (option as readonly (Options | false)[]).filter((item) => item !== false);

function controlOf({ label, hint, errorMessage, id, ...options }: Options): Options {
  return {
    ...options,
    id: id ?? options['name'],
    label: textOf(label),
    ...(hint === undefined ? {} : { hint: textOf(hint) }),
    ...(errorMessage === undefined ? {} : { error: textOf(errorMessage) }),
  };
}

interface Component {
  /** options that ours does not have: fixtures that use them are left out */
  readonly without: readonly string[];
  readonly html: (options: Options) => string;
  /** what ours leaves out of the markup on purpose */
  readonly less?: string;
}

const heading = ['label.heading', 'label.size', 'label.id'];

const components: readonly (readonly [string, Component])[] = [
  [
    'button',
    {
      without: ['disabled', 'icon', 'preventDoubleClick'],
      html: (options) =>
        render(`components/button${options['href'] === undefined ? '' : '-link'}`, options),
      // It would promise the space bar, which needs the design system's script; our link is a link.
      less: ' role="button"',
    },
  ],
  [
    'details',
    {
      without: ['classes', 'html', 'summary.html', 'call block'],
      html: ({ summary, text, open }) =>
        [
          render('components/details/begin', { summary: textOf(summary), open }),
          String(text),
          render('components/details/end', {}),
        ].join(''),
    },
  ],
  [
    'error-summary',
    {
      without: ['disableAutoFocus', 'description', 'heading.html', 'call block'],
      html: (options) =>
        render('components/error-summary', {
          title: textOf(options['heading']),
          links: itemsOf(options['errorList']).map((item) => ({ href: '', ...item })),
        }),
    },
  ],
  [
    'error-message',
    {
      without: ['html', 'visuallyHiddenText', 'call block'],
      html: (options) => render('components/error-message', options),
    },
  ],
  [
    'hint',
    {
      without: ['html', 'call block'],
      html: (options) => render('components/hint', options),
    },
  ],
  [
    'label',
    {
      without: ['heading', 'size', 'classes', 'html', 'isPageHeading', 'call block'],
      html: (options) => render('components/label', options),
    },
  ],
  [
    'input',
    {
      without: [
        ...heading,
        ...['disabled', 'width', 'classes', 'code', 'spellcheck'],
        ...['formGroup', 'prefix', 'suffix', 'hint.html'],
      ],
      html: (options) => render('components/input', controlOf(options)),
    },
  ],
  [
    'textarea',
    {
      without: [...heading, 'disabled'],
      html: (options) => render('components/textarea', controlOf(options)),
    },
  ],
  [
    'select',
    {
      without: [...heading, 'disabled', 'items.disabled', 'items.divider', 'formGroup', 'value'],
      html: (options) => render('components/select', controlOf(options)),
    },
  ],
  [
    'task-list',
    {
      without: ['items.status.tag', 'items.status.text', 'items.title'],
      html: ({ items, idPrefix }) =>
        render('components/task-list', {
          items: itemsOf(items).map(({ heading: text, hint, ...item }, n) => ({
            ...item,
            text: textOf(text),
            hint: hint === undefined ? '' : textOf(hint),
            id: `${String(idPrefix)}-${n + 1}`,
            todo: false,
          })),
        }),
    },
  ],
];

describe.each(components)('the %s', (name, { without, html, less = '' }) => {
  const fixtures = fixturesOf(name);
  const supported = fixtures.filter(
    (fixture) => !optionsOf(fixture).some((option) => without.includes(option)),
  );

  it.each(supported.map((fixture) => [fixture.name, fixture] as const))(
    'is the design system’s: %s',
    (_, { context, html: expected }) => {
      expect(normalHtml(html(context))).toEqual(normalHtml(expected.replaceAll(less, '')));
    },
  );

  it('is without the options that it says, and no others', () => {
    const used = new Set(fixtures.flatMap(optionsOf));
    expect(without.filter((option) => !used.has(option))).toEqual([]);
    expect(supported.length).toBeGreaterThan(0);
  });
});
