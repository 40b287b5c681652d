import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aLevelItem } from '../../../test/factories/definitions.ts';
import type { StoredAnswer } from './content.queries.ts';
import { decideSave, type SentAnswer } from './save.ts';

const item = aLevelItem('d');
const sent = (evidence: string, revision: number): SentAnswer => ({
  item,
  value: { criteria: {}, ...(evidence === '' ? {} : { evidence }) },
  revision,
});
const stored = (answer: SentAnswer): StoredAnswer => ({
  responseId: 'r',
  itemId: 'd',
  value: answer.value,
  revision: answer.revision,
  updatedAt: new Date(0),
  updatedById: 'p',
  updatedBy: 'P',
});

it('changes nothing where nothing was written and nothing is stored', () => {
  expect(decideSave([sent('', 0)], new Map(), new Map())).toEqual({ conflicts: [], changes: [] });
});

/** Two pages take turns at opening (reading) and saving, in any order; a text is never silently replaced. */
it('never overwrites in silence what somebody else saved meanwhile', () => {
  const step = fc.record({
    page: fc.constantFrom<0 | 1>(0, 1),
    act: fc.constantFrom('open', 'type', 'save'),
    text: fc.constantFrom('a', 'b', 'c', ''),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let current = sent('', 0);
      const history = new Map([[0, current.value]]);
      const pages = [
        { started: current, form: current },
        { started: current, form: current },
      ];
      for (const { page, act, text } of steps) {
        const own = pages[page];
        if (!own) continue;
        if (act === 'open') pages[page] = { started: current, form: current };
        if (act === 'type') own.form = sent(text, own.started.revision);
        if (act !== 'save') continue;
        const rows = current.revision === 0 ? [] : [['d', stored(current)] as const];
        const base = new Map([['d', history.get(own.form.revision)]]);
        const { changes, conflicts } = decideSave([own.form], new Map(rows), base);
        const [change] = changes;
        if (change) {
          // Only a page that had seen what it replaces may replace it.
          expect(own.form.revision).toBe(current.revision);
          current = { ...change.sent, revision: change.revision } as SentAnswer;
          history.set(current.revision, current.value);
        }
        if (conflicts.length > 0) expect(own.form.value).not.toEqual(own.started.value);
        pages[page] = { started: current, form: current };
      }
    }),
  );
});
