import * as z from 'zod';

/** A robot, as whoever made it in the group got it: the address to post to, and the secret that signs. */
const robot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dingtalk'), webhook: z.url(), secret: z.string().min(1) }),
  z.object({ kind: z.literal('feishu'), webhook: z.url(), secret: z.string().min(1) }),
  /** WeCom signs nothing: the key in the address is all there is. */
  z.object({ kind: z.literal('wecom'), webhook: z.url() }),
]);

/** The secret `robots`: by the names that organs of the roster have for them. */
export const ROBOTS_SECRET = { schema: z.record(z.string(), robot) };

export type Robot = z.infer<typeof robot>;
