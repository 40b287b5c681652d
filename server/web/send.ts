/** Sends a reply, once the handler's work has been committed. */
import type { Response } from 'express';
import { toFrame } from './frame.ts';
import type { Render } from './render.ts';
import type { WholeReply } from './reply.ts';
import type { Who } from './session.ts';

export interface SendContext {
  readonly render: Render;
  readonly path: string;
  readonly who: Who;
  readonly csrf: string;
  readonly demo: boolean;
  readonly version: string;
}

/** controls, direction marks, and what folders and file systems read otherwise */
const unsafe = /[\p{Cc}\p{Cf}"*/:<>?\\|]/gu;
/** dots that would hide the file, and what may not stand at an end */
const atStart = /^[.\s,]+/u;

/** `filename` for old clients, `filename*` with every letter (RFC 6266). */
export function disposition(name: string): string {
  const clean = name.replace(unsafe, '').replace(atStart, '').trim() || 'download';
  const ascii = clean.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii || 'download'}"; filename*=UTF-8''${encoded}`;
}

export function send(response: Response, reply: WholeReply, context: SendContext): void {
  switch (reply.kind) {
    case 'page': {
      const { render, ...facts } = context;
      const body = render(reply.template, reply.view);
      if (reply.options.onward) response.set('Refresh', `0; url=${reply.options.onward}`);
      const frame = toFrame({ ...facts, options: reply.options, body });
      response
        .status(reply.options.status ?? 200)
        .type('html')
        .send(render('layouts/page', frame));
      return;
    }
    case 'fragment':
      response.type('html').send(context.render(reply.template, reply.view));
      return;
    case 'redirect':
      // Express would weigh up which words to send with it; nobody reads them.
      response.status(303).location(reply.to).end();
      return;
    case 'file':
      response
        .type(reply.type)
        .set('Content-Disposition', disposition(reply.name))
        .send(reply.body);
  }
}
