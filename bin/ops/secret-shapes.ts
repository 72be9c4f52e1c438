import * as z from 'zod';
import { CALLBACKS_SECRET } from '../../adapters/callbacks/callbacks.ts';
import { SMTP_SECRET } from '../../adapters/email/hosts.ts';
import { ROBOTS_SECRET } from '../../adapters/robots/robot-secret.ts';
import { SMS_SECRET } from '../../adapters/sms/sms-secret.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { PARTNERS_SECRET } from '../../functions/accept-partner-complaint/partner-order.ts';
import { WechatAccount } from '../../functions/accept-wechat-message/account.ts';
import { WecomAccount } from '../../functions/accept-wecom-message/account.ts';
import { RepeatsSecret } from '../../functions/shared/repeats-secret.ts';
import { WebhookSecrets } from '../../functions/shared/submission/webhook.ts';
import { ThreadsSecret } from '../../functions/shared/threads-secret.ts';
import { jsonOf } from '../data-rows.ts';

type Kind = keyof ProvinceSettings['secrets'];

/** What each secret must hold: the schemas of those who read it, where they have one of their own. */
const SHAPES: Readonly<Record<Kind, z.ZodType>> = {
  wechat: WechatAccount,
  wecom: WecomAccount,
  partners: PARTNERS_SECRET.schema,
  mailRelay: WebhookSecrets,
  repeats: RepeatsSecret,
  threads: ThreadsSecret,
  senders: z.object({
    keys: z
      .array(z.string().regex(/^[0-9a-f]{64}$/i))
      .min(1)
      .max(3),
  }),
  sms: z.preprocess(SMS_SECRET.named, SMS_SECRET.schema),
  desk: z.object({ clientSecret: z.string().min(1) }),
  smtp: z.preprocess(SMTP_SECRET.named, SMTP_SECRET.schema),
  robots: ROBOTS_SECRET.schema,
  callbacks: CALLBACKS_SECRET.schema,
};

/** What is wrong with the value of a secret, by the places of the faults and never by what stands there. */
export function faultsInSecret(kind: Kind, value: string | undefined, partners: readonly string[]): readonly string[] {
  if (value === undefined) return ['缺少'];
  const content = jsonOf(value);
  if (content === undefined) return ['不是JSON'];
  const { success, error } = SHAPES[kind].safeParse(content);
  if (!success) return error.issues.map(({ path }) => `/${path.map(String).join('/')} 不合要求`);
  const missing = kind === 'partners' ? partners.filter((name) => !Object.hasOwn(content as object, name)) : [];
  return missing.map((name) => `没有合作单位 ${name} 的密钥`);
}
