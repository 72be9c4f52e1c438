import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CallbacksSecret, partnerCallbacks } from '../../adapters/callbacks/callbacks.ts';
import type { readProvince } from '../../adapters/config/read-config.ts';
import { dynamoAccessTokens } from '../../adapters/dynamodb/correspondence/access-tokens.ts';
import { RobotsSecret } from '../../adapters/robots/robot-secret.ts';
import { groupRobots } from '../../adapters/robots/robots.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { smsProviders } from '../../adapters/sms/providers.ts';
import { SmsSecret } from '../../adapters/sms/sms-secret.ts';
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
import { wechatBarred } from './wechat-barred.ts';
import { wiredMail } from './wired-mail.ts';
import { type Surroundings, surroundingsOf } from './wired-surroundings.ts';

/** Every way to reach people that this province has, and who can be asked what became of a message. */
export function wiredTransports(
  province: ReturnType<typeof readProvince>,
  tables: DynamoDBDocumentClient,
  secrets: SecretsManagerClient,
) {
  const surroundings = surroundingsOf(province, tables, secrets);
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

function smsTexters({ province, secrets }: Surroundings) {
  const { SMS_SECRET_NAME: name } = readEnv('SMS_SECRET_NAME');
  return smsProviders(province.sms, {
    secret: secretReader(secrets, name, SmsSecret),
    now: () => new Date(),
    endpoint: process.env.SMS_ENDPOINT,
  });
}

function chats({ province, tables, secrets, resting }: Surroundings): Pick<Transports, 'wechat' | 'wecom'> {
  const { CORRESPONDENCE_TABLE_NAME: table } = readEnv('CORRESPONDENCE_TABLE_NAME');
  const { wechat, wecom } = wechatAccounts(process.env, secrets, dynamoAccessTokens(tables, table));
  const { subscription } = province.wechat;
  const byWechat = wechatMessages(wechat, { subscription, onBarred: wechatBarred });
  const byWecom = wecom && wecomMessages(wecom.api, wecom.agentId, wechatBarred);
  return {
    wechat: restingInOutages('wechat', byWechat, resting),
    ...(byWecom && { wecom: restingInOutages('wecom', byWecom, resting) }),
  };
}

/** Calls to the systems of partners, where any are called; the local runner has them all in one place. */
function callbacks({ province, secrets, suppressions }: Surroundings): Pick<Transports, 'callback'> {
  const { CALLBACKS_SECRET_NAME: name, CALLBACKS_AT: local } = process.env;
  if (name === undefined) return {};
  const addresses = new Map(province.partners.map((partner) => [partner.name, partner.callback]));
  const addressOf = (partner: string) => (local === undefined ? addresses.get(partner) : `${local}/${partner}`);
  const secretsOf = secretReader(secrets, name, CallbacksSecret);
  const send = partnerCallbacks({ addressOf, secrets: secretsOf, now: () => new Date(), isLocal: local !== undefined });
  return { callback: willingCallbacks({ send, suppressions, addressOf }) };
}

/** Messages to working groups, where organs have robots. */
function robots({ secrets, limits }: Surroundings): Pick<Transports, 'robot'> {
  const { ROBOTS_SECRET_NAME: name } = process.env;
  if (name === undefined) return {};
  const send = groupRobots(secretReader(secrets, name, RobotsSecret), () => new Date());
  return { robot: pacedGroups(send, limits) };
}
