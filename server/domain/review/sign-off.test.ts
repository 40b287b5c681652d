import { describe, expect, it } from 'vitest';
import { maySignOff, signOffConditions, type SignOffFacts } from './sign-off.ts';

const decided = (present: number) => ({ label: `With ${present}`, decided: true, present });
const ready: SignOffFacts = {
  domains: [decided(3), decided(4)],
  quorum: 3,
  reviewers: 4,
  returned: [],
};
const unmet = (facts: SignOffFacts): string[] =>
  signOffConditions(facts).flatMap(({ met, text }) => (met ? [] : [text]));

describe('the sign-off of a Place', () => {
  it('needs the quorum at every decision: exactly as many do, one fewer do not', () => {
    expect(maySignOff(ready)).toBe(true);
    const thin = { ...ready, domains: [decided(3), decided(2)] };
    expect(unmet(thin)).toEqual([
      'Fewer reviewers than the quorum, 3, were present for With 2: record who agrees now',
    ]);
  });

  it('names what is not agreed or set aside', () => {
    const left = { label: 'Financial investment', decided: false, present: 0 };
    expect(unmet({ ...ready, domains: [decided(3), left] })).toEqual([
      '1 of 2 domains are not agreed or set aside: Financial investment',
    ]);
  });

  it('stands though a reviewer has left since, and asks for more only where they must still meet', () => {
    expect(maySignOff({ ...ready, reviewers: 2 })).toBe(true);
    const left = { label: 'Financial investment', decided: false, present: 0 };
    expect(unmet({ ...ready, reviewers: 1, domains: [left] })[0]).toBe(
      'The quorum is 3, and the Place has 1 reviewer: more must be added in Set-up',
    );
  });

  it('waits for answers that are returned, and names the agencies', () => {
    expect(unmet({ ...ready, returned: ['Kingfisher', 'Wendside'] })[0]).toContain(
      'returned to Kingfisher, Wendside',
    );
  });

  it('counts the reviewers alone where no levels are asked', () => {
    expect(maySignOff({ ...ready, domains: [], reviewers: 3 })).toBe(true);
    expect(maySignOff({ ...ready, domains: [], reviewers: 2 })).toBe(false);
  });
});
