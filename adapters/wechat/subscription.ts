import { moment } from '../../domain/notices/date-words.ts';
import type { Notice } from '../../domain/notices/notice.ts';

/** 订阅通知: a template of the account, and which of our values stands in which of its fields. */
export interface Subscription {
  readonly templateId: string;
  readonly fields: Readonly<Record<string, 'receipt' | 'status' | 'time'>>;
}

/**
 * What fields of that kind may hold; the kind is the field's name without its number. Longer values are refused
 * (47003).
 */
const LENGTHS: Readonly<Record<string, number>> = { thing: 20, character_string: 32, phrase: 5, const: 20 };

/** The notice as WeChat's template takes it; undefined for one that is not for a complainant. */
export function subscriptionMessage({ sms, at }: Notice, touser: string, { templateId, fields }: Subscription) {
  if (sms.use !== 'complainant') return undefined;
  const values = { ...sms.values, time: moment(at).replace(/（.*）/, ' ') };
  const data = Object.entries(fields).map(([field, value]) => {
    const length = LENGTHS[field.replace(/\d+$/, '')] ?? 20;
    return [field, { value: [...values[value]].slice(0, length).join('') }];
  });
  return { touser, template_id: templateId, data: Object.fromEntries(data) };
}
