/** The pages of somebody who answers for an agency. */
import { itHoldsOnEveryPage } from './crawled.ts';
import { useSite } from './site.ts';

itHoldsOnEveryPage(useSite(), 'Agency lead: Siân Elwyn-Hughes');
