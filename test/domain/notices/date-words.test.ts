import { describe, expect, it } from 'vitest';
import { deadline, distance, moment, shortDeadline } from '../../../domain/notices/date-words.ts';
import { beijing } from '../../support/rules.ts';

describe('times for people', () => {
  it('the end of a day is written as the end of that day, not as the start of the next', () => {
    expect(deadline(beijing('2026-10-15 00:00'))).toBe('2026年10月14日（周三）24:00');
    expect(shortDeadline(beijing('2026-10-15 00:00'))).toBe('10月14日24:00');
  });

  it('any other time is written as it is', () => {
    expect(deadline(beijing('2026-10-04 12:00'))).toBe('2026年10月4日（周日）12:00');
    expect(moment(beijing('2026-01-01 00:30'))).toBe('2026年1月1日（周四）00:30');
  });

  it.each([
    { now: '2026-10-01 09:00', due: '2026-10-05 00:00', says: '还有3天15小时' },
    { now: '2026-10-01 00:00', due: '2026-10-03 00:00', says: '还有2天' },
    { now: '2026-10-01 18:01', due: '2026-10-01 20:00', says: '还有1小时59分钟' },
    { now: '2026-10-01 19:15', due: '2026-10-01 20:00', says: '还有45分钟' },
    { now: '2026-10-01 20:00', due: '2026-10-01 20:00', says: '现已到期' },
    { now: '2026-10-02 01:20', due: '2026-10-01 20:00', says: '已超期5小时20分钟' },
  ])('at $now, what is due at $due: $says', ({ now, due, says }) => {
    expect(distance(beijing(now), beijing(due))).toBe(says);
  });
});
