/** Where a filled workbook is chosen. */
import { toErrorSummary, type ErrorSummary } from '../../../web/error-summary.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import type { OpenMap } from '../open-map.ts';
import { captionOf } from '../words.ts';

export interface UploadView {
  readonly caption: string;
  readonly heading: string;
  readonly errors: ErrorSummary | null;
  readonly fileError: string;
  readonly csrf: string;
  readonly action: string;
  readonly fileHref: string;
  readonly templateHref: string;
  readonly listHref: string;
  readonly nounOne: string;
  readonly nounMany: string;
}
export const uploadPage = template<UploadView>('services/upload');

export function toUploadView(map: OpenMap, csrf: string, faults: readonly string[]): UploadView {
  const { response, item } = map;
  const errors = faults.map((text) => ({ field: 'file', text }));
  return {
    caption: captionOf(map),
    heading: 'Upload a spreadsheet',
    errors: errors.length > 0 ? { ...toErrorSummary(errors), title: 'Nothing was uploaded' } : null,
    fileError: faults.join('. '),
    csrf,
    action: paths.entriesUpload(response.id),
    fileHref: paths.entriesFile(response.id),
    templateHref: paths.entriesTemplate(response.id),
    listHref: paths.entries(response.id),
    nounOne: item.noun.one,
    nounMany: item.noun.many,
  };
}
