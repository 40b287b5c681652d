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
  const { conflicts, changes } = decideSave([sent('', 0)], new Map(), new Map());
  expect({ conflicts, changes }).toEqual({ conflicts: [], changes: [] });
});

/** What is stored, and every answer that ever was. */
class Shelf {
  current = sent('', 0);
  readonly #history = new Map<number, unknown>([[0, this.current.value]]);

  /** Saves the form of a page that was made from `form.revision`. */
  save(form: SentAnswer) {
    const rows = this.current.revision === 0 ? [] : [['d', stored(this.current)] as const];
    const bases = new Map([['d', this.#history.get(form.revision)]]);
    const decision = decideSave([form], new Map(rows), bases);
    for (const { revision } of decision.changes) {
      this.current = { ...form, revision };
      this.#history.set(revision, form.value);
    }
    return decision;
  }
}

const text = fc.constantFrom('a', 'b', 'c', '');
const pages = fc.array(fc.record({ page: fc.constantFrom(0, 1), reload: fc.boolean(), text }), {
  maxLength: 40,
});

it('never replaces in silence what somebody else saved meanwhile', () => {
  fc.assert(
    fc.property(pages, (steps) => {
      const shelf = new Shelf();
      const opened = [shelf.current, shelf.current];
      for (const step of steps) {
        if (step.reload) opened[step.page] = shelf.current;
        const before = shelf.current;
        const started = opened[step.page] ?? before;
        const form = sent(step.text, started.revision);
        const { changes, conflicts } = shelf.save(form);
        // Only a page that shows what it replaces may replace it.
        if (changes.length > 0) expect(started.value).toEqual(before.value);
        if (conflicts.length > 0) expect(form.value).not.toEqual(before.value);
        // What is neither changed nor in conflict is stored already, or was never touched.
        if (changes.length + conflicts.length === 0) {
          expect([before.value, started.value]).toContainEqual(form.value);
        }
      }
    }),
  );
});
