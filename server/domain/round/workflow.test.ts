import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundStatusWords, type RoundStatus } from './round.ts';
import type { StepFacts } from './step-facts.ts';
import { mayStep, roundAllows, roundSteps, stepNamed, stepsFrom, workflow } from './workflow.ts';

const statuses = Object.keys(roundStatusWords) as RoundStatus[];

const ready: StepFacts = {
  places: ['Ferrow Vale', 'Quillby'],
  agencies: ['Kingfisher', 'Wendside'],
  instruments: 2,
  unserved: [],
  leaderless: [],
  invitedAgencies: 1,
  invitations: 2,
  answerers: 2,
  onPaper: 1,
  everybody: 7,
  hasChair: true,
  asked: 5,
  submitted: 5,
  signedOff: [],
  unsigned: [],
  unanswered: [],
  thin: [],
  quorum: 3,
  opens: { words: 'Monday 2 March 2026 at 08:00', passed: true },
  closes: { words: 'Friday 27 March 2026 at 17:00', passed: false },
  checkEnds: null,
  checkDays: 10,
};

/** Any facts at all: what stops a step must be its own conditions. */
const facts: fc.Arbitrary<StepFacts> = fc.record({
  places: fc.array(fc.string()),
  agencies: fc.array(fc.string()),
  instruments: fc.nat(5),
  unserved: fc.array(fc.string()),
  leaderless: fc.array(fc.string()),
  invitedAgencies: fc.nat(),
  invitations: fc.nat(),
  answerers: fc.nat(),
  onPaper: fc.nat(),
  everybody: fc.nat(),
  hasChair: fc.boolean(),
  asked: fc.nat(),
  submitted: fc.nat(),
  signedOff: fc.array(fc.string()),
  unsigned: fc.array(fc.string()),
  unanswered: fc.array(fc.record({ place: fc.string(), count: fc.nat() })),
  thin: fc.array(fc.string()),
  quorum: fc.integer({ min: 1, max: 20 }),
  opens: fc.option(fc.record({ words: fc.string(), passed: fc.boolean() })),
  closes: fc.option(fc.record({ words: fc.string(), passed: fc.boolean() })),
  checkEnds: fc.option(fc.record({ words: fc.string(), passed: fc.boolean() })),
  checkDays: fc.nat(90),
});

describe('the life of a round', () => {
  it('goes from draft to archived in one way, with two ways back before publication', () => {
    expect(statuses.map((status) => [status, stepsFrom(status)])).toEqual([
      ['draft', ['open']],
      ['open', ['close']],
      ['in-review', ['check', 'reopen']],
      ['factual-check', ['publish', 'resume']],
      ['published', ['archive']],
      ['archived', []],
    ]);
  });

  it('reaches every status from a draft', () => {
    const reached = new Set<RoundStatus>(['draft']);
    for (const status of reached) {
      for (const step of stepsFrom(status)) reached.add(workflow[step].to);
    }
    expect([...reached].toSorted()).toEqual(statuses.toSorted());
  });

  it('calls a step final exactly where no step leads back', () => {
    const leads = (from: RoundStatus, to: RoundStatus): boolean => {
      const seen = new Set([from]);
      for (const status of seen) {
        for (const step of stepsFrom(status)) seen.add(workflow[step].to);
      }
      return seen.has(to);
    };
    for (const step of roundSteps) {
      const { from, to, final } = workflow[step];
      expect([step, final]).toEqual([step, !leads(to, from)]);
    }
  });

  it('takes no step outside the table, whatever is so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        fc.constantFrom(...roundSteps),
        facts,
        (status, step, so) => {
          if (mayStep(step, status, so)) expect(workflow[step].from).toBe(status);
        },
      ),
    );
  });

  it('takes a step exactly when nothing that it needs is missing, and says both in words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roundSteps), facts, (step, so) => {
        const rule = workflow[step];
        const needed = rule.conditions(so).filter((one) => one.needed);
        expect(mayStep(step, rule.from, so)).toBe(needed.every(({ met }) => met));
        for (const { text } of rule.conditions(so)) expect(text).not.toBe('');
        expect(rule.effects(so)[0]).toMatch(/e-mailed/);
      }),
    );
  });

  it('knows no step by another name', () => {
    expect(stepNamed('open')).toBe('open');
    expect(stepNamed('constructor')).toBeUndefined();
  });
});

describe('opening a round', () => {
  it('says how many agencies are e-mailed, and who is not', () => {
    expect(workflow.open.effects(ready).slice(0, 2)).toEqual([
      '1 agency is e-mailed: 2 invitations, one to each person who answers.',
      '1 agency answers on paper: nobody there is e-mailed for it.',
    ]);
    const many = { ...ready, invitedAgencies: 24, invitations: 31, onPaper: 0 };
    expect(workflow.open.effects(many)[0]).toBe(
      '24 agencies are e-mailed: 31 invitations, one to each person who answers.',
    );
  });

  it.each([
    ['an instrument', { instruments: 0 }],
    ['a Place', { places: [] }],
    ['an agency', { agencies: [] }],
    ['a closing time', { closes: null }],
    ['a closing time to come', { closes: { words: 'yesterday', passed: true } }],
  ])('waits for %s', (_, missing) => {
    expect(mayStep('open', 'draft', ready)).toBe(true);
    expect(mayStep('open', 'draft', { ...ready, ...missing })).toBe(false);
  });

  it('goes ahead without an agency’s lead, and says so', () => {
    const so = { ...ready, leaderless: ['Nestlight', 'Wendside'] };
    expect(mayStep('open', 'draft', so)).toBe(true);
    expect(workflow.open.conditions(so).filter(({ met }) => !met)).toEqual([
      { text: 'Nobody can submit for Nestlight and Wendside', met: false, needed: false },
    ]);
  });
});

describe('publishing a round', () => {
  it('waits until every Place is signed off, and names those that are not', () => {
    expect(mayStep('publish', 'factual-check', ready)).toBe(true);
    const so = { ...ready, unsigned: ['Quillby'] };
    expect(mayStep('publish', 'factual-check', so)).toBe(false);
    expect(workflow.publish.conditions(so)[0]?.text).toBe('Not signed off: Quillby');
    expect(mayStep('check', 'in-review', so)).toBe(true);
  });

  it('is not gone back from to answers over a Place that is signed off', () => {
    expect(mayStep('reopen', 'in-review', ready)).toBe(true);
    expect(mayStep('reopen', 'in-review', { ...ready, signedOff: ['Quillby'] })).toBe(false);
  });
});

describe('what else is done to a round', () => {
  it('depends on its status', () => {
    const of = (status: RoundStatus) =>
      (['edit', 'delete', 'extend', 'add-agencies', 'withdraw'] as const).filter((act) =>
        roundAllows(act, status),
      );
    expect(statuses.map(of)).toEqual([
      ['edit', 'delete'],
      ['extend', 'add-agencies', 'withdraw'],
      ['withdraw'],
      ['withdraw'],
      [],
      [],
    ]);
  });
});
