import * as z from 'zod';
import { addHours, dayOf, type Instant } from '../../domain/calendar/day.ts';
import { HOURS_TO_END } from '../../domain/notices/delivery/delivery-state.ts';
import type { Found, Given, Inquire } from '../../usecases/notices/transports/inquiry.ts';
import { type AliyunCaller, callAliyun } from './aliyun-call.ts';
import { failureCode } from './failure-code.ts';

const Detail = z.object({
  OutId: z.string().optional(),
  /** 1: the carrier has not answered yet. 2: it failed. 3: it arrived. */
  SendStatus: z.number(),
  ErrCode: z.string().optional(),
  SendDate: z.string(),
  ReceiveDate: z.string().optional(),
});
type Detail = z.infer<typeof Detail>;

const Answer = z.object({
  Code: z.string(),
  SmsSendDetailDTOs: z.object({ SmsSendDetailDTO: z.array(Detail).default([]) }).optional(),
});

/** Aliyun lets one number have fewer in a day, so the first page is all. */
const MOST = '50';

/**
 * What Aliyun's QuerySendDetails knows of a message, by the id that we gave it as OutId. It lists what it took at once, by
 * the day in Beijing, for thirty days. A message that was given to it again is told by the last time.
 */
export const aliyunInquiry =
  (caller: AliyunCaller): Inquire =>
  async (message) => {
    const days = daysSince(message.at, caller.now().toISOString());
    const found = await Promise.all(days.map((day) => onDay(day, message, caller)));
    return found.find(({ kind }) => kind !== 'absent') ?? { kind: 'absent' };
  };

/** What was given to it before midnight may have been sent after it: every day of those on which we may ask. */
function daysSince(at: Instant, now: Instant): readonly string[] {
  const times = Array.from({ length: HOURS_TO_END / 24 + 1 }, (_, days) => addHours(at, days * 24));
  const soon = addHours(at, 1);
  return [...new Set([at, soon, ...times.filter((time) => dayOf(time) <= dayOf(now))].map(dayOf))];
}

async function onDay(day: string, { id, to, at }: Given, caller: AliyunCaller): Promise<Found> {
  const parameters = { PhoneNumber: to, SendDate: day.replaceAll('-', ''), PageSize: MOST, CurrentPage: '1' };
  const said = await callAliyun('QuerySendDetails', parameters, Answer, caller);
  if (said.kind !== 'answered' || said.answer.Code !== 'OK') return { kind: 'silent' };
  const details = said.answer.SmsSendDetailDTOs?.SmsSendDetailDTO ?? [];
  const ours = details.filter(({ OutId, SendDate }) => OutId === id && inBeijing(SendDate) >= addHours(at, -1 / 60));
  const [last] = ours.toSorted((one, other) => other.SendDate.localeCompare(one.SendDate));
  return last ? foundIn(last) : { kind: 'absent' };
}

function foundIn({ SendStatus, ErrCode, SendDate, ReceiveDate }: Detail): Found {
  const at = inBeijing(ReceiveDate || SendDate);
  if (SendStatus === 2) return { kind: 'taken', receipt: { kind: 'returned', at, ...failureCode(ErrCode) } };
  return SendStatus === 3 ? { kind: 'taken', receipt: { kind: 'delivered', at } } : { kind: 'taken' };
}

/** "2026-10-08 09:00:01". */
const inBeijing = (time: string): Instant => new Date(`${time.replace(' ', 'T')}+08:00`).toISOString();
