import * as z from 'zod';
import { valuesSent } from '../../domain/notices/text-message.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import type { OperatorTexts } from './settings.ts';
import { callTencent, e164, type TencentCaller } from './tencent-call.ts';
import { meaningOfTencent } from './tencent-codes.ts';

/** HTTP 200 brings both an error of the call and one of a number. */
const Answer = z.object({
  Response: z.object({
    Error: z.object({ Code: z.string() }).optional(),
    SendStatusSet: z.array(z.object({ Code: z.string(), SerialNo: z.string().optional() })).optional(),
  }),
});

/**
 * Text messages by Tencent Cloud's SendSms. Its templates count their values, so these go in the order of the text.
 */
export function tencentSms(appId: string, { templates, signName, codes }: OperatorTexts, caller: TencentCaller): Send {
  return async ({ id, sms }, to) => {
    const values = valuesSent(sms, templates);
    if (!values) return { kind: 'barred', reason: `no template for ${sms.use}` };
    const parameters = {
      PhoneNumberSet: [e164(to)],
      SmsSdkAppId: appId,
      SignName: signName,
      TemplateId: codes[sms.use],
      TemplateParamSet: values.map(([, value]) => value),
      SessionContext: id,
    };
    const said = await callTencent('SendSms', parameters, Answer, caller);
    return said.kind === 'answered' ? resultIn(said.answer) : said;
  };
}

function resultIn({ Response: { Error: failure, SendStatusSet: [status] = [] } }: z.infer<typeof Answer>) {
  if (status?.Code === 'Ok') return { kind: 'sent', reference: status.SerialNo ?? '' } as const;
  const code = failure?.Code ?? status?.Code ?? 'no status';
  return { kind: meaningOfTencent(code), reason: code };
}
