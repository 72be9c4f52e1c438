import * as z from 'zod';
import { PARTNER_RIGHTS } from '../../domain/partners/partner.ts';
import { email, httpsUrl, name, publicUrl } from './texts.ts';

/**
 * Which of our values stands in which field of a template of WeChat's: a field is named after what it may hold, with a
 * number.
 */
const subscription = z.strictObject({
  templateId: name,
  fields: z
    .record(
      z.string().regex(/^(thing|character_string|phrase|const|time)\d+$/, 'must be a field such as thing1'),
      z.enum(['receipt', 'status', 'time']),
    )
    .refine((fields) => Object.keys(fields).length > 0, { error: 'must name a field' }),
});

/** What somebody in the chat can also type. */
const MENU_WORDS = ['提交', '取消', '查询', '催办', '补充', '帮助'] as const;

/** Who may hand complaints over by the signed API. */
const partner = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and dashes'),
  /** Which file of config/partners tells its own format. */
  adapter: name,
  may: z.array(z.enum(PARTNER_RIGHTS)).min(1),
  /** The organ of config/organs that it is: nothing of a case that accuses it is told to it. */
  organ: name.optional(),
  /** 反馈邮箱: where it is told what became of its orders. */
  reportTo: email.optional(),
  /** 回调地址: where its system is told of its orders, signed. */
  callback: publicUrl.optional(),
  /** How often it may call; as adapters/config/read-partners.ts has it where nothing is said. */
  limit: z.strictObject({ limit: z.int().min(1), windowSeconds: z.int().min(1).max(86_400) }).optional(),
});

export const mail = z.strictObject({
  from: email,
  /**
   * Each complainant gets an address of their own below this one, by a plus sign: see adapters/email/thread-address.ts.
   */
  intake: email.regex(/^([^@]*$|[^+@]{1,25}@)/, 'must have at most 25 characters before the @, and no plus sign'),
  transport: z.enum(['ses', 'smtp']),
  /**
   * 邮件服务器: names of the servers in the secret `smtp`, the first one first; after SES where that is the transport.
   */
  hosts: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be lower-case letters, digits and dashes'))
    .min(1)
    .refine((hosts) => new Set(hosts).size === hosts.length, 'a host stands twice')
    .optional(),
  /** 回执: the most that go out in an hour, to one sender (3 where nothing is said) and in all (1,000). */
  acknowledgements: z
    .strictObject({ perSenderHour: z.int().min(1).optional(), perHour: z.int().min(1).optional() })
    .optional(),
});

export const partners = z
  .array(partner)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'a name stands twice');

export const wechat = z.strictObject({
  appId: z.string().regex(/^wx[0-9a-f]{16}$/, 'must be an app id such as wx0123456789abcdef'),
  /** Where its API is reached: another address where calls go through a relay of a fixed address. */
  apiBase: httpsUrl.default('https://api.weixin.qq.com'),
  /** 订阅通知, for what must be told once the time to answer by a message is over. */
  subscription: subscription.optional(),
});

/** 企业微信. A province without it has no such way in. */
export const wecom = z
  .strictObject({
    corpId: z.string().regex(/^w[wx][0-9a-f]{16}$/, 'must be a corp id such as ww0123456789abcdef'),
    /** As for WeChat. */
    apiBase: httpsUrl.default('https://qyapi.weixin.qq.com'),
  })
  .optional();

/** What a chat on WeChat or WeCom is like; as domain/conversation/conversation.ts has it where nothing is said. */
export const conversation = z
  .strictObject({
    /** A complaint that is sent in pieces is submitted so long after the last one. */
    pauseMinutes: z.int().min(1).max(60).optional(),
    /** EventKey of a menu button → the words it stands for. */
    menu: z.record(z.string().min(1).max(128), z.enum(MENU_WORDS)).optional(),
  })
  .optional();

/**
 * 网页: how often one network address may use the public pages and POST /v1/complaints within an hour; as
 * functions/shared/http/web-rate-limit.ts has it where nothing is said. A campus or a mobile network is one address.
 */
export const web = z
  .strictObject({
    complaintsPerHour: z.int().min(1).optional(),
    queriesPerHour: z.int().min(1).optional(),
    uploadsPerHour: z.int().min(1).optional(),
  })
  .optional();
