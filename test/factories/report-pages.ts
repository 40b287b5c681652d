/** Reads a report's HTML as a person would: its words, and the colour and words of its cells. */

/** The text between the tags, spaces made one. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;])/g, '$1')
    .trim();
}

export interface ReadCell {
  readonly rag: string;
  readonly words: string;
}

/** The coloured cells of the table row that holds these words in its heading, from left to right. */
export function cellsOf(html: string, heading: string): ReadCell[] {
  const row = html.split('<tr').find((part) => {
    const head = /<th scope="row"[^>]*>([\s\S]*?)<\/th>/.exec(part)?.[1];
    return head !== undefined && wordsOf(head).includes(heading);
  });
  const cells = (row ?? '').matchAll(/<td[^>]*class="cell cell--(\w+)[^"]*">([\s\S]*?)<\/td>/g);
  return [...cells].map(([, rag = '', inner = '']) => ({ rag, words: wordsOf(inner) }));
}

/** The section of a page under a heading with this id, up to the next heading of that size. */
export function sectionOf(html: string, id: string): string {
  const from = html.indexOf(`<h2 id="${id}">`);
  if (from < 0) return '';
  const to = html.indexOf('<h2', from + 1);
  return wordsOf(html.slice(from, to < 0 ? undefined : to));
}

/** The first table of the page with these words in its caption: each row's cells, labels for narrow screens left out. */
export function tableRows(html: string, caption: string): string[][] {
  const tables = html.match(/<table[^]*?<\/table>/g) ?? [];
  const table = tables.find((each) => each.includes(caption)) ?? '';
  const rows = (/<tbody[^]*<\/tbody>/.exec(table)?.[0] ?? '').match(/<tr[^]*?<\/tr>/g) ?? [];
  return rows.map((row) =>
    (row.match(/<t[hd][^]*?<\/t[hd]>/g) ?? []).map((cell) =>
      wordsOf(cell.replace(/<span class="(?:lab|cell__place)"[^>]*>[^<]*<\/span>/g, '')),
    ),
  );
}
