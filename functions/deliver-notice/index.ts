import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readProvince } from '../../adapters/config/read-config.ts';
import { dynamoAccessTokens } from '../../adapters/dynamodb/access-tokens.ts';
import { dynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { sesEmail } from '../../adapters/email/ses.ts';
import { SmtpSecret, smtpEmail } from '../../adapters/email/smtp.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { aliyunSms, SmsSecret } from '../../adapters/sms/aliyun.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { wechatAccounts } from '../../adapters/wechat/accounts.ts';
import { wechatMessages, wecomMessages } from '../../adapters/wechat/messages.ts';
import type { SendNoticeDeps } from '../../usecases/send-notice.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler, wechatBarred } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'CORRESPONDENCE_TABLE_NAME',
  'DEAD_LETTER_QUEUE_URL',
  'MAIL_FROM',
  'EMAIL_TRANSPORT',
  'SMS_SECRET_NAME',
  'SMS_ENDPOINT',
);
/** A call that hangs must end while the function can still write down that its outcome is unknown. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

const tables = dynamoTables();
const secrets = new SecretsManagerClient();
const vault = dynamoVault(tables, env.VAULT_TABLE_NAME);
const province = readProvince(import.meta.dirname);
const smsSettings = { ...province.sms, endpoint: env.SMS_ENDPOINT };
const tokens = dynamoAccessTokens(tables, env.CORRESPONDENCE_TABLE_NAME);
const { wechat, wecom } = wechatAccounts(process.env, secrets, tokens);

export const handler = createHandler({
  deliveries: dynamoDeliveries(tables, env.CASE_TABLE_NAME),
  contactOf: async (receipt) => (await vault.readContact(receipt))?.contact,
  transports: {
    email: emailBy(env.EMAIL_TRANSPORT),
    sms: aliyunSms(smsSettings, secretReader(secrets, env.SMS_SECRET_NAME, SmsSecret), () => new Date()),
    wechat: wechatMessages(wechat, { subscription: province.wechat.subscription, onBarred: wechatBarred }),
    ...(wecom && { wecom: wecomMessages(wecom.api, wecom.agentId, wechatBarred) }),
  },
  setAside: sqsDeadLetters(new SQSClient(), env.DEAD_LETTER_QUEUE_URL),
});

function emailBy(transport: string): SendNoticeDeps['transports']['email'] {
  if (transport === 'ses') return sesEmail(new SESClient({ maxAttempts: 1, requestHandler: PATIENCE }), env.MAIL_FROM);
  const { SMTP_SECRET_NAME } = readEnv('SMTP_SECRET_NAME');
  return smtpEmail(secretReader(secrets, SMTP_SECRET_NAME, SmtpSecret), env.MAIL_FROM);
}
