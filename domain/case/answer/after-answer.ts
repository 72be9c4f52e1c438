import * as z from 'zod';
import { DaySchema, listOf, stored } from '../../stored.ts';
import { GRADE_TEXT, GRADES } from './satisfaction.ts';

/** So many of each a case remembers; its events keep all. */
const REMEMBERED = 20;

export const latest = <One>(all: readonly One[] = [], one: One): readonly One[] => [...all, one].slice(-REMEMBERED);

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
