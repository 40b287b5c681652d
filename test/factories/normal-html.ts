/** HTML in one form, for comparing markup: one tag or text a line, attributes in their order, spaces made one. */

const token = /<[^>]*>|[^<]+/g;
const attribute = /([^\s=]+)(?:="([^"]*)")?/g;

function normalTag(tag: string): string {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([\w-]+)([^]*?)\/?>$/.exec(tag) ?? [];
  const attributes = [...rest.matchAll(attribute)]
    .map(([, key = '', value]) => (value === undefined ? key : `${key}="${value.trim()}"`))
    .sort();
  return `<${[slash + name, ...attributes].join(' ')}>`;
}

export function normalHtml(html: string): string[] {
  const parts = html.match(token) ?? [];
  return parts
    .map((part) => (part.startsWith('<') ? normalTag(part) : part.replace(/\s+/g, ' ').trim()))
    .filter((part) => part !== '');
}
