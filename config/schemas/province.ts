import * as z from 'zod';
import { conversation, mail, partners, web, wechat, wecom } from './channels.ts';
import { keyMatters } from './marks.ts';
import { noticeHours } from './notice-hours.ts';
import { reachSchema } from './reach.ts';
import { restoredTables } from './restored-tables.ts';
import { sms } from './sms.ts';
import { email, httpsUrl, name } from './texts.ts';

/** The only retentions that CloudWatch Logs knows, up to two years. */
const LOG_RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731] as const;

/** As people dial it: "12345", "025-12345678". */
const telephone = z.string().regex(/^\d[\d-]{2,18}\d$/, 'must be digits, with dashes between them');

/** 主办单位: the organ that speaks on the pages and in what is sent. */
const organiser = z.strictObject({
  name,
  telephone,
  /** ICP备案号 of the pages. */
  filing: z
    .string()
    .regex(/^\p{Script=Han}ICP备\d{8,12}号(-\d+)?$/u, 'must be a filing number such as 苏ICP备12345678号-1'),
  /** Where the public pages are found. */
  pages: httpsUrl,
});

/** What the privacy page must say and only the province knows. */
const privacy = z.strictObject({
  /** Where people exercise their rights. */
  contact: z.strictObject({ office: name, telephone, address: name, email: email.optional() }),
  /** 保存期限: for how many years after the case has ended, and which document fixes that. */
  records: z.strictObject({ years: z.int().min(1), basis: name }),
});

/** 自有域名: a name, and the certificate of ACM for it. */
const domain = z.strictObject({
  name: z.hostname().regex(/\.[a-z-]{2,}$/, 'must be a name such as 12369.henan.example'),
  certificate: z
    .string()
    .regex(/^arn:aws(-cn)?:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/, 'must be the ARN of a certificate of ACM'),
});

/** Names of Secrets Manager entries, never their values. */
const secrets = z.strictObject({
  wechat: name,
  wecom: name.optional(),
  partners: name,
  mailRelay: name,
  repeats: name,
  threads: name,
  /** By what a sender is known again, without anybody learning who it is. */
  senders: name,
  sms: name,
  /** What the desk proves itself with at the log-in. */
  desk: name,
  smtp: name.optional(),
  /** Robots of working groups, where organs have any. */
  robots: name.optional(),
  /** What signs calls to the systems of partners, where any are called. */
  callbacks: name.optional(),
});

/** 名册以外的单位: departments and governments that letters go to, by the names that people type. */
const offices = z
  .array(z.strictObject({ name, email }))
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'a name stands twice');

/** 通道切换: when a mail host or an operator loses its turn; as domain/notices/delivery/failover.ts has it where nothing is said. */
const failover = z.strictObject({
  windowMinutes: z.int().min(1).max(60).optional(),
  /** A message that takes longer counts as a bad one. */
  targetSeconds: z.number().min(0.1).max(60).optional(),
  /** The share of bad ones, and the number of them, that make a provider lose its turn. */
  share: z.number().min(0.01).max(1).optional(),
  least: z.int().min(1).optional(),
});

/** 通道中断: when a transport that takes nothing is left alone; as domain/notices/delivery/outage.ts has it where nothing is said. */
const outage = z.strictObject({
  /** So many failures in a row, and it is taken to be away. */
  failures: z.int().min(1).max(20).optional(),
  /** How many minutes after each failed try the next one comes; after the last of these always so many. */
  probeMinutes: z.array(z.int().min(1).max(10)).min(1).max(10).optional(),
});

/** 回调: how long, in minutes, until a call to a partner's system is made again, each time; as usecases/notices/delivery/retry-policy.ts has it. */
const callbacks = z.strictObject({ retryMinutes: z.array(z.int().min(1).max(2_880)).min(1).max(20) });

const each = <Way extends string>(...ways: readonly Way[]) =>
  z
    .array(z.enum(ways))
    .min(1)
    .refine((order) => new Set(order).size === order.length, 'a way stands twice')
    .optional();

