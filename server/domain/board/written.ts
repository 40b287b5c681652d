/** Plain text as people write it in a form, in paragraphs and lists: lines that begin with a dash or a number are items. */

export type WrittenBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly items: readonly string[];
      /** of the first item, where they are numbered; null for bullets */
      readonly start: number | null;
    };

const bullet = /^\s*[-–•*]\s+(?=\S)/;
const numbered = /^\s*(\d{1,3})[.)]\s+(?=\S)/;

interface ReadLine {
  readonly kind: 'bullet' | 'number' | 'plain' | 'blank';
  readonly text: string;
  readonly number: number;
}

function readLine(line: string): ReadLine {
  const none = { number: 0 };
  if (line.trim() === '') return { ...none, kind: 'blank', text: '' };
  if (bullet.test(line)) return { ...none, kind: 'bullet', text: line.replace(bullet, '').trim() };
  const number = numbered.exec(line)?.[1];
  if (number === undefined) return { ...none, kind: 'plain', text: line.trim() };
  return { kind: 'number', text: line.replace(numbered, '').trim(), number: Number(number) };
}

/** Lines that stand together are one paragraph; a plain line below an item goes on with it. */
export function toBlocks(text: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let open = false;
  for (const line of text.split('\n').map(readLine)) {
    const last = open ? blocks.at(-1) : undefined;
    if (line.kind === 'blank') {
      open = false;
      continue;
    }
    const joined = last ? goOn(last, line) : null;
    if (joined) blocks.splice(-1, 1, joined);
    else blocks.push(begin(line));
    open = true;
  }
  return blocks;
}

function begin({ kind, text, number }: ReadLine): WrittenBlock {
  if (kind === 'plain') return { kind: 'paragraph', text };
  return { kind: 'list', items: [text], start: kind === 'number' ? number : null };
}

/** Null where the line begins something of its own. */
function goOn(block: WrittenBlock, { kind, text }: ReadLine): WrittenBlock | null {
  if (block.kind === 'paragraph') {
    return kind === 'plain' ? { ...block, text: `${block.text}\n${text}` } : null;
  }
  if (kind === 'plain') {
    const items = [...block.items.slice(0, -1), `${block.items.at(-1) ?? ''}\n${text}`];
    return { ...block, items };
  }
  const isSame = (kind === 'number') === (block.start !== null);
  return isSame ? { ...block, items: [...block.items, text] } : null;
}
