/** Which services are open to whom (Design 6.2): for every one an open door, a closed one with its reason, or what is not known. */
import type { SupportRules } from '../instrument/definition.ts';
import type { MapEntry, Truth } from './element.ts';
import { evaluate, type Answers } from './evaluate.ts';
import { and } from './kleene.ts';

/** Who asks, and for whom. What is null or false is not asked. */
export interface Asking {
  /** ids; a service is looked for that serves any of them */
  readonly places: readonly string[];
  /** option id of the levels' item */
  readonly level: string | null;
  /** the baby's, in whole months from birth; -9 to -1 are the months of pregnancy */
  readonly age: number | null;
  readonly who: Asker | null;
  /** a parent who comes without being referred; a professional refers */
  readonly selfReferral: boolean;
  /** there for parents before birth */
  readonly pregnancy: boolean;
}
export const askers = ['mother', 'father', 'professional'] as const;
export type Asker = (typeof askers)[number];

/** One answer that keeps a door from being open. */
export interface Hurdle {
  /** the item that says it */
  readonly item: string;
  /**
   * "no" closes it. The others leave it open what holds: not answered, answered "some", or at odds with another
   * answer of the same service.
   */
  readonly because: 'no' | 'missing' | 'some' | 'differs';
}

export interface Door {
  readonly state: 'open' | 'unknown' | 'closed';
  /** why it is closed, or what is not known; none where it is open */
  readonly hurdles: readonly Hurdle[];
}

/** The items of a service map that doors are read from. */
export const doorItems = {
  places: 'places',
  levels: 'levels',
  kind: 'kind',
  ages: 'ages',
  antenatal: 'antenatal',
  fathers: 'fathers',
  selfReferral: 'selfReferral',
} as const;

interface Test extends Hurdle {
  readonly truth: Truth;
}

/**
 * Null where the service is known not to be what is looked for: it serves other Places, or works at other levels.
 * That is no closed door. What an entry leaves out is unknown, so neither open nor closed. Total.
 */
export function doorOf(rules: SupportRules, entry: MapEntry, asking: Asking): Door | null {
  const sought = [placeTest(entry, asking), ...levelTests(entry, asking)];
  if (sought.some(({ truth }) => truth === 'no')) return null;
  const tests = [
    ...sought,
    runningTest(rules, entry),
    ...staffTests(entry, asking),
    ...ageTests(entry.answers, asking),
    ...parentTests(entry.answers, asking),
  ];
  const truth = and(tests.map((test) => test.truth));
  if (truth === 'yes') return { state: 'open', hurdles: [] };
  const hurdles = tests
    .filter((test) => test.truth === truth)
    .map(({ item, because }) => ({ item, because }));
  return { state: truth === 'no' ? 'closed' : 'unknown', hurdles };
}

/** Does it run, in three values? */
export function isRunning(rules: SupportRules, { answers }: MapEntry): Truth {
  return evaluate(rules.running, answers);
}

function testOf(item: string, truth: Truth): Test {
  return { item, truth, because: truth === 'no' ? 'no' : 'missing' };
}

function placeTest({ places }: MapEntry, asking: Asking): Test {
  if (places === null) return testOf(doorItems.places, 'unknown');
  const serves = places.some((place) => asking.places.includes(place));
  return testOf(doorItems.places, serves ? 'yes' : 'no');
}

function levelTests({ answers }: MapEntry, { level }: Asking): Test[] {
  if (level === null) return [];
  const item = doorItems.levels;
  return [testOf(item, evaluate({ item, includes: [level] }, answers))];
}

function runningTest(rules: SupportRules, entry: MapEntry): Test {
  return testOf('item' in rules.running ? rules.running.item : 'status', isRunning(rules, entry));
}

/** The map lists what is there for families, unless an entry says that it is for staff. */
function staffTests({ answers }: MapEntry, { who }: Asking): Test[] {
  const item = doorItems.kind;
  const isForStaff = evaluate({ item, is: ['training'] }, answers) === 'yes';
  const isFamily = who === 'mother' || who === 'father';
  return isFamily && isForStaff ? [testOf(item, 'no')] : [];
}

/** Before birth two answers say it. Where they contradict each other, neither is believed. */
function ageTests(answers: Answers, { age, pregnancy }: Asking): Test[] {
  const item = doorItems.ages;
  const unborn = age !== null && age < 0;
  const ages =
    age === null ? [] : [testOf(item, evaluate({ item, overlaps: [age, age + 1] }, answers))];
  const tests = [...ages, ...(unborn || pregnancy ? [yesTest(doorItems.antenatal, answers)] : [])];
  const truths = tests.map(({ truth }) => truth);
  const differs = unborn && truths.includes('yes') && truths.includes('no');
  return differs ? tests.map((test) => ({ ...test, truth: 'unknown', because: 'differs' })) : tests;
}

function parentTests(answers: Answers, { who, selfReferral }: Asking): Test[] {
  return [
    ...(who === 'father' ? [yesTest(doorItems.fathers, answers)] : []),
    ...(selfReferral && who !== 'professional' ? [yesTest(doorItems.selfReferral, answers)] : []),
  ];
}

/** "Some", in part or not everywhere, is no promise to this family, and no refusal. */
function yesTest(item: string, answers: Answers): Test {
  if (evaluate({ item, is: ['some'] }, answers) === 'yes') {
    return { item, truth: 'unknown', because: 'some' };
  }
  return testOf(item, evaluate({ item, is: ['yes'] }, answers));
}
