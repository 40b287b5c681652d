/** The word by which an address calls a thing: made of its first name once, and never changed. */

const longest = 60;
/** Letters that do not come apart into a plain one and its mark. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
/** Words that stand in addresses already. */
const reserved: ReadonlySet<string> = new Set(['new']);

/**
 * @param other what a name without any plain letter is called
 * @param taken every slug of the system's things of this kind, the retired ones too
 */
export function newSlug(name: string, other: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || other;
  const isFree = (slug: string): boolean => !taken.has(slug) && !reserved.has(slug);
  if (isFree(base)) return base;
  for (let count = 2; ; count += 1) {
    const slug = `${base}-${count}`;
    if (isFree(slug)) return slug;
  }
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łøđðþßæœı]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}
