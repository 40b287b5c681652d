/** Reads a page's form as a browser would send it, so that tests go from page to page like people. */

export type Pairs = readonly (readonly [string, string])[];

const control = /<input\b[^>]*>|<textarea\b[^>]*>[^]*?<\/textarea>|<select\b[^>]*>[^]*?<\/select>/g;

/** What the form with this class would send: checked, selected and typed values, without its buttons. */
export function sentBy(html: string, formClass: string): Pairs {
  const start = html.search(new RegExp(`<form[^>]*class="[^"]*\\b${formClass}\\b`));
  if (start < 0) throw new Error(`the page has no form ${formClass}`);
  const form = html.slice(start, html.indexOf('</form>', start));
  return [...form.matchAll(control)].flatMap(([tag]) => valueOf(tag));
}

/** The same with some names' values replaced; an empty list leaves the name out. */
export function changed(
  pairs: Pairs,
  changes: Readonly<Record<string, string | readonly string[]>>,
): Pairs {
  const kept = pairs.filter(([name]) => !Object.hasOwn(changes, name));
  const added = Object.entries(changes).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as const),
  );
  return [...kept, ...added];
}

function valueOf(tag: string): Pairs {
  const name = attribute(tag, 'name');
  if (name === undefined || name === '_csrf') return [];
  if (tag.startsWith('<select')) return [[name, selectedIn(tag)]];
  // A browser drops the first line break of a text area.
  if (tag.startsWith('<textarea')) return [[name, decoded(tag.replace(/^[^>]*>\n?|<[^<]*$/g, ''))]];
  const isOff = /\btype="(radio|checkbox)"/.test(tag) && !/\schecked\b/.test(tag);
  return isOff ? [] : [[name, attribute(tag, 'value') ?? '']];
}

function selectedIn(select: string): string {
  const option = /<option\b[^>]*\bselected\b[^>]*>/.exec(select)?.[0] ?? '';
  return attribute(option, 'value') ?? '';
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

/** The five characters that templates escape. */
function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
