/** The pages of somebody who agrees the real case, which is the map alone. */
import { itHoldsOnEveryPage } from './crawled.ts';
import { useSite } from './site.ts';

itHoldsOnEveryPage(useSite(), 'Chair: Osric Penhale');
