/** A copy of all answers to keep: whoever may read a response may have it, and sees the same in it. */
import type { PdfPool } from '../../../adapters/pdf/pool.ts';
import { recordAudit } from '../../../db/audit.ts';
import { paths } from '../../../web/paths.ts';
import { file } from '../../../web/reply.ts';
import { get, param, type Route } from '../../../web/route.ts';
import { contentOf } from '../content.queries.ts';
import { openResponse, type ResponseDeps } from '../opened.ts';
import { progressOf, toState } from '../state.ts';
import { visibleContent } from '../visible.ts';
import type { AnswersPaper } from './answers.pdf.ts';
import { answersFileName, toAnswersView } from './answers.view.ts';

export interface CopyDeps extends ResponseDeps {
  readonly pdf: PdfPool;
  readonly baseUrl: string;
}

const answersDocument = new URL('./answers.pdf.ts', import.meta.url);

export function copyToKeepRoutes(deps: CopyDeps): Route[] {
  const { db, now, pdf, baseUrl } = deps;
  return [
    get('/responses/:response/answers.pdf', 'response.read', async (request) => {
      const { scope } = request;
      const opened = await openResponse(deps, scope, param(request, 'response'));
      const { response, definition } = opened;
      const content = visibleContent(scope, opened, await contentOf(db, scope, opened));
      const madeAt = now();
      const view = toAnswersView({
        opened,
        content,
        progress: progressOf(definition, toState(definition, content)),
        leads: [],
        tried: false,
        personId: scope.personId,
        now: madeAt,
        csrf: '',
        system: scope.systemName,
        madeAt,
        address: baseUrl + paths.check(response.id),
      });
      const paper: AnswersPaper = { view, madeAt };
      const body = await pdf.render(answersDocument, paper);
      await recordAudit(db, {
        systemId: scope.systemId,
        personId: scope.personId,
        act: 'response.downloaded',
        subjectType: 'response',
        subjectId: response.id,
        happenedAt: madeAt,
      });
      return file(body, 'application/pdf', answersFileName(view));
    }),
  ];
}
