import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { placeholdersIn } from '../../domain/notices/text-message.ts';
import type { Outbox } from './outbox.ts';
import type { SmsTemplates } from './sms.ts';

const Request = z.object({
  PhoneNumberSet: z.array(z.string()).length(1),
  SignName: z.string().min(1),
  TemplateId: z.string(),
  TemplateParamSet: z.array(z.string()),
  SessionContext: z.string(),
});

const Question = z.object({ PhoneNumber: z.string(), BeginTime: z.number() });

/** Answers `SendSms` of Tencent Cloud: like it, by status 200 also where it refuses, with a code for each number. */
export function answerTencentSms(
  body: Buffer,
  response: ServerResponse,
  outbox: Outbox,
  templates: SmsTemplates,
): void {
  const Code = sendSms(JSON.parse(body.toString('utf8')), outbox, templates);
  const status = { Code, SerialNo: Code === 'Ok' ? `2640:${Date.now()}` : '', Message: Code, Fee: 1 };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ Response: { SendStatusSet: [status], RequestId: randomUUID() } }));
}

/** Answers `PullSmsSendStatusByPhoneNumber`: here everything arrives. */
export function answerTencentStatus(body: Buffer, response: ServerResponse, outbox: Outbox): void {
  const { PhoneNumber, BeginTime } = Question.parse(JSON.parse(body.toString('utf8')));
  const told = outbox.all().flatMap(({ transport, to, at, noticeId }) => {
    const UserReceiveTime = Math.floor(Date.parse(at) / 1_000);
    const isAsked = transport === 'sms' && `+86${to}` === PhoneNumber && UserReceiveTime >= BeginTime;
    return isAsked ? [{ PhoneNumber, SessionContext: noticeId, ReportStatus: 'SUCCESS', UserReceiveTime }] : [];
  });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ Response: { PullSmsSendStatusSet: told, RequestId: randomUUID() } }));
}

function sendSms(said: unknown, outbox: Outbox, templates: SmsTemplates): string {
  const { PhoneNumberSet, SignName, TemplateId, TemplateParamSet, SessionContext } = Request.parse(said);
  const [to] = PhoneNumberSet;
  if (!/^\+861\d{10}$/.test(to!)) return 'InvalidParameterValue.IncorrectPhoneNumber';
  const template = templates.get(TemplateId);
  if (template === undefined) return 'FailedOperation.TemplateIncorrectOrUnapproved';
  const names = placeholdersIn(template);
  if (names.length !== TemplateParamSet.length) return 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate';
  const text = template.replace(/\$\{(\w+)\}/g, (_, name: string) => TemplateParamSet[names.indexOf(name)]!);
  outbox.addSms({ to: to!.slice('+86'.length), text: `【${SignName}】${text}`, noticeId: SessionContext });
  return 'Ok';
}
