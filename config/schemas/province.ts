import * as z from 'zod';
import { PARTNER_RIGHTS } from '../../domain/partners/partner.ts';
import { reachSchema } from './reach.ts';

/** SES takes mail in only in these regions; in the China partition there is no SES at all. */
const SES_RECEIVING = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
];

/** The only retentions that CloudWatch Logs knows, up to two years. */
const LOG_RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731] as const;

const name = z.string().trim().min(1);
const email = z.email();
const httpsUrl = z.url({ protocol: /^https$/ });

/** Which of our values stands in which field of a template of WeChat's: a field is named after what it may hold, with a number. */
const subscription = z.strictObject({
  templateId: name,
  fields: z
    .record(
      z.string().regex(/^(thing|character_string|phrase|const|time)\d+$/, 'must be a field such as thing1'),
      z.enum(['receipt', 'status', 'time']),
    )
    .refine((fields) => Object.keys(fields).length > 0, { error: 'must name a field' }),
});

/** What a text message may tell, by what it is for: the values of `TextMessage` in domain/notices/notice.ts. */
const PLACEHOLDERS = {
  staff: ['kind', 'receipt', 'place', 'matter', 'duty', 'due', 'next'],
  complainant: ['receipt', 'status'],
};

/** 短信模板, as approved by the operator: `text` holds its placeholders as ${name}. */
const smsTemplate = z
  .strictObject({
    use: z.enum(['staff', 'complainant']),
    code: z.string().regex(/^SMS_\d+$/, 'must be a template code such as SMS_100001'),
    text: name,
  })
  .superRefine(({ use, text }, context) => {
    for (const [placeholder, value] of text.matchAll(/\$\{(\w*)\}/g))
      if (!PLACEHOLDERS[use].includes(value!))
        context.addIssue({
          code: 'custom',
          path: ['text'],
          message: `${placeholder} is not known to a ${use} message`,
        });
  });

/** What somebody in the chat can also type. */
const MENU_WORDS = ['提交', '取消', '查询', '催办', '补充', '帮助'] as const;

/** Who may hand complaints over by the signed API. */
const partner = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and dashes'),
  /** Which file of config/partners tells its own format. */
  adapter: name,
  may: z.array(z.enum(PARTNER_RIGHTS)).min(1),
  /** How often it may call; as adapters/config/read-partners.ts has it where nothing is said. */
  limit: z.strictObject({ limit: z.int().min(1), windowSeconds: z.int().min(1).max(86_400) }).optional(),
});

/** Names of Secrets Manager entries, never their values. */
const secrets = z.strictObject({
  wechat: name,
  wecom: name.optional(),
  partners: name,
  mailRelay: name,
  repeats: name,
  threads: name,
  sms: name,
  smtp: name.optional(),
});

