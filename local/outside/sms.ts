import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Sms } from '../../config/schemas/sms.ts';
import { dayOf, timeOf } from '../../domain/calendar/day.ts';
import type { Outbox } from './outbox.ts';

/** Approved texts by template code, with their placeholders as ${name}. */
export type SmsTemplates = ReadonlyMap<string, string>;

/** Each operator has approved the province's texts under codes of its own. */
export const smsTemplatesOf = ({ templates, providers }: Sms): SmsTemplates =>
  new Map(
    providers.flatMap((provider) =>
      'codes' in provider ? templates.map(({ use, text }) => [provider.codes[use], text] as const) : [],
    ),
  );

/**
 * Answers `SendSms` of Aliyun's dysmsapi, and `QuerySendDetails` of what was sent. Like the operator it sends
 * approved templates only, and refuses one with a value missing: business errors come with status 200 and a code.
 */
export function answerSms(
  url: URL,
  body: Buffer,
  response: ServerResponse,
  outbox: Outbox,
  templates: SmsTemplates,
): void {
  const parameters = new URLSearchParams(url.search);
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) parameters.append(name, value);
  response.setHeader('content-type', 'application/json;charset=utf-8');
  if (parameters.has('SendDate')) return void response.end(JSON.stringify(sendDetails(parameters, outbox)));
  const code = sendSms(parameters, outbox, templates);
  const RequestId = randomUUID().toUpperCase();
  response.end(
    JSON.stringify({ Code: code, Message: code, RequestId, ...(code === 'OK' && { BizId: `${Date.now()}^0` }) }),
  );
}

/** All that went to a number on a day: here everything arrives. */
function sendDetails(parameters: URLSearchParams, outbox: Outbox) {
  const day = parameters.get('SendDate');
  const details = outbox.all().flatMap(({ transport, to, at, noticeId }) => {
    const time = `${dayOf(at)} ${timeOf(at)}:59`;
    const isAsked = transport === 'sms' && to === parameters.get('PhoneNumber') && time.startsWith(`${dashed(day)} `);
    return isAsked ? [{ PhoneNum: to, OutId: noticeId, SendStatus: 3, SendDate: time, ReceiveDate: time }] : [];
  });
  return { Code: 'OK', TotalCount: details.length, SmsSendDetailDTOs: { SmsSendDetailDTO: details } };
}

/** "20261008" as "2026-10-08". */
const dashed = (day: string | null): string => (day ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

/** Keeps the text as the person would read it. Answers the operator's code: "OK", or why it refuses. */
export function sendSms(parameters: URLSearchParams, outbox: Outbox, templates: SmsTemplates): string {
  const to = parameters.get('PhoneNumbers') ?? '';
  if (!/^(\+?86)?1\d{10}$/.test(to)) return 'isv.MOBILE_NUMBER_ILLEGAL';
  if (!parameters.get('SignName')) return 'isv.SMS_SIGNATURE_ILLEGAL';
  const template = templates.get(parameters.get('TemplateCode') ?? '');
  if (template === undefined) return 'isv.SMS_TEMPLATE_ILLEGAL';
  const values = valuesOf(parameters.get('TemplateParam') ?? '{}');
  if (!values) return 'isv.INVALID_JSON_PARAM';
  const missing = [...template.matchAll(PLACEHOLDER)].filter(([, name]) => values[name!] === undefined);
  if (missing.length > 0) return 'isv.TEMPLATE_MISSING_PARAMETERS';
  const text = template.replace(PLACEHOLDER, (_, name: string) => String(values[name]));
  outbox.addSms({
    to,
    text: `【${parameters.get('SignName')}】${text}`,
    noticeId: parameters.get('OutId') ?? undefined,
  });
  return 'OK';
}

const PLACEHOLDER = /\$\{(\w+)\}/g;

function valuesOf(json: string): Record<string, unknown> | undefined {
  try {
    const values = JSON.parse(json);
    return typeof values === 'object' && values !== null ? values : undefined;
  } catch {
    return undefined;
  }
}
