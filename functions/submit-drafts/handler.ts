import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { type SubmitDraftsDeps, submitDrafts } from '../../usecases/intake/submit-drafts.ts';
import { conversationDeps } from '../shared/chat/receive.ts';
import { count } from '../shared/count.ts';
import { scheduled } from '../shared/event-sources/scheduled.ts';
import { timeLeft } from '../shared/event-sources/time-left.ts';
import { logError, logInfo } from '../shared/log.ts';

/** Ten submissions at once take seconds at worst. */
const RESERVE_MS = 10_000;

const ScheduleEvent = z.object({ time: z.iso.datetime() });

/** Schedule: submits what people wrote in a chat and have paused over. Answers when there will be more to do. */
export const createHandler = (deps: Omit<SubmitDraftsDeps, 'onFailure' | 'hasTime' | keyof typeof conversationDeps>) =>
  scheduled(async (event: unknown, context?: Context) => {
    const now = new Date(ScheduleEvent.parse(event).time).toISOString();
    const run = await submitDrafts(now, {
      ...deps,
      ...conversationDeps,
      hasTime: timeLeft(context, RESERVE_MS),
      onFailure: (error) => {
        logError('draft-not-submitted', error);
        count('DraftNotSubmitted');
      },
    });
    count('DraftsLateSeconds', run.lagSeconds);
    logInfo('drafts-submitted', { submitted: run.submitted, failed: run.failed });
    return run;
  });
