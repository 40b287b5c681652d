/** What a step of a round waits for, and what is better seen to before it. */
import type { Condition, StepFacts } from './step-facts.ts';
import { named, some } from './step-words.ts';

const need = (met: boolean, yes: string, no: string): Condition => ({
  text: met ? yes : no,
  met,
  needed: true,
});
const advise = (met: boolean, yes: string, no: string): Condition => ({
  text: met ? yes : no,
  met,
  needed: false,
});

export function none(): readonly Condition[] {
  return [];
}

/** What is signed off doesn't change, so that no answer to it may be opened again. */
export function toReopen({ signedOff }: StepFacts): readonly Condition[] {
  if (signedOff.length === 0) return [];
  return [
    need(false, '', `${named(signedOff)}: signed off. The chair must reopen the review first`),
  ];
}

export function toOpen(facts: StepFacts): readonly Condition[] {
  const { places, agencies, instruments, closes, unserved, leaderless, opens, thin } = facts;
  return [
    need(
      instruments > 0,
      `${some(instruments, 'instrument is', 'instruments are')} chosen`,
      'No instrument is chosen',
    ),
    need(
      places.length > 0,
      `${some(places.length, 'Place is', 'Places are')} chosen`,
      'No Place is chosen that is still in use',
    ),
    need(
      agencies.length > 0,
      `${some(agencies.length, 'agency is', 'agencies are')} chosen that work there`,
      'No agency is chosen that works in these Places',
    ),
    need(
      closes !== null && !closes.passed,
      `It closes on ${closes?.words ?? ''}`,
      closes ? `Its closing time has passed: ${closes.words}` : 'It has no closing time',
    ),
    advise(
      unserved.length === 0,
      'Every Place has an agency that answers for it',
      `Nobody answers for ${named(unserved)}`,
    ),
    advise(
      leaderless.length === 0,
      'Every agency has somebody who can submit, or is on paper',
      `Nobody can submit for ${named(leaderless)}`,
    ),
    advise(
      thin.length === 0,
      'Every Place has reviewers for the quorum',
      `The quorum is ${facts.quorum}, and fewer review ${named(thin)}: no sign-off until more are added`,
    ),
    ...(opens === null || opens.passed
      ? []
      : [advise(false, '', `It was planned to open later, on ${opens.words}`)]),
  ];
}

export function toClose({ closes, asked, submitted }: StepFacts): readonly Condition[] {
  const left = asked - submitted;
  return [
    need(submitted > 0, `${submitted} of ${asked} responses are in`, 'No response is in yet'),
    advise(
      left === 0,
      'Nothing is missing',
      `${some(left, 'response is', 'responses are')} not submitted`,
    ),
    advise(
      closes === null || closes.passed,
      'The closing time has passed',
      `Agencies were told that they have until ${closes?.words ?? ''}`,
    ),
  ];
}

export function toCheck({ hasChair, unsigned }: StepFacts): readonly Condition[] {
  return [
    advise(hasChair, 'There is a chair who records agreements', 'There is no chair'),
    advise(
      unsigned.length === 0,
      'Every Place is signed off',
      `Not signed off: ${named(unsigned)}. Agencies would see what can still change`,
    ),
  ];
}

export function toPublish({ checkEnds, unsigned, unanswered }: StepFacts): readonly Condition[] {
  return [
    need(unsigned.length === 0, 'Every Place is signed off', `Not signed off: ${named(unsigned)}`),
    advise(
      checkEnds === null || checkEnds.passed,
      'The factual check is over',
      `The factual check runs until ${checkEnds?.words ?? ''}: publishing now cuts it short`,
    ),
    advise(
      unanswered.length === 0,
      'No comment of the factual check is without an answer',
      `Without an answer: ${unanswered.map(({ place, count }) => `${some(count, 'comment', 'comments')} on ${place}`).join(', ')}. Comments can’t be answered once the results are published`,
    ),
  ];
}
