import * as z from 'zod';

/** The secret entry of the official account. */
export const WechatAccount = z.object({
  token: z.string().min(3).max(32),
  /** The console's 43 characters: a 32-byte key in base64 without its padding. */
  encodingAesKey: z.string().regex(/^[A-Za-z0-9+/]{43}$/),
  appId: z.string().min(1),
  /**
   * Takes messages in plain mode, whose body nobody signed: anyone who saw one signed address can forge them for five
   * minutes.
   */
  allowPlain: z.boolean().default(false),
});
export type WechatAccount = z.output<typeof WechatAccount>;
