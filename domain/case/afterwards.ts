import * as z from 'zod';
import { phoneIn } from '../contact.ts';
import { DaySchema, listOf, stored } from '../stored.ts';

/** So many of each a case remembers; its events keep all. */
const REMEMBERED = 20;

export const latest = <One>(all: readonly One[] = [], one: One): readonly One[] => [...all, one].slice(-REMEMBERED);

/** 满意度. */
export const GRADES = ['satisfied', 'basically', 'dissatisfied'] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_TEXT: Readonly<Record<Grade, string>> = {
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
};

/** What came of calling back. */
export const CALL_RESULTS = [...GRADES, 'not-reached'] as const;

export const CALL_RESULT_TEXT = { ...GRADE_TEXT, 'not-reached': '未联系上' } as const;

/** 回访. What was said stands in the event. */
export const CallBacksSchema = listOf(
  stored({ on: DaySchema, organ: z.string(), result: z.enum(CALL_RESULTS), seq: z.int() }),
);

/** 明察、暗访. */
export const REVISIT_WAYS = { unannounced: '暗访', announced: '明察' } as const;

/** 回头看的结论. */
export const REVISIT_FINDINGS = { held: '整改到位，没有反弹', rebounded: '问题反弹' } as const;

export const RevisitWaySchema = z.enum(['unannounced', 'announced']);
export const RevisitFindingSchema = z.enum(['held', 'rebounded']);

/** 回头看. What was found stands in the event. */
export const RevisitsSchema = listOf(
  stored({
    on: DaySchema,
    organ: z.string(),
    way: RevisitWaySchema,
    finding: RevisitFindingSchema,
    seq: z.int(),
  }),
);

/** Also where it stands between other words. */
const MAILBOX = /[\w.+-]@[\w-]+\.\w/;

/** Why words cannot be kept with a case: how a person is reached lies in the vault alone. */
export const tellsContact = (words: string): string | undefined =>
  phoneIn(words) || MAILBOX.test(words) ? '请勿写电话号码或者邮箱' : undefined;
