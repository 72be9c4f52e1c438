import * as z from 'zod';
import { type ShowProgressDeps, showProgress } from '../../usecases/complainants/show-progress.ts';
import { answering, json } from '../shared/http.ts';
import { withinLimit } from '../shared/limit.ts';
import { queryRefused } from '../shared/query-refused.ts';
import { receivedAt } from '../shared/time.ts';
import { type WebLimitDeps, webLimit } from '../shared/web-limit.ts';

export const ProgressView = z.object({
  receipt: z.string(),
  status: z.string(),
  statusText: z.string(),
  /** 承办单位, once it is known. */
  organ: z.string().optional(),
  answerBy: z.iso.datetime().optional(),
  timeline: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
  answer: z.string().optional(),
});

/** GET /v1/complaints/{receipt}: the progress, for whoever has the query code. */
export const createHandler = (deps: ShowProgressDeps & WebLimitDeps) =>
  answering((event) =>
    withinLimit(webLimit('queries', event, deps), receivedAt(event), deps.limits, async () => {
      const { pathParameters, headers } = event;
      const progress = await showProgress(pathParameters?.receipt ?? '', headers['x-query-code'] ?? '', deps);
      if (!progress) throw queryRefused();
      return json(200, progress);
    }),
  );
