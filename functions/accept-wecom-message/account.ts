import * as z from 'zod';

/** The secret entry of the application on WeCom. */
export const WecomAccount = z
  .object({
    token: z.string().min(3).max(32),
    encodingAesKey: z.string().regex(/^[A-Za-z0-9+/]{43}$/),
    corpId: z.string().min(1),
    /**
     * For whom the seals are made, where it is not the corporation itself: a third party's suite id, or nobody ("").
     */
    receiveId: z.string().optional(),
  })
  .transform(({ receiveId, ...account }) => ({ ...account, appId: receiveId ?? account.corpId }));
export type WecomAccount = z.output<typeof WecomAccount>;
