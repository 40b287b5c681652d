/** What is sent to routes that look at a form before they look at anything else; all others get an empty one. */
import type { Addresses } from './addresses.ts';
import type { SystemIds } from '../../../server/features/set-up/set-up.queries.ts';

export type Fields = Readonly<Record<string, string>>;

export function formsOf(
  addresses: Addresses,
  { places }: Pick<SystemIds, 'places'>,
): ReadonlyMap<string, Fields> {
  const source = addresses.response['own submitted']?.[0]?.['response'] ?? '';
  return new Map<string, Fields>([
    ['POST /responses/:response/copy', { source }],
    ['POST /responses/:response/sections/:section/done', { done: 'yes' }],
    ['POST /responses/:response/carry', { decision: 'ended', item: 'financial-investment' }],
    [
      'POST /responses/:response/entries/carry',
      { decision: 'ended', entry: '00000000-0000-4000-8000-000000000000' },
    ],
    ['POST /responses/:response/return', { reason: 'The figures are of last year.' }],
    [
      'POST /responses/:response/no-service',
      { group: 'midwifery', place: places.get('quillby') ?? '', answer: 'none' },
    ],
    [
      'POST /responses/:response/entries/upload/store',
      { sheets: JSON.stringify([['Services', [['Name'], ['Home visits']]]]), digest: '' },
    ],
    ['POST /rounds/:round/remind', { agencies: 'kingfisher' }],
    [
      'POST /rounds/:round/reminders',
      { agencies: 'kingfisher', key: '00000000-0000-4000-8000-000000000001', word: '' },
    ],
    ['POST /set-up/import', { what: 'places', text: 'Name' }],
    ['POST /set-up/import/store', { what: 'places', text: 'Name' }],
  ]);
}