/** 通知顺序: by what people are tried, in order; as domain/notification-order.ts has it where nothing is said. */
const order = z.strictObject({ staff: each('email', 'sms'), complainant: each('chat', 'email', 'sms') });

/** 定期清单: what the province has otherwise than config/handling-ways.json. */
const wayLists = z.strictObject({
  everyDays: z.int().min(1).optional(),
  /** The day of the first lists, from which the others are counted. */
  firstDay: z.iso.date().optional(),
  /** 零报告: whether a letter says so where there is nothing to send. */
  reportNone: z.boolean().optional(),
});

/** The first has no day, the others theirs, in order. */
const datedVersions = z
  .array(z.strictObject({ from: z.iso.date().optional(), version: name }))
  .min(1)
  .refine(
    (list) => list.every(({ from }, at) => (at === 0 ? from === undefined : (from ?? '') > (list[at - 1]!.from ?? ''))),
    {
      error: 'the first version has no `from`, the others have one each, in order',
    },
  );

/** config/provinces/<id>.json: what one province decides for itself. Everything else is the same for all. */
export const ProvinceFile = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/, 'must be lower-case letters, digits and dashes, at most 16'),
  name,
  organiser,
  privacy,
  /** First part of every receipt. */
  letters: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  /** 行政区划代码 of the province. */
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
  mail,
  sms,
  /** 工作人员登录: the province's own OpenID Connect provider. */
  staff: z.strictObject({
    issuer: httpsUrl,
    audience: name,
    /** 工作台地址: where the desk is found, for links in what staff are told; none where nothing is said. */
    desk: httpsUrl.optional(),
    /** Under what name the desk is known there. */
    clientId: name.default('huiyin-desk'),
  }),
  /** 分类口径: how many pollution types a complaint is given; as config/taxonomy.json has it where nothing is said. */
  classification: z
    .strictObject({
      mostTypes: z.int().min(1).max(9).optional(),
      /** Share of the strongest subtype's points that a further type needs. */
      minShare: z.number().min(0).max(1).optional(),
    })
    .optional(),
  partners,
  /** 督察行动: files of config/campaigns. */
  campaigns: z.array(name).optional(),
  /** Under what names the service is found; none given, by those that AWS gives it. The API is under that of the pages. */
  domains: z.strictObject({ pages: domain, desk: domain, api: domain.optional() }).optional(),
  /** 固定出口: calls to WeChat and providers leave by one address that stays, by a NAT gateway (docs/operations.md). */
  fixedAddress: z.boolean().default(false),
  wechat,
  wecom,
  conversation,
  web,
  secrets,
  tables: restoredTables.optional(),
  retentionDays: z.strictObject({ logs: z.literal(LOG_RETENTION_DAYS), evidence: z.int().min(30) }),
  /** Evidence may not be changed or deleted for so many days, not even by an administrator (S3 compliance mode). */
  objectLock: z.strictObject({ days: z.int().min(1) }).optional(),
  /** 审计: who is told what stands for each day, and for how many days no ledger may be deleted (S3 compliance mode). */
  audit: z.strictObject({ email: email.optional(), lockDays: z.int().min(1).max(36_500).optional() }).optional(),
  alarms: z.strictObject({ emails: z.array(email).min(1) }),
  /** The organ that gets whatever no routing rule matches. */
  catchAllOrgan: name,
  /** The version of config/clocks.json under which new cases start. */
  policyVersion: z.union([name, datedVersions]),
  noticeHours: noticeHours.partial().optional(),
  failover: failover.optional(),
  outage: outage.optional(),
  callbacks: callbacks.optional(),
  order: order.optional(),
  keyMatters: keyMatters.optional(),
  offices: offices.optional(),
  wayLists: wayLists.optional(),
  sweep: z.strictObject({ everyMinutes: z.int().min(1).max(5) }),
});

export type ProvinceSettings = z.infer<typeof ProvinceFile>;
