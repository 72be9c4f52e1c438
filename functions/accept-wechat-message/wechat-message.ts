import * as z from 'zod';

/** The secret entry of the official account. */
export const WechatAccount = z.object({
  token: z.string().min(3).max(32),
  /** The console's 43 characters: a 32-byte key in base64 without its padding. */
  encodingAesKey: z.string().regex(/^[A-Za-z0-9+/]{43}$/),
  appId: z.string().min(1),
  /** Takes messages in plain mode, whose body nobody signed: anyone who saw one signed address can forge them for five minutes. */
  allowPlain: z.boolean().default(false),
});

const degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?$/)
  .transform(Number);

const about = {
  ToUserName: z.string().min(1).max(128),
  /** The sender's openid. */
  FromUserName: z.string().min(1).max(128),
  /** Unix seconds. */
  CreateTime: z.string().regex(/^\d{1,12}$/),
};

/** Something happened that is no message: somebody subscribed, pressed a menu key, shared where they are. */
const WechatEvent = z.object({ ...about, MsgType: z.literal('event'), Event: z.string() });

/** Ids are text: they have more digits than a number can hold. Unknown types are kept with what we know of them. */
const WechatContent = z.object({
  ...about,
  MsgType: z.string().regex(/^(?!event$)\w{1,32}$/),
  MsgId: z.string().regex(/^\d{1,32}$/),
  Content: z.string().optional(),
  /** What WeChat understood of a voice message. */
  Recognition: z.string().optional(),
  MediaId: z.string().max(512).optional(),
  Location_X: degrees.optional(),
  Location_Y: degrees.optional(),
  Label: z.string().optional(),
  Title: z.string().optional(),
  Description: z.string().optional(),
  Url: z.string().optional(),
});

export const WechatMessage = z.union([WechatEvent, WechatContent]);
export type WechatContent = z.output<typeof WechatContent>;
