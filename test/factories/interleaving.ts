/** People at open pages of the same answers; their saves come late, twice, at once, in any order or not at all. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';

/** By part: what stands there; '' is nothing. */
export type Words = Readonly<Record<string, string>>;

/** What a page was made from, as its form sends it back. */
export type Revisions = Readonly<Record<string, number>>;

/** A part's words as a page showed them, and when: after so many saves of its own, and so many steps of all. */
export interface Shown {
  readonly value: string;
  readonly counter: number;
  readonly step: number;
}

export interface Message {
  readonly page: string;
  readonly counter: number;
  readonly words: Words;
  readonly from: Revisions;
  /** by part: what the page had shown when it was sent */
  readonly shown: Readonly<Record<string, Shown>>;
  /** pressed by a person, all or nothing; otherwise the page saves by itself what it can */
  readonly button: boolean;
}
/** 'refused' is the page of a conflict: what its form holds now, and what it shows as stored beside it. */
export type Heard =
  | { readonly kind: 'saved' | 'told'; readonly unseen: number }
  | {
      readonly kind: 'refused';
      readonly words: Words;
      readonly stored: Words;
      readonly from: Revisions;
    };

/** One part became other words. */
export interface Change {
  readonly part: string;
  readonly was: string;
  readonly is: string;
  /** of the delivery that did it */
  readonly at: number;
}

/** Of a history, the oldest first: which parts became other words. @param words those that a save left, of some parts or all */
export function changesOf(
  beginning: Words,
  history: readonly { readonly words: Words; readonly at: Date }[],
): Change[] {
  const stands = new Map(Object.entries(beginning));
  return history.flatMap(({ words, at }) =>
    Object.entries(words).flatMap(([part, is]) => {
      const was = stands.get(part) ?? '';
      stands.set(part, is);
      return was === is ? [] : [{ part, was, is, at: at.getTime() }];
    }),
  );
}

/** What is saved to. */
export interface World {
  /** by part what can be chosen; 'text' are words never used before */
  readonly parts: Readonly<Record<string, readonly string[] | 'text'>>;
  /** Clears all; what stands then. */
  begin(): Promise<Words>;
  show(): Promise<{ readonly words: Words; readonly from: Revisions }>;
  /** @param at milliseconds, another for every delivery: its history is found by it */
  send(message: Message, at: number): Promise<Heard>;
  /** Of each part in the order in which it happened. */
  changes(): Promise<readonly Change[]>;
}

export interface Delivery {
  readonly message: Message;
  readonly at: number;
  readonly heard: Heard;
}
/** One delivery, or several at once. */
export type Step = readonly Delivery[];

const page = fc.nat(2);
const which = fc.nat(5);
const choice = fc.nat(9);
type Deed =
  | { readonly deed: 'open' | 'say' | 'press'; readonly page: number }
  | { readonly deed: 'type'; readonly page: number; readonly part: number; readonly choice: number }
  | { readonly deed: 'arrive' | 'arrive twice' | 'get lost'; readonly which: number }
  | { readonly deed: 'meet'; readonly page: number; readonly buttons: readonly boolean[] };

const one = <Name extends string>(...names: Name[]): fc.Arbitrary<Name> =>
  fc.constantFrom(...names);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ deed: one('type'), page, part: which, choice }) },
  { weight: 3, arbitrary: fc.record({ deed: one('say'), page }) },
  { weight: 3, arbitrary: fc.record({ deed: one('arrive', 'arrive twice', 'get lost'), which }) },
  { weight: 2, arbitrary: fc.record({ deed: one('press', 'open'), page }) },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: one('meet'),
      page,
      buttons: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    }),
  },
);

/** What three open pages do, one after the other. */
export const story = fc.array(deed, { minLength: 6, maxLength: 30 });

interface Page {
  readonly id: string;
  counter: number;
  words: Words;
  /** the words that the counter stands for */
  said: string;
  from: Revisions;
  shown: Readonly<Record<string, Shown>>;
}

/** Lets the story happen, and at its end every page that is still open says once more what it holds. */
export async function happen(world: World, deeds: readonly Deed[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const under: Message[] = [];
  const names = Object.keys(world.parts);
  let [clock, texts] = [0, 0];

  const shownAs = (words: Words, counter: number): Record<string, Shown> =>
    Object.fromEntries(
      Object.entries(words).map(([part, value]) => [part, { value, counter, step: steps.length }]),
    );
  async function open(): Promise<Page> {
    const { words, from } = await world.show();
    return { id: randomUUID(), counter: 0, words, said: '', from, shown: shownAs(words, 0) };
  }
  const pages = [await open(), await open(), await open()];
  function at(index: number): Page {
    const found = pages[index];
    if (!found) throw new Error(`there is no page ${index}`);
    return found;
  }

  function messageOf(sender: Page, button: boolean): Message {
    // The same words are the same save (public/js/autosave.js).
    const all = JSON.stringify(sender.words);
    if (all !== sender.said) sender.counter += 1;
    sender.said = all;
    const { id, counter, words, from, shown } = sender;
    return { page: id, counter, words, from, shown, button };
  }
  async function deliver(...messages: Message[]): Promise<void> {
    const step = messages.map(async (message) => {
      clock += 1;
      const moment = clock;
      return { message, at: moment, heard: await world.send(message, moment) };
    });
    steps.push(await Promise.all(step));
  }
  /** A browser that sent its form has another page afterwards: a fresh one, or the conflict. */
  async function goOn(index: number): Promise<void> {
    const sender = at(index);
    const own = steps.at(-1)?.find(({ message }) => message.page === sender.id);
    if (!own?.message.button) return;
    const { heard } = own;
    if (heard.kind !== 'refused') {
      pages[index] = await open();
      return;
    }
    sender.words = { ...own.message.words, ...heard.words };
    sender.from = { ...sender.from, ...heard.from };
    sender.said = '';
    sender.shown = { ...sender.shown, ...shownAs(heard.stored, sender.counter) };
  }
  function type(index: number, part: number, chosen: number): void {
    const name = names[part % names.length] ?? '';
    const among = world.parts[name] ?? [];
    const word = among === 'text' ? `words ${(texts += 1)}` : among[chosen % among.length];
    at(index).words = { ...at(index).words, [name]: word ?? '' };
  }
  const taken = (index: number): Message[] => under.splice(index % Math.max(1, under.length), 1);

  async function does(one: Deed): Promise<void> {
    switch (one.deed) {
      case 'type':
        type(one.page, one.part, one.choice);
        return;
      case 'open':
        pages[one.page] = await open();
        return;
      case 'say':
        under.push(messageOf(at(one.page), false));
        return;
      case 'press':
        await deliver(messageOf(at(one.page), true));
        return goOn(one.page);
      case 'get lost':
        taken(one.which);
        return;
      case 'meet': {
        const both = [one.page, (one.page + 1) % pages.length];
        const buttons = both.map((index, n) => messageOf(at(index), one.buttons[n] === true));
        await deliver(...buttons);
        for (const index of both) await goOn(index);
        return;
      }
      default: {
        const [message] = taken(one.which);
        if (!message) return;
        if (one.deed === 'arrive twice') under.push(message);
        await deliver(message);
      }
    }
  }

  for (const one of deeds) await does(one);
  while (under.length > 0) await deliver(...taken(under.length - 1));
  for (const last of pages) await deliver(messageOf(last, false));
  return steps;
}
