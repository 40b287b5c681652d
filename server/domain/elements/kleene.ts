/** Kleene's strong three-valued logic: an unknown stays unknown unless the rest already decides. */
import type { Truth } from './element.ts';

/** Yes where all are yes (so for none at all), no where any is no, else unknown. */
export function and(values: readonly Truth[]): Truth {
  if (values.includes('no')) return 'no';
  return values.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes where any is yes, no where all are no (so for none at all), else unknown. */
export function or(values: readonly Truth[]): Truth {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}

/** Swaps yes and no; unknown stays. */
export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown';
  return value === 'yes' ? 'no' : 'yes';
}
