/** What a handler gives back: a page, a piece of one, a redirect, a file, or one that is made while it is sent. Sending it is `send.ts`'s work. */

declare const viewOf: unique symbol;

/** A template's name that remembers the type of its one local, `view`; checked against the template's first line. */
export interface Template<V> {
  readonly name: string;
  readonly [viewOf]?: V;
}

/** Names a template under views/, without ".ejs". */
export function template<V extends object>(name: string): Template<V> {
  return { name };
}

export interface PageOptions {
  /** of the browser's tab; "– Parent-infant self-assessment" is added */
  readonly title: string;
  readonly status?: number;
  /** credit lines of the instruments that the page shows */
  readonly credits?: readonly string[];
  readonly crumbs?: readonly Crumb[];
  /** stands above the page, whatever it shows: on whose behalf one is at work */
  readonly banner?: string;
  /** for a projector: without header and footer, so that what it shows has the whole screen */
  readonly projector?: boolean;
  /** another site's address: the browser goes on to it at once, and Back leads to the page before this one */
  readonly onward?: string;
}
export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** All of it is there before it is sent. */
export type WholeReply =
  | {
      readonly kind: 'page';
      readonly template: string;
      readonly view: object;
      readonly options: PageOptions;
    }
  | { readonly kind: 'fragment'; readonly template: string; readonly view: object }
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'file';
      readonly body: Buffer;
      readonly type: string;
      readonly name: string;
    };
export type Reply = WholeReply | StreamReply;

export interface StreamReply {
  readonly kind: 'stream';
  readonly pieces: AsyncIterable<Buffer>;
  readonly type: string;
  readonly name: string;
}

export function page<V extends object>(
  { name }: Template<V>,
  view: V,
  options: PageOptions,
): WholeReply {
  return { kind: 'page', template: name, view, options };
}

/** Part of a page, for the page's own script. */
export function fragment<V extends object>({ name }: Template<V>, view: V): Reply {
  return { kind: 'fragment', template: name, view };
}

/** 303: the browser fetches `to`, one of our own paths. */
export function redirect(to: string): Reply {
  return { kind: 'redirect', to };
}

/** A download; `name` may hold any letters, it is encoded by RFC 6266. */
export function file(body: Buffer, type: string, name: string): Reply {
  return { kind: 'file', body, type, name };
}

/** A download that is made piece by piece, as fast as it is taken; one that fails midway is cut off, and shows it. */
export function stream(pieces: AsyncIterable<Buffer>, type: string, name: string): Reply {
  return { kind: 'stream', pieces, type, name };
}