const fields = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/, 'must be lower-case letters, digits and dashes, at most 16'),
  name,
  /** First part of every receipt. */
  letters: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  /** GB/T 2260 code of the province. */
  division: z.string().regex(/^\d{2}0000$/, 'must be the six-digit code of a province'),
  /** A stack for trials and demonstrations: it may stand outside China and be taken down again. */
  demonstration: z.boolean().default(false),
  /** 演示环境只能送达的设备. */
  reach: reachSchema.optional(),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as cn-north-1'),
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be twelve digits')
    .optional(),
  mail: z.strictObject({
    from: email,
    /** Each complainant gets an address of their own below this one, by a plus sign: see adapters/email/thread-address.ts. */
    intake: email.regex(/^[^+@]{1,25}@/, 'must have at most 25 characters before the @, and no plus sign'),
    transport: z.enum(['ses', 'smtp']),
    /** 回执: the most that go out in an hour, to one sender (3 where nothing is said) and in all (1,000). */
    acknowledgements: z
      .strictObject({ perSenderHour: z.int().min(1).optional(), perHour: z.int().min(1).optional() })
      .optional(),
  }),
  sms: z.strictObject({
    provider: z.literal('aliyun'),
    endpoint: httpsUrl,
    signName: name,
    templates: z.array(smsTemplate).refine(
      (templates) =>
        templates
          .map(({ use }) => use)
          .toSorted()
          .join() === 'complainant,staff',
      {
        error: 'must hold one template for each use: staff and complainant',
      },
    ),
  }),
  /** 工作人员登录: the province's own OpenID Connect provider. */
  staff: z.strictObject({ issuer: httpsUrl, audience: name }),
  /** 分类口径: how many pollution types a complaint is given; as config/taxonomy.json has it where nothing is said. */
  classification: z
    .strictObject({
      mostTypes: z.int().min(1).max(9).optional(),
      /** Share of the strongest subtype's points that a further type needs. */
      minShare: z.number().min(0).max(1).optional(),
    })
    .optional(),
  partners: z
    .array(partner)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'a name stands twice'),
  wechat: z.strictObject({
    appId: z.string().regex(/^wx[0-9a-f]{16}$/, 'must be an app id such as wx0123456789abcdef'),
    /** Where its API is reached: another address where calls go through a relay of a fixed address. */
    apiBase: httpsUrl.default('https://api.weixin.qq.com'),
    /** 订阅通知, for what must be told once the time to answer by a message is over. */
    subscription: subscription.optional(),
  }),
  /** 企业微信. A province without it has no such way in. */
  wecom: z
    .strictObject({
      corpId: z.string().regex(/^w[wx][0-9a-f]{16}$/, 'must be a corp id such as ww0123456789abcdef'),
      /** As for WeChat. */
      apiBase: httpsUrl.default('https://qyapi.weixin.qq.com'),
    })
    .optional(),
  /** What a chat on WeChat or WeCom is like; as domain/conversation/conversation.ts has it where nothing is said. */
  conversation: z
    .strictObject({
      /** A complaint that is sent in pieces is submitted so long after the last one. */
      pauseMinutes: z.int().min(1).max(60).optional(),
      /** EventKey of a menu button → the words it stands for. */
      menu: z.record(z.string().min(1).max(128), z.enum(MENU_WORDS)).optional(),
    })
    .optional(),
  /**
   * 网页: how often one network address may use the public pages and POST /v1/complaints within an hour; as functions/shared/web-limit.ts has it where
   * nothing is said. A campus or a mobile network is one address.
   */
  web: z
    .strictObject({
      complaintsPerHour: z.int().min(1).optional(),
      queriesPerHour: z.int().min(1).optional(),
      uploadsPerHour: z.int().min(1).optional(),
    })
    .optional(),
  secrets,
  retentionDays: z.strictObject({ logs: z.literal(LOG_RETENTION_DAYS), evidence: z.int().min(30) }),
  /** Evidence may not be changed or deleted for so many days, not even by an administrator (S3 compliance mode). */
  objectLock: z.strictObject({ days: z.int().min(1) }).optional(),
  alarms: z.strictObject({ emails: z.array(email).min(1) }),
  /** The organ that gets whatever no routing rule matches. */
  catchAllOrgan: name,
  /** The version of config/clocks.json under which new cases start. */
  policyVersion: name,
  sweep: z.strictObject({ everyMinutes: z.int().min(1).max(5) }),
});

const inChina = (region: string): boolean => region.startsWith('cn-');

/** A rule between fields is checked as soon as these can be read, whatever is wrong elsewhere: so all faults are told at once. */
const readable =
  (...names: (keyof typeof fields.shape)[]) =>
  ({ value }: { value: unknown }): boolean =>
    value instanceof Object && names.every((name) => fields.shape[name].safeParse(Reflect.get(value, name)).success);

/** config/provinces/<id>.json: what one province decides for itself. Everything else is the same for all. */
export const ProvinceFile = fields
  .refine(({ demonstration, region }) => demonstration || inChina(region), {
    path: ['region'],
    error: 'a real province must be in a cn- region: personal data may not leave the country',
    when: readable('demonstration', 'region'),
  })
  .refine(({ demonstration, reach }) => demonstration === (reach !== undefined), {
    path: ['reach'],
    error: 'is required of a demonstration, which reaches no real person, and of no use to a real province',
    when: readable('demonstration', 'reach'),
  })
  .refine(({ mail, region }) => mail.transport === 'smtp' || !inChina(region), {
    path: ['mail', 'transport'],
    error: 'there is no SES in the regions of China: use smtp',
    when: readable('mail', 'region'),
  })
  .refine(({ mail, secrets }) => mail.transport === 'ses' || secrets.smtp !== undefined, {
    path: ['secrets', 'smtp'],
    error: 'is required when mail.transport is smtp',
    when: readable('mail', 'secrets'),
  })
  .refine(({ wecom, secrets }) => (wecom === undefined) === (secrets.wecom === undefined), {
    path: ['secrets', 'wecom'],
    error: 'is required when there is wecom, and of no use without',
    when: readable('wecom', 'secrets'),
  })
  .refine(({ objectLock, retentionDays }) => !objectLock || objectLock.days <= retentionDays.evidence, {
    path: ['objectLock', 'days'],
    error: 'must not be longer than retentionDays.evidence',
    when: readable('objectLock', 'retentionDays'),
  });

export type ProvinceSettings = z.infer<typeof ProvinceFile>;

/** Whether mail to the province can come in through SES; elsewhere a relay posts it. */
export const receivesBySes = ({ region }: Pick<ProvinceSettings, 'region'>): boolean => SES_RECEIVING.includes(region);
