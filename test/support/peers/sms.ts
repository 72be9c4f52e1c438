import { SNSClient } from '@aws-sdk/client-sns';
import { aliyunSms } from '../../../adapters/sms/aliyun.ts';
import { snsSms } from '../../../adapters/sms/sns.ts';
import { tencentSms } from '../../../adapters/sms/tencent.ts';
import type { TextTemplates } from '../../../domain/notices/text-message.ts';
import { type Behaviour, httpPeer, type Peer } from './peer.ts';

export const TEXTS: TextTemplates = {
  signName: '青禾生态环境',
  templates: [
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders of the operator.
    { use: 'staff', text: '【${kind}】${receipt}（${place}，${matter}）：${duty}，期限：${due}。${next}' },
    { use: 'complainant', text: '您的信访件${receipt}：${status}。' },
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.
  ],
};

export const CODES = { staff: 'SMS_990001', complainant: 'SMS_990002' };

const NUMBER = '13900000402';
const NOW = () => new Date('2026-10-08T01:00:00.123Z');
const SMS = { to: NUMBER, nobody: '0990-12369001', mostBytes: 2_000 };

const isNumber = (text: string): boolean => /1[3-9]\d{9}/.test(decodeURIComponent(text));

export async function aliyunPeer(behaviour: Behaviour): Promise<Peer> {
  const said = {
    ...{ takes: 'OK', silent: 'OK', away: 'OK' },
    ...{ refuses: 'isv.SMS_CONTENT_ILLEGAL', busy: 'Throttling.User' },
  }[behaviour];
  const { base, taken, patience } = await httpPeer(behaviour, ({ url }) => {
    const Code = isNumber(url!) ? said : 'isv.MOBILE_NUMBER_ILLEGAL';
    return { taken: Code === 'OK', body: { Code, Message: `${NUMBER}: ${Code}`, BizId: '900619^0' } };
  });
  const key = { accessKeyId: 'aliyun-id', accessKeySecret: 'aliyun-secret' };
  const caller = { endpoint: base, key: async () => key, now: NOW, patience };
  const send = aliyunSms({ ...TEXTS, codes: CODES }, caller);
  return { ...SMS, send, taken, secrets: ['aliyun-secret'] };
}

export async function tencentPeer(behaviour: Behaviour): Promise<Peer> {
  const said = {
    ...{ takes: 'Ok', silent: 'Ok', away: 'Ok' },
    ...{ refuses: 'FailedOperation.PhoneNumberInBlacklist', busy: 'RequestLimitExceeded' },
  }[behaviour];
  const { base, taken, patience } = await httpPeer(behaviour, (_, body) => {
    const Code = isNumber(body) ? said : 'InvalidParameterValue.IncorrectPhoneNumber';
    const status = { Code, Message: `${NUMBER}: ${Code}`, SerialNo: '2640:1', PhoneNumber: `+86${NUMBER}` };
    return { taken: Code === 'Ok', body: { Response: { SendStatusSet: [status], RequestId: 'r' } } };
  });
  const key = { secretId: 'tencent-id', secretKey: 'tencent-secret' };
  const caller = { endpoint: base, region: 'ap-guangzhou', key: async () => key, now: NOW, patience };
  const send = tencentSms('1400000001', { ...TEXTS, codes: CODES }, caller);
  return { ...SMS, send, taken, secrets: ['tencent-secret'] };
}

/** SNS breaks the line where it stays silent: its client keeps a time of its own. */
export async function snsPeer(behaviour: Behaviour): Promise<Peer> {
  const answer = (body: string) => {
    if (behaviour === 'busy') return failure('Throttling');
    if (behaviour === 'refuses') return failure('OptedOut');
    if (!isNumber(body)) return failure('InvalidParameter');
    const result = '<PublishResult><MessageId>sns-1</MessageId></PublishResult>';
    return { taken: true, body: `<PublishResponse>${result}</PublishResponse>` };
  };
  const { base, taken } = await httpPeer(behaviour, (_, body) => answer(body), { hangsUp: true });
  const client = new SNSClient({
    ...{ region: 'ap-southeast-1', endpoint: base, maxAttempts: 1 },
    credentials: { accessKeyId: 'sns-id', secretAccessKey: 'sns-secret' },
  });
  return { ...SMS, send: snsSms(client, TEXTS), taken, secrets: ['sns-secret'] };
}

const failure = (code: string) => ({
  status: 400,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${NUMBER}</Message></Error></ErrorResponse>`,
});
