/** What is an agency's own when told of one service: others read totals of it, or nothing (Design 1). */

/** Free text, and money. The name of a service is told to everybody who may see that it is there. */
export function isAgencysOwn({ type }: { readonly type: string }): boolean {
  return type === 'text' || type === 'money';
}
