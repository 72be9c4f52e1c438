import * as z from 'zod';
import { isWithin, type NoticeHours } from '../../domain/notices/delivery/waiting-hours.ts';
import type { LaddersFile } from './clocks.ts';
import type { Fault } from './fault.ts';
import type { Readable } from './readable.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:30');

/** 通知时间, in Beijing. */
export const noticeHours = z.strictObject({
  /** Between these, notices that can wait are sent on working days. */
  from: clockTime,
  to: clockTime,
  /** 免打扰时段 of every day, over midnight. */
  quiet: z.strictObject({ from: clockTime, to: clockTime }),
  /** When lists of notices go out on working days, the first in the morning. */
  lists: z
    .array(clockTime)
    .min(1)
    .refine((times) => times.every((time, at) => at === 0 || times[at - 1]! < time), { error: 'must be in order' }),
  /** So many letters that can wait reach one mailbox in a day: there are no more lists. */
  budget: z.int().min(1).max(50),
});

/** config/notice-hours.json: what holds where a province says nothing else. */
export const NoticeHoursFile = noticeHours.extend({ $schema: z.string().optional(), note: z.string() });

type Hours = Partial<z.infer<typeof noticeHours>>;

/** Lists go out while people are at work and nobody is to be left alone. */
export function faultsOfHours(own: Readable<Hours>, national: NoticeHours): Fault[] {
  const { from, to, quiet, lists, budget } = { ...national, ...own } as NoticeHours;
  const unfit = lists.filter((time) => time < from || time >= to || isWithin(time, quiet));
  const many: Fault[] =
    lists.length > budget ? [['/lists', `are more than the ${budget} letters a day of budget`]] : [];
  return [...many, ...unfit.map((time): Fault => ['/lists', `${time} lies outside working hours, or in quiet ones`])];
}

/** No rung of days is due in the quiet hours: it would wait until they are over. */
export function faultsOfRungs(
  ladders: Readable<Partial<z.infer<typeof LaddersFile>>>,
  { quiet }: Pick<NoticeHours, 'quiet'>,
): Fault[] {
  const { clocks = {}, stricter = {}, others = {} } = ladders;
  return Object.entries({ clocks, stricter, others }).flatMap(([part, named]) =>
    Object.entries(named ?? {}).flatMap(([name, rungs]) =>
      (rungs ?? []).flatMap((rung, index): Fault[] => {
        const at = rung?.when && 'at' in rung.when ? rung.when.at : undefined;
        const pointer = `/${part}/${name}/${index}/when/at`;
        return at !== undefined && isWithin(at, quiet) ? [[pointer, `${at} lies in the quiet hours`]] : [];
      }),
    ),
  );
}
