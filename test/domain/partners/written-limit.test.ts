import { describe, expect, it } from 'vitest';
import { limitWritten } from '../../../domain/partners/written-limit.ts';
import { inBeijing } from '../../support/rules.ts';

const zone = '+08:00';
const read = (written: string, unit?: 'hours' | 'calendar-days' | 'working-days') => {
  const limit = limitWritten(written, { zone, unit });
  return limit && 'until' in limit ? inBeijing(limit.until) : limit;
};

describe('a limit that a partner writes', () => {
  it.each([
    ['5个工作日', { unit: 'working-days', count: 5 }],
    ['五个工作日内', { unit: 'working-days', count: 5 }],
    ['10 工作日', { unit: 'working-days', count: 10 }],
    ['7日', { unit: 'calendar-days', count: 7 }],
    ['十五天以内', { unit: 'calendar-days', count: 15 }],
    ['7个自然日', { unit: 'calendar-days', count: 7 }],
    ['４８小时', { unit: 'hours', count: 48 }],
    ['两小时内', { unit: 'hours', count: 2 }],
    ['第五日中午12:00前', { unit: 'calendar-days', count: 5, by: '12:00' }],
    ['第5日12时', { unit: 'calendar-days', count: 5, by: '12:00' }],
    ['第五日中午', { unit: 'calendar-days', count: 5, by: '12:00' }],
    ['第三天', { unit: 'calendar-days', count: 3 }],
    ['第五日中午1点前', { unit: 'calendar-days', count: 5, by: '13:00' }],
    ['第五日 00:00', { unit: 'calendar-days', count: 5 }],
  ])('“%s” is a period', (written, period) => {
    expect(read(written)).toEqual(period);
  });

  it.each([
    ['2026-12-05', '2026-12-06 00:00'],
    ['2026年12月5日前', '2026-12-06 00:00'],
    ['2026/12/5 12:00', '2026-12-05 12:00'],
    ['2026年12月5日12时前', '2026-12-05 12:00'],
    ['2026年12月5日中午', '2026-12-05 12:00'],
    ['2026-12-05 17:30:00', '2026-12-05 17:30'],
    ['2026-12-05T17:30:00+08:00', '2026-12-05 17:30'],
    ['2026年12月5日9点半', '2026-12-05 09:30'],
    ['2026-12-05 00:00:00', '2026-12-06 00:00'],
    ['2026/12/5 0:00', '2026-12-06 00:00'],
    ['2026-12-05T00:00:00.000+08:00', '2026-12-06 00:00'],
    ['2026-12-05T00:00:00Z', '2026-12-05 08:00'],
    ['2026年12月5日0时前', '2026-12-05 00:00'],
  ])('“%s” is a moment; a day without an hour is that whole day', (written, moment) => {
    expect(read(written)).toBe(moment);
  });

  it('is a bare number only where the format says what it counts', () => {
    expect(read('5', 'working-days')).toEqual({ unit: 'working-days', count: 5 });
    expect(read('5')).toBeUndefined();
  });

  it.each([
    ...['尽快', '按要求办理', '0日', '五', '2026-02-30', '2026-13-01', '12月5日', '第五日傍晚', '5周', ''],
    ...['5日前', '25日之前', '第五日中午9点', '第五日上午15点', '9999-12-31', '0001-01-01'],
  ])('is never guessed: “%s” is none', (written) => {
    expect(read(written)).toBeUndefined();
  });
});
