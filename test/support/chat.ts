import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryConversations } from '../../adapters/memory/conversations.ts';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { equalInConstantTime } from '../../functions/shared/constant-time.ts';
import { createHandler as createSubmitDrafts } from '../../functions/submit-drafts/handler.ts';
import { CHAT_SETTINGS } from './chat-settings.ts';
import { intake } from './intake.ts';
import { policies } from './rules.ts';

/** What a chat needs, all of it in memory. */
export const chat = () => {
  const conversations = memoryConversations();
  const cases = memoryCaseStore();
  const deps = intake();
  return {
    ...deps,
    conversations,
    cases,
    settings: CHAT_SETTINGS,
    menu: { HUIYIN_SUBMIT: '提交', HUIYIN_PROGRESS: '查询', HUIYIN_HELP: '帮助' },
    limits: memoryRateLimits(),
    progress: { complaints: deps.vault, cases, policies, equalInConstantTime },
    backOff: async () => {},
  };
};

/** Lets so much time pass: the schedule that submits drafts runs at that time, in milliseconds. */
export const atMinute = (world: Parameters<typeof createSubmitDrafts>[0], at: number) =>
  createSubmitDrafts(world)({ time: new Date(at).toISOString() });
