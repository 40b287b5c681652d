/** What must hold of saves in whatever order they came: judged afterwards, from what each said and what the history has. */
import type { Change, Delivery, Message, Step, Words } from './interleaving.ts';

/** What a page's save is held to have said of a part. */
interface Said {
  readonly page: string;
  readonly part: string;
  readonly counter: number;
  readonly step: number;
  readonly value: string;
  /** false where it met another save, and may have come before it or after */
  readonly certain: boolean;
}

/** A part while a step was taken. */
interface During {
  readonly part: string;
  /** all that stood there, first to last */
  readonly stood: readonly string[];
  /** all that ever did by then */
  readonly history: readonly string[];
}

interface Judged extends Delivery {
  readonly number: number;
  /** it came alone */
  readonly isAlone: boolean;
  /** a later save of its page was there already */
  readonly isOvertaken: boolean;
  readonly parts: readonly Part[];
}
/** A part as one delivery said it. */
interface Part extends During {
  readonly value: string;
  /** what its page can have known to stand there: more than one where saves met */
  readonly known: readonly string[];
  readonly isTyped: boolean;
  /** what this delivery did to it */
  readonly change: Change | undefined;
}

/** What a page was shown last, or what it has said since. */
function knownTo({ page, counter, shown }: Message, part: string, said: readonly Said[]): string[] {
  const last = shown[part];
  if (!last) return [];
  return said
    .filter((one) => one.page === page && one.part === part && one.counter <= counter)
    .reduce(
      (values, one) => {
        const isLater = one.counter > last.counter;
        if (isLater && one.certain) return [one.value];
        return isLater || one.step >= last.step ? [...values, one.value] : values;
      },
      [last.value],
    );
}

/** Every way in which the saves were not honest; none where all is well. */
export function faultsOf(
  steps: readonly Step[],
  changes: readonly Change[],
  beginning: Words,
): readonly string[] {
  const said: Said[] = [];
  const delivered: Message[] = [];
  let history: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
    Object.entries(beginning).map(([part, word]) => [part, [word]]),
  );
  return steps.flatMap((step, number) => {
    const times = step.map(({ at }) => at);
    const during = Object.entries(history).map(([part, before]): During => {
      const now = changes.filter((one) => one.part === part && times.includes(one.at));
      const words = now.map(({ is }) => is);
      return { part, stood: [...before.slice(-1), ...words], history: [...before, ...words] };
    });
    history = Object.fromEntries(during.map((one) => [one.part, one.history]));
    const judged = step.map((delivery): Judged => {
      const { message, at } = delivery;
      const parts = during.map((one): Part => {
        const value = message.words[one.part] ?? '';
        const known = knownTo(message, one.part, said);
        const change = changes.find((other) => other.part === one.part && other.at === at);
        return { ...one, value, known, isTyped: !known.includes(value), change };
      });
      const isOvertaken = delivered.some(
        ({ page, counter }) => page === message.page && counter > message.counter,
      );
      return { ...delivery, number, isAlone: step.length === 1, isOvertaken, parts };
    });
    said.push(...judged.flatMap(saidBy));
    delivered.push(...step.map(({ message }) => message));
    return judged.flatMap((one) => {
      const name = `step ${number}, page ${one.message.page.slice(0, 4)} no. ${one.message.counter}`;
      return [...written(one), ...called(one), ...told(one)].map((what) => `${name}: ${what}`);
    });
  });
}

/** A part is only replaced by what its page said, and by a page that knew what it replaced. */
function written({ parts, heard }: Judged): string[] {
  return parts.flatMap(({ part, value, known, change }) => {
    if (!change) return [];
    const { was, is } = change;
    return [
      ...(is === value ? [] : [`stored “${is}” as ${part}, which it did not say`]),
      ...(known.includes(was) ? [] : [`replaced “${was}”, unseen, by “${is}” in ${part}`]),
      ...(heard.kind === 'refused' ? ['was refused, and changed something'] : []),
    ];
  });
}

/** What is called saved is in the history, and what was typed stood there when it was. */
function called({ parts, heard, isOvertaken }: Judged): string[] {
  if (heard.kind !== 'saved' || isOvertaken) return [];
  return parts.flatMap(({ part, value, history, stood, isTyped }) => [
    ...(history.includes(value) ? [] : [`was called saved, and “${value}” is nowhere`]),
    ...(!isTyped || stood.includes(value)
      ? []
      : [`was called saved, and ${part} is “${stood.at(-1) ?? ''}”, not “${value}”`]),
  ]);
}

/** A page that goes on is told how much stands otherwise than it shows. */
function told({ parts, heard, message, isAlone, isOvertaken }: Judged): string[] {
  if (heard.kind === 'refused' || message.button || !isAlone || isOvertaken) return [];
  const otherwise = parts.filter(({ value, stood }) => stood.at(-1) !== value).length;
  if (heard.kind === 'told') return otherwise === 0 ? ['was told of nothing'] : [];
  return otherwise === heard.unseen
    ? []
    : [`${otherwise} stand otherwise, and it was told of ${heard.unseen}`];
}

/** What its page starts from next time: what it typed and is stored, and what it left as it was. */
function saidBy({ message, heard, number, isAlone, isOvertaken, parts }: Judged): Said[] {
  if (heard.kind === 'refused') return [];
  const { page, counter } = message;
  return parts.filter(isTaken(isAlone)).map(({ part, value, isTyped, known, stood, change }) => {
    const isPlain = isAlone || change !== undefined || new Set(stood).size === 1;
    const isOne = isTyped || new Set(known).size === 1;
    const certain = !isOvertaken && isPlain && isOne;
    return { page, part, counter, step: number, value, certain };
  });
}

/** Alone, what was typed stands afterwards, or somebody else's words do. */
const isTaken =
  (isAlone: boolean) =>
  ({ isTyped, value, stood }: Part): boolean =>
    !isTyped || (isAlone ? stood.at(-1) === value : stood.includes(value));
