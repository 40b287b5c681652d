/** A message as HTML: one column that Outlook's Word engine draws too, its styles on the elements themselves. */
import { sender, type Letter } from './letter.ts';

const font = 'font-family:Arial,Helvetica,sans-serif';

/** The declarations of each part. The demonstration's page has the same ones as classes, in public/css/letter.css. */
export const letterStyles = {
  page: `margin:0;padding:24px 16px;background:#ffffff;color:#212b32;${font};font-size:16px;line-height:1.5`,
  letter: 'max-width:560px;margin:0',
  name: `margin:0 0 24px;padding:0 0 8px;border-bottom:2px solid #212b32;color:#212b32;${font};font-size:14px;line-height:1.5;font-weight:bold`,
  text: `margin:0 0 16px;color:#212b32;${font};font-size:16px;line-height:1.5`,
  moment: `margin:0 0 24px;padding:8px 0 8px 12px;border-left:4px solid #002f5c;color:#212b32;${font};font-size:16px;line-height:1.5;font-weight:bold`,
  table: 'border-collapse:separate;border-spacing:0;width:auto;margin:0 0 16px',
  // Outlook takes the distance from the cell, everybody else from the link, which is all of the button then.
  cell: 'padding:0;background:#007f3b;border-radius:4px;mso-padding-alt:12px 20px',
  button: `display:inline-block;padding:12px 20px;color:#ffffff;${font};font-size:16px;line-height:1.25;font-weight:bold;text-decoration:none`,
  small: `margin:0 0 24px;color:#4c6272;${font};font-size:14px;line-height:1.5`,
  link: 'color:#005eb8;text-decoration:underline;word-break:break-all',
  why: `margin:0;padding:12px 0 0;border-top:1px solid #d8dde0;color:#4c6272;${font};font-size:14px;line-height:1.5`,
} as const;
export type Part = keyof typeof letterStyles;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const style = (part: Part): string => `style="${letterStyles[part]}"`;

/** The document that is sent. views/messages/letter.ejs draws the same for a page; a test compares. */
export function letterHtml(letter: Letter): string {
  const { subject, greeting, paragraphs, moment, action, why } = letter;
  const url = escape(action.url);
  const texts = [greeting, ...paragraphs].map((text) => `<p ${style('text')}>${escape(text)}</p>`);
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(subject)}</title>`,
    '</head>',
    `<body ${style('page')}>`,
    `<div ${style('letter')}>`,
    `<p ${style('name')}>${escape(sender)}</p>`,
    ...texts,
    ...(moment === '' ? [] : [`<p ${style('moment')}>${escape(moment)}</p>`]),
    // A cell with a background is the one button that Outlook draws.
    `<table role="presentation" ${style('table')}><tr><td ${style('cell')}><a href="${url}" ${style('button')}>${escape(action.label)}</a></td></tr></table>`,
    `<p ${style('small')}>Or open this address: <a href="${url}" ${style('link')}>${url}</a></p>`,
    `<p ${style('why')}>${escape(why)}</p>`,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
