import * as z from 'zod';
import { valuesSent } from '../../domain/notices/text-message.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import { type AliyunCaller, callAliyun } from './aliyun-call.ts';
import { meaningOf } from './aliyun-codes.ts';
import type { OperatorTexts } from './settings.ts';

const Answer = z.object({ Code: z.string(), BizId: z.string().optional() });

/** Text messages by Aliyun's SendSms. */
export function aliyunSms({ templates, signName, codes }: OperatorTexts, caller: AliyunCaller): Send {
  return async ({ id, sms }, to) => {
    const values = valuesSent(sms, templates);
    if (!values) return { kind: 'barred', reason: `no template for ${sms.use}` };
    const parameters = {
      OutId: id,
      PhoneNumbers: to,
      SignName: signName,
      TemplateCode: codes[sms.use],
      TemplateParam: JSON.stringify(Object.fromEntries(values)),
    };
    const said = await callAliyun('SendSms', parameters, Answer, caller);
    if (said.kind !== 'answered') return said;
    const { Code, BizId = '' } = said.answer;
    return Code === 'OK' ? { kind: 'sent', reference: BizId } : { kind: meaningOf(Code), reason: Code };
  };
}
