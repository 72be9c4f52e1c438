import * as z from 'zod';

const degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?$/)
  .transform(Number);

const about = {
  ToUserName: z.string().min(1).max(128),
  /** The sender's openid, or user id on WeCom. */
  FromUserName: z.string().min(1).max(128),
  /** Unix seconds. */
  CreateTime: z.string().regex(/^\d{1,11}$/),
  /** On WeCom: the application that was written to. */
  AgentID: z.string().max(32).optional(),
};

/** Something happened that is no message: somebody subscribed, pressed a menu key, shared where they are. */
const ChatEvent = z.object({
  ...about,
  MsgType: z.literal('event'),
  Event: z.string().max(128),
  EventKey: z.string().max(1024).optional(),
});

/** Ids are text: they have more digits than a number can hold. Unknown types are kept with what we know of them. */
const ChatContent = z.object({
  ...about,
  MsgType: z.string().regex(/^(?!event$)\w{1,32}$/),
  MsgId: z.string().regex(/^\d{1,32}$/),
  Content: z.string().optional(),
  /** What WeChat understood of a voice message. */
  Recognition: z.string().optional(),
  MediaId: z.string().max(512).optional(),
  // A point that nobody can read costs the point, not what was said with it.
  Location_X: degrees.optional().catch(undefined),
  Location_Y: degrees.optional().catch(undefined),
  Label: z.string().optional(),
  Title: z.string().optional(),
  Description: z.string().optional(),
  Url: z.string().optional(),
});

/** What WeChat and WeCom send, which is nearly the same. Some pages of theirs spell the id MsgID. */
export const ChatMessage = z.preprocess(
  ({ MsgID, ...fields }: Readonly<Record<string, string>>) =>
    MsgID === undefined ? fields : { MsgId: MsgID, ...fields },
  z.union([ChatEvent, ChatContent]),
);

export type ChatMessage = z.output<typeof ChatMessage>;
export type ChatEvent = z.output<typeof ChatEvent>;
export type ChatContent = z.output<typeof ChatContent>;
