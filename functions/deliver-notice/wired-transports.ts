import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CALLBACKS_SECRET, partnerCallbacks } from '../../adapters/callbacks/callbacks.ts';
import type { readProvince } from '../../adapters/config/read-config.ts';
import { dynamoAccessTokens } from '../../adapters/dynamodb/correspondence/access-tokens.ts';
import { ROBOTS_SECRET } from '../../adapters/robots/robot-secret.ts';
import { groupRobots } from '../../adapters/robots/robots.ts';
import { secretEntries } from '../../adapters/secrets/secret-entries.ts';
import { smsProviders } from '../../adapters/sms/providers.ts';
import { SMS_SECRET } from '../../adapters/sms/sms-secret.ts';
import { wechatAccounts } from '../../adapters/wechat/accounts.ts';
import { wechatMessages, wecomMessages } from '../../adapters/wechat/messages.ts';
import type { Transports } from '../../usecases/notices/delivery/delivery.ts';
import { restingInOutages } from '../../usecases/notices/transports/outages.ts';
import { askProviders, byProviders } from '../../usecases/notices/transports/providers.ts';
import { sandboxed } from '../../usecases/notices/transports/sandboxed-transports.ts';
import { willingCallbacks } from '../../usecases/notices/transports/send-callback.ts';
import { budgetedSms } from '../../usecases/notices/transports/send-sms.ts';
import { pacedGroups } from '../../usecases/notices/transports/send-to-groups.ts';
import { count } from '../shared/count.ts';
import { readEnv } from '../shared/env.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { wechatBarred } from './wechat-barred.ts';
import { wiredMail } from './wired-mail.ts';
import { type Surroundings, surroundingsOf } from './wired-surroundings.ts';

/** Every way to reach people that this province has, and who can be asked what became of a message. */
export function wiredTransports(province: ReturnType<typeof readProvince>, tables: DynamoDBDocumentClient) {
  const surroundings = surroundingsOf(province, tables);
  const texters = smsTexters(surroundings);
  const transports: Transports = {
    email: wiredMail(surroundings),
    sms: budgetedSms({
      send: restingInOutages('sms', byProviders('sms', texters, surroundings.providing), surroundings.resting),
      limits: surroundings.limits,
      perDay: province.sms.perDay ?? 10,
      onSpent: () => count('SmsBudgetSpent'),
    }),
    ...chats(surroundings),
    ...robots(surroundings),
    ...callbacks(surroundings),
  };
  const { reach } = province;
  return {
    transports: reach && readEnv('REACH').REACH !== 'everyone' ? sandboxed(transports, reach) : transports,
    inquiries: { sms: askProviders(texters) },
    limits: surroundings.limits,
  };
}

function smsTexters({ province }: Surroundings) {
  const { SMS_SECRET_NAME: name } = readEnv('SMS_SECRET_NAME');
  return smsProviders(province.sms, {
    secret: secretEntries(secretSource(name), SMS_SECRET),
    now: () => new Date(),
    endpoint: process.env.SMS_ENDPOINT,
  });
}

function chats({ province, tables, resting }: Surroundings): Pick<Transports, 'wechat' | 'wecom'> {
  const { CORRESPONDENCE_TABLE_NAME: table } = readEnv('CORRESPONDENCE_TABLE_NAME');
  const { wechat, wecom } = wechatAccounts(process.env, secretSource, dynamoAccessTokens(tables, table));
  const { subscription } = province.wechat;
  const byWechat = wechatMessages(wechat, { subscription, onBarred: wechatBarred });
  const byWecom = wecom && wecomMessages(wecom.api, wecom.agentId, wechatBarred);
  return {
    wechat: restingInOutages('wechat', byWechat, resting),
    ...(byWecom && { wecom: restingInOutages('wecom', byWecom, resting) }),
  };
}

/** Calls to the systems of partners, where any are called; the local runner has them all in one place. */
function callbacks({ province, suppressions }: Surroundings): Pick<Transports, 'callback'> {
  const { CALLBACKS_SECRET_NAME: name, CALLBACKS_AT: local } = process.env;
  if (name === undefined) return {};
  const addresses = new Map(province.partners.map((partner) => [partner.name, partner.callback]));
  const addressOf = (partner: string) => (local === undefined ? addresses.get(partner) : `${local}/${partner}`);
  const secretsOf = secretEntries(secretSource(name), CALLBACKS_SECRET);
  const send = partnerCallbacks({ addressOf, secrets: secretsOf, now: () => new Date(), isLocal: local !== undefined });
  return { callback: willingCallbacks({ send, suppressions, addressOf }) };
}

/** Messages to working groups, where organs have robots. */
function robots({ limits }: Surroundings): Pick<Transports, 'robot'> {
  const { ROBOTS_SECRET_NAME: name } = process.env;
  if (name === undefined) return {};
  const send = groupRobots(secretEntries(secretSource(name), ROBOTS_SECRET), () => new Date());
  return { robot: pacedGroups(send, limits) };
}
