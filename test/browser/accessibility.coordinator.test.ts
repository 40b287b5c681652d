/** The pages of somebody who sees all of a draft. */
import { itHoldsOnEveryPage } from './crawled.ts';
import { useSite } from './site.ts';

itHoldsOnEveryPage(useSite(), 'Coordinator: Ruth Abendroth');
