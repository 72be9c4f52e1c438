import * as z from 'zod';
import { lazy } from './lazy.ts';

/** 汇总通知, for which people choose by what they get them. */
export const DIGEST_TEXT = {
  overdue: '超期清单',
  undelivered: '未送达清单',
  weekly: '周报',
  monthly: '月报',
} as const;

export type Digest = keyof typeof DIGEST_TEXT;

/** Whoever answers for what is late, or keeps the roster, cannot ask not to hear of it. */
const HOWEVER = z.enum(['email', 'sms']);
const OR_NOT = z.enum([...HOWEVER.options, 'none']);

/**
 * 汇总设置 of one person: each digest by mail, by a text message that counts and leaves the rest to the desk, or not at
 * all. `standsAt` says how what is not named comes.
 */
export const digestSettingsSchema = lazy(() =>
  z.object({
    overdue: HOWEVER.optional(),
    undelivered: HOWEVER.optional(),
    weekly: OR_NOT.optional(),
    monthly: OR_NOT.optional(),
  } satisfies Readonly<Record<Digest, z.ZodType>>),
);

export type DigestSettings = Readonly<z.infer<ReturnType<typeof digestSettingsSchema>>>;
