import * as z from 'zod';
import { GRADES } from '../../domain/case/answer/satisfaction.ts';
import { type ShowProgressDeps, showProgress } from '../../usecases/complainants/show-progress.ts';
import { answering, json } from '../shared/http/http.ts';
import { refuseStranger } from '../shared/http/query-refused.ts';
import type { WebLimitDeps } from '../shared/http/web-rate-limit.ts';

export const ProgressView = z.object({
  receipt: z.string(),
  status: z.string(),
  statusText: z.string(),
  /** 承办单位, once it is known. */
  organ: z.string().optional(),
  answerBy: z.iso.datetime().optional(),
  /** What the complainant hears by then, in Chinese. */
  awaited: z.string().optional(),
  /** 指定期限 of a partner's order, and when its result was there. */
  limit: z.object({ dueAt: z.iso.datetime(), metAt: z.iso.datetime().optional() }).optional(),
  /** 拆分: its parts, where it was split, each with its organ and answer. */
  parts: z
    .array(
      z.object({
        number: z.int(),
        title: z.string(),
        organ: z.string().optional(),
        status: z.string(),
        statusText: z.string(),
        answer: z.string().optional(),
      }),
    )
    .optional(),
  timeline: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
  answer: z.string().optional(),
  /** 评价: what was said of the answer that stands, or that it may be said now. */
  rating: z.enum(GRADES).optional(),
  mayRate: z.literal(true).optional(),
  /** 告知书: every notice, whole, in the words and by the law of its day. */
  notices: z.array(z.object({ at: z.iso.datetime(), organ: z.string(), status: z.string(), text: z.string() })),
});

/** GET /v1/complaints/{receipt}: the progress, for whoever has the query code. */
export const createHandler = (deps: ShowProgressDeps & WebLimitDeps) =>
  answering(async (event) => {
    const { pathParameters, headers } = event;
    const progress = await showProgress(pathParameters?.receipt ?? '', headers['x-query-code'] ?? '', deps);
    return progress ? json(200, progress) : refuseStranger(event, deps);
  });
