import { type ShowProgressDeps, showProgress } from '../../usecases/complainants/show-progress.ts';
import { refuseStranger } from '../shared/http/query-refused.ts';
import type { WebLimitDeps } from '../shared/http/web-rate-limit.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { progressPage } from '../shared/pages/progress-pages.ts';
import { queryRefusedPage } from '../shared/pages/query-refused-page.ts';
import { readForm } from '../shared/submission/typed-form.ts';
import { receivedAt } from '../shared/time.ts';

export interface ShowProgressPageDeps extends ShowProgressDeps, WebLimitDeps {
  readonly site: Site;
  readonly newKey: () => string;
}

/**
 * POST /progress: the progress, for whoever has receipt and query code. Posted, so that neither stands in an address.
 */
export const createHandler = (deps: ShowProgressPageDeps) =>
  pageOrProblem(deps.site, async (event) => {
    const form = readForm(event);
    const [receipt, queryCode] = [form.value('receipt') ?? '', form.value('queryCode') ?? ''];
    const progress = await showProgress(receipt, queryCode, deps);
    if (!progress) return refuseStranger(event, deps, () => queryRefusedPage(receipt, deps.site));
    const supplement = { receipt, queryCode, key: deps.newKey() };
    return pageAnswer(200, progressPage(progress, supplement, receivedAt(event)), deps.site);
  });
