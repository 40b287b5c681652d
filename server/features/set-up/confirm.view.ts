/** A question before something is done, and what it will do. */
import { template } from '../../web/reply.ts';

export interface ConfirmView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** what it does, and what it leaves as it is */
  readonly points: readonly string[];
  readonly action: string;
  readonly csrf: string;
  /** what the form carries besides */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly button: string;
  /** takes something away */
  readonly warning: boolean;
  readonly keepHref: string;
  readonly keepText: string;
}
export const confirmPage = template<ConfirmView>('set-up/confirm');
